# Why does my query print nothing, and raise nothing either?
# Source: https://mortalapps.com/python/async-python/async-def-and-await/
# Answer: Calling it without await makes a coroutine object that never runs; stderr says that it was never awaited, at the line of the call.
import asyncio


async def query(table):
    print("querying", table)
    await asyncio.sleep(0.01)
    return ["row"]


async def main():
    rows = query("users")
    print("rows is a", type(rows).__name__)
    del rows
    print("with await:", await query("users"))


asyncio.run(main())
