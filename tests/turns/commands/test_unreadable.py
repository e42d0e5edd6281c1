"""No command ends in silence, or with a traceback of our own, whatever the file is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from called import ROOT, turns


@pytest.mark.slow
@pytest.mark.parametrize("command", ["show", "why", "outcomes", "check"])
def test_a_file_that_cannot_be_run(tmp_path: Path, command: str) -> None:
    """One line with the place, and status 2."""
    deep = b"x = 1\ny = " + b"-" * 200_000 + b"1\n"
    kinds = {
        "deep.py": (deep, "deep.py:" if command == "check" else "deep.py: line 2: "),
        "latin.py": (b"print(1)\ns = '\xe9'\n", "2: "),
        "null.py": (b"print(1)\nprint(2)\0\n", "2: "),
        "missing.py": (None, "there is no such file"),
        "folder.py": (None, "is a directory"),
    }
    (tmp_path / "folder.py").mkdir()
    for name, (source, report) in kinds.items():
        if source is not None:
            (tmp_path / name).write_bytes(source)
        done = turns(command, tmp_path / name)
        said = (done.stdout + done.stderr).splitlines()
        assert done.returncode == 2, done
        assert report in said[0]
        assert said[0].startswith(str(tmp_path / name))
        assert len(said) == (2 if command == "check" else 1)  # with the sum


@pytest.mark.slow
@pytest.mark.parametrize(
    ("source", "status", "report"),
    [
        ("", 0, "it ran no turn and printed nothing"),
        (
            "import os\ntry:\n    os.system('x')\nexcept OSError:\n    print('no')",
            0,
            "(it went on without os.system() at program.py:3: a watched program starts no process;",
        ),
        ("import uvloop\nuvloop.install()", 2, "take out `uvloop` (program.py:1)"),
        ("import os\nos.closerange(0, 99)\nprint(1)", 1, "closed the descriptors"),
        (
            "import os, signal\nprint(1)\nos.kill(os.getpid(), signal.SIGTERM)",
            1,
            "the program ended itself at once with os.kill(…, SIGTERM)",
        ),
    ],
    ids=["empty", "probe", "uvloop", "descriptors", "signal"],
)
@pytest.mark.skipif(os.name != "posix", reason="Windows has other signals and shells")
def test_what_is_said_below(tmp_path: Path, source: str, status: int, report: str) -> None:
    """Each end says what it was."""
    path = tmp_path / "program.py"
    path.write_text(source)
    done = turns("show", path)
    assert done.returncode == status, done
    assert report in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    [
        ("show", "--json"),
        ("show",),
        ("why", "--json"),
        ("outcomes", "--json"),
        ("draw",),
        ("check",),
    ],
)
def test_who_reads_may_stop(tmp_path: Path, command: tuple[str, ...]) -> None:
    """As `head` does: nobody is there who would want the rest, and that is no fault of ours."""
    path = tmp_path / "program.py"
    path.write_text("import asyncio\nasync def main(): pass\nasyncio.run(main())\n# Output:\n")
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "turns", command[0], path, *command[1:]],
        cwd=ROOT,
        stdout=write,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    os.close(write)
    assert (done.stderr, done.returncode) == ("", 1)
