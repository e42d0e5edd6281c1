# Kind: env_leak
# Right: queue: the handler of a signal says who was last.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import signal


async def work(name):
    signal.signal(signal.SIGTERM, signal.SIG_IGN if name == "a" else signal.SIG_DFL)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if signal.getsignal(signal.SIGTERM) == signal.SIG_DFL:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
