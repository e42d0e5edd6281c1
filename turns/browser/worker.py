"""What the page's worker calls: `activate` once, then `answer` for each request.

Requests and the parts of an answer are JSON, and so plain data; the program is the reader's, and
whoever shows what comes out of here takes it for text. A program that calls what never
returns ends with its worker, which the page ends.
"""

import json
from collections.abc import Callable, Generator, Iterator
from typing import Any, TypeVar

from turns.browser import lacking, stacks
from turns.browser.printing import Printing
from turns.browser.program import Program
from turns.drawing import problems
from turns.drawing.because import because
from turns.drawing.fates import first_fates
from turns.drawing.markdown import Line, markdown
from turns.drawing.picture import draw
from turns.drawing.standalone import svg
from turns.drawing.unproven import unproven
from turns.drawing.words import counted
from turns.exploring import finding
from turns.exploring.explore import Effort, exploring, why_unproven
from turns.exploring.finding import Run, UnwatchableError
from turns.exploring.findings import Findings
from turns.exploring.fresh import Asking, read
from turns.exploring.fresh import answer as answer_fresh
from turns.exploring.schedule import Schedule, TokenError
from turns.grading.grade import grade
from turns.grading.request import read as read_challenge
from turns.grading.saying import as_data
from turns.recording.codec import encode
from turns.recording.fates import fates
from turns.runtime.limits import Limits

_SECONDS, _MOST_SECONDS = 5.0, 600.0
"""How long to search, if the request does not say, and at most: what a reader may wait for. Of what
was not found by then, nothing is claimed."""
LIMITS = Limits(seconds=5)
"""What does not come back at all, the page ends."""

Part = Callable[[str], object]
"""Takes a part of the answer."""
Describe = Callable[[Findings, str], dict[str, Any]]
"""Says in a language what a card says of findings, as data for JSON."""
_T = TypeVar("_T")
_Asked = Generator[tuple[str, int], str | None, _T]
"""Yields questions for `fresh_answer` in a fresh interpreter, and the seed of its hashes."""


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
    the promise of what `fresh_answer` says to that in another worker, which was started with this
    seed of hashes. ``describe`` says what a card says.
    """
    _Page.ask_fresh, _Page.describe = ask_fresh, describe
    lacking.install()
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
        reply = _asked_elsewhere(question, hashes)


def _asked_elsewhere(question: str, hashes: int) -> str | None:
    if _Page.ask_fresh is None:
        return None
    try:
        return str(stacks.result_of(_Page.ask_fresh(question, hashes)))
    except Exception:  # noqa: BLE001 - whatever the page has refused with, it has no answer
        return None


def answering(request: str, part: Part) -> _Asked[None]:
    """Answer a request step by step, without switching stacks.

    Yields what has to be asked elsewhere; send what `fresh_answer` says there, or None if nobody
    answers.
    """
    asked = json.loads(request)
    language = asked["language"]
    program = Program.of(asked)

    def give(kind: str, **data: Any) -> None:
        part(json.dumps({"kind": kind, **data}, ensure_ascii=False))

    try:
        target = finding.loaded(program.write())
        normal = finding.run(target, LIMITS, Printing(part, program.bare))
        give("run", **_run(normal, program, language))
        finding.check(normal)
        effort = _effort(asked)
        explored = yield from _elsewhere(exploring(target, effort), program)
        schedule, verdict = _schedule(asked), None
        if asked["kind"] == "grade":
            verdict = grade(target, read_challenge(asked["challenge"]), effort, explored)
            schedule = verdict.broken.schedule if verdict.broken else None
        found = finding.findings(normal, explored, program.name, program.digest, schedule)
        give("found", **_found(found, language))
        if verdict is not None:
            give(**as_data(verdict, language))
    except UnwatchableError as error:
        reason = next(problems.lines(str(error), (), language))
        give("refused", reason=reason, line=error.line or program.line(str(error)))


def fresh_answer(question: str) -> str:
    """Answer what another worker's exploration asks; this one has run no other program."""
    program, inner = json.loads(question)
    Program(**program).write()
    return answer_fresh(inner)


def _elsewhere(asking: Asking[_T], program: Program) -> _Asked[_T]:
    """Have the questions of an exploration answered by who does not have the program yet."""
    replies = None
    try:
        while True:
            question = asking.send(replies)
            text = yield json.dumps([vars(program), question.text()]), question.hashes
            replies = None if text is None else read(text)
    except StopIteration as end:
        found: _T = end.value
        return found
    finally:
        asking.close()


def _effort(asked: dict[str, Any]) -> Effort:
    """Return how long to search."""
    seconds: Any = asked.get("seconds")
    if type(seconds) not in {int, float} or not 0 < seconds <= _MOST_SECONDS:
        seconds = _SECONDS
    return Effort(seconds=seconds, patience=seconds / 10, pauses=True)


def _schedule(asked: dict[str, Any]) -> Schedule | None:
    """Return the schedule that is asked for; one that is none belongs to another program."""
    try:
        return Schedule.parse(asked["schedule"]) if asked.get("schedule") else None
    except TokenError:
        return None


def _run(run: Run, program: Program, language: str) -> dict[str, Any]:
    """Say what the normal run was."""
    recording = program.bare(finding.shown(run))
    error, problem = run.outcome.error, run.outcome.problem
    stopped = None
    if problem is not None:
        said = problems.lines(problem.message, problem.waiting, language)
        stopped = {**encode(problem), "lines": [*said]}
    return {
        "recording": encode(recording),
        "ending": encode(recording.ending),
        "error": error and program.without_folder(error),
        "line": program.line(error or (problem.message if problem else "")),
        "stderr": program.without_folder(run.outcome.stderr),
        "problem": stopped,
    }


def _found(found: Findings, language: str) -> dict[str, Any]:
    """Say and draw what was found out."""
    drawn = [one for one in found.departures if one.recording.turns]
    recording = found.recording
    return {
        "findings": encode(found),
        "said": _Page.describe(found, language) if _Page.describe else {},
        "picture": draw(recording, language) if recording.turns else None,
        "drawing": svg(recording, found.name, language, "light", style="")
        if recording.turns
        else None,
        "markdown": "\n".join(_markdown(found, language)),
        "pictures": {str(one.schedule): draw(found.run(one), language) for one in drawn},
    }


def _markdown(found: Findings, language: str) -> Iterator[str]:
    """Say what `turns why --markdown` says."""
    lines = [
        Line(mark.text, mark.because, because(cause, language))
        for mark, cause in zip(found.marks, found.causes, strict=False)
    ]
    outcomes = found.outcomes.items()
    counts = [counted(one.count, one.inexact, mode, language) for mode, one in outcomes]
    reasons = unproven(why_unproven(found.unknown), language)
    facts = first_fates(fates(found.recording), language)
    return markdown(found.name, lines, (*counts, *reasons, *facts), language)
