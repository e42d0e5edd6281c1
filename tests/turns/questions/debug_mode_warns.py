# asyncio's debug mode is on; how do I find out who blocks the loop?
# Source: https://github.com/python/cpython/issues/76228
# Answer: stderr says that executing the task of block() took 0.150 seconds: a turn so long is shown with its line.
import asyncio
import time


async def block():
    print("block: begin")
    time.sleep(0.15)
    print("block: end")


async def main():
    print("debug:", asyncio.get_running_loop().get_debug())
    await asyncio.gather(block(), asyncio.sleep(0.01))
    print("main ends")


asyncio.run(main(), debug=True)
