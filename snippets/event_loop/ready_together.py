"""Three sockets have data when a pass begins: which of them comes first is up to the selector, and nobody promises it.

一圈开始时三个套接字都有数据：哪个先来由选择器说了算，没有人保证。
"""

import asyncio
import select
import selectors
import socket


async def main() -> None:
    loop = asyncio.get_running_loop()
    pairs = {name: socket.socketpair() for name in ("A", "B", "C")}

    def on_data(name: str) -> None:
        print(name, "has data")
        loop.remove_reader(pairs[name][0])

    for name, (ear, _) in pairs.items():
        loop.add_reader(ear, on_data, name)
    for name in ("C", "B", "A"):
        ear, mouth = pairs[name]
        mouth.send(b"x")
        select.select([ear], [], [])  # it has arrived

    await asyncio.sleep(0)  # the next pass finds all three, behind this task
    await asyncio.sleep(0)
    for pair in pairs.values():
        for end in pair:
            end.close()


for kind in (selectors.DefaultSelector, selectors.SelectSelector):
    print("the default:" if kind is selectors.DefaultSelector else "select:")
    loop = asyncio.SelectorEventLoop(kind())
    loop.run_until_complete(main())
    loop.close()

# Output:
# the default:
# ~ C has data
# ~ B has data
# ~ A has data
# select:
# ~ C has data
# ~ B has data
# ~ A has data
