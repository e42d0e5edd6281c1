"""Both languages by one builder, side by side, unless what an earlier build left is still good."""

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.building.cache import BuildFolder, Inputs
from tools.building.messages import Order, Result
from tools.building.worker import BuildWorker
from tools.project import LANGUAGES, Project

_PAGE = re.compile(r"docs/\S+?\.md(?=:)")
CHECKS = {"doctest", "linkcheck"}
"""Builders that find something out, whenever they are asked."""


@dataclass(frozen=True)
class Made:
    """What was made of one language."""

    output: Path
    pages: Mapping[str, str]
    """Titles, by names, as Sphinx has them."""


@dataclass(frozen=True)
class Step:
    """What to build how, and where."""

    name: str
    """Of the folder below ``.build/``."""
    builder: str
    """Name of a Sphinx builder."""
    beside: tuple[str, ...] = ()
    """See `tools.building.messages.Order`."""


def build_both(
    project: Project, step: Step, now: Inputs, differences: Callable[[], list[str]]
) -> dict[str, Made] | None:
    """Build each language in a process of its own; print what is wrong, and return None if it is.

    `differences` is called while they build, if they do: a line for each difference of the two.
    """
    folders = {language: BuildFolder(project, step.name, language) for language in LANGUAGES}
    stamps = {name: folder.current(now) for name, folder in folders.items()}
    if step.builder not in CHECKS and all(stamps.values()):
        found = {name: stamp.pages for name, stamp in stamps.items() if stamp}
    else:
        results = _results(project, step, folders, now, differences)
        if results is None:
            return None
        found = {name: result.pages for name, result in results.items()}
    return {name: Made(folders[name].output, pages) for name, pages in found.items()}


def _results(
    project: Project,
    step: Step,
    folders: Mapping[str, BuildFolder],
    now: Inputs,
    differences: Callable[[], list[str]],
) -> dict[str, Result] | None:
    workers: dict[str, BuildWorker] = {}
    try:
        for language, folder in folders.items():
            folder.begin(now)
            order = Order(
                root=project.root,
                language=language,
                builder=step.builder,
                output=folder.output,
                doctrees=folder.doctrees,
                beside=step.beside,
            )
            workers[language] = BuildWorker(order)
            workers[language].ask()
        differing = differences()
        results = {language: worker.answer() for language, worker in workers.items()}
    finally:
        for worker in workers.values():
            worker.stop()
    # Both languages complain of a snippet that both show.
    reported = dict.fromkeys(line for result in results.values() for line in result.problems)
    # A page that Sphinx cannot make sense of differs from its twin for that reason.
    pages = {found[0] for line in reported if (found := _PAGE.match(line))}
    differing = [line for line in differing if pages.isdisjoint(_PAGE.findall(line))]
    for line in (*differing, *reported):
        print(line, file=sys.stderr)
    for language, result in results.items():
        _report(language, result)
        if result.ok:
            folders[language].finish(now, result)
    return None if differing or not all(result.ok for result in results.values()) else results


def _report(language: str, result: Result) -> None:
    if result.crash:
        if result.crash.traceback:
            print(result.crash.traceback, file=sys.stderr)
        print(result.crash.summary, file=sys.stderr)
    outcome = "not built" if result.crash else f"warnings: {len(result.problems)}"
    print(f"{language}: pages: {len(result.pages)}; {outcome}; {result.seconds:.1f} s", flush=True)
