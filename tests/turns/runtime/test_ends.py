"""How programs end that do not simply end: as under plain Python, and we are still here after."""

import builtins
import gc
import os
import signal
import sys
import textwrap

import pytest
from watched import main_of, run

POSIX = pytest.mark.skipif(os.name != "posix", reason="Windows has other signals")
CHAINED = """
try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    raise ValueError("after") from error
"""
DEEP = """
    import sys
    sys.setrecursionlimit(10**6)
    def f(n):
        if n:
            f(n - 1)
        raise {}
    f({})
    """


@pytest.mark.parametrize(
    ("source", "output", "status", "error"),
    [
        ("import sys; sys.exit('bye')", [], 1, None),
        ("import sys; sys.exit(2.5)", [], 1, None),
        ("import sys; sys.exit(-1)", [], 255, None),
        ("import sys; sys.stderr = None; sys.exit('bye')", [], 1, None),
        (
            "import sys\nclass S:\n    def __str__(self): 1/0\nsys.exit(S())",
            [],
            1,
            None,
        ),
        (main_of("import sys\nasyncio.get_running_loop().call_soon(sys.exit, 5)\n"), [], 5, None),
        ("import sys; sys.stderr.close(); 1/0", [], 1, "ZeroDivisionError: division by zero"),
        ("class E(Exception):\n    def __str__(self): 1/0\nraise E", [], 1, "E: <exception str"),
        ("class E(Exception):\n    __str__ = 3\nraise E", [], 1, "E"),
        ("raise KeyboardInterrupt", [], 130, "KeyboardInterrupt"),
        ("import sys; sys.setrecursionlimit(200); 1/0", [], 1, "ZeroDivisionError"),
        ("import sys\nsys.excepthook = lambda *a: print(a[1])\n1/0", ["division by zero"], 1, "Z"),
        ("import sys\nsys.excepthook = lambda *a: sys.exit(9)\n1/0", [], 9, None),
        ("import sys\nsys.excepthook = None\n1/0", [], 1, "ZeroDivisionError"),
        ("import sys\nsys.excepthook = lambda *a: {}[1]\n1/0", [], 1, "ZeroDivisionError"),
        ("import builtins\nprint(1)\nvars(builtins).clear()", ["1"], 0, None),
        ("import builtins as b\ndel b.isinstance, b.int, b.len\n1/0", [], 1, "ZeroDivisionError"),
        ("import sys\nsys.modules.clear()\nprint(1)", ["1"], 0, None),
        (DEEP.format("ValueError('deep')", 3000), [], 1, "ValueError: deep"),
    ],
)
def test_odd_ends(source: str, output: list[str], status: int, error: str | None) -> None:
    """Status, output and error are those of a real run; the next run is as any."""
    outcome = run(source)
    assert (outcome.output, outcome.exit, outcome.problem) == (output, status, None)
    last = outcome.error.splitlines()[-1] if outcome.error else None
    assert last == error if error is None else last.startswith(error)
    assert run("print('fine')").output == ["fine"]


def test_a_deep_traceback_is_formatted_soon() -> None:
    """It has its beginning and its end; nobody reads thousands of frames."""
    outcome = run(DEEP.format("ValueError", 100_000))
    assert outcome.error.startswith("Traceback (most recent call last):\n")
    assert outcome.error.endswith("\nValueError\n")
    assert len(outcome.error) < 10_000


def test_a_traceback_has_no_frames_of_ours() -> None:
    """Wherever in it they would stand, and also in what led to the error."""
    outcome = run(main_of("raise KeyboardInterrupt").replace("asyncio.run(main())", CHAINED))
    assert outcome.error.count("runners.py") > 1
    assert outcome.error.endswith("ValueError: after\n")
    assert f"{os.sep}turns{os.sep}" not in outcome.error


@POSIX
@pytest.mark.parametrize("name", ["SIGTERM", "SIGKILL", "SIGHUP", "SIGUSR1", "SIGALRM"])
@pytest.mark.parametrize(
    "call",
    [
        "os.kill(os.getpid(), {})",
        "signal.raise_signal({})",
        "signal.pthread_kill(threading.get_ident(), {})",
    ],
)
def test_a_signal_that_ends_the_process_ends_the_program(call: str, name: str) -> None:
    """Nothing of it runs after that, and the status is that of a shell."""
    body = f"import os, signal\nprint('a')\n{call.format(f'signal.{name}')}\nprint('b')"
    outcome = run(main_of(body))
    assert (outcome.output, outcome.problem.kind) == (["a"], "exit")
    assert outcome.exit == 128 + getattr(signal, name)
    assert f"{call.partition('(')[0]}(…, {name})" in outcome.problem.message


@POSIX
def test_who_runs_a_program_may_have_handlers_of_his_own() -> None:
    """They are not the program's: it ends as if there were none."""
    before = signal.signal(signal.SIGTERM, lambda *_: None)
    try:
        test_a_signal_that_ends_the_process_ends_the_program("os.kill(os.getpid(), {})", "SIGTERM")
    finally:
        signal.signal(signal.SIGTERM, before)


@POSIX
@pytest.mark.parametrize(
    ("body", "output"),
    [
        ("signal.signal(signal.SIGUSR1, lambda *_: print('got'))", "got"),
        ("signal.signal(signal.SIGUSR1, signal.SIG_IGN)", ""),
        ("asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, print, 'got')", "got"),
    ],
)
def test_a_signal_with_a_handler_comes(body: str, output: str) -> None:
    """And the handler is not there in the next run."""
    before = signal.getsignal(signal.SIGUSR1)
    outcome = run(
        main_of(
            f"import os, signal\n{body}\nos.kill(os.getpid(), signal.SIGUSR1)\n"
            "os.kill(os.getpid(), 0)\nawait asyncio.sleep(1)\nprint('end')"
        )
    )
    assert outcome.output == [*filter(None, [output]), "end"]
    assert signal.getsignal(signal.SIGUSR1) is before


