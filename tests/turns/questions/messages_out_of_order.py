# Messages come in order; why are they answered in another?
# Source: https://github.com/LonamiWebs/Telethon/issues/809
# Answer: Each message has a task with a deadline of its own; one worker with a queue answers in the order of arrival.
import asyncio

WORK = {"video": 0.12, "text": 0.04, "photo": 0.08}


async def answer(kind):
    await asyncio.sleep(WORK[kind])
    print("answered", kind)


class Inbox:
    def __init__(self, kinds):
        self.kinds = list(kinds)

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.kinds:
            raise StopAsyncIteration
        print("received", self.kinds[0])
        return self.kinds.pop(0)


async def main():
    await asyncio.gather(*[asyncio.create_task(answer(kind)) async for kind in Inbox(WORK)])
    print("now in sequence")
    async for kind in Inbox(WORK):
        await answer(kind)


asyncio.run(main())
