"""Programs of asyncio's whose both ends talk in memory; each prints the same in reality."""

SERVE = """
import asyncio, contextlib, errno, os, socket, tempfile

async def echo(reader, writer):
    while data := await reader.read(1000):
        writer.write(data)
        await writer.drain()
    writer.close()

def port_of(server):
    return server.sockets[0].getsockname()[1]
"""

STREAMS = {
    "echo": SERVE
    + """
async def main():
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
    for text in (b"one", b"two", b"three"):
        writer.write(text)
        print(await reader.read(100))
    writer.write_eof()
    print(await reader.read())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()
    print("closed", server.is_serving())
asyncio.run(main())
""",
    "several clients, one after the other in turn": SERVE
    + """
async def client(name, port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for number in range(3):
        writer.write(f"{name}{number}\\n".encode())
        print(name, (await reader.readline()).decode().strip())
        await asyncio.sleep(0.05)
    writer.close()
    await writer.wait_closed()
async def main():
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    async def later(number):
        await asyncio.sleep(number * 0.01)
        await client("abcd"[number], port_of(server))
    await asyncio.gather(*map(later, range(4)))
    server.close()
asyncio.run(main())
""",
    "readuntil, readexactly and what is incomplete": SERVE
    + """
async def handle(reader, writer):
    writer.write(b"head\\r\\n\\r\\nexactly8tail")
    writer.close()
async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
    print(await reader.readuntil(b"\\r\\n\\r\\n"))
    print(await reader.readexactly(8))
    try:
        await reader.readexactly(8)
    except asyncio.IncompleteReadError as error:
        print(error, error.partial)
    print(reader.at_eof(), await reader.read())
    writer.close()
    server.close()
asyncio.run(main())
""",
    "a line that is too long": SERVE
    + """
async def handle(reader, writer):
    writer.write(b"x" * 100_000 + b"\\n")
    await writer.drain()
    writer.close()
async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection("127.0.0.1", port_of(server), limit=1000)
    try:
        await reader.readline()
    except ValueError as error:
        print("too long" if "limit" in str(error) or "chunk" in str(error) else error)
    writer.close()
    server.close()
asyncio.run(main())
""",
    "protocols": """
import asyncio
class Server(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        print("server: made", type(transport.get_extra_info("peername")).__name__)
    def data_received(self, data):
        print("server: received", data)
        self.transport.write(data.upper())
    def eof_received(self):
        print("server: eof")
        self.transport.write(b"bye")
    def connection_lost(self, error):
        print("server: lost", error)
class Client(asyncio.Protocol):
    def __init__(self, done):
        self.done = done
    def connection_made(self, transport):
        self.transport = transport
        transport.write(b"hello")
    def data_received(self, data):
        print("client: received", data)
        if data == b"HELLO":
            self.transport.write_eof()
    def connection_lost(self, error):
        print("client: lost", error)
        self.done.set_result(None)
async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Server, "127.0.0.1", 0)
    done = loop.create_future()
    address = server.sockets[0].getsockname()
    transport, _ = await loop.create_connection(lambda: Client(done), *address)
    print(transport.get_extra_info("peername") == server.sockets[0].getsockname())
    await done
    await asyncio.sleep(0.01)
    server.close()
asyncio.run(main())
""",
    "back-pressure": SERVE
    + """
async def slow(reader, writer):
    await asyncio.sleep(0.2)
    total = 0
    while data := await reader.read(1 << 16):
        total += len(data)
    print("server: received", total)
    writer.close()
async def main():
    server = await asyncio.start_server(slow, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
    writer.write(b"x" * 20_000_000)
    began = asyncio.get_running_loop().time()
    print("client: waits", writer.transport.get_write_buffer_size() > 0)
    await writer.drain()
    print("client: drained after the server's nap", asyncio.get_running_loop().time() - began > 0.1)
    writer.close()
    await writer.wait_closed()
    await asyncio.sleep(0.1)
    server.close()
asyncio.run(main())
""",
    "pause and resume writing": """
import asyncio
class Client(asyncio.Protocol):
    def __init__(self, resumed):
        self.resumed = resumed
    def connection_made(self, transport):
        self.transport = transport
    def pause_writing(self):
        print("paused")
    def resume_writing(self):
        print("resumed")
        self.resumed.set_result(None)
async def main():
    loop = asyncio.get_running_loop()
    gate = asyncio.Event()
    async def handle(reader, writer):
        await gate.wait()
        size = 0
        while data := await reader.read(100_000):
            size += len(data)
        print("read", size)
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    resumed = loop.create_future()
    address = server.sockets[0].getsockname()
    transport, _ = await loop.create_connection(lambda: Client(resumed), *address)
    transport.write(b"x" * 10_000_000)
    await asyncio.sleep(0.05)
    print("opens")
    gate.set()
    await resumed
    transport.close()
    await asyncio.sleep(0.3)
    server.close()
asyncio.run(main())
""",
    "pause and resume reading": """
import asyncio
class Reader(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        transport.pause_reading()
        asyncio.get_running_loop().call_later(0.1, self.go_on)
    def go_on(self):
        print("resumes", self.transport.is_reading())
        self.transport.resume_reading()
    def data_received(self, data):
        print("received", data)
async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Reader, "127.0.0.1", 0)
    _, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b"patience")
    await asyncio.sleep(0.05)
    print("nothing so far")
    await asyncio.sleep(0.1)
    writer.close()
    server.close()
asyncio.run(main())
""",
    "half-close": SERVE
    + """
async def handle(reader, writer):
    data = await reader.read()
    print("server: all of it", data)
    writer.write(b"answer to " + data)
    writer.close()
async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
    writer.write(b"question")
    print(writer.can_write_eof())
    writer.write_eof()
    print("client:", await reader.read())
    writer.close()
    server.close()
asyncio.run(main())
""",
    "unread data resets": SERVE
    + """
async def rude(reader, writer):
    await asyncio.sleep(0.05)
    writer.transport.abort()
async def main():
    server = await asyncio.start_server(rude, "127.0.0.1", 0, limit=10)
    reader, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
    writer.write(b"x" * 1_000_000)
    try:
        print(await reader.read())
        await writer.drain()
        writer.write(b"x")
        await writer.drain()
    except ConnectionError as error:
        print(type(error).__name__, error.errno == errno.ECONNRESET)
    writer.close()
    with contextlib.suppress(ConnectionError):
        await writer.wait_closed()
    server.close()
asyncio.run(main())
""",
    "writing to who is gone": SERVE
    + """
async def handle(reader, writer):
    await reader.read(10)
    writer.close()
async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
    writer.write(b"hello")
    print(await reader.read())
    for number in range(5):
        try:
            writer.write(b"more")
            await writer.drain()
            await asyncio.sleep(0.01)
            print(number, "went")
        except ConnectionError as error:
            print(number, type(error).__name__)
            break
    server.close()
asyncio.run(main())
""",
    "a reader is cancelled": SERVE
    + """
async def main():
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
    for timeout in (0.01, 0.02):
        try:
            async with asyncio.timeout(timeout):
                await reader.read(10)
        except TimeoutError:
            print("nothing in", timeout)
    task = asyncio.create_task(reader.read(10))
    await asyncio.sleep(0)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))
    writer.write(b"late")
    print(await reader.read(10))
    writer.close()
    server.close()
asyncio.run(main())
""",
    "connection refused": """
import asyncio, errno, socket
async def main():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    try:
        await asyncio.open_connection("127.0.0.1", port)
    except OSError as error:
        print(type(error).__name__, error.errno == errno.ECONNREFUSED)
    server = await asyncio.start_server(lambda *_: None, "127.0.0.1", port)
    print(server.sockets[0].getsockname()[1] == port)
    server.close()
    try:
        await asyncio.open_connection("127.0.0.1", port)
    except OSError as error:
        print(type(error).__name__)
asyncio.run(main())
""",
    "waits until the server is there": SERVE
    + """
async def client(port):
    for attempt in range(10):
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            break
        except ConnectionRefusedError:
            print("attempt", attempt)
            await asyncio.sleep(0.1)
    writer.write(b"at last")
    print(await reader.read(100))
    writer.close()
async def main():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    task = asyncio.create_task(client(port))
    await asyncio.sleep(0.25)
    server = await asyncio.start_server(echo, "127.0.0.1", port)
    await task
    server.close()
asyncio.run(main())
""",
    "the address is in use": SERVE
    + """
async def main():
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    try:
        await asyncio.start_server(echo, "127.0.0.1", port_of(server))
    except OSError as error:
        print(error.errno == errno.EADDRINUSE)
    port = port_of(server)
    server.close()
    again = await asyncio.start_server(echo, "127.0.0.1", port)
    print(port_of(again) == port)
    again.close()
asyncio.run(main())
""",
    "a Unix server": SERVE
    + """
async def main():
    path = os.path.join(tempfile.mkdtemp(), "socket")
    server = await asyncio.start_unix_server(echo, path)
    print(os.path.exists(path))
    reader, writer = await asyncio.open_unix_connection(path)
    print(repr(writer.get_extra_info("sockname")), writer.get_extra_info("peername") == path)
    writer.write(b"hello")
    print(await reader.read(100))
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()
    try:
        await asyncio.open_unix_connection(path)
    except OSError as error:
        print(type(error).__name__ in ("ConnectionRefusedError", "FileNotFoundError"))
    try:
        await asyncio.open_unix_connection(path + "2")
    except OSError as error:
        print(type(error).__name__)
asyncio.run(main())
""",
    "localhost and names": SERVE
    + """
async def main():
    server = await asyncio.start_server(echo, "localhost", 0)
    port = port_of(server)
    reader, writer = await asyncio.open_connection("localhost", port)
    writer.write(b"by name")
    print(await reader.read(100))
    print(writer.get_extra_info("peername")[1] == port)
    writer.close()
    server.close()
asyncio.run(main())
""",
    "all interfaces": SERVE
    + """
async def main():
    server = await asyncio.start_server(echo, None, 0, family=socket.AF_INET)
    print(server.sockets[0].getsockname()[0])
    reader, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
    print(writer.get_extra_info("sockname")[0], writer.get_extra_info("peername")[0])
    writer.write(b"hello")
    print(await reader.read(100))
    writer.close()
    server.close()
asyncio.run(main())
""",
    "a server that is told to close while it serves": SERVE
    + """
async def main():
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
    writer.write(b"before")
    print(await reader.read(100))
    server.close()
    writer.write(b"after")
    print(await reader.read(100), server.sockets)
    waiter = asyncio.create_task(server.wait_closed())
    await asyncio.sleep(0.05)
    writer.close()
    await writer.wait_closed()
    await asyncio.wait_for(waiter, 5)
    print("closed")
asyncio.run(main())
""",
    "serve_forever is cancelled": SERVE
    + """
async def main():
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    async def serve():
        async with server:
            await server.serve_forever()
    task = asyncio.create_task(serve())
    reader, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
    writer.write(b"hello")
    print(await reader.read(100))
    writer.close()
    await writer.wait_closed()
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))
asyncio.run(main())
""",
    "a file is sent": """
import asyncio, tempfile
async def main():
    loop = asyncio.get_running_loop()
    file = tempfile.TemporaryFile()
    file.write(b"0123456789" * 100_000)
    async def handle(reader, writer):
        print("sent", await loop.sendfile(writer.transport, file, 10))
        writer.close()
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    data = await reader.read()
    print(len(data), data[:12])
    writer.close()
    server.close()
asyncio.run(main())
""",
    "a chat, with everybody told": SERVE
    + """
async def main():
    writers = []
    async def handle(reader, writer):
        writers.append(writer)
        async for line in reader:
            for other in writers:
                other.write(line)
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    ends = [await asyncio.open_connection("127.0.0.1", port_of(server)) for _ in range(3)]
    await asyncio.sleep(0.05)
    for number, (_, writer) in enumerate(ends):
        writer.write(b"from %d\\n" % number)
        await asyncio.sleep(0.01)
    for number, (reader, writer) in enumerate(ends):
        print(number, [await reader.readline() for _ in range(3)])
        writer.close()
    server.close()
asyncio.run(main())
""",
}
