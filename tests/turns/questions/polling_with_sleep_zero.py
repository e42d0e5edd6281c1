# My loop polls a flag with sleep(0) and burns a whole core; do the timers still come?
# Source: https://github.com/python/asyncio/issues/398
# Answer: Yes: sleep(0) puts the poller behind all that is ready, so each pass looks at the timers; it is ready again in every pass, which is why it burns.
import asyncio


class Box:
    full = False


async def fill(box):
    await asyncio.sleep(0.05)
    box.full = True
    print("filled")


async def poll(box):
    polls = 0
    while not box.full:
        polls += 1
        await asyncio.sleep(0)
    print("seen, polled more than once:", polls > 1)


async def main():
    box = Box()
    await asyncio.gather(poll(box), fill(box))


asyncio.run(main())
