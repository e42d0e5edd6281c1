"""What the page's worker calls: `activate` once, then `answer` for each request.

Requests and the parts of an answer are JSON, and so plain data; the program is the reader's, and
whoever shows what comes out of here takes it for text. A program that calls what never
returns ends with its worker, which the page ends.

What runs a program is imported here; all else, `turns.browser.answers`, when somebody has time for
that, or else when the program has run: its lines do not wait for it.
"""

import gc
import importlib
import json
import random
from collections.abc import Callable, Generator
from typing import Any

from turns.browser import lacking, stacks
from turns.browser.printing import Printing
from turns.browser.program import Program
from turns.exploring import watching
from turns.exploring.watching import Run, UnwatchableError
from turns.runtime.limits import Limits

LIMITS = Limits(seconds=5)
"""What does not come back at all, the page ends."""


class _Page:
    """What the page's worker has given."""

    ask_fresh: Callable[[str, int], Any] | None = None
    saying: str | None = None


def activate(
    start: Callable[[Any], object] | None = None,
    gate: Callable[[], Any] | None = None,
    ask_fresh: Callable[[str, int], Any] | None = None,
    saying: str | None = None,
) -> None:
    """Take what only JavaScript can do; the first three where a stack can be switched.

    ``start(function)`` calls a Python function on a stack of its own, soon; ``gate()`` returns an
    object with a ``promise`` and what ``resolve()``s it; ``ask_fresh(question, hashes)`` returns
    the promise of what `fresh_answer` says to that in another worker, which was started with this
    seed of hashes. ``saying`` is a module that is a `turns.browser.answers.Saying`.
    """
    _Page.ask_fresh, _Page.saying = ask_fresh, saying
    random.seed()  # an interpreter may have come up from the memory of another one
    lacking.install()
    if start is not None and gate is not None:
        stacks.install(start, gate)
    gc.freeze()  # none of this becomes garbage
    gc.enable()


def answer(request: str, part: Callable[[str], object]) -> None:
    """Answer a request where a stack can be switched."""
    asking = answering(request, part)
    coming = reply = None
    while True:
        try:
            question = asking.send(reply)
        except StopIteration:
            return
        reply = _come(coming) if question is None else None
        coming = _Page.ask_fresh(*question) if question and _Page.ask_fresh else None


def _come(coming: Any) -> str | None:
    """Wait for an answer, which somebody has promised."""
    if coming is None:
        return None
    try:
        return str(stacks.result_of(coming))
    except Exception:  # noqa: BLE001 - whatever the page has refused with, it has no answer
        return None


def answering(
    request: str, part: Callable[[str], object]
) -> Generator[tuple[str, int] | None, str | None, None]:
    """Answer a request step by step, without switching stacks.

    ``part`` takes each part of the answer. Yields what has to be asked elsewhere, and then None for
    the answer: send what `fresh_answer` says there, or None if nobody answers.
    """
    asked = json.loads(request)
    program = Program.of(asked)
    normal: Run | UnwatchableError
    try:
        target = watching.loaded(program.write())
        normal = watching.run(target, LIMITS, Printing(part, program.bare))
    except UnwatchableError as error:
        normal = error
    from turns.browser import answers  # noqa: PLC0415 - after the lines

    saying: Any = importlib.import_module(_Page.saying) if _Page.saying else None
    yield from answers.about(asked, program, normal, part, saying)


def fresh_answer(question: str) -> str:
    """Answer what another worker's exploration asks; this one has run no other program."""
    from turns.exploring import fresh  # noqa: PLC0415 - no program needs it to run

    program, inner = json.loads(question)
    Program(**program).write()
    return fresh.answer(inner)
