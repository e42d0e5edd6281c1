"""What a watched program cannot have: each refusal is one line that helps, and no trap."""

import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from watched import main_of, run

from turns.exploring.explore import Effort, explore
from turns.runtime.execute import execute
from turns.runtime.target import load

POSIX = pytest.mark.skipif(os.name != "posix", reason="Windows has other ways")


def children() -> set[str]:
    """Return the processes that this one has started, as far as the system tells."""
    return {
        pid
        for thread in Path("/proc/self/task").glob("*/children")
        for pid in thread.read_text(encoding="ascii").split()
    }


@pytest.mark.parametrize(
    ("call", "name"),
    [
        ("import os; os.fork()", "os.fork()"),
        ("from os import fork as spoon; spoon()", "os.fork()"),
        ("import os; os.forkpty()", "os.forkpty()"),
        ("import pty; pty.fork()", "pty.fork()"),
        ("import pty; pty.spawn(['true'])", "pty.spawn()"),
        ("import posix; posix.fork()", "os.fork()"),
        ("import os; os.posix_spawn('/bin/true', ['true'], {})", "os.posix_spawn()"),
        ("import os; os.posix_spawnp('true', ['true'], {})", "os.posix_spawn()"),
        ("import os; os.spawnlp(os.P_WAIT, 'true', 'true')", "os.spawnlp()"),
        ("import os; os.execv('/bin/true', ['true'])", "os.exec()"),
        ("import os; os.execlp('true', 'true')", "os.execlp()"),
        ("import os; os.system('true')", "os.system()"),
        ("import os; os.popen('true')", "os.popen()"),
        ("import subprocess; subprocess.Popen(['true'])", "subprocess.Popen()"),
        ("import subprocess; subprocess.getoutput('true')", "subprocess.getoutput()"),
        (
            "import subprocess\nclass P(subprocess.Popen): pass\nP(['true'])",
            "subprocess.Popen()",
        ),
        (
            "import _posixsubprocess as p; p.fork_exec(*[None] * 23)",
            "_posixsubprocess.fork_exec()",
        ),
        ("import ctypes; ctypes.CDLL(None).fork()", "fork()"),
        ("import multiprocessing as m; m.Process().start()", "multiprocessing.Process.start()"),
        ("import multiprocessing as m; m.Pool(1)", "multiprocessing.Pool()"),
        ("import multiprocessing as m; m.Manager()", "multiprocessing.Manager()"),
        (
            "import multiprocessing as m; m.get_context('spawn').Process().start()",
            "multiprocessing.Process.start()",
        ),
        ("await asyncio.create_subprocess_exec('true')", "asyncio.create_subprocess_exec()"),
        ("await asyncio.create_subprocess_shell('true')", "asyncio.create_subprocess_shell()"),
        (
            "await asyncio.get_running_loop().subprocess_shell(object, 'true')",
            "loop.subprocess_shell()",
        ),
    ],
)
@POSIX
def test_a_process_is_refused_in_any_spelling(call: str, name: str) -> None:
    """In one line: what was called, where, and what to do instead; nothing is started."""
    before = children()
    outcome = run(main_of(f"print('before')\n{call}\nprint('after')"))
    assert (outcome.output, outcome.exit, outcome.notes) == (["before"], 1, ())
    assert (outcome.problem.kind, outcome.error) == ("unsupported", None)
    where = call.count("\n") + 4
    told = str(outcome.problem)
    assert told.startswith(f"{name} at program.py:{where}: a watched program starts no process; ")
    assert "\n" not in told
    assert children() <= before


@POSIX
@pytest.mark.skipif(sys.version_info < (3, 14), reason="processes are forked there")
def test_what_needs_a_helper_is_named() -> None:
    """Locks between processes have one that cleans up, even for a pool of threads."""
    call = "from multiprocessing.pool import ThreadPool; ThreadPool(1)"
    told = str(run(main_of(call)).problem)
    assert told == (
        "multiprocessing.pool.ThreadPool() at program.py:3: a watched program starts no process; "
        "use concurrent.futures.ProcessPoolExecutor, whose processes are simulated, or threads"
    )


def test_processes_start_when_no_program_is_watched() -> None:
    """The hook that cannot be removed does nothing then."""
    run("print(1)")
    assert subprocess.run([sys.executable, "-c", ""], check=False).returncode == 0


@pytest.mark.parametrize(
    "attempt",
    [
        "import subprocess\ntry:\n    subprocess.run(['git'])\nexcept OSError:\n    pass",
        "import subprocess\ntry:\n    subprocess.run(['git'])\nexcept FileNotFoundError:\n    pass",
        "import ctypes.util\nctypes.util.find_library('nothing_that_is_there')",
        "import os\ntry:\n    os.fork()\nexcept OSError as error:\n    assert error.errno",
        (
            "import asyncio, subprocess\nasync def main():\n    return await asyncio.gather("
            "asyncio.to_thread(subprocess.run, ['git']), return_exceptions=True)\n"
            "asyncio.run(main())"
        ),
    ],
    ids=["OSError", "FileNotFoundError", "find_library", "errno", "gathered"],
)
@POSIX
def test_who_merely_probes_goes_on(attempt: str) -> None:
    """It ends well; what was refused on the way is told, once each."""
    outcome = run(f"{attempt}\nprint('end')")
    assert (outcome.output, outcome.exit, outcome.problem) == (["end"], 0, None)
    assert outcome.notes
    assert len({*outcome.notes}) == len(outcome.notes)
    assert all(" at program.py:" in note for note in outcome.notes)


