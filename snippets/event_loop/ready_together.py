"""Three sockets have data when a pass begins: each selector reports them in an order of its own.

一圈开始时三个套接字都有数据：先报告哪一个，各种选择器自有一套。
"""

import asyncio
import selectors
import socket


async def main(label: str) -> None:
    loop = asyncio.get_running_loop()
    pairs = {name: socket.socketpair() for name in ("A", "B", "C")}
    for name, (ear, _) in pairs.items():
        loop.add_reader(ear, print, f"{label}: {name} is ready")
    for name in ("C", "B", "A"):
        pairs[name][1].send(b"x")

    await asyncio.sleep(0)  # the next pass finds all three, and puts them behind this task
    await asyncio.sleep(0)
    for ear, mouth in pairs.values():
        loop.remove_reader(ear)
        ear.close()
        mouth.close()


for kind in (selectors.DefaultSelector, selectors.SelectSelector):
    label = "select" if kind is selectors.SelectSelector else "default"
    loop = asyncio.SelectorEventLoop(kind())
    loop.run_until_complete(main(label))
    loop.close()

# Output:
# ~ default: C is ready
# ~ default: B is ready
# ~ default: A is ready
# ~ select: C is ready
# ~ select: A is ready
# ~ select: B is ready
