# Kind: sibling_module
# Right: documented: a sibling registers the callbacks, and they keep their order all the same.
# Marks: documented documented documented
import asyncio
from shop import bell


async def main():
    future = asyncio.get_running_loop().create_future()
    bell.ring("first")
    bell.ring("second")
    bell.stop(future)
    await future
    print("main")


asyncio.run(main())
