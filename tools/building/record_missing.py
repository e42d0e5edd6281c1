"""Record the snippets that are not recorded yet, before the pages that show them are made."""

import functools
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

from card.store import Recordings
from tools.project import Project
from turns.exploring import findings
from turns.exploring.findings import Answer
from turns.snippet import grammar

PATIENCE = 300.0
"""Seconds of real time for one snippet: however many there are, a build ends."""
PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"
_PIN = "`nox -s recordings -- --accept` pins it"


@functools.cache  # it has read what is pinned: live preview asks after each save
def recordings_of(project: Project) -> Recordings:
    """Return the recordings of a checkout, as its conf.py has them."""
    return Recordings(project.snippets, project.docs / "_recordings", project.build / "recordings")


class StuckError(Exception):
    """A program that the recording did not come back from; the message says how."""


def record(programs: Mapping[str, Path], python: str = sys.executable) -> Iterator[Answer]:
    """Let ``python`` record programs, by name, in a process of its own; yield what comes of each.

    `StuckError` where that is nothing: those after it have no answers either.
    """
    requests = [json.dumps({"name": name, "path": str(path)}) for name, path in programs.items()]
    root = Path(findings.__file__).resolve().parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONHASHSEED": "0"}
    command = [python, "-m", "turns", "record"]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, env=environment, encoding="utf-8"
    ) as child:
        assert child.stdin is not None  # noqa: S101 - for mypy
        child.stdin.write("".join(f"{request}\n" for request in requests))
        child.stdin.close()
        while line := _line(child):
            yield findings.read(json.loads(line))
    if child.returncode:
        raise StuckError(f"it took the interpreter down (status {child.returncode})")


def _line(child: "subprocess.Popen[str]") -> str:
    """Wait for a line of the child; it is empty at the end."""
    assert child.stdout is not None  # noqa: S101 - for mypy
    late = threading.Event()

    def give_up() -> None:
        late.set()
        child.kill()

    watchdog = threading.Timer(PATIENCE, give_up)
    watchdog.start()
    try:
        line = child.stdout.readline()
    finally:
        watchdog.cancel()
    if late.is_set():
        raise StuckError(f"it took over {PATIENCE:g} s")
    return line


_one_at_a_time = threading.Lock()
"""Both languages of a preview need the same recordings."""


def record_missing(project: Project) -> list[str]:
    """Record what is not; return a line for each snippet of which nothing is pinned."""
    store = recordings_of(project)
    return list(_unpinned(store, project, fill(store)))


def fill(store: Recordings) -> dict[str, str]:
    """Record what is missing; return, by name, why some could not be.

    A text that changes meanwhile is recorded again.
    """
    failed: dict[str, str] = {}
    with _one_at_a_time:
        while programs := _recordable(store, failed):
            unanswered = dict(programs)
            try:
                for answer in record(programs):
                    store.keep(answer)
                    del unanswered[answer.name]
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
    missing = store.missing()
    for name, path in store.sources().items():
        if store.is_pinned(name):
            continue
        where = path.relative_to(project.root).as_posix()
        said = f"recorded on Python {PYTHON}; {_PIN}"
        if name in missing:
            oldest = "{}.{}".format(*needs(path))
            said = failed.get(name, f"not recorded: it needs Python {oldest}, this is {PYTHON}")
        yield f"{where}: {said}"
