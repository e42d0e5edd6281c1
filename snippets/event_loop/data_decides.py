"""Whoever's data comes first goes on first: not who was created first, and not who is awaited first.

谁的数据先到，谁就先往下走；与谁先创建、先等待谁都无关。
"""

import asyncio
import socket


async def listen(name: str, ear: socket.socket) -> None:
    print(f"{name}: listens")
    data = await asyncio.get_running_loop().sock_recv(ear, 16)
    print(f"{name}: hears {data.decode()}")


async def main() -> None:
    pairs = [socket.socketpair() for _ in range(2)]
    for ear, _ in pairs:
        ear.setblocking(False)
    (ear_1, mouth_1), (ear_2, mouth_2) = pairs

    first = asyncio.create_task(listen("first", ear_1))
    second = asyncio.create_task(listen("second", ear_2))
    loop = asyncio.get_running_loop()
    loop.call_later(0.05, mouth_2.send, b"owl")
    loop.call_later(0.1, mouth_1.send, b"bear")

    await first
    print("main: first is done")
    await second
    print("main: second is done")
    for pair in pairs:
        for end in pair:
            end.close()


asyncio.run(main())

# Output:
# first: listens
# second: listens
# second: hears owl
# first: hears bear
# main: first is done
# main: second is done
