"""What is pinned of other Pythons and loops: what is a fault then, and what is pinned."""

from dataclasses import replace
from pathlib import Path

import pytest

from card import results as pinned
from tools import results
from tools.project import Project
from tools.results import Column, Results
from turns.snippet import grammar
from turns.snippet.check import Status, judge
from turns.snippet.fresh_run import Run
from turns.snippet.interpreter import Interpreter

NAME = "await/naps"
COLUMNS = [Column(name, Interpreter(name, (3, 12))) for name in ("3.11", "3.12", "3.12 uvloop")]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Make a project of one snippet."""
    (tmp_path / "docs" / "_figures").mkdir(parents=True)
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


def statuses(project: Project, runs: Results) -> list[Status]:
    """Return what became of them in the light of what is pinned."""
    return [verdict.status for verdict in results.compared(project, runs).verdicts[NAME]]


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
