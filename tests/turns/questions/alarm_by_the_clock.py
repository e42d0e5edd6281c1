# I set my alarm with call_at and time.time(); why does it never ring?
# Source: https://github.com/abersheeran/asgi-ratelimit/pull/78
# Answer: call_at counts by loop.time(), which has nothing to do with the date: the deadline of the first alarm is decades away, that of the second 0.05 s.
import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    rung = asyncio.Event()

    def ring(name):
        print(name, "rings")
        rung.set()

    wrong = loop.call_at(time.time() + 0.02, ring, "the alarm by the date")
    loop.call_at(loop.time() + 0.05, ring, "the alarm by the loop")
    loop.call_later(0.02, print, "called later")
    loop.call_soon(print, "called soon")
    await rung.wait()
    print("first alarm still set:", wrong.when() > loop.time() + 1000)
    wrong.cancel()


asyncio.run(main())
