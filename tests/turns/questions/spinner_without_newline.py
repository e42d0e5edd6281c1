# Why do I see nothing of my spinner until the answer is printed?
# Source: https://github.com/fluentpython/example-code/pull/49
# Answer: The spinner does write in its own turns, at 0 and 0.06 s, but without a newline and unflushed it stays in the buffer.
import asyncio


async def spin(message):
    for char in "|/-*" * 9:
        print(char, end="")
        try:
            await asyncio.sleep(0.06)
        except asyncio.CancelledError:
            break
    print(f" {message}, stopped")


async def think():
    await asyncio.sleep(0.1)
    return 42


async def main():
    spinner = asyncio.create_task(spin("thinking"))
    answer = await think()
    spinner.cancel()
    await spinner
    print("answer:", answer)


asyncio.run(main())