@POSIX
@pytest.mark.parametrize(
    "call",
    [
        "signal.alarm(1)",
        "signal.setitimer(signal.ITIMER_REAL, 0.1)",
        "signal.pause()",
        "signal.sigwait([signal.SIGINT])",
        "os.killpg(0, signal.SIGTERM)",
        "os.kill(0, signal.SIGTERM)",
    ],
)
def test_signals_of_the_real_world_are_refused(call: str) -> None:
    """They come in real time, or reach others."""
    outcome = run(main_of(f"import os, signal\nsignal.alarm(0)\n{call}"))
    assert outcome.problem.kind == "unsupported"
    assert outcome.problem.message.startswith(f"{call.partition('(')[0]}() at program.py:5: ")


@POSIX
def test_a_simulated_process_is_no_real_one() -> None:
    """Its number may be that of somebody else's process."""
    outcome = run("""
        import os, signal
        from concurrent.futures import ProcessPoolExecutor
        def job():
            os.kill(os.getpid(), signal.SIGKILL)
        with ProcessPoolExecutor(1) as pool:
            pool.submit(job).result()
        """)
    assert outcome.problem.message.startswith("os.kill() at program.py:5: ")


def test_abort() -> None:
    """The interpreter that would be gone is ours."""
    outcome = run("import os\nprint('a')\nos.abort()\nprint('b')")
    assert (outcome.output, outcome.problem.kind) == (["a"], "exit")
    assert outcome.exit == 128 + signal.SIGABRT


def test_the_interpreter_is_as_before() -> None:
    """Whatever a program does to it."""
    state = [
        lambda: sys.excepthook,
        lambda: sys.unraisablehook,
        lambda: sys.displayhook,
        sys.getrecursionlimit,
        lambda: builtins.print,
        gc.isenabled,
    ]
    before = [look() for look in state]
    run("""
        import builtins, gc, sys
        sys.excepthook = sys.unraisablehook = sys.displayhook = print
        sys.setrecursionlimit(123)
        builtins.print = len
        """)
    assert [look() for look in state] == before


@pytest.mark.parametrize(
    "show",
    [
        "traceback.print_exc(file=sys.stdout)",
        "traceback.print_stack(file=sys.stdout)",
        "print(*traceback.format_exception(sys.exception()))",
        "logging.basicConfig(stream=sys.stdout); logging.exception('x', stack_info=True)",
        "print([one.filename for one in traceback.extract_stack()])",
        "print(*traceback.format_tb(sys.exception().__traceback__))",
    ],
)
def test_a_traceback_that_the_program_prints_has_none_either(show: str) -> None:
    """Our stand-ins are on its stack, but not in what it sees of it."""
    outcome = run(f"""
        import asyncio, logging, sys, time, traceback
        def fail():
            try:
                time.sleep(-1)
            except ValueError:
                {show}
        async def main():
            asyncio.get_running_loop().call_soon(fail)
            await asyncio.sleep(0)
        asyncio.run(main())
        """)
    assert "program.py" in str(outcome.output)
    assert f"{os.sep}turns{os.sep}" not in str(outcome.output)


@pytest.mark.parametrize(
    ("source", "output"),
    [
        ("atexit.register(lambda: sys.exit(9))", ["b", "a"]),
        ("atexit.register(lambda: 1 / 0)", ["b", "a"]),
        ("atexit.register(print, 'c')", ["c", "b", "a"]),
        ("f = lambda: print('f')\natexit.register(f); atexit.unregister(f)", ["b", "a"]),
        ("atexit.unregister(print)", []),
    ],
)
def test_what_is_called_at_exit(source: str, output: list[str]) -> None:
    """One that fails says so, and keeps neither the others from running nor the status from 0."""
    begin = "import atexit, sys\natexit.register(print, 'a'); atexit.register(print, 'b')\n"
    outcome = run(begin + source)
    assert (outcome.output, outcome.exit, outcome.error) == (output, 0, None)
    fails = "9" in source or "0" in source
    assert outcome.stderr.startswith("Exception ignored in atexit callback") == fails


@pytest.mark.parametrize(
    ("source", "output"),
    [
        ("x, y = D('x'), D('y')", ["x ['log']", "y ['log']"]),
        ("x = [D('x')]", ["x ['log']"]),
        ("g = hold(); next(g)", ["held ['log']"]),
        ("loop.run_until_complete(start())", ["waits ['log']"]),
        ("t = loop.create_task(wait()); loop.run_until_complete(start())", ["waits ['log']"] * 2),
    ],
    ids=["objects", "in a list", "a generator", "a task", "a task that has a name"],
)
def test_what_is_destroyed_at_the_end_finds_the_variables(source: str, output: list[str]) -> None:
    """As in a real interpreter, which destroys what is left before what that uses."""
    begin = """
        import asyncio
        log = ["log"]
        class D:
            def __init__(self, name): self.name = name
            def __del__(self): print(self.name, log)
        def hold():
            try: yield
            finally: print("held", log)
        async def wait():
            try: await asyncio.Event().wait()
            finally: print("waits", log)
        async def start():
            asyncio.create_task(wait())
            await asyncio.sleep(0)
        loop = asyncio.new_event_loop()
        """
    outcome = run(textwrap.dedent(begin) + source)
    assert outcome.output == output
    assert "NameError" not in outcome.stderr