@pytest.mark.parametrize(
    "source",
    [
        main_of("async with asyncio.TaskGroup() as g:\n    g.create_task(f())"),
        "try:\n    f0()\nexcept OSError as error:\n    raise RuntimeError('git?') from error",
        "try:\n    f0()\nexcept OSError:\n    raise RuntimeError('git?')",
        "import sys\ntry:\n    f0()\nexcept OSError:\n    sys.exit('git?')",
        "raise BaseExceptionGroup('', [ExceptionGroup('', [caught()])])",
    ],
    ids=["group", "cause", "context", "exit", "groups of groups"],
)
def test_what_comes_of_a_refusal_is_told_as_that(source: str) -> None:
    """Wrapped, chained or answered with another error, it is what ended the program."""
    outcome = run(
        "import os\ndef f0(): os.system('git')\nasync def f(): f0()\n"
        "def caught():\n    try: f0()\n    except OSError as error: return error\n" + source
    )
    assert outcome.problem.kind == "unsupported", outcome
    assert outcome.problem.message.startswith("os.system() at program.py:2: ")


def test_the_place_is_in_the_programs_own_files(tmp_path: Path) -> None:
    """A module beside the program, or deeper; not the library that it calls."""
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner/tools.py").write_text("import os\ndef go():\n    os.popen('x')\n")
    program = tmp_path / "program.py"
    program.write_text("from inner.tools import go\ngo()\n")
    message = execute(load(program)).problem.message
    assert message.startswith("os.popen() at inner/tools.py:3: ")


def test_a_thread_is_placed_by_who_waits_for_it() -> None:
    """No line of the program is on the stack of a pool's thread."""
    outcome = run(main_of("import os\nawait asyncio.to_thread(os.system, 'x')"))
    assert outcome.problem.message.startswith("os.system() at program.py:4: ")


def test_nothing_is_proven_after_a_refusal(tmp_path: Path) -> None:
    """Who knows how it would have gone on with the process."""
    program = tmp_path / "program.py"
    program.write_text(
        "import asyncio, os\nasync def a(n):\n    print(n)\n"
        "async def main():\n    try: os.system('x')\n    except OSError: pass\n"
        "    await asyncio.gather(a(1), a(2))\nasyncio.run(main())\n"
    )
    found = explore(load(program), Effort(turns=300, seconds=60))
    assert any(one.startswith("it went on without os.system()") for one in found.unknown)
    assert "program" not in {mark.because for mark in found.marks}


@pytest.fixture
def rivals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Install what has schedulers of its own; one of them has been imported before."""
    for name in ("uvloop", "winloop", "rloop", "trio", "curio"):
        (tmp_path / f"{name}.py").write_text("print('imported')\n")
    monkeypatch.syspath_prepend(tmp_path)
    before = ModuleType("uvloop")
    monkeypatch.setitem(sys.modules, "uvloop", before)
    yield
    assert sys.modules["uvloop"] is before
    assert importlib.util.find_spec("trio")


@pytest.mark.parametrize("name", ["uvloop", "winloop", "rloop", "trio", "curio"])
@pytest.mark.usefixtures("rivals")
def test_other_schedulers_are_answered_by_name(name: str) -> None:
    """Where that ends the program; who tries and falls back finds it not installed."""
    outcome = run(f"import asyncio\n\nimport {name}\n")
    own = f"a watched program runs on asyncio's own loop: take out `{name}`"
    apart = f"{name} has a scheduler of its own, which cannot be watched: use asyncio"
    expected = own if name.endswith("loop") else apart
    assert str(outcome.problem) == f"{expected} (program.py:3)"
    outcome = run(f"""
        import importlib.util, sys
        print(importlib.util.find_spec("{name}"), "{name}" in sys.modules)
        try:
            from {name}.inside import anything
        except ModuleNotFoundError as error:
            print(error.name)
        print(importlib.util.find_spec("json").name)
        """)
    assert outcome.output == ["None False", name, "json"]
    assert (outcome.problem, outcome.notes) == (None, ())


@pytest.mark.parametrize(
    "base", ["BaseEventLoop", "AbstractEventLoop"], ids=["based on asyncio's", "of its own"]
)
def test_another_loop_is_refused_where_it_begins(base: str) -> None:
    """Also one that has nothing of asyncio's but the interface."""
    run_forever = "    def run_forever(self): asyncio._set_running_loop(self)\n"
    body = run_forever if base == "AbstractEventLoop" else "    pass\n"
    outcome = run(f"import asyncio\nclass Mine(asyncio.{base}):\n{body}\nMine().run_forever()\n")
    line = 3 if base == "AbstractEventLoop" else 5
    assert outcome.problem.kind == "unsupported"
    assert outcome.problem.message.startswith(f"__main__.Mine at program.py:{line}: only asyncio's")
