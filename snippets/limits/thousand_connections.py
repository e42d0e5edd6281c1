"""One thread, one loop: a real server and 1,000 real clients, all connected at the same time.

一个线程，一个事件循环：一台真正的服务器和 1000 个真正的客户端，同时保持连接。
"""

import asyncio
import threading
import time

CLIENTS = 1_000
DESCRIPTORS = 2 * CLIENTS + 100  # both ends of every connection live in this process


def allow_descriptors() -> None:
    """Raise this process's limit on open files, where the platform has such a limit."""
    try:
        import resource
    except ImportError:  # Windows: a socket is not counted against a limit on open files
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < DESCRIPTORS:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (DESCRIPTORS, hard))
        except ValueError:
            raise SystemExit(f"needs {DESCRIPTORS} open files, {hard} are allowed") from None


class Server:
    def __init__(self) -> None:
        self.open = 0
        self.full = asyncio.Event()  # set once all clients are connected

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.open += 1
        writer.write(b"welcome\n")
        if self.open == CLIENTS:
            print("server: connections open at the same time:", self.open)
            self.full.set()
        question = await reader.readline()
        writer.write(b"%d\n" % (2 * int(question)))
        await writer.drain()
        writer.close()


async def client(number: int, port: int, door: asyncio.Semaphore, full: asyncio.Event) -> int:
    async with door:  # a few at a time, or the queue of the listening socket overflows
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        await reader.readline()
    await full.wait()
    writer.write(b"%d\n" % number)
    answer = int(await reader.readline())
    writer.close()
    await writer.wait_closed()
    return answer


async def main() -> None:
    server, door = Server(), asyncio.Semaphore(100)
    listener = await asyncio.start_server(server.serve, "127.0.0.1", 0, backlog=128)
    port = listener.sockets[0].getsockname()[1]
    began = time.perf_counter()
    async with listener:
        clients = [client(number, port, door, server.full) for number in range(CLIENTS)]
        answers = await asyncio.gather(*clients)
    print("clients: right answers:", sum(a == 2 * n for n, a in enumerate(answers)))
    print("threads:", threading.active_count())
    print(f"seconds: {time.perf_counter() - began:.2f}")


allow_descriptors()
asyncio.run(main())

# Output:
# server: connections open at the same time: 1000
# clients: right answers: 1000
# threads: 1
# seconds: ...
