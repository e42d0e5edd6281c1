"""Record the snippets that are not recorded yet, before the pages that show them are made."""

import functools
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

from card.store import Recordings, machinery
from tools.building.recording_process import StuckError, end_ready, prepare, record
from tools.project import Project
from turns.snippet import grammar

PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"
_PIN = "`nox -s recordings -- --accept` pins it"


@functools.cache  # it has read what is pinned: live preview asks after each save
def recordings_of(project: Project) -> Recordings:
    """Return the recordings of a checkout, as its conf.py has them."""
    return Recordings(project.snippets, project.docs / "_recordings", project.build / "recordings")


def forget(project: Project) -> None:
    """Begin anew: the tool that records has changed."""
    with _one_at_a_time:
        if recordings_of(project).machinery != machinery():
            recordings_of.cache_clear()
            end_ready()


_one_at_a_time = threading.Lock()
"""Both languages of a preview need the same recordings."""


def get_ready() -> None:
    """Have a process ready for the next snippet that is saved."""
    with _one_at_a_time:
        prepare()


def record_missing(project: Project) -> list[str]:
    """Record what is not; return a line for each snippet of which nothing is pinned."""
    store = recordings_of(project)
    if not store.unpinned():
        return []
    return list(_unpinned(store, project, fill(store)))


def fill(store: Recordings) -> dict[str, str]:
    """Record what is missing; return, by name, why some could not be.

    A text that changes meanwhile is recorded again; if the tool does, nothing more is kept.
    """
    failed: dict[str, str] = {}
    with _one_at_a_time:
        while programs := _recordable(store, failed):
            unanswered = dict(programs)
            try:
                for answer in record(programs):
                    if machinery() != store.machinery:
                        why = "not recorded: `turns` has changed meanwhile"
                        return failed | dict.fromkeys(unanswered, why)
                    del unanswered[answer.name]
                    try:
                        store.keep(answer)
                    except OSError as error:
                        failed[answer.name] = f"recorded, but not kept: {error.strerror}"
            except StuckError as error:
                failed[next(iter(unanswered))] = f"not recorded: {error}"
    return failed


def _recordable(store: Recordings, failed: Mapping[str, str]) -> dict[str, Path]:
    """Return the snippets without a recording that this Python could make."""
    return {
        name: path
        for name, path in store.missing().items()
        if name not in failed and needs(path) <= sys.version_info[:2]
    }


def needs(path: Path) -> tuple[int, int]:
    """Return the oldest Python that a snippet runs on."""
    try:
        return grammar.read(path).requires or (3, 0)
    except grammar.SnippetError:
        return (3, 0)  # the page that shows it says what is wrong


def _unpinned(store: Recordings, project: Project, failed: Mapping[str, str]) -> Iterator[str]:
    for name, path in store.unpinned().items():
        where = path.relative_to(project.root).as_posix()
        said = f"recorded on Python {PYTHON}; {_PIN}"
        if not store.is_kept(name):
            oldest = "{}.{}".format(*needs(path))
            said = failed.get(name, f"not recorded: it needs Python {oldest}, this is {PYTHON}")
        yield f"{where}: {said}"
