"""`python -m turns check`, as its users call it: one clear line, the exit status, nothing left."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from turns.snippet.check import check_all
from turns.snippet.interpreter import Interpreter, find_interpreter

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = ROOT / "tests/turns/snippet/samples"
LONG = 120
"""Seconds: a machine may be busy with other things."""

INTERRUPTED = """\
import signal

try:
    signal.raise_signal(signal.SIGINT)
    print("goes on")
except KeyboardInterrupt:
    print("is interrupted")

# Output:
# is interrupted
"""


def check(*arguments: object, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``python -m turns check`` in ``folder``."""
    return subprocess.run(
        [sys.executable, "-m", "turns", "check", *map(str, arguments)],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        timeout=300,
    )


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    """Copy the samples, so that their processes can be told from those of other tests."""
    return shutil.copytree(SAMPLES, tmp_path / "samples")


def running(folder: Path) -> list[str]:
    """Return the command lines of living processes that name something in ``folder``."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            command = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode()
            if str(folder) in command:
                found.append(command)
    return found


@pytest.mark.parametrize(
    ("name", "status", "line"),
    [
        ("kettles.py", 0, "kettles.py: passed: "),
        ("chinese.py", 0, "chinese.py: passed: "),
        ("meant_to_raise.py", 0, "meant_to_raise.py: passed: "),
        ("raises_group.py", 0, "raises_group.py: passed: "),
        ("exits.py", 0, "exits.py: passed: "),
        ("reads.py", 0, "reads.py: passed: "),
        ("helpers.py", 0, "helpers.py: passed: "),
        (
            "needs_newer.py",
            0,
            (
                "needs_newer.py: skipped: requires Python 3.99, this is Python "
                f"{sys.version_info[0]}.{sys.version_info[1]}"
            ),
        ),
        ("wrong_order.py", 1, "wrong_order.py:8: FAILED: `two` must come after `three` (line 7)"),
        (
            "raises.py",
            1,
            "raises.py: FAILED: exit status 1, expected 0: ValueError: the kettle is empty",
        ),
        (
            "raises_another.py",
            1,
            (
                "raises_another.py: FAILED: expected `# Error: ValueError: the kettle is empty`,"
                " got ValueError: the kettle is full"
            ),
        ),
        (
            "exits_by_exception.py",
            1,
            (
                "exits_by_exception.py: FAILED: it raised an exception;"
                " write `# Error: ValueError: nobody said so`"
            ),
        ),
        ("gigabyte.py", 1, "gigabyte.py: FAILED: it was stopped: it printed more than 1 MB"),
        (
            "gigabyte_line.py",
            1,
            "gigabyte_line.py: FAILED: it was stopped: it printed more than 1 MB",
        ),
        (
            "gigabyte_of_errors.py",
            1,
            "gigabyte_of_errors.py: FAILED: it was stopped: it printed more than 1 MB",
        ),
        ("endless.py", 1, "endless.py: FAILED: it was stopped: it was still running after 2 s"),
        pytest.param(
            "endless_with_daemon.py",
            1,
            "endless_with_daemon.py: FAILED: it was stopped: it was still running after 2 s",
            marks=pytest.mark.slow,
        ),
        pytest.param(
            "child.py", 1, "child.py: FAILED: it left a process behind: ", marks=pytest.mark.slow
        ),
        ("missing.py", 2, "missing.py: MALFORMED: there is no such file"),
        ("", 2, "samples: MALFORMED: is a directory; name a file"),
        ("no_output.py", 2, "no_output.py:1: MALFORMED: there is no Output block; "),
        ("malformed_lane.py", 2, "malformed_lane.py:4: MALFORMED: `# ~a` is not a line in a lane"),
        ("only_dots.py", 2, "only_dots.py:4: MALFORMED: a line of only `...` matches everything"),
        ("syntax_error.py", 2, "syntax_error.py:2: MALFORMED: SyntaxError: "),
    ],
)
def test_one_clear_line(samples: Path, name: str, status: int, line: str) -> None:
    """Whatever a file is or does: its line, the status, quickly, and nothing left running."""
    limit = 2 if "endless" in name else 100
    before = os.times()
    done = check("--limit", limit, samples / name, folder=samples)
    after = os.times()
    assert after.children_user - before.children_user < 15  # seconds; 0 on Windows
    first, *details, last = done.stdout.splitlines()
    assert first.startswith(str(samples.parent))
    assert line in first
    assert done.returncode == status
    assert done.stderr == ""
    assert all(detail.startswith(("  ", "> ")) for detail in details)
    assert len(details) < 60
    assert last.startswith("1 ")
    assert running(samples) == []


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="found by /proc, which only Linux has")
@pytest.mark.parametrize("name", ["daemon.py", "child_without_environment.py"])
def test_a_hidden_child_is_found(samples: Path, name: str) -> None:
    """A child in a session of its own, or without the run's mark, is reported and killed."""
    done = check(samples / name, folder=samples)
    assert done.returncode == 1
    assert f"{name}: FAILED: it left a process behind: " in done.stdout
    assert "time.sleep(60)" in done.stdout
    assert running(samples) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_killed_program(samples: Path) -> None:
    """A signal is named."""
    done = check(samples / "killed.py", folder=samples)
    assert done.returncode == 1
    assert "killed.py: FAILED: ended by SIGKILL, expected 0\n" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="no shell there makes it so")
