# Kind: env_leak
# Right: queue: the locale is the process's; here, who may set it first decides.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import locale
import os


async def work(name):
    if locale.getlocale(locale.LC_NUMERIC) != locale.getlocale(locale.LC_CTYPE):
        pass
    os.umask(0o022 if name == "a" else 0o027)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if os.umask(0o022) == 0o027:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
