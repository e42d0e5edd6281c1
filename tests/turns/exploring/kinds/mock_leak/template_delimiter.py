# Kind: mock_leak
# Right: queue: a class of the standard library has an attribute that all share.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import string



async def work(name):
    await asyncio.sleep(0)
    string.Template.delimiter = "$" if name == "a" else "%"


async def main():
    await asyncio.gather(work("a"), work("b"))
    if string.Template("$x").substitute(x="1") == "$x":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
