# Why does my ticking task stand still while I ask the user something?
# Source: https://github.com/openai/openai-agents-python/issues/4670
# Answer: input() is called in main's turn and holds the thread, and the tick due meanwhile comes after it; in to_thread another thread waits and the ticks come in time.
import asyncio
import time


async def ticks():
    for number in range(3):
        print("tick", number)
        await asyncio.sleep(0.04)


def ask():
    time.sleep(0.08)  # the user is thinking
    try:
        return input()
    except EOFError:
        return "nobody there"


async def main():
    task = asyncio.create_task(ticks())
    await asyncio.sleep(0)
    print("what is your name?")
    print("answer:", ask())
    print("and your town?")
    print("answer:", await asyncio.to_thread(ask))
    await task


asyncio.run(main())
