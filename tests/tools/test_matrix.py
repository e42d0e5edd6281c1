"""The matrix of snippets, Pythons and loops: what it selects and what it reports."""

import sys
from pathlib import Path

import pytest

from tools import interpreters, matrix
from tools.interpreters import NotInstallableError, Python
from tools.project import Project
from tools.results import Column, Results
from turns.snippet.check import Status, Verdict, check
from turns.snippet.interpreter import Interpreter, find_interpreter

EAGER_PROGRAM = """\
import asyncio

async def child():
    print("child")

async def main():
    task = asyncio.create_task(child())
    print("main")
    await task

asyncio.run(main())
# Output:
# child
# main
"""
HERE = f"{sys.version_info[0]}.{sys.version_info[1]}"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Make a project of four small snippets, one of them with a broken order."""
    for name in ("event_loop/kettles", "event_loop/two_kettles", "await/kettles"):
        path = tmp_path / "snippets" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("print(1)\nprint(2)\n# Output:\n# 1\n# 2\n", encoding="utf-8")
    broken = "print(1)\nprint(2)\n# Output:\n# 2\n# 1\n"
    (tmp_path / "snippets" / "await" / "broken.py").write_text(broken, encoding="utf-8")
    return Project(tmp_path)


@pytest.mark.parametrize(
    ("fragments", "names"),
    [
        (
            [],
            ["await/broken", "await/kettles", "event_loop/kettles", "event_loop/two_kettles"],
        ),
        (["await"], ["await/broken", "await/kettles"]),
        (["event_loop/kettles"], ["event_loop/kettles"]),
        (["event_loop/kettles.py"], ["event_loop/kettles"]),
        (["two"], ["event_loop/two_kettles"]),
        (["event_loop/two", "broken"], ["await/broken", "event_loop/two_kettles"]),
        (["snippets/await/broken.py"], ["await/broken"]),
        (["snippets/event_loop"], ["event_loop/kettles", "event_loop/two_kettles"]),
    ],
)
def test_select(
    project: Project, monkeypatch: pytest.MonkeyPatch, fragments: list[str], names: list[str]
) -> None:
    """A chapter, a snippet, a path or a part of a name selects."""
    monkeypatch.chdir(project.root)
    assert list(matrix.select(project, fragments)) == names


def test_select_nothing(project: Project) -> None:
    """An argument that selects nothing gets the choices."""
    with pytest.raises(matrix.SelectionError) as caught:
        matrix.select(project, ["await", "nonsense"])
    assert str(caught.value).startswith("no snippet is called 'nonsense'; choices: await, event_")
    assert "event_loop/two_kettles" in str(caught.value)


@pytest.fixture
def results() -> Results:
    """Make results of two columns in which everything happens once."""
    columns = [
        Column(name, Interpreter(sys.executable, (3, 12))) for name in ("3.12", "3.12 uvloop")
    ]

    def row(name: str, one: Status, two: Status) -> list[Verdict]:
        return [Verdict(Path(name), status, "why", details=("  a  b",)) for status in (one, two)]

    return Results(
        columns,
        {
            "a/fine": row("fine.py", Status.PASSED, Status.PASSED),
            "a/old": row("old.py", Status.SKIPPED, Status.SKIPPED),
            "a/wrong": row("wrong.py", Status.FAILED, Status.PASSED),
            "a/bad": row("bad.py", Status.MALFORMED, Status.MALFORMED),
        },
        ["3.15: not installed"],
    )


@pytest.mark.parametrize(
    ("plain", "marks"),
    [(False, ["✓ ✓", "– –", "✗ ✓", "✗ ✗"]), (True, ["pass pass", "skip skip", "FAIL pass"])],
)
def test_report(results: Results, *, plain: bool, marks: list[str]) -> None:
    """A table; then what did not run, with numbers; then each failure once, in full."""
    lines = matrix.report(results, plain=plain)
    assert [" ".join(line.split()[1:]) for line in lines[1 : len(marks) + 1]] == marks
    assert lines[5:] == [
        "",
        "DID NOT RUN: 1 column",
        "  3.15: not installed",
        "DID NOT RUN: 2 of 8 runs, skipped by the snippets",
        "  old.py: skipped: why [3.12, 3.12 uvloop]",
        "",
        "wrong.py: FAILED: why [3.12]",
        "  a  b",
        "",
        "bad.py: MALFORMED: why [3.12, 3.12 uvloop]",
        "  a  b",
        "",
        "4 snippets x 2 columns: 3 passed, 3 failed, 2 skipped",
    ]


def test_finds_this_python() -> None:
    """Interpreters come in order, each version once, and this one stands for its own."""
    found = interpreters.installed()
    names = [python.name for python in found]
    order = (*interpreters.SUPPORTED, *interpreters.FREE_THREADED)
    assert names == [name for name in order if name in names]
    (own,) = (python for python in found if python.executable == Path(sys.executable))
    assert own.name.removesuffix("t") == HERE


@pytest.mark.slow
def test_what_cannot_be_installed_is_a_reason(tmp_path: Path) -> None:
    """A version for which there is no wheel, or no network, is not run, and it is said why."""
    requirements = tmp_path / "uvloop.txt"
    requirements.write_text(
        f"no-such-package @ {(tmp_path / 'none.whl').as_uri()} --hash=sha256:{'0' * 64}\n",
        encoding="utf-8",
    )
    with pytest.raises(NotInstallableError, match=r"\S"):
        interpreters.with_uvloop(
            Python(Path(sys.executable), HERE, 0), requirements, tmp_path / "cache"
        )
    assert list((tmp_path / "cache").iterdir()) == []


def run_here(
    project: Project, monkeypatch: pytest.MonkeyPatch, *arguments: str, columns: int = 1
) -> int:
    """Run the tool on ``project`` with this interpreter only."""
    own = [Column(HERE, Interpreter(sys.executable, sys.version_info[:2]))] * columns
    monkeypatch.setattr(matrix, "HERE", project)
    monkeypatch.setattr(matrix, "find_columns", lambda *_: (own, ["9.9: not installed"]))
    monkeypatch.chdir(project.root)
    return matrix.main(arguments)


def test_the_status(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is 0 if all that ran passed, 1 if something failed, 2 if nothing could be selected."""
    assert run_here(project, monkeypatch, "event_loop", columns=2) == 0
    assert "2 snippets x 2 columns: 4 passed, 0 failed, 0 skipped" in capsys.readouterr().out
    assert run_here(project, monkeypatch) == 1
    shown = capsys.readouterr().out
    path = Path("snippets/await/broken.py")
    assert f"\n{path}:5: FAILED: `1` must come after `2` (line 4) [{HERE}]\n" in shown
    assert "DID NOT RUN: 1 column\n  9.9: not installed" in shown
    assert run_here(project, monkeypatch, "nonsense") == 2
    with pytest.raises(SystemExit) as caught:
        run_here(project, monkeypatch, "--nonsense")
    assert caught.value.code == 2


def test_update(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--update` shows and writes the change, then runs everything selected."""
    assert run_here(project, monkeypatch, "--update") == 0
    text = (project.snippets / "await" / "broken.py").read_text(encoding="utf-8")
    assert text == "print(1)\nprint(2)\n# Output:\n# 1\n# 2\n"
    shown = capsys.readouterr().out
    assert "broken.py:3: passed: updated" in shown
    assert "4 snippets x 1 columns: 4 passed" in shown


@pytest.mark.skipif(sys.version_info < (3, 12), reason="eager tasks need Python 3.12")
def test_eager_tasks(tmp_path: Path) -> None:
    """A task starts inside of `create_task()`, whatever the program does to get its loop."""
    program = tmp_path / "eager.py"
    program.write_text(EAGER_PROGRAM, encoding="utf-8")
    assert check(program, find_interpreter(sys.executable, "eager")).status is Status.PASSED
    assert check(program, find_interpreter(sys.executable)).status is Status.FAILED
