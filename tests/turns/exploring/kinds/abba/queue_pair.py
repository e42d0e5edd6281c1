# Kind: abba
# Right: one outcome: each waits for the other's word first.
# Marks: program
# Outcomes: 1
# Ends: deadlock
import asyncio


async def talk(inbox, outbox):
    word = await inbox.get()
    await outbox.put(word)


async def main():
    a, b = asyncio.Queue(), asyncio.Queue()
    print("start")
    await asyncio.gather(talk(a, b), talk(b, a))
    print("end")


asyncio.run(main())
