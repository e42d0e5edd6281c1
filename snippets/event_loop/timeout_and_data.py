"""One pass finds the data and the end of the time limit: the data is taken, and then cancelled away.

同一圈里数据到了，时限也到了：数据先被取走，接着任务被取消，数据就丢了。
"""

import asyncio
import socket
import time


async def receive(ear: socket.socket) -> None:
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(0.05):
            print("received:", await loop.sock_recv(ear, 16))
    except TimeoutError:
        print("timeout")


async def main() -> None:
    ear, mouth = socket.socketpair()
    ear.setblocking(False)
    task = asyncio.create_task(receive(ear))
    await asyncio.sleep(0)  # now it waits

    mouth.send(b"hello")
    print("sent in time")
    time.sleep(0.1)  # but now the loop is blocked
    await task

    try:
        print("still there:", ear.recv(16))
    except BlockingIOError:
        print("the message is gone")
    ear.close()
    mouth.close()


asyncio.run(main())

# Output:
# sent in time
# timeout
# the message is gone
