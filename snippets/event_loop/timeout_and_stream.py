"""The same with a stream: its buffer keeps the data that the cancelled reader has not taken.

换成流就不一样了：被取消的读者没有取走的数据，缓冲区替它留着。
"""

import asyncio
import socket
import time


async def receive(reader: asyncio.StreamReader) -> None:
    try:
        async with asyncio.timeout(0.05):
            print("received:", await reader.read(16))
    except TimeoutError:
        print("timeout")


async def main() -> None:
    ear, mouth = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=ear)
    task = asyncio.create_task(receive(reader))
    await asyncio.sleep(0)  # now it waits

    mouth.send(b"hello")
    mouth.close()
    print("sent in time")
    time.sleep(0.1)  # but now the loop is blocked
    await task

    print("still there:", await reader.read(16))
    writer.close()
    await writer.wait_closed()


asyncio.run(main())

# Output:
# sent in time
# timeout
# still there: b'hello'
