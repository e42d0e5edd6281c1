# Kind: stop_by_callback
# Right: documented: two callbacks that a task registers, and it waits for a third.
# Marks: documented documented documented|program|queue
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    end = loop.create_future()
    loop.call_soon(print, "a")
    loop.call_soon(print, "b")
    loop.call_soon(end.set_result, None)
    await end
    print("end")


asyncio.run(main())
