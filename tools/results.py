"""Compare what snippets print on each Python and loop with what is pinned for cards; or pin it.

`tools.matrix` runs them. Where a program ends as its file says but prints something else, that
is no fault if it is pinned so: the card then shows it. What did not run here stays as it is pinned.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from card import results
from card.results import Printed, Ran, Runs
from tools.interpreters import exact, pinned_uvloop
from turns.snippet.check import Status, Verdict
from turns.snippet.source import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tools.project import Project
    from turns.snippet.interpreter import Interpreter


@dataclass(frozen=True)
class Column:
    """One interpreter with one loop."""

    name: str
    interpreter: Interpreter

    @property
    def is_eager(self) -> bool:
        """Say whether tasks start eagerly."""
        return self.interpreter.loop == "eager"


@dataclass(frozen=True)
class Results:
    """The verdicts by snippet, one per column, and the columns that did not run, with reasons."""

    columns: list[Column]
    verdicts: dict[str, list[Verdict]]
    missing: list[str]


def pins(project: Project) -> Path:
    """Return where results are pinned."""
    return project.docs / "_figures" / "results.json"


def runs_file(project: Project) -> Path:
    """Return where it stands which programs were run where."""
    return project.docs / "_figures" / "runs.json"


def compared(
    project: Project, found: Results, again: Callable[[Path, Interpreter], Verdict]
) -> Results:
    """Return the verdicts as they are in the light of what is pinned.

    Where that is something else than the file says, a program that prints what the file says has a
    second try, which ``again`` is: uvloop's clock may tick between two of its lines.
    """
    pinned = results.read(pins(project))
    ran = results.read_runs(runs_file(project)).programs
    rows = {}
    for name, row in found.verdicts.items():
        known = _of(pinned, name, row[0].path)
        of_text, columns = ran.get(name, ("", ()))
        before = columns if of_text == digest(row[0].path.read_bytes()) else ()
        rows[name] = [
            _lenient(judged, known=column.name in before) if column.is_eager else judged
            for column, verdict in zip(found.columns, row, strict=True)
            for judged in [_judged(verdict, known.get(column.name), column.interpreter, again)]
        ]
    return replace(found, verdicts=rows)


def _lenient(verdict: Verdict, *, known: bool) -> Verdict:
    """Return the verdict of a run with eager tasks, under which no program has to do the same.

    Only what was recorded before has to come out again.
    """
    if verdict.status is not Status.FAILED or known:
        return verdict
    if verdict.updatable:
        message = "differs with eager tasks; `--accept` records it for the catalogue"
        return replace(verdict, status=Status.PASSED, message=message, details=())
    message = f"it does not end as its file says with eager tasks: {verdict.message}"
    return replace(verdict, status=Status.SKIPPED, message=message, details=())


def accept(project: Project, found: Results) -> Iterator[str]:
    """Pin what differs; yield a line for each snippet of which something else is pinned now."""
    pinned = results.read(pins(project))
    programs = {
        file.relative_to(project.snippets).with_suffix("").as_posix() for file in project.programs()
    }
    after = {name: one for name, one in pinned.items() if name in programs}
    for name, row in found.verdicts.items():
        path = row[0].path
        printed = dict(_of(pinned, name, path))
        for column, verdict in zip(found.columns, row, strict=True):
            printed.pop(column.name, None)
            if verdict.updatable:
                printed[column.name] = _printed(verdict, column.interpreter)
        if printed or name in after:
            after[name] = Printed(digest(path.read_bytes()), dict(sorted(printed.items())))
    after = {name: one for name, one in after.items() if one.by_environment}
    if after != pinned:
        results.write(pins(project), after)
    for name in sorted(after.keys() | pinned.keys()):
        if after.get(name) != pinned.get(name):
            where = ", ".join(after[name].by_environment) if name in after else "nowhere"
            yield f"{name}: other output on: {where}"


def record(project: Project, found: Results) -> Iterator[str]:
    """Write down which programs were run where, for the catalogue; yield what is left out.

    The date and the versions of a column are those of its last run of all programs. A single
    program counts there only if the versions are still the same.
    """
    file = runs_file(project)
    before = results.read_runs(file)
    names = {
        one.relative_to(project.snippets).with_suffix("").as_posix() for one in project.programs()
    }
    all_of_them = names == found.verdicts.keys()
    uvloop = pinned_uvloop(project.root / "requirements" / "uvloop.txt")
    columns, counted = dict(before.columns), set()
    for column in found.columns:
        loop = uvloop if column.interpreter.loop == "uvloop" else ""
        python, known = exact(column.interpreter.executable), columns.get(column.name)
        if all_of_them:
            today = datetime.now(UTC).date().isoformat()
            columns[column.name] = Ran(python, loop, today)
        elif known is None or (known.python, known.loop) != (python, loop):
            yield f"{column.name} is not recorded: name no snippet, so that all are run"
            continue
        counted.add(column.name)
    after = {name: one for name, one in before.programs.items() if name in names}
    for name, row in found.verdicts.items():
        text = digest(row[0].path.read_bytes())
        of_text, ran = after.get(name, ("", ()))
        kept = set(ran) - counted if of_text == text else set()
        new = {
            column.name
            for column, verdict in zip(found.columns, row, strict=True)
            if column.name in counted and (verdict.status is Status.PASSED or verdict.updatable)
        }
        after[name] = text, tuple(sorted(kept | new))
    results.write_runs(file, Runs(dict(sorted(columns.items())), after))


def _of(pinned: dict[str, Printed], name: str, path: Path) -> dict[str, tuple[str, ...]]:
    """Return what is pinned of a snippet's present text."""
    one = pinned.get(name)
    return one.by_environment if one and one.digest == digest(path.read_bytes()) else {}


def _judged(
    verdict: Verdict,
    known: tuple[str, ...] | None,
    interpreter: Interpreter,
    again: Callable[[Path, Interpreter], Verdict],
) -> Verdict:
    if verdict.status is Status.PASSED and known is not None:
        verdict = again(verdict.path, interpreter)
    if verdict.updatable and _printed(verdict, interpreter) == known:
        return replace(verdict, status=Status.PASSED, message="prints what is pinned", details=())
    if verdict.status is Status.PASSED and known is not None:
        message = "prints what its file says, but another output is pinned; `--accept` unpins it"
        return replace(verdict, status=Status.FAILED, message=message)
    return verdict


def _printed(verdict: Verdict, interpreter: Interpreter) -> tuple[str, ...]:
    assert verdict.snippet is not None  # noqa: S101 - it ran
    assert verdict.run is not None  # noqa: S101
    output = verdict.snippet.output_for(interpreter.version)
    return results.lasting(output, verdict.run.stdout)
