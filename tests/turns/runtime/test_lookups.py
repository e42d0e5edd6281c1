"""Names are looked up without threads where there are none: the same lines in the same order."""

import pytest
from watched import run

from turns.runtime import switching

ONE = """
import asyncio
async def serve(reader, writer):
    writer.write(await reader.readline())
    writer.close()
async def ask(name, port):
    print(name, "asks")
    reader, writer = await asyncio.open_connection("localhost", port, family=2)
    print(name, "has a connection")
    asyncio.get_running_loop().call_soon(print, name, "one pass later")
    writer.write(f"{name}\\n".encode())
    print(await reader.read())
    writer.close()
async def beside():
    for number in range(8):
        print("beside", number)
        await asyncio.sleep(0)
async def main():
    clock = asyncio.create_task(beside())
    server = await asyncio.start_server(serve, "localhost", 8000, family=2)
    await clock
    async with server, asyncio.TaskGroup() as group:
        for name in "ABC":
            group.create_task(ask(name, 8000))
        group.create_task(beside())
asyncio.run(main(), debug=DEBUG)
"""
CANCELLED = """
import asyncio
async def ask(loop):
    print(await loop.getaddrinfo("localhost", 80, family=2, type=1))
async def main():
    loop = asyncio.get_running_loop()
    await ask(loop)
    task = asyncio.create_task(ask(loop))
    await asyncio.sleep(0)
    task.cancel()
    print(*await asyncio.gather(task, return_exceptions=True))
    try:
        await loop.getaddrinfo("localhost", "no-such-service")
    except OSError as error:
        print(type(error).__name__)
    await ask(loop)
asyncio.run(main())
"""
BESIDE = """
import asyncio
async def ask(loop):
    await loop.getaddrinfo("localhost", 80, family=2, type=1)
    print("found")
async def beside(loop):
    loop.call_soon(loop.call_soon, print, "two passes later")
async def main():
    loop = asyncio.get_running_loop()
    for _ in range(3):
        await asyncio.gather(ask(loop), beside(loop))
asyncio.run(main())
"""
PROGRAMS = {
    "beside": BESIDE,
    "streams": ONE.replace("DEBUG", "False"),
    "debug": ONE.replace("DEBUG", "True"),
    "cancelled": CANCELLED,
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_lookups_need_no_thread(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What asyncio leaves to a thread, the loop does when that would."""
    with_threads = run(PROGRAMS[name])
    assert (with_threads.problem, with_threads.error) == (None, None)
    monkeypatch.setattr(switching.current, "starts", False)
    without = run(PROGRAMS[name])
    assert (without.output, without.problem, without.error) == (with_threads.output, None, None)


def test_other_jobs_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """They may wait, which nobody can without a stack of their own."""
    monkeypatch.setattr(switching.current, "starts", False)
    outcome = run("import asyncio\nasyncio.run(asyncio.to_thread(print))")
    assert outcome.problem is not None
    assert "it needs a stack of its own" in outcome.problem.message
