# Kind: stop_by_callback
# Right: documented or queue: the callbacks of a future are called in the order in which they were added.
# Marks: program documented|queue|program documented|queue|program
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future, end = loop.create_future(), loop.create_future()
    future.add_done_callback(lambda _: print("a"))
    future.add_done_callback(lambda _: (print("b"), end.set_result(None)))
    future.set_result(None)
    print("set")
    await end


asyncio.run(main())
