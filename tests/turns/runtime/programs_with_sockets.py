"""Programs that use sockets themselves; each prints the same in reality."""

SOCKETS = {
    "a pair with add_reader": """
import asyncio, socket
async def main():
    loop = asyncio.get_running_loop()
    one, two = socket.socketpair()
    done = asyncio.Event()
    def read():
        data = one.recv(100)
        print("read", data)
        if not data:
            loop.remove_reader(one)
            done.set()
    loop.add_reader(one, read)
    loop.call_later(0.1, two.send, b"first")
    loop.call_later(0.2, two.send, b"second")
    loop.call_later(0.3, two.close)
    await done.wait()
    one.close()
asyncio.run(main())
""",
    "who became ready first comes first": """
import asyncio, socket
async def main():
    loop = asyncio.get_running_loop()
    pairs = [socket.socketpair() for _ in range(5)]
    for number, (one, _) in enumerate(pairs):
        loop.add_reader(one, lambda n=number, s=one: print(n, s.recv(10)))
    for number in (3, 0, 4, 1, 2):
        pairs[number][1].send(b"x")
    await asyncio.sleep(0.01)
    for number in (2, 2, 4, 0, 3):
        pairs[number][1].send(b"y")
    await asyncio.sleep(0.01)
    for one, two in pairs:
        loop.remove_reader(one)
        one.close()
        two.close()
asyncio.run(main())
""",
    "add_writer": """
import asyncio, socket
async def main():
    loop = asyncio.get_running_loop()
    one, two = socket.socketpair()
    one.setblocking(False)
    two.setblocking(False)
    sent = 0
    try:
        while True:
            sent += one.send(b"x" * 10_000)
    except BlockingIOError:
        print("full")
    ready = loop.create_future()
    loop.add_writer(one, lambda: (loop.remove_writer(one), ready.set_result(None)))
    await asyncio.sleep(0.01)
    print(ready.done())
    got = 0
    while got < sent:
        got += len(await loop.sock_recv(two, 1 << 20))
    await ready
    print(got == sent)
    one.close()
    two.close()
asyncio.run(main())
""",
    "sock_connect, sock_accept, sock_recv, sock_sendall": """
import asyncio, socket
async def main():
    loop = asyncio.get_running_loop()
    listener = socket.create_server(("127.0.0.1", 0))
    listener.setblocking(False)
    async def serve():
        end, address = await loop.sock_accept(listener)
        print("server:", address[0], end.getblocking())
        while data := await loop.sock_recv(end, 100):
            await loop.sock_sendall(end, data[::-1])
        end.close()
    task = asyncio.create_task(serve())
    client = socket.socket()
    client.setblocking(False)
    await loop.sock_connect(client, listener.getsockname())
    await loop.sock_sendall(client, b"abc")
    buffer = bytearray(10)
    print("client:", await loop.sock_recv_into(client, buffer), bytes(buffer))
    client.close()
    await task
    listener.close()
asyncio.run(main())
""",
    "sock_recv with a timeout": """
import asyncio, socket
async def main():
    loop = asyncio.get_running_loop()
    one, two = socket.socketpair()
    one.setblocking(False)
    try:
        await asyncio.wait_for(loop.sock_recv(one, 10), 0.05)
    except TimeoutError:
        print("timeout")
    two.send(b"x")
    print(await loop.sock_recv(one, 10))
    one.close()
    two.close()
asyncio.run(main())
""",
    "UDP": """
import asyncio
class Server(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport
    def datagram_received(self, data, address):
        print("server:", data, address[0])
        self.transport.sendto(data.upper(), address)
class Client(asyncio.DatagramProtocol):
    def __init__(self, done):
        self.done = done
        self.count = 0
    def datagram_received(self, data, address):
        print("client:", data)
        self.count += 1
        if self.count == 3:
            self.done.set_result(None)
    def connection_lost(self, error):
        print("lost", error)
async def main():
    loop = asyncio.get_running_loop()
    server, _ = await loop.create_datagram_endpoint(Server, local_addr=("127.0.0.1", 0))
    done = loop.create_future()
    address = server.get_extra_info("sockname")
    client, _ = await loop.create_datagram_endpoint(lambda: Client(done), remote_addr=address)
    for text in (b"one", b"two", b"three"):
        client.sendto(text)
    await done
    client.close()
    server.close()
    await asyncio.sleep(0.01)
asyncio.run(main())
""",
    "UDP to nobody": """
import asyncio, socket
class Client(asyncio.DatagramProtocol):
    def __init__(self, done):
        self.done = done
    def error_received(self, error):
        print(type(error).__name__)
        self.done.set_result(None)
async def main():
    with socket.socket(type=socket.SOCK_DGRAM) as free:
        free.bind(("127.0.0.1", 0))
        address = free.getsockname()
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    client, _ = await loop.create_datagram_endpoint(lambda: Client(done), remote_addr=address)
    client.sendto(b"hello?")
    await done
    client.close()
asyncio.run(main())
""",
    "datagrams, blocking": """
import socket, threading
server = socket.socket(type=socket.SOCK_DGRAM)
server.bind(("127.0.0.1", 0))
def serve():
    while True:
        data, address = server.recvfrom(100)
        server.sendto(data * 2, address)
        if data == b"stop":
            return
thread = threading.Thread(target=serve)
thread.start()
client = socket.socket(type=socket.SOCK_DGRAM)
client.settimeout(5)
for text in (b"one", b"", b"stop"):
    client.sendto(text, server.getsockname())
    print(client.recvfrom(100)[0])
thread.join()
client.sendto(b"long datagram", client.getsockname())
print(client.recv(4))
client.settimeout(0.05)
try:
    client.recv(4)
except TimeoutError as error:
    print(error)
""",
    "Unix datagrams": """
import os, socket, tempfile
folder = tempfile.mkdtemp()
one, two = (socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) for _ in range(2))
one.bind(os.path.join(folder, "one"))
two.connect(os.path.join(folder, "one"))
two.send(b"a")
two.send(b"b")
print(one.recvfrom(10), one.recvfrom(10))
left, right = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
left.send(b"1")
left.send(b"22")
print(right.recv(10), right.recv(10))
try:
    two.sendto(b"x", os.path.join(folder, "three"))
except OSError as error:
    print(type(error).__name__)
""",
    "blocking sockets in threads": """
import socket, threading
listener = socket.create_server(("127.0.0.1", 0))
def serve():
    for number in range(3):
        end, _ = listener.accept()
        with end:
            while data := end.recv(100):
                end.sendall(b"%d:" % number + data)
thread = threading.Thread(target=serve)
thread.start()
for text in (b"a", b"b", b"c"):
    with socket.create_connection(listener.getsockname(), timeout=5) as client:
        client.sendall(text)
        print(client.recv(100))
        client.shutdown(socket.SHUT_WR)
        print(client.recv(100))
thread.join()
listener.close()
""",
    "timeouts of blocking sockets": """
import socket, time
one, two = socket.socketpair()
one.settimeout(0.1)
began = time.monotonic()
try:
    one.recv(1)
except TimeoutError as error:
    print(error, round(time.monotonic() - began, 1))
try:
    while True:
        one.send(b"x" * 100_000)
except TimeoutError as error:
    print(error)
listener = socket.create_server(("127.0.0.1", 0))
listener.settimeout(0.2)
try:
    listener.accept()
except TimeoutError as error:
    print(error, round(time.monotonic() - began, 1))
""",
    "a sender that waits for a reader in a thread": """
import socket, threading, time
one, two = socket.socketpair()
def read():
    time.sleep(0.1)
    size = 0
    while data := two.recv(65536):
        size += len(data)
    print("read", size)
thread = threading.Thread(target=read)
thread.start()
one.sendall(b"x" * 3_000_000)
print("sent")
one.close()
thread.join()
""",
    "select": """
import select, socket, threading, time
one, two = socket.socketpair()
print(select.select([one], [one], [], 0)[1] == [one])
print(select.select([one], [], [], 0.05))
def later():
    time.sleep(0.05)
    two.send(b"x")
thread = threading.Thread(target=later)
thread.start()
print(select.select([one], [], [])[0] == [one], one.recv(1))
thread.join()
two.close()
print(select.select([one], [], [])[0] == [one], one.recv(1))
""",
    "poll": """
import select, socket
one, two = socket.socketpair()
three, four = socket.socketpair()
poll = select.poll()
poll.register(one, select.POLLIN)
poll.register(three, select.POLLIN | select.POLLOUT)
def show(timeout):
    names = {one.fileno(): "one", three.fileno(): "three"}
    print([(names[fd], event) for fd, event in poll.poll(timeout)])
show(0)
two.send(b"x")
show(1000)
one.recv(1)
poll.modify(three, select.POLLIN)
show(20)
four.close()
two.close()
show(None)
poll.unregister(one)
show(None)
try:
    poll.unregister(one)
except KeyError:
    print("KeyError")
""",
    "epoll, edge-triggered": """
import select, socket
if not hasattr(select, "epoll"):
    raise SystemExit
one, two = socket.socketpair()
with select.epoll() as epoll:
    epoll.register(one, select.EPOLLIN | select.EPOLLET)
    print(epoll.poll(0.01))
    two.send(b"x")
    print(epoll.poll() == [(one.fileno(), select.EPOLLIN)], epoll.poll(0.01))
    two.send(b"y")
    print(len(epoll.poll(0.01)), one.recv(10))
    epoll.modify(one, select.EPOLLIN | select.EPOLLONESHOT)
    two.send(b"z")
    print(len(epoll.poll(0.01)), len(epoll.poll(0.01)))
    epoll.unregister(one)
print(epoll.closed)
""",
    "selectors": """
import selectors, socket
selector = selectors.DefaultSelector()
listener = socket.create_server(("127.0.0.1", 0))
listener.setblocking(False)
def accept(listener):
    end, _ = listener.accept()
    end.setblocking(False)
    selector.register(end, selectors.EVENT_READ, read)
def read(end):
    data = end.recv(100)
    print("server:", data)
    if data:
        end.send(data)
    else:
        selector.unregister(end)
        end.close()
selector.register(listener, selectors.EVENT_READ, accept)
clients = [socket.create_connection(listener.getsockname()) for _ in range(3)]
def turn():
    for key, _ in selector.select(0.05):
        key.data(key.fileobj)
turn(), turn(), turn()
for number in (2, 0, 1):
    clients[number].send(b"%d" % number)
turn()
print([client.recv(10) for client in clients])
for client in clients:
    client.close()
turn()
print(len(selector.get_map()), selector.select(0.01))
""",
    "a SelectSelector and a PollSelector": """
import selectors, socket
for kind in (selectors.SelectSelector, selectors.PollSelector):
    one, two = socket.socketpair()
    with kind() as selector:
        selector.register(one, selectors.EVENT_READ, "one")
        selector.register(two, selectors.EVENT_READ | selectors.EVENT_WRITE, "two")
        print([(key.data, mask) for key, mask in selector.select(0.01)])
        two.send(b"x")
        selector.modify(two, selectors.EVENT_READ, "two")
        print([(key.data, mask) for key, mask in selector.select()])
""",
    "http.server and urllib": """
import http.server, threading, urllib.error, urllib.request
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/missing":
            self.send_error(404)
            return
        body = f"you asked for {self.path}".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def log_message(self, *args):
        pass
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
thread = threading.Thread(target=server.serve_forever)
thread.start()
base = f"http://127.0.0.1:{server.server_port}"
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
for path in ("/a", "/b"):
    with opener.open(base + path, timeout=5) as answer:
        print(answer.status, answer.read())
try:
    opener.open(base + "/missing")
except urllib.error.HTTPError as error:
    print(error.code)
    error.close()
server.shutdown()
thread.join()
server.server_close()
print("closed")
""",
    "urllib in threads of a loop": """
import asyncio, http.server, threading, urllib.request
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.path.encode())
    def log_message(self, *args):
        pass
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
def get(url):
    with opener.open(url, timeout=5) as answer:
        return answer.read()
async def main():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}).start()
    base = f"http://127.0.0.1:{server.server_port}/"
    print(await asyncio.gather(*(asyncio.to_thread(get, base + str(n)) for n in range(4))))
    await asyncio.to_thread(server.shutdown)
    server.server_close()
asyncio.run(main())
""",
    "socketserver": """
import socket, socketserver, threading
class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            self.wfile.write(line.strip()[::-1] + b"\\n")
class Server(socketserver.TCPServer):
    allow_reuse_address = True
with Server(("127.0.0.1", 0), Handler) as server:
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    for word in ("abc", "def"):
        with socket.create_connection(server.server_address) as client:
            with client.makefile("rw", newline="\\n") as file:
                file.write(word + "\\n")
                file.flush()
                print(file.readline().strip())
    server.shutdown()
    thread.join()
""",
    "resets and broken pipes": """
import socket, struct
def pair():
    listener = socket.create_server(("127.0.0.1", 0))
    client = socket.create_connection(listener.getsockname())
    end, _ = listener.accept()
    listener.close()
    return client, end
def attempt(name, call, *args):
    try:
        print(name, call(*args))
    except OSError as error:
        print(name, type(error).__name__)
one, two = pair()
one.send(b"unread")
two.close()
attempt("recv", one.recv, 10)
attempt("recv", one.recv, 10)
attempt("send", one.send, b"x")
one, two = pair()
one.close()
attempt("recv", two.recv, 10)
attempt("send", two.send, b"x")
attempt("send", two.send, b"x")
attempt("recv", two.recv, 10)
one, two = pair()
one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
one.close()
attempt("recv", two.recv, 10)
one, two = socket.socketpair()
one.close()
attempt("recv", two.recv, 10)
attempt("send", two.send, b"x")
one, two = socket.socketpair()
two.send(b"unread")
one.send(b"read")
one.close()
attempt("recv", two.recv, 10)
attempt("recv", two.recv, 10)
attempt("recv", two.recv, 10)
one, two = pair()
one.shutdown(socket.SHUT_WR)
attempt("send", one.send, b"x")
attempt("recv", two.recv, 10)
attempt("send", two.send, b"still")
attempt("recv", one.recv, 10)
attempt("closed", (one.close(), one.recv)[1], 10)
""",
    "names, ports and options": """
import errno, socket
def code(call, *args):
    try:
        return call(*args)
    except OSError as error:
        return errno.errorcode[error.errno]
one = socket.socket()
print(one.getsockname(), code(one.getpeername), code(one.accept))
print(code(one.recv, 1), code(one.send, b"x"))
one.bind(("", 0))
port = one.getsockname()[1]
print(one.getsockname()[0], port > 1024, code(one.bind, ("", 0)))
two = socket.socket()
print(code(two.bind, ("127.0.0.1", port)))
two.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
print(two.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR), code(two.bind, ("127.0.0.1", port)))
one.listen()
print(one.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
three = socket.socket()
three.setblocking(False)
print(three.connect_ex(("127.0.0.1", port)) == errno.EINPROGRESS)
print(three.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))
end, address = one.accept()
print(end.getsockname() == three.getpeername(), end.getpeername() == three.getsockname() == address)
print(end.getsockname()[0])
print(code(three.connect, ("127.0.0.1", port)), code(three.recv, 1))
print(code(one.connect, ("127.0.0.1", port)))
four = socket.socket()
four.setblocking(False)
with socket.create_server(("127.0.0.1", 0)) as gone:
    address = gone.getsockname()
print(four.connect_ex(address) == errno.EINPROGRESS)
print(errno.errorcode[four.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)])
print(code(socket.create_connection, address))
print(code(socket.socket().connect, address))
print(errno.errorcode[socket.socket().connect_ex(address)])
print(isinstance(one, socket.socket), type(one).__name__, one.type, one.family)
for wrong in ((1,), "x", ("127.0.0.1", "x"), ("127.0.0.1", 70000)):
    try:
        socket.socket().bind(wrong)
    except (TypeError, OverflowError) as error:
        print(type(error).__name__, error)
""",
    "IPv6 and IPv4 at once": """
import socket
if not socket.has_dualstack_ipv6():
    raise SystemExit
server = socket.create_server(("", 0), family=socket.AF_INET6, dualstack_ipv6=True)
port = server.getsockname()[1]
for host in ("127.0.0.1", "::1"):
    client = socket.create_connection((host, port))
    end, address = server.accept()
    print(client.getpeername()[0], address[0], end.getsockname()[0], len(end.getsockname()))
only = socket.create_server(("::1", 0), family=socket.AF_INET6)
try:
    socket.create_connection(("127.0.0.1", only.getsockname()[1]))
except ConnectionRefusedError:
    print("refused")
""",
    "descriptors, copies and detached ones": """
import os, socket
one, two = socket.socketpair()
copy = two.dup()
two.close()
one.send(b"to the copy")
print(copy.recv(100))
fd = copy.detach()
again = socket.socket(fileno=fd)
again.send(b"back")
print(one.recv(100), again.fileno() == fd, copy.fileno())
os.write(again.fileno(), b"by descriptor")
print(os.read(one.fileno(), 100))
number = again.detach()
os.close(number)
print(one.recv(100))
one.close()
print(one.fileno(), socket.socket().fileno() > 0)
file, other = (end.makefile("rwb") for end in socket.socketpair())
file.write(b"line\\nrest")
file.close()
print(other.readline(), other.read())
""",
    "peek, waitall and buffers": """
import socket, threading, time
one, two = socket.socketpair()
one.send(b"abcdef")
print(two.recv(3, socket.MSG_PEEK), two.recv(3), two.recvfrom(1))
buffer = bytearray(4)
print(two.recv_into(buffer, 1), bytes(buffer), two.recvmsg(10)[0])
one.sendmsg([b"ab", b"cd"])
parts = [bytearray(1), bytearray(5)]
print(two.recvmsg_into(parts)[0], parts)
def later():
    for text in (b"x", b"y", b"z"):
        time.sleep(0.02)
        one.send(text)
thread = threading.Thread(target=later)
thread.start()
print(two.recv(3, socket.MSG_WAITALL))
thread.join()
try:
    two.recv(1, socket.MSG_DONTWAIT)
except BlockingIOError as error:
    print(error)
""",
    "signals wake a loop": """
import asyncio, os, signal
async def main():
    loop = asyncio.get_running_loop()
    got = asyncio.Event()
    loop.add_signal_handler(signal.SIGUSR1, lambda: (print("signal"), got.set()))
    loop.call_later(0.05, signal.raise_signal, signal.SIGUSR1)
    await got.wait()
    print(loop.remove_signal_handler(signal.SIGUSR1))
if hasattr(signal, "SIGUSR1"):
    asyncio.run(main())
""",
    "pipes stay real": """
import asyncio, os
async def main():
    loop = asyncio.get_running_loop()
    reading, writing = os.pipe()
    reader = asyncio.StreamReader()
    protocol = asyncio.StreamReaderProtocol(reader)
    await loop.connect_read_pipe(lambda: protocol, os.fdopen(reading, "rb"))
    os.write(writing, b"one\\n")
    print(await reader.readline())
    loop.call_later(0.05, os.write, writing, b"two\\n")
    print(await reader.readline())
    os.close(writing)
    print(await reader.read())
asyncio.run(main())
""",
    "a loop in a thread": """
import asyncio, threading
async def serve(ready):
    async def handle(reader, writer):
        writer.write((await reader.readline()).upper())
        writer.close()
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    stop = asyncio.Event()
    ready.append((asyncio.get_running_loop(), server.sockets[0].getsockname(), stop))
    event.set()
    await stop.wait()
    server.close()
event, ready = threading.Event(), []
thread = threading.Thread(target=lambda: asyncio.run(serve(ready)))
thread.start()
event.wait()
loop, address, stop = ready[0]
async def main():
    reader, writer = await asyncio.open_connection(*address)
    writer.write(b"hello\\n")
    print(await reader.read())
    writer.close()
asyncio.run(main())
loop.call_soon_threadsafe(stop.set)
thread.join()
print("joined")
""",
}
