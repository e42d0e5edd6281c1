# Half of my output stands in another order in the file than on the screen; which is right?
# Source: https://superfastpython.com/asyncio-logging-best-practices
# Answer: logging writes to stderr at once, print to stdout when its buffer is flushed; the turns show both in the order of the calls.
import asyncio
import logging

logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")


async def transfer(name, seconds):
    logging.info("begin %s", name)
    print("begin", name)
    await asyncio.sleep(seconds)
    logging.warning("end %s", name)
    print("end", name)


async def main():
    await asyncio.gather(transfer("big", 0.06), transfer("small", 0.02))
    print("handlers:", len(logging.getLogger().handlers))


asyncio.run(main())
