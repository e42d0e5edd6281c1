"""Sockets in memory: each program prints what it prints in reality, in every run."""

import gc
import importlib
import json
import socket
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from programs_with_corners import CORNERS
from programs_with_sockets import SOCKETS
from programs_with_streams import STREAMS
from watched import run

PROGRAMS = {**STREAMS, **SOCKETS, **CORNERS}

# Of sockets that a program does not close, whenever they are collected.
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
on_posix = pytest.mark.skipif(sys.platform == "win32", reason="the programs use Unix sockets, too")


@pytest.fixture(autouse=True)
def _destroyed() -> Iterator[None]:
    """Collect what a stopped program left, which complains of it."""
    gc.freeze()  # and nothing else
    yield
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        gc.collect()
    gc.unfreeze()


@on_posix
@pytest.mark.parametrize("name", PROGRAMS)
def test_as_in_reality(name: str) -> None:
    """Each prints the same."""
    as_in_reality(PROGRAMS[name], times=1)


@on_posix
@pytest.mark.slow
@pytest.mark.parametrize("name", PROGRAMS)
def test_always_as_in_reality(name: str) -> None:
    """Twenty times."""
    as_in_reality(PROGRAMS[name], times=20)


def as_in_reality(source: str, times: int) -> None:
    """Run it once for real and several times watched."""
    command = [sys.executable, "-c", source]
    real = subprocess.run(
        command, capture_output=True, encoding="utf-8", timeout=120, check=True
    ).stdout.splitlines()
    for _ in range(times):
        outcome = run(source)
        assert (outcome.output, outcome.problem, outcome.error) == (real, None, None)


@on_posix
@pytest.mark.slow
def test_without_a_kernel_all_is_the_same() -> None:
    """As in a browser, where the platform has descriptors of sockets and nothing else."""
    child = [sys.executable, Path(__file__).with_name("kernelless.py")]
    done = subprocess.run(
        child, input=json.dumps(PROGRAMS), capture_output=True, text=True, timeout=600, check=True
    )
    found = json.loads(done.stdout.splitlines()[-1])
    assert found == {name: [run(source).output, ""] for name, source in PROGRAMS.items()}


def test_no_real_time_goes_by() -> None:
    """Nor does anything depend on it: a hundred seconds, and the same ports, in each run."""
    source = """
        import asyncio, time
        kept = []  # from Python 3.13 on, a writer that nobody keeps closes its connection
        async def main():
            server = await asyncio.start_server(lambda r, w: kept.append(w), "127.0.0.1", 0)
            reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
            try:
                await asyncio.wait_for(reader.read(), 100)
            except TimeoutError:
                print(writer.get_extra_info("sockname"), server.sockets[0].getsockname())
            writer.close()
            server.close()
        asyncio.run(main())
    """
    first, second = run(source), run(source)
    assert first.output == second.output == ["('127.0.0.1', 49153) ('127.0.0.1', 49152)"]


SERVERS = {
    "asyncio": (
        """
        import asyncio
        async def main():
            server = await asyncio.start_server(lambda r, w: None, "127.0.0.1", 8080)
            await server.serve_forever()
        asyncio.run(main())
        """,
        "connections on 127.0.0.1:8080",
    ),
    "accept": (
        """
        import socket
        socket.create_server(("", 8081)).accept()
        """,
        "connections on 0.0.0.0:8081",
    ),
    "select": (
        """
        import select, socket
        with socket.create_server(("::1", 8082), family=socket.AF_INET6) as server:
            select.select([server], [], [])
        """,
        "connections on [::1]:8082",
    ),
    "polling for ever": (
        """
        import http.server
        address = "127.0.0.1", 8083
        http.server.HTTPServer(address, http.server.BaseHTTPRequestHandler).serve_forever()
        """,
        "connections on 127.0.0.1:8083",
    ),
    "a thread": (
        """
        import socket, threading
        server = socket.create_server(("127.0.0.1", 8084))
        thread = threading.Thread(target=server.accept)
        thread.start()
        thread.join()
        """,
        "connections on 127.0.0.1:8084",
    ),
    "datagrams": (
        """
        import asyncio
        async def main():
            loop = asyncio.get_running_loop()
            await loop.create_datagram_endpoint(
                asyncio.DatagramProtocol, local_addr=("127.0.0.1", 8085)
            )
            await asyncio.Event().wait()
        asyncio.run(main())
        """,
        "datagrams on 127.0.0.1:8085",
    ),
    "a client that has gone": (
        """
        import asyncio
        async def main():
            server = await asyncio.start_server(lambda r, w: w.close(), "127.0.0.1", 8086)
            _, writer = await asyncio.open_connection("127.0.0.1", 8086)
            writer.close()
            await server.serve_forever()
        asyncio.run(main())
        """,
        "connections on 127.0.0.1:8086",
    ),
    "from outside": (
        """
        import asyncio, os
        async def main():
            asyncio.get_running_loop().add_reader(os.pipe()[0], print)
            await asyncio.Event().wait()
        asyncio.run(main())
        """,
        "what nobody has sent from outside of the program",
    ),
}


