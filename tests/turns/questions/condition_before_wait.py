# I notify the condition, so why does the waiter wait for ever?
# Source: https://github.com/python/cpython/issues/77022
# Answer: notify() wakes who waits at that moment; the waiter came later, and there is no second notify.
# Reality: hangs, because the notification came before the wait
import asyncio


async def guest(condition):
    await asyncio.sleep(0.02)
    async with condition:
        print("guest: waiting for the bell")
        await condition.wait()
    print("guest: coming")


async def host(condition):
    async with condition:
        print("host: ringing the bell")
        condition.notify_all()


async def main():
    condition = asyncio.Condition()
    await asyncio.gather(guest(condition), host(condition))


asyncio.run(main())
