# Kind: random_choice
# Right: nobody: when the collector comes is nobody's promise.
# Marks: program|unknown|nobody nobody|unknown
import asyncio

said = []


def leave():
    try:
        yield
    finally:
        said.append(1)


class Box:
    pass


for _ in range(300):
    box = Box()
    box.me = box
    box.it = leave()
    next(box.it)


async def main():
    if said:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
