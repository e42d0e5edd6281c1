"""What is said of a program that was run: how it ran, what was found out about it, a verdict.

It takes longer to import all of this than to run most programs; so the first lines come before.
"""

import gc
import json
from collections.abc import Callable, Generator, Iterator
from typing import Any, Protocol, TypeVar

from turns.browser.program import Program
from turns.drawing import problems
from turns.drawing.because import because
from turns.drawing.fates import first_fates
from turns.drawing.markdown import Line, markdown
from turns.drawing.picture import draw
from turns.drawing.standalone import svg
from turns.drawing.unproven import unproven
from turns.drawing.words import counted
from turns.exploring import finding, surroundings, watching
from turns.exploring.explore import Effort, exploring, why_unproven
from turns.exploring.findings import Findings
from turns.exploring.fresh import Asking, read
from turns.exploring.schedule import Schedule, TokenError
from turns.exploring.watching import Run, UnwatchableError
from turns.grading.grade import grade
from turns.grading.request import read as read_challenge
from turns.grading.saying import as_data
from turns.recording.codec import encode
from turns.recording.fates import fates

_SECONDS, _MOST_SECONDS = 5.0, 600.0
"""How long to search, if the request does not say, and at most: what a reader may wait for. Of what
was not found by then, nothing is claimed."""

Part = Callable[[str], object]
"""Takes a part of the answer."""


class Saying(Protocol):
    """Says in a language what a card says of findings, as data for JSON."""

    def describe(self, found: Findings, language: str, /) -> dict[str, Any]:
        """Say it of marks and outcomes."""

    def prove(self, found: Findings, language: str, /) -> dict[str, str]:
        """Say why goals of the board are out of reach."""


_T = TypeVar("_T")
Asked = Generator[tuple[str, int] | None, str | None, _T]
"""As `turns.exploring.fresh.Asking`: a question for `turns.browser.worker.fresh_answer` in a fresh
interpreter, and the seed of its hashes."""


def prepare() -> None:
    """Do ahead what exploring begins with, and take from the collector what is no garbage."""
    surroundings.note_classes()
    gc.freeze()


def about(
    asked: dict[str, Any],
    program: Program,
    normal: Run | UnwatchableError,
    part: Part,
    saying: Saying | None,
) -> Asked[None]:
    """Give all parts that follow the lines of the normal run, or of why there is none."""
    language = asked["language"]

    def give(kind: str, **data: Any) -> None:
        part(json.dumps({"kind": kind, **data}, ensure_ascii=False))

    try:
        if isinstance(normal, UnwatchableError):
            raise normal
        give("run", **_run(normal, program, language))
        watching.check(normal)
        effort = _effort(asked)
        explored = yield from _elsewhere(exploring(normal.target, effort), program)
        found = finding.marked(normal, explored, program.name, program.digest)
        give("marked", said=saying.describe(found, language) if saying else {})
        schedule, verdict = _schedule(asked), None
        if asked["kind"] == "grade":
            verdict = grade(normal.target, read_challenge(asked["challenge"]), effort, explored)
            schedule = verdict.broken.schedule if verdict.broken else None
        found = finding.whole(found, normal, explored, schedule)
        proofs = saying.prove(found, language) if saying else {}
        give("found", **_found(found, language), proofs=proofs)
        if verdict is not None:
            give(**as_data(verdict, language))
    except UnwatchableError as error:
        reason = next(problems.lines(str(error), (), language))
        give("refused", reason=reason, line=error.line or program.line(str(error)))


def _elsewhere(asking: Asking[_T], program: Program) -> Asked[_T]:
    """Have the questions of an exploration answered by who does not have the program yet."""
    replies = None
    try:
        while True:
            question = asking.send(replies)
            if question is None:
                text = yield None
                replies = None if text is None else read(text)
            else:
                yield json.dumps([vars(program), question.text()]), question.hashes
                replies = None
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
