# Kind: file_state
# Right: queue: a database in the memory says who was last.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import sqlite3

base = sqlite3.connect(":memory:")
base.execute("create table log (name)")


async def work(name):
    base.execute("insert into log values (?)", (name,))


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if base.execute("select name from log").fetchall() == [("a",), ("b",)]:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
