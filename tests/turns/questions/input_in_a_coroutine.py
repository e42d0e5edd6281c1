# Why does my ticking task stand still while I ask the user something?
# Source: https://github.com/openai/openai-agents-python/issues/4670
# Answer: input() is called in main's turn and holds the thread; in to_thread another thread waits and the loop goes on.
import asyncio


async def ticks():
    for number in range(3):
        print("tick", number)
        await asyncio.sleep(0.01)


def ask(question):
    try:
        return input(question)
    except EOFError:
        print()
        return "nobody there"


async def main():
    task = asyncio.create_task(ticks())
    print("answer:", ask("your name? "))
    print("answer:", await asyncio.to_thread(ask, "and your town? "))
    await task


asyncio.run(main())
