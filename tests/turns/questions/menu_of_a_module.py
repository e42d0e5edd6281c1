# My helper module prints while it is imported inside a coroutine; in whose turn is that?
# Source: https://checklist.day/registry/asyncio
# Answer: The import runs in main's turn, like a call; afterwards the guests share the module's lock and choose one after the other.
import asyncio

print("the program begins")


async def main():
    print("main begins")
    from canteen.menu import choose

    await asyncio.gather(choose("Uma"), choose("Vic"))


if __name__ == "__main__":
    asyncio.run(main())
