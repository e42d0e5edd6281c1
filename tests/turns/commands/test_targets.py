"""How a program can be named: a file with arguments and input, a module, a test."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


def called(*arguments: str, folder: Path, stdin: str = "") -> "subprocess.CompletedProcess[str]":
    """Call `python -m turns` in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "turns", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def output(*arguments: str, folder: Path, stdin: str = "") -> list[str]:
    """Return what a program prints under `show`."""
    verb, *rest = arguments
    done = called(verb, "--json", "--limit", "200", *rest, folder=folder, stdin=stdin)
    assert done.returncode == 0, done.stdout + done.stderr
    lines: list[str] = json.loads(done.stdout)["output"]
    return lines


@pytest.mark.slow
def test_arguments_stand_behind_two_dashes(tmp_path: Path) -> None:
    """Also those that are called like ours, and in `why`, which runs it in other processes."""
    (tmp_path / "program.py").write_text("import sys\nprint(sys.argv)\n", encoding="utf-8")
    wanted = ["['program.py', '--json', '3']"]
    assert output("show", "program.py", "--", "--json", "3", folder=tmp_path) == wanted
    done = called("why", "--json", "program.py", "--", "--json", "3", folder=tmp_path)
    found = json.loads(done.stdout)
    assert [line["text"] for line in found["lines"]] == wanted
    assert not any("fresh process prints other lines" in one for one in found["unknown"])
    done = called("show", "program.py", "--", "--json", folder=tmp_path)
    assert done.stdout.startswith("turn ")


@pytest.mark.slow
def test_input_is_there_in_every_run(tmp_path: Path) -> None:
    """What the first run has read comes again."""
    source = "import sys\nprint(input('name? '))\nfor line in sys.stdin: print(line, end='')\n"
    (tmp_path / "program.py").write_text(source, encoding="utf-8")
    wanted = ["name? Ann", "two", "three"]
    assert output("show", "program.py", folder=tmp_path, stdin="Ann\ntwo\nthree\n") == wanted
    done = called("why", "--json", "program.py", folder=tmp_path, stdin="Ann\ntwo\nthree\n")
    found = json.loads(done.stdout)
    assert [line["text"] for line in found["lines"]] == wanted
    assert not any("other lines" in one for one in found["unknown"])
    assert output("show", "program.py", folder=tmp_path, stdin="Ann") == ["name? Ann"]


@pytest.mark.slow
def test_a_module_runs_as_python_runs_it(tmp_path: Path) -> None:
    """With relative imports, in the folder where one is; also a package."""
    package = tmp_path / "shop"
    package.mkdir()
    (package / "__init__.py").write_text("print('package')\n", encoding="utf-8")
    (package / "till.py").write_text("price = 3\n", encoding="utf-8")
    source = (
        "from .till import price\nimport sys\nprint(__name__, __package__, price, sys.argv[1:])\n"
    )
    (package / "work.py").write_text(source, encoding="utf-8")
    (package / "__main__.py").write_text("from . import work\n", encoding="utf-8")
    wanted = ["package", "__main__ shop 3 ['x']"]
    assert output("show", "-m", "shop.work", "--", "x", folder=tmp_path) == wanted
    assert output("show", "-m", "shop", folder=tmp_path)[-1] == "shop.work shop 3 []"
    plain = subprocess.run(
        [sys.executable, "-m", "shop.work", "x"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert plain.stdout.splitlines() == wanted


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["-m", "nowhere"], "turns: no module named 'nowhere' here or on sys.path"),
        (["-m", "program.part"], "turns: 'program' is a module, not a package"),
        (["-m", "empty"], "turns: the package 'empty' has no __main__"),
        (["missing.py"], "missing.py: there is no such file"),
        (["empty"], "empty: is a directory; name a Python file"),
    ],
)
def test_what_is_no_program_is_told_in_one_line(
    arguments: list[str], line: str, tmp_path: Path
) -> None:
    """What was asked for, and what is wrong."""
    (tmp_path / "program.py").write_text("", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "__init__.py").write_text("", encoding="utf-8")
    done = called("show", *arguments, folder=tmp_path)
    assert (done.returncode, done.stderr.strip()) == (2, line)


TEST = """
import asyncio
import pytest

async def helper():
    await asyncio.sleep(1)
    print("helper")

def test_good():
    async def main():
        print("begin")
        await helper()
    asyncio.run(main())

def test_bad():
    print("bad")
    assert 1 == 2
"""


@pytest.mark.slow
def test_a_test_is_run_as_pytest_runs_it(tmp_path: Path) -> None:
    """Its lines are recorded; of pytest's own output, a failure goes to stderr."""
    (tmp_path / "test_it.py").write_text(TEST, encoding="utf-8")
    done = called("show", "--json", "test_it.py::test_good", folder=tmp_path)
    found = json.loads(done.stdout)
    assert found["output"] == ["begin", "helper"]
    assert [turn["lines"] for turn in found["turns"] if turn["task"] == "Task-1"] == [
        [11, 12, 6],
        [7],
    ]
    done = called("show", "test_it.py::test_bad", folder=tmp_path)
    assert done.returncode == 1
    assert "bad" in done.stdout
    assert "assert 1 == 2" in done.stdout


@pytest.mark.slow
def test_the_folder_does_not_stand_for_the_library(tmp_path: Path) -> None:
    """A program may be called like a module that we use."""
    (tmp_path / "subprocess.py").write_text("print('mine')\n", encoding="utf-8")
    assert output("show", "subprocess.py", folder=tmp_path) == ["mine"]
    assert called("why", "subprocess.py", folder=tmp_path).returncode == 0