@pytest.mark.parametrize("name", SERVERS)
def test_a_server_that_waits_is_in_no_deadlock(name: str) -> None:
    """It is said for whom it waits, and where."""
    if name == "from outside" and sys.platform == "win32":
        pytest.skip("a pipe cannot be watched there")
    source, awaited = SERVERS[name]
    problem = run(source).problem
    assert problem is not None
    assert problem.kind == "network"
    assert problem.message.startswith(f"stopped: it waits for {awaited}")
    assert problem.waiting


DEADLOCKS = {
    "both ends wait": """
        import asyncio
        async def main():
            async def handle(reader, writer):
                await reader.read(10)
            server = await asyncio.start_server(handle, "127.0.0.1", 0)
            reader, _ = await asyncio.open_connection(*server.sockets[0].getsockname())
            await asyncio.sleep(1)
            server.close()
            await reader.read(10)
        asyncio.run(main())
    """,
    "a pair": "import socket; one, two = socket.socketpair(); one.recv(1)",
    "a full pair": "import socket; one, two = socket.socketpair(); one.sendall(bytes(10**6))",
    "a lock, and a server that is stopped": """
        import asyncio, threading
        async def main():
            await asyncio.start_server(print, "127.0.0.1", 0)
        loop = asyncio.new_event_loop()
        loop.run_until_complete(main())
        lock = threading.Lock()
        lock.acquire()
        lock.acquire()
    """,
    "a client whose server says nothing": """
        import socket
        server = socket.create_server(("127.0.0.1", 0))
        socket.create_connection(server.getsockname()).recv(1)
    """,
}


@pytest.mark.parametrize("name", DEADLOCKS)
def test_who_waits_for_the_other_end_is_in_a_deadlock(name: str) -> None:
    """Nobody from outside could help."""
    problem = run(DEADLOCKS[name]).problem
    assert problem is not None
    assert problem.kind == "deadlock"


def test_encryption_of_a_socket_in_memory_is_refused() -> None:
    """What OpenSSL does to a descriptor, the other end would not see."""
    outcome = run(
        """
        import socket, ssl
        one, two = socket.socketpair()
        ssl.create_default_context().wrap_socket(one, server_hostname="localhost")
        """
    )
    assert outcome.problem is not None
    assert outcome.problem.kind == "unsupported"


def test_what_is_kept_is_real_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that was imported in a run keeps what stood for sockets and ``poll`` then."""
    kept = ModuleType("kept")
    monkeypatch.setitem(sys.modules, "kept", kept)
    run("import kept, select, socket; kept.socket, kept.select = socket.socket, select.select")
    one, two = socket.socketpair()
    again = kept.socket(one.family, one.type, fileno=one.detach())
    with again, two:
        two.send(b"x")
        assert kept.select([again], [], [], 10)[0] == [again]
        assert again.recv(10) == b"x"


def test_who_only_reads_of_another_platform_is_left_alone() -> None:
    """The stand-ins for a kernel are there where there is none, and nowhere else."""
    importlib.import_module("turns.runtime.sockets.kernelless")
    assert socket.socketpair.__module__ == "socket"
