"""Programs that meet the corners of sockets; each prints the same in reality."""

CORNERS = {
    "a socket that is nonblocking by hand": """
import errno, select, socket
def code(call, *args):
    try:
        return call(*args)
    except (OSError, ValueError) as error:
        return errno.errorcode[error.errno] if getattr(error, "errno", None) else repr(error)
listener = socket.create_server(("127.0.0.1", 0))
listener.setblocking(False)
print(code(listener.accept))
client = socket.socket()
client.setblocking(False)
print(code(client.connect, listener.getsockname()))
print(select.select([], [client], [], 1)[1] == [client])
print(client.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))
print(code(client.recv, 10))
end, _ = listener.accept()
print(end.getblocking(), end.gettimeout())
print(code(client.shutdown, socket.SHUT_RDWR), code(end.recv, 10))
print(code(client.shutdown, socket.SHUT_WR))
client.close()
print(code(client.recv, 1), code(client.send, b"x"), code(client.getsockname))
print(code(client.connect, ("127.0.0.1", 1)))
print(code(select.select, [client], [], []))
print(code(socket.socket().shutdown, socket.SHUT_RD))
print(code(socket.socket().bind, ("192.0.2.1", 0)))
print(code(socket.socket().listen), code(socket.socket().getpeername))
print(code(end.recv, -1), code(end.bind, ("127.0.0.1", 0)))
print(code(end.listen), code(end.accept))
print(repr(socket.socket())[:15], repr(client)[:26])
""",
    "connections that nobody accepted": """
import socket
def attempt(call, *args):
    try:
        return call(*args)
    except OSError as error:
        return type(error).__name__
listener = socket.create_server(("127.0.0.1", 0))
client = socket.create_connection(listener.getsockname())
client.send(b"early")
other = socket.create_connection(listener.getsockname())
end, _ = listener.accept()
print(end.recv(10))
listener.close()
print(attempt(other.recv, 10), attempt(other.recv, 10), attempt(other.send, b"x"))
end.send(b"still here")
print(client.recv(100))
del end
print(client.recv(100))
early = socket.create_server(("127.0.0.1", 0))
gone = socket.create_connection(early.getsockname())
gone.send(b"bye")
gone.close()
end, _ = early.accept()
print(end.recv(10), end.recv(10))
""",
    "default timeouts": """
import socket
socket.setdefaulttimeout(0.1)
listener = socket.create_server(("127.0.0.1", 0))
client = socket.socket()
print(client.gettimeout(), client.timeout)
client.connect(listener.getsockname())
end, _ = listener.accept()
print(end.gettimeout())
try:
    end.recv(1)
except TimeoutError as error:
    print(error, isinstance(error, socket.timeout))
socket.setdefaulttimeout(None)
client.settimeout(None)
listener.settimeout(5)
client = socket.create_connection(listener.getsockname())
end, _ = listener.accept()
print(end.gettimeout())
""",
    "the same port again": """
import socket
one = socket.create_server(("127.0.0.1", 0))
port = one.getsockname()[1]
client = socket.create_connection(one.getsockname())
end, _ = one.accept()
one.close()
two = socket.create_server(("127.0.0.1", port))
second = socket.create_connection(("localhost", port))
other, _ = two.accept()
second.send(b"two")
client.send(b"one")
print(other.recv(10), end.recv(10))
a, b = socket.socket(), socket.socket()
for each in (a, b):
    each.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
a.bind(("127.0.0.1", 0))
b.bind(a.getsockname())
a.listen()
b.listen()
print(a.getsockname() == b.getsockname())
""",
    "Unix, abstract and by file": """
import os, socket, tempfile
os.chdir(tempfile.mkdtemp())
listener = socket.socket(socket.AF_UNIX)
listener.bind("here")
listener.listen()
client = socket.socket(socket.AF_UNIX)
client.connect(os.path.abspath("here"))
end, address = listener.accept()
print(repr(address), repr(end.getsockname()), repr(client.getpeername()))
client.send(b"x")
print(end.recv(10))
try:
    socket.socket(socket.AF_UNIX).bind("here")
except OSError as error:
    print(error)
os.unlink("here")
for name in ("here", "nowhere"):
    try:
        socket.socket(socket.AF_UNIX).connect(name)
    except OSError as error:
        print(type(error).__name__)
abstract = socket.socket(socket.AF_UNIX)
abstract.bind("\\0turns-test-of-sockets")
abstract.listen()
again = socket.socket(socket.AF_UNIX)
again.setblocking(False)
again.connect("\\0turns-test-of-sockets")
print(abstract.accept()[0].getsockname(), again.getpeername())
""",
    "create_connection with a socket, connect_accepted_socket": """
import asyncio, socket
class Shout(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
    def data_received(self, data):
        print(type(self).__name__, data)
        if len(data) < 5:
            self.transport.write(data + b"!")
        else:
            self.transport.close()
    def connection_lost(self, error):
        print("lost", error)
class Client(Shout): pass
async def main():
    loop = asyncio.get_running_loop()
    listener = socket.create_server(("127.0.0.1", 0))
    listener.setblocking(False)
    accepting = asyncio.create_task(loop.sock_accept(listener))
    client = socket.create_connection(listener.getsockname())
    transport, _ = await loop.create_connection(Client, sock=client)
    end, _ = await accepting
    await loop.connect_accepted_socket(Shout, end)
    transport.write(b"a")
    await asyncio.sleep(0.1)
    listener.close()
    one, two = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=one)
    two.send(b"pair")
    print(await reader.read(10))
    writer.close()
    await writer.wait_closed()
    print(two.recv(10))
asyncio.run(main())
""",
    "a descriptor that is another socket's by now": """
import asyncio, socket
async def main():
    loop = asyncio.get_running_loop()
    one, two = socket.socketpair()
    number = one.fileno()
    loop.add_writer(number, print, "written")
    one.close()
    three, four = socket.socketpair()
    print(three.fileno() == number)
    for _ in range(2):
        try:
            loop.add_reader(number, print, "read")
            print("added")
        except OSError as error:
            print(type(error).__name__, error)
asyncio.run(main())
""",
    "a server that starts later": """
import asyncio, sys
async def main():
    async def handle(reader, writer):
        writer.write(b"hi")
        await writer.drain()
        writer.close()
    server = await asyncio.start_server(handle, "127.0.0.1", 0, start_serving=False)
    address = server.sockets[0].getsockname()
    try:
        await asyncio.open_connection(*address)
    except ConnectionRefusedError:
        print("not yet")
    await server.start_serving()
    reader, writer = await asyncio.open_connection(*address)
    print(await reader.read())
    writer.close()
    server.close()
    print(server.is_serving())
asyncio.run(main())
""",
    "xmlrpc and http.client": """
import http.client, threading, xmlrpc.client, xmlrpc.server
server = xmlrpc.server.SimpleXMLRPCServer(("127.0.0.1", 0), logRequests=False)
server.register_function(lambda a, b: a + b, "add")
thread = threading.Thread(target=server.serve_forever)
thread.start()
host, port = server.server_address
with xmlrpc.client.ServerProxy(f"http://{host}:{port}") as proxy:
    print([proxy.add(n, 1) for n in range(3)])
connection = http.client.HTTPConnection(host, port, timeout=3)
connection.request("GET", "/")
print(connection.getresponse().status)
connection.close()
server.shutdown()
thread.join()
server.server_close()
""",
    "many clients in a pool": """
import concurrent.futures, socket, socketserver, threading
class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.sendall(self.request.recv(100)[::-1])
class Server(socketserver.ThreadingTCPServer):
    request_queue_size = 50
def ask(number):
    with socket.create_connection(server.server_address) as client:
        client.sendall(b"%03d" % number)
        return client.recv(10)
with Server(("127.0.0.1", 0), Handler) as server:
    threading.Thread(target=server.serve_forever).start()
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        print(b" ".join(pool.map(ask, range(40))))
    server.shutdown()
""",
    "a proxy between two": """
import asyncio
async def pipe(reader, writer):
    while data := await reader.read(4096):
        writer.write(data)
        await writer.drain()
    writer.write_eof() if writer.can_write_eof() else None
async def main():
    async def upper(reader, writer):
        writer.write((await reader.read()).upper())
        writer.close()
    async def proxy(reader, writer):
        there, back = await asyncio.open_connection(*last.sockets[0].getsockname())
        await asyncio.gather(pipe(reader, back), pipe(there, writer))
        back.close()
        writer.close()
    last = await asyncio.start_server(upper, "127.0.0.1", 0)
    first = await asyncio.start_server(proxy, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*first.sockets[0].getsockname())
    writer.write(b"through " * 10_000)
    writer.write_eof()
    data = await reader.read()
    print(len(data), data[:8])
    writer.close()
    first.close()
    last.close()
asyncio.run(main())
""",
    "select in a thread, woken by a pair": """
import select, socket, threading
one, two = socket.socketpair()
pipe_in, pipe_out = socket.socketpair()
log = []
def watch():
    while True:
        ready, _, _ = select.select([one, pipe_in], [], [], 2)
        if one in ready:
            log.append(one.recv(10))
        if pipe_in in ready:
            return
thread = threading.Thread(target=watch)
thread.start()
two.send(b"a")
two.send(b"b")
pipe_out.send(b"x")
thread.join()
print(b"".join(log))
""",
    "linger, keepalive, nodelay": """
import socket, struct
one = socket.socket()
one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
one.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
one.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 8192)
print(one.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
print(one.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE))
print(one.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE) == socket.SOCK_STREAM)
print(one.getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF) >= 8192)
with socket.create_server(("127.0.0.1", 0)) as listener:
    one.connect(listener.getsockname())
    end, _ = listener.accept()
one.setblocking(False)
total = 0
try:
    while total < 10**7:
        total += one.send(bytes(10000))
except BlockingIOError:
    print("soon full", total < 10**7)
""",
    "UDP in a pool of names": """
import socket
server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("", 0))
port = server.getsockname()[1]
client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
client.connect(("localhost", port))
print(client.getpeername() == ("127.0.0.1", port), client.getsockname()[0])
client.send(b"hello")
data, address = server.recvfrom(100)
print(data, address == client.getsockname())
other = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
other.sendto(b"not yours", client.getsockname())
client.setblocking(False)
try:
    client.recv(10)
except BlockingIOError:
    print("filtered")
server.sendto(b"for you", address)
print(client.recv(100))
server.close()
print(client.send(b"?"))
try:
    client.send(b"!")
except ConnectionRefusedError:
    print("refused")
try:
    other.sendto(bytes(70000), ("127.0.0.1", port))
except OSError as error:
    print(error.strerror)
try:
    other.send(b"x")
except OSError as error:
    print(error.strerror)
""",
}
