# Kind: bound_method
# Right: queue: whether the error of a future was looked at is kept in C; who forgets it hears of it.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio

said = []
futures = []


async def work(name):
    if not futures:
        future = asyncio.get_running_loop().create_future()
        future.set_exception(ValueError())
        if name == "a":
            future.exception()
        futures.append(future)


async def rest():
    pass


async def main():
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: said.append(1))
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if not (futures.clear() or said):
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
