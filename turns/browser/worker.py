"""What the page's worker calls: `activate` once, then `answer` for each request.

Requests and the parts of an answer are JSON, and so plain data; the program is the reader's, and
whoever shows what comes out of here takes it for text. Nothing here ends a program that does not
come back: the page ends the worker.
"""

import json
import os
import re
import shutil
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any, TypeVar

from turns.browser import stacks
from turns.browser.printing import Printing
from turns.drawing import problems
from turns.drawing.picture import draw
from turns.exploring import finding
from turns.exploring.explore import Effort
from turns.exploring.finding import Run, UnwatchableError, without_folders
from turns.exploring.findings import Findings
from turns.exploring.fresh import Asking, read
from turns.exploring.fresh import answer as answer_fresh
from turns.exploring.schedule import Schedule, TokenError
from turns.recording.codec import encode
from turns.runtime.limits import Limits
from turns.snippet.source import digest

FOLDER = Path("/home/pyodide")
"""Where the program is; nothing else is there."""
NAME = "program.py"
EFFORT = Effort(seconds=5)
"""What a reader may wait for; of what was not found by then, nothing is claimed."""
LIMITS = Limits(seconds=30)
"""Its time counts natively, as in tests; in a browser, the page measures it."""

Part = Callable[[str], object]
"""Takes a part of the answer."""
Describe = Callable[[Findings, str], dict[str, Any]]
"""Says in a language what a card says of findings, as data for JSON."""
_T = TypeVar("_T")
_Asked = Generator[tuple[str, int], str | None, _T]
"""Yields questions for `fresh` in a fresh interpreter, and the seed of its hashes."""


class _Page:
    """What the page's worker has given."""

    ask_fresh: Callable[[str, int], Any] | None = None
    describe: Describe | None = None


def activate(
    start: Callable[[Any], object] | None = None,
    gate: Callable[[], Any] | None = None,
    ask_fresh: Callable[[str, int], Any] | None = None,
    describe: Describe | None = None,
) -> None:
    """Take what only JavaScript can do; the first three where a stack can be switched.

    ``start(function)`` calls a Python function on a stack of its own, soon; ``gate()`` returns an
    object with a ``promise`` and what ``resolve()``s it; ``ask_fresh(question, hashes)`` returns
    the promise of what `fresh` says to that in another worker, which was started with this
    seed of hashes. ``describe`` says what a card says.
    """
    _Page.ask_fresh, _Page.describe = ask_fresh, describe
    if start is not None and gate is not None:
        stacks.install(start, gate)


def answer(request: str, part: Part) -> None:
    """Answer a request where a stack can be switched."""
    asking = answering(request, part)
    reply = None
    while True:
        try:
            question, hashes = asking.send(reply)
        except StopIteration:
            return
        reply = stacks.result_of(_Page.ask_fresh(question, hashes)) if _Page.ask_fresh else None


def answering(request: str, part: Part) -> _Asked[None]:
    """Answer a request step by step, without switching stacks.

    Yields what has to be asked elsewhere; send what `fresh` says there, or None if nobody
    answers.
    """
    asked = json.loads(request)

    def give(kind: str, **data: Any) -> None:
        part(json.dumps({"kind": kind, **data}, ensure_ascii=False))

    language = asked["language"]
    try:
        target = finding.loaded(_write(asked["source"]))
        normal = finding.run(target, LIMITS, Printing(part))
        give("run", **_run(normal, language))
        finding.check(normal)
        its_digest = digest(_encoded(asked["source"]))
        found = finding.finding(normal, NAME, its_digest, EFFORT, _schedule(asked))
        give("found", **_found((yield from _elsewhere(found, asked["source"])), language))
    except UnwatchableError as error:
        reason = next(problems.lines(str(error), (), language))
        give("refused", reason=reason, line=error.line or _line(str(error)))


def fresh(question: str) -> str:
    """Answer what another worker's exploration asks; this one has run no other program."""
    source, inner = json.loads(question)
    _write(source)
    return answer_fresh(inner)


def _elsewhere(asking: Asking[_T], source: str) -> _Asked[_T]:
    """Have the questions of an exploration answered by who does not have the program yet."""
    replies = None
    try:
        while True:
            question = asking.send(replies)
            text = yield json.dumps([source, question.text()]), question.hashes
            replies = None if text is None else read(text)
    except StopIteration as end:
        found: _T = end.value
        return found
    finally:
        asking.close()


def _write(source: str) -> Path:
    """Write the program to a folder in which there is nothing else, and go there."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    os.chdir(FOLDER)
    for path in FOLDER.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    path = FOLDER / NAME
    path.write_bytes(_encoded(source))
    return path


def _encoded(source: str) -> bytes:
    return source.encode(errors="replace")  # half a character, as JavaScript may have it


def _schedule(asked: dict[str, Any]) -> Schedule | None:
    """Return the schedule that is asked for; one that is none belongs to another program."""
    try:
        return Schedule.parse(asked["schedule"]) if asked.get("schedule") else None
    except TokenError:
        return None


def _run(run: Run, language: str) -> dict[str, Any]:
    """Say what the normal run was."""
    folder = f"{FOLDER}{os.sep}"
    recording = without_folders(finding.shown(run), folder)
    error, stderr = (
        text and text.replace(folder, "") for text in (run.outcome.error, run.outcome.stderr)
    )
    problem = run.outcome.problem
    stopped = None
    if problem is not None:
        said = problems.lines(problem.message, problem.waiting, language)
        stopped = {**encode(problem), "lines": [*said]}
    return {
        "recording": encode(recording),
        "ending": encode(recording.ending),
        "error": error,
        "line": _line(error) or (_line(problem.message) if problem else None),
        "stderr": stderr,
        "problem": stopped,
    }


_PLACE = re.compile(rf'{re.escape(NAME)}(?:", line |:)(\d+)')


def _line(text: str | None) -> int | None:
    """Return the last line of the program that a traceback, or a message, names."""
    lines = _PLACE.findall(text or "")
    return int(lines[-1]) if lines else None


def _found(found: Findings, language: str) -> dict[str, Any]:
    """Say and draw what was found out."""
    drawn = [one for one in found.departures if one.recording.turns]
    return {
        "findings": encode(found),
        "said": _Page.describe(found, language) if _Page.describe else {},
        "picture": draw(found.recording, language) if found.recording.turns else None,
        "pictures": {str(one.schedule): draw(found.run(one), language) for one in drawn},
    }