def test_who_runs_in_the_background_runs_programs_as_ever(tmp_path: Path) -> None:
    """Ctrl-C is nothing to a background job of a shell, but a program is not one."""
    program = tmp_path / "interrupted.py"
    program.write_text(INTERRUPTED, encoding="utf-8")
    line = f"trap '' INT; exec '{sys.executable}' -m turns check '{program}'"
    command = ["/bin/sh", "-c", line]
    done = subprocess.run(command, check=False, cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.stdout.endswith("1 passed\n")


@pytest.mark.slow
def test_a_program_that_hangs_is_shown_with_its_output(samples: Path) -> None:
    """What it had printed stands beside what was expected."""
    done = check("--limit", 3, samples / "endless.py", folder=samples)
    assert done.stdout.splitlines()[1:5] == [
        "  expected    printed",
        "  first       first",
        "  second      second",
        "  third",
    ]


def test_both_outputs_side_by_side(samples: Path) -> None:
    """Columns are aligned beside Chinese, and both lines of the broken constraint are marked."""
    done = check("wrong_order.py", folder=samples)
    assert done.stdout.splitlines() == [
        "wrong_order.py:8: FAILED: `two` must come after `three` (line 7)",
        "  expected    printed",
        "  水壶: 1     水壶: 1",
        "  three     > two",
        "> two         three",
        "1 FAILED",
    ]


@pytest.mark.slow
def test_results_come_in_the_order_given(samples: Path) -> None:
    """However many run side by side; the status is that of the worst."""
    names = ["helpers.py", "exits.py", "no_output.py", "kettles.py", "wrong_order.py", "exits.py"]
    for jobs in (1, 8):
        done = check("--jobs", jobs, *names, folder=samples)
        lines = [line.partition(":")[0] for line in done.stdout.splitlines() if ".py:" in line]
        assert lines == names[:-1]
        assert done.stdout.splitlines()[-1] == "3 passed, 1 FAILED, 1 MALFORMED"
        assert done.returncode == 2


def test_a_c_locale(samples: Path) -> None:
    """Programs print UTF-8 all the same; a report that cannot be shown is escaped."""
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = check("chinese.py", "chinese_wrong.py", folder=samples, **ascii_only)
    assert done.stdout.startswith("chinese.py: passed: ")
    assert "chinese_wrong.py:4: FAILED: `\\u6c34\\u58f6\\u54cd\\u4e86" in done.stdout
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--python", "no-such-python"], "no-such-python` is not a Python that runs here"),
        (["--python", shutil.which("true") or "true"], "is not a Python that runs here"),
        (["--python", __file__], "is not a Python that runs here"),
        (["--limit", "0"], "argument --limit: 0 is not a number of seconds above 0"),
        (["--limit", "nan"], "argument --limit: nan is not a number of seconds above 0"),
        (["--jobs", "0"], "argument --jobs: 0 is not a number from 1 on"),
        (["--loop", "trio"], "invalid choice: 'trio'"),
    ],
)
def test_what_cannot_be_run_here(samples: Path, arguments: list[str], message: str) -> None:
    """An argument that makes no sense ends with status 2 and says so."""
    done = check(*arguments, "kettles.py", folder=samples)
    assert done.returncode == 2
    assert message in done.stderr.splitlines()[-1]
    assert done.stdout == ""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a link to an interpreter")
def test_another_interpreter_by_a_relative_path(samples: Path) -> None:
    """A relative path is meant from where the check is called, not from the program's folder."""
    (samples / "bin").mkdir()
    (samples / "bin" / "python").symlink_to(sys.executable)
    done = check("--python", "samples/bin/python", "samples/exits.py", folder=samples.parent)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.slow
def test_uvloop(samples: Path) -> None:
    """With `--loop uvloop` asyncio makes uvloop's loops, and all else is as without."""
    pytest.importorskip("uvloop")
    names = ["which_loop.py", "meant_to_raise.py", "syntax_error.py", "helpers.py", "reads.py"]
    done = check("--loop", "uvloop", *names, folder=samples)
    lines = [line for line in done.stdout.splitlines() if ".py:" in line]
    assert "`uvloop __main__ which_loop.py` is printed" in lines[0]
    assert "meant_to_raise.py: passed" in lines[1]
    assert lines[2].startswith("syntax_error.py:2: MALFORMED: SyntaxError: ")
    assert "helpers.py: passed" in lines[3]
    assert "reads.py: passed" in lines[4]


def test_no_uvloop(samples: Path) -> None:
    """Without uvloop there is one line about it, and no program is run."""
    bare = samples / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", bare], check=True)
    python = bare / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    done = check("--loop", "uvloop", "--python", python, "kettles.py", folder=samples)
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("turns: uvloop cannot be used with ")
    assert line.endswith("No module named 'uvloop'")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without asking it")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_giving_up_kills_the_programs(samples: Path, number: signal.Signals) -> None:
    """Ctrl-C, or nox ending the session, leaves nothing running."""
    # Tests that run in the background of a shell have Ctrl-C ignored, and would hand that on.
    command = (
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
        " from turns.__main__ import main; sys.exit(main(sys.argv[1:]))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", command, "check", "endless.py", "endless_with_daemon.py"],
        cwd=samples,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    deadline = time.monotonic() + LONG
    started: list[str] = []
    # A process that is being started shows the command line of the one that starts it.
    while len(started) < 3 or not any("time.sleep(60)" in command for command in started):
        assert time.monotonic() < deadline
        time.sleep(0.02)
        started = running(samples)
    process.send_signal(number)
    _, errors = process.communicate(timeout=LONG)
    assert process.returncode == 130
    assert errors == "interrupted; the programs were killed\n"
    assert running(samples) == []


def test_giving_up_before_all_are_started(samples: Path) -> None:
    """Ctrl-C may come before the second program is on its way; the first is killed all the same."""

    def tasks() -> Iterator[tuple[Path, Interpreter]]:
        yield samples / "endless.py", find_interpreter(sys.executable)
        while not running(samples):
            time.sleep(0.02)
        raise KeyboardInterrupt

    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        list(check_all(tasks(), limit=LONG, jobs=2))
    assert time.monotonic() - began < LONG / 2
    assert running(samples) == []
