"""The virtual loop, alone and under a program."""

import _thread
import asyncio
import subprocess
import sys
import time

import pytest
from watched import main_of, run

from turns.runtime.loop import VirtualLoop


def test_a_loop_needs_no_arguments_and_no_program() -> None:
    """An hour on it takes no time; the loop inherits its scheduling."""
    order = []

    async def nap(n: int) -> None:
        await asyncio.sleep(3600)
        order.append(n)

    async def main() -> float:
        await asyncio.gather(*map(nap, range(5)))
        return asyncio.get_running_loop().time()

    started = time.perf_counter()
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        assert 3600 < runner.run(main()) < 3601
    assert order == list(range(5))
    assert time.perf_counter() - started < 300
    assert VirtualLoop._run_once is asyncio.BaseEventLoop._run_once  # type: ignore[attr-defined]  # noqa: SLF001


def test_a_loop_alone_waits_for_real_threads() -> None:
    """Without a watched program, threads are real, and time does not run ahead of them."""

    async def main() -> int:
        return await asyncio.wait_for(asyncio.to_thread(lambda: time.sleep(0.05) or 42), 30)

    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        assert runner.run(main()) == 42


def test_sockets_of_the_same_process() -> None:
    """A server and its client talk over loopback, with virtual pauses."""
    outcome = run(
        main_of("""
        async def serve(reader, writer):
            line = await reader.readline()
            await asyncio.sleep(100)
            writer.write(line.upper())
            writer.close()
        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        async with server:
            port = server.sockets[0].getsockname()[1]
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(b"tea\\n")
            print((await reader.read()).decode().strip())
            writer.close()
        """)
    )
    assert outcome.output == ["TEA"], outcome


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal on Windows")
def test_a_signal_handler_runs() -> None:
    """A signal that the program sends itself comes as a callback."""
    outcome = run(
        main_of("""
        import os, signal
        came = asyncio.Event()
        asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, came.set)
        os.kill(os.getpid(), signal.SIGUSR1)
        await came.wait()
        print("came")
        """)
    )
    assert outcome.output == ["came"]


@pytest.mark.parametrize(
    ("call", "name"),
    [
        ("await asyncio.create_subprocess_exec('ls')", "asyncio.create_subprocess_exec()"),
        ("await asyncio.create_subprocess_shell('ls')", "asyncio.create_subprocess_shell()"),
        ("import subprocess; subprocess.run(['ls'])", "subprocess.run()"),
        ("import os; os.system('ls')", "os.system()"),
        ("import multiprocessing as m; m.Process().start()", "multiprocessing.Process.start()"),
    ],
)
def test_a_process_is_refused_by_name(call: str, name: str) -> None:
    """The error names the call, and the outcome says that the program cannot be watched."""
    outcome = run(main_of(call))
    assert outcome.problem.kind == "unsupported"
    assert outcome.problem.message.startswith(name)


@pytest.mark.parametrize("name", [name for name in dir(_thread) if name.startswith("start_")])
def test_a_thread_without_the_threading_module_is_refused(name: str) -> None:
    """Whatever ways to start one this Python has: `start_joinable_thread` came with 3.13."""
    outcome = run(main_of(f"import _thread; _thread.{name}(print, ('never',))"))
    assert outcome.problem.kind == "unsupported"
    assert outcome.problem.message.startswith(f"_thread.{name}()")


def test_the_order_of_cancelled_tasks_is_the_same_in_each_run() -> None:
    """A TaskGroup keeps its tasks in a set; here their hash does not depend on their address."""
    source = main_of("""
        async def child(n):
            try:
                await asyncio.sleep(n)
            finally:
                print(n)
        try:
            async with asyncio.TaskGroup() as group:
                for n in range(20):
                    group.create_task(child(9))
                await asyncio.sleep(1)
                raise ValueError
        except* ValueError:
            pass
        """).replace("child(9)", "child(100 + n)")
    first = run(source).output
    garbage = [object() for _ in range(1000)]
    assert all(run(source).output == first for _ in range(5))
    assert len(garbage) == 1000


def test_task_names_begin_with_one_in_each_run() -> None:
    """As in a fresh process."""
    source = main_of("""
        print(asyncio.current_task().get_name(), asyncio.create_task(asyncio.sleep(0)).get_name())
        """)
    assert [run(source).output for _ in range(2)] == [["Task-1 Task-2"]] * 2


_ASKED = [
    "print(asyncio.get_running_loop())",
    "print(type(asyncio.get_running_loop()))",
    "print(asyncio.SelectorEventLoop.__qualname__, asyncio.SelectorEventLoop.__module__)",
    "print(isinstance(asyncio.get_running_loop(), asyncio.SelectorEventLoop))",
    "print(asyncio.get_running_loop().stop.__qualname__)",
    "print(type(asyncio.new_event_loop()) is asyncio.SelectorEventLoop)",
    "print(asyncio.unix_events.SelectorEventLoop is asyncio.SelectorEventLoop)",
    "print(type(asyncio.get_running_loop()) is asyncio.unix_events._UnixSelectorEventLoop)",
]


@pytest.mark.skipif(sys.platform == "win32", reason="asyncio has another loop there")
@pytest.mark.parametrize("question", _ASKED)
def test_the_loop_is_what_it_stands_for(question: str) -> None:
    """For programs and libraries that ask what kind of loop they have."""
    source = f"import asyncio\nasync def main():\n    {question}\nasyncio.run(main())"
    real = subprocess.run(
        [sys.executable, "-c", source], capture_output=True, encoding="utf-8", check=True
    )
    assert run(source).output == real.stdout.splitlines()
