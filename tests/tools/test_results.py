"""What is pinned of other Pythons and loops: what is a fault then, and what is pinned."""

import platform
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from card import results as pinned
from tools import results
from tools.project import Project
from tools.results import Column, Results
from turns.snippet import grammar
from turns.snippet.check import Status, Verdict, judge
from turns.snippet.fresh_run import Run
from turns.snippet.interpreter import Interpreter

NAME = "await/naps"
FAILED_RUN = Run([], "Traceback (most recent call last):\nValueError: no\n", 1, 0.1, None, ())
COLUMNS = [Column(name, Interpreter(name, (3, 12))) for name in ("3.11", "3.12", "3.12 uvloop")]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Make a project of one snippet."""
    (tmp_path / "docs" / "_figures").mkdir(parents=True)
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "uvloop.txt").write_text("uvloop==1.2.3 \\\n", "utf-8")
    (tmp_path / "snippets" / "await").mkdir(parents=True)
    (tmp_path / "snippets" / f"{NAME}.py").write_text(
        "print(1)\nprint(2)\n\n# Output:\n# 1\n# at ...\n", encoding="utf-8"
    )
    return Project(tmp_path)


def found(project: Project, *outputs: list[str]) -> Results:
    """Return the results of runs that printed these, one for each column."""
    snippet = grammar.read(project.snippets / f"{NAME}.py")
    row = [
        judge(snippet, snippet.outputs[0], Run(lines, "", 0, 0.1, None, ())) for lines in outputs
    ]
    return Results(COLUMNS[: len(row)], {NAME: row}, [])


def check_never(path: Path, interpreter: Interpreter) -> Verdict:
    """Stand for a second try that nobody needs."""
    raise AssertionError(path, interpreter)


def statuses(project: Project, runs: Results, *again: str) -> list[Status]:
    """Return what became of them in the light of what is pinned; a second try prints ``again``."""
    second = found(project, list(again) or ["1", "at 5"]).verdicts[NAME][0]
    compared = results.compared(project, runs, lambda *_: second)
    return [verdict.status for verdict in compared.verdicts[NAME]]


def test_what_differs_is_a_fault_until_it_is_pinned(project: Project) -> None:
    """And again when the run is another one, or the file."""
    passed, failed = Status.PASSED, Status.FAILED
    runs = found(project, ["1", "at 5"], ["1", "at 6"], ["at 7", "1"])
    assert statuses(project, runs) == [passed, passed, failed]
    assert list(results.accept(project, runs)) == [f"{NAME}: other output on: 3.12 uvloop"]
    assert statuses(project, runs) == [passed, passed, passed]
    by_chance = found(project, ["1", "at 5"], ["1", "at 6"], ["at 9", "1"])
    assert statuses(project, by_chance) == [passed, passed, passed]
    other = found(project, ["1", "at 5"], ["1", "at 6"], ["at 7", "2"])
    assert statuses(project, other) == [passed, passed, failed]
    as_written = found(project, ["1", "at 5"], ["1", "at 6"], ["1", "at 7"])
    assert statuses(project, as_written) == [passed, passed, failed]
    assert statuses(project, as_written, "at 7", "1") == [passed, passed, passed]
    path = project.snippets / f"{NAME}.py"
    path.write_text("\n" + path.read_text("utf-8"), encoding="utf-8")
    assert statuses(project, runs) == [passed, passed, failed]


def test_what_did_not_run_stays_pinned(project: Project) -> None:
    """What ran as its file says is no longer pinned."""
    list(results.accept(project, found(project, ["2"], ["1", "at 6"], ["at 7", "1"])))
    list(results.accept(project, found(project, ["1", "at 5"])))
    after = pinned.read(results.pins(project))[NAME]
    assert after.by_environment == {"3.12 uvloop": ("at ...", "1")}


def test_what_is_gone_is_no_longer_pinned(project: Project) -> None:
    """A snippet that was removed leaves nothing behind."""
    runs = found(project, ["2"])
    list(results.accept(project, runs))
    (project.snippets / f"{NAME}.py").unlink()
    assert list(results.accept(project, replace(runs, verdicts={}))) == [
        f"{NAME}: other output on: nowhere"
    ]
    assert pinned.read(results.pins(project)) == {}


def test_eager_tasks_may_print_something_else(project: Project) -> None:
    """Nobody has to pin that; but what was recorded has to come out again."""
    eager = Column("3.12 eager", Interpreter(sys.executable, (3, 12), "eager"))
    runs = replace(found(project, ["at 5", "1"]), columns=[eager])
    assert statuses(project, runs) == [Status.PASSED]
    (told,) = results.compared(project, runs, check_never).verdicts[NAME]
    assert "`--accept` records it" in told.message
    list(results.accept(project, runs))
    list(results.record(project, runs))
    assert statuses(project, runs) == [Status.PASSED]
    other = replace(found(project, ["at 5", "2"]), columns=[eager])
    assert statuses(project, other) == [Status.FAILED]


def test_eager_tasks_that_end_otherwise(project: Project) -> None:
    """They are no failure, and named."""
    eager = Column("3.12 eager", Interpreter(sys.executable, (3, 12), "eager"))
    snippet = grammar.read(project.snippets / f"{NAME}.py")
    runs = Results([eager], {NAME: [judge(snippet, snippet.outputs[0], FAILED_RUN)]}, [])
    assert statuses(project, runs) == [Status.SKIPPED]


def test_what_ran_where_is_recorded(project: Project) -> None:
    """With exact versions and the date; of a single program only if the versions are the same."""
    here = [
        Column("3.11", Interpreter(sys.executable, (3, 11))),
        Column("3.11 uvloop", Interpreter(sys.executable, (3, 11), "uvloop")),
    ]
    runs = replace(found(project, ["1", "at 5"], ["2"]), columns=here)
    assert list(results.record(project, runs)) == []
    written = pinned.read_runs(results.runs_file(project))
    version = platform.python_version()
    assert [(one.python, one.loop) for one in written.columns.values()] == [
        (version, ""),
        (version, "1.2.3"),
    ]
    assert written.programs[NAME][1] == ("3.11", "3.11 uvloop")
    other = project.snippets / "await" / "other.py"
    other.write_text("print(1)\n# Output:\n# 1\n", encoding="utf-8")
    newer = replace(runs, columns=[Column("3.12", here[0].interpreter), here[1]])
    (left_out,) = results.record(project, newer)
    assert left_out.startswith("3.12 is not recorded")
    assert pinned.read_runs(results.runs_file(project)).programs == written.programs
