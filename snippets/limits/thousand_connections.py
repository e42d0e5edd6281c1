"""One thread, one loop: a real server and 1,000 real clients, all connected at the same time.

一个线程，一个事件循环：一台真正的服务器和 1000 个真正的客户端，同时保持连接。
"""

import asyncio
import socket
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
        self.door = asyncio.Semaphore(100)  # at most 100 clients knock at the same time
        self.open = 0
        self.full = asyncio.Event()  # set once all clients are connected

    async def accept(self, listener: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        async with asyncio.TaskGroup() as handlers:
            for _ in range(CLIENTS):
                connection, _ = await loop.sock_accept(listener)
                self.door.release()  # this client is in, so the next one may knock
                handlers.create_task(self.serve(connection))

    async def serve(self, connection: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        with connection:
            self.open += 1
            if self.open == CLIENTS:
                print("server: connections open at the same time:", self.open)
                self.full.set()
            question = await loop.sock_recv(connection, 16)  # so short: it comes in one piece
            await loop.sock_sendall(connection, b"%d" % (2 * int(question)))


async def client(number: int, port: int, server: Server) -> int:
    loop = asyncio.get_running_loop()
    await server.door.acquire()
    with socket.socket() as connection:
        connection.setblocking(False)
        await loop.sock_connect(connection, ("127.0.0.1", port))
        await server.full.wait()
        await loop.sock_sendall(connection, b"%d" % number)
        return int(await loop.sock_recv(connection, 16))


async def main() -> None:
    server = Server()
    began = time.perf_counter()
    with socket.create_server(("127.0.0.1", 0), backlog=128) as listener:
        listener.setblocking(False)
        port = listener.getsockname()[1]
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(server.accept(listener))
            clients = [tasks.create_task(client(n, port, server)) for n in range(CLIENTS)]
    print("clients: right answers:", sum(c.result() == 2 * n for n, c in enumerate(clients)))
    print("threads:", threading.active_count())
    print(f"seconds: {time.perf_counter() - began:.2f}")


allow_descriptors()
asyncio.run(main())

# Output:
# server: connections open at the same time: 1000
# clients: right answers: 1000
# threads: 1
# seconds: ...
