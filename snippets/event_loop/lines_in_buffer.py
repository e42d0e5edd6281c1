"""Lines that came together are read in one turn: while the buffer has one, `readline()` suspends nobody.

一起到达的几行，一个轮次就读完：只要缓冲区里还有整行，`readline()` 就不挂起。
"""

import asyncio
import socket


async def main() -> None:
    ear, mouth = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=ear)
    mouth.send(b"one\ntwo\nthree\n")

    def other() -> None:
        print("other: my turn at last")
        mouth.close()

    while line := await reader.readline():
        print("reader:", line.decode().strip())
        if line == b"one\n":
            asyncio.get_running_loop().call_soon(other)

    print("reader: end")
    writer.close()
    await writer.wait_closed()


asyncio.run(main())

# Output:
# reader: one
# reader: two
# reader: three
# other: my turn at last
# reader: end
