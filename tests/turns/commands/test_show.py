"""The command `show`, in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from turns.text import width

ROOT = Path(__file__).resolve().parents[3]
KETTLES = ROOT / "snippets/event_loop/two_kettles.py"


def show(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m turns show`."""
    return subprocess.run(
        [sys.executable, "-m", "turns", "show", *map(str, arguments), "--limit", "200"],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


@pytest.mark.slow
def test_the_table() -> None:
    """A row for each turn that is not internal, aligned; a pipe gets no colours."""
    done = show(KETTLES)
    rows = done.stdout.splitlines()
    assert done.returncode == 0, done.stderr
    assert rows[0].split() == ["turn", "time", "who", "lines", "writes", "then"]
    assert [row.split()[2:4] for row in rows[1:-1]] == [
        *(["Task-1", "main"], ["Task-2", "boil"], ["Task-3", "boil"]),
        *(["Task-2", "boil"], ["Task-3", "boil"], ["Task-1", "main"]),
    ]
    assert rows[-1] == "(9 of the loop's own turns are not shown; --all shows them)"
    assert "\x1b" not in done.stdout
    assert len(show(KETTLES, "--all").stdout.splitlines()) == 16


def test_columns_line_up_with_chinese(tmp_path: Path) -> None:
    """A Chinese character takes two columns."""
    path = tmp_path / "tea.py"
    path.write_text(
        "import asyncio\nasync def main():\n    print('水开了')\n    await asyncio.sleep(0)\n"
        "    print('ok')\n    await asyncio.sleep(1)\nasyncio.run(main())\n",
        encoding="utf-8",
    )
    first, second, *_ = show(path).stdout.splitlines()[1:]
    assert width(first[: first.index("ready again")]) == width(second[: second.index("waits")])


def test_json() -> None:
    """The recording, and which file it is of."""
    found = json.loads(show(KETTLES, "--json").stdout)
    assert {"file", "python", "turns", "output"} <= found.keys()
    assert found["output"] == ["small: on", "large: on", "small: whistles", "large: whistles"]
    assert [turn["number"] for turn in found["turns"]] == list(range(1, 16))


@pytest.mark.parametrize(
    ("source", "status", "report"),
    [
        (None, 2, "there is no such file"),
        ("async def x(:", 2, "line 1: SyntaxError: invalid syntax"),
        ("print(1)\0", 2, "SyntaxError: source code string cannot contain null bytes"),
        (
            "import subprocess; subprocess.run(['ls'])",
            2,
            "subprocess.run() at program.py:1: a watched program",
        ),
        ("raise ValueError('x')", 1, "ValueError: x"),
        ("import asyncio; asyncio.run(asyncio.Event().wait())", 1, "deadlock"),
        ("print('fine')", 0, "fine"),
    ],
)
def test_exit_status(tmp_path: Path, source: str, status: int, report: str) -> None:
    """0 fine, 1 the program failed, 2 it cannot be run here; with one line that says why."""
    path = tmp_path / "program.py"
    if source is not None:
        path.write_text(source)
    done = show(path)
    assert done.returncode == status, done
    assert report in done.stdout + done.stderr


@pytest.mark.slow
def test_a_long_program_does_not_flood(tmp_path: Path) -> None:
    """The table stops after some hundred rows and says so; a turn's output after some lines."""
    path = tmp_path / "long.py"
    path.write_text(
        "import asyncio\nasync def main():\n    for n in range(1000): print(n)\n"
        "    for n in range(3000):\n        await asyncio.sleep(0)\n"
        "        n % 2 or await asyncio.sleep(1)\nasyncio.run(main())\n"
    )
    done = show(path)
    assert len(done.stdout.splitlines()) < 450
    assert "more rows; --all shows them" in done.stdout
    assert "… 980 more lines" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals on Windows")
@pytest.mark.parametrize("no_color", ["", "1"])
def test_colour_is_for_terminals(no_color: str) -> None:
    """A terminal gets colours, unless NO_COLOR is set."""
    import pty  # noqa: PLC0415 - not on Windows

    main, other = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": no_color}
    with subprocess.Popen(
        [sys.executable, "-m", "turns", "show", str(KETTLES)], stdout=other, env=environment
    ):
        os.close(other)
        shown = b""
        try:
            while chunk := os.read(main, 65536):
                shown += chunk
        except OSError:
            pass
    os.close(main)
    assert (b"\x1b[" in shown) is not bool(no_color)
    assert b"whistles" in shown
