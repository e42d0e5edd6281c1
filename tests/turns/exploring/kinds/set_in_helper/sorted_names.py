# Kind: set_in_helper
# Right: program: sorted strings have one order.
# Marks: program|unknown program|unknown
# Outcomes: 1|unknown
import asyncio


async def main():
    for name in sorted({"a", "b"}):
        print(name)


asyncio.run(main())
