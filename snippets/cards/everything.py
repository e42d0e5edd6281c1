"""One program in which everything occurs that a picture can show.

一个程序，图里能画的东西它都有。
"""

import asyncio
import socket
import time


def work() -> None:
    time.sleep(0.15)
    print("thread: worked")


async def sleep() -> None:
    await asyncio.sleep(0.1)
    print("sleep: awake")


async def listen(end: socket.socket) -> None:
    data = await asyncio.get_running_loop().sock_recv(end, 16)
    print("listen:", data.decode())


async def hold(lock: asyncio.Lock) -> None:
    async with lock:
        await asyncio.sleep(0.25)
        print("hold: lets go")


async def want(lock: asyncio.Lock) -> None:
    async with lock:
        print("want: has it")
        raise ValueError("too late")


async def forever() -> None:
    await asyncio.Event().wait()


async def main() -> None:
    lock, (near, far) = asyncio.Lock(), socket.socketpair()
    near.setblocking(False)
    asyncio.get_running_loop().call_later(0.05, far.send, b"hello")
    tasks = [sleep(), listen(near), hold(lock), want(lock), forever()]
    *finite, endless = [asyncio.create_task(one, name=one.__name__) for one in tasks]
    await asyncio.to_thread(work)
    results = await asyncio.gather(*finite, return_exceptions=True)
    print("main:", repr(results[-1]))
    endless.cancel()
    near.close()
    far.close()


asyncio.run(main())

# Output:
# listen: hello
# sleep: awake
# thread: worked
# hold: lets go
# want: has it
# main: ValueError('too late')
