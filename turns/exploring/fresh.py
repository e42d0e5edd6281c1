"""What is asked of an interpreter that has run nothing else, where chance decides otherwise.

What is run again and again in one process could see what an earlier run has left behind, and the
hashes of strings are drawn once per process. So whatever is claimed of a program has to hold
elsewhere, too. Who explores yields a `Question` and goes on with what comes of it; whoever drives
him has another interpreter answer it: a new process (`turns.exploring.processes`), or, in a
browser, another worker (`turns.browser.worker`). Questions and answers go there as texts.
"""

import ast
import gc
from collections.abc import Generator, Iterator, Sequence
from dataclasses import astuple, dataclass
from typing import TypeVar

from turns.exploring.nfa import decided_end_of, end_of
from turns.exploring.parsing import undisturbed
from turns.exploring.replay import Replay
from turns.exploring.schedule import Schedule
from turns.runtime import imports
from turns.runtime.execute import execute
from turns.runtime.limits import Limits
from turns.runtime.target import Target

_MALFORMED = (ValueError, SyntaxError, TypeError, MemoryError, RecursionError)
"""What comes of reading what is no answer."""


@dataclass(frozen=True)
class Request:
    """A run that is asked for."""

    token: str = ""
    """Of a schedule; without one, the normal one."""
    chance: int | None = None
    """The seed of what no schedule decides."""


@dataclass(frozen=True)
class Reply:
    """What such a run printed."""

    texts: tuple[str, ...]
    end: str
    """The kind of its end; empty if a limit ended it, or if it went another way."""


@dataclass(frozen=True)
class Question:
    """Runs of a program that an interpreter is asked for which has run nothing before."""

    target: Target
    requests: Sequence[Request]
    hashes: int
    """Its seed of hashes."""
    limits: Limits
    """For each run."""
    seconds: float
    """For all of them together; not positive if there is no time left."""

    def text(self) -> str:
        """Return what `answer` takes."""
        requests = [astuple(one) for one in self.requests]
        return repr((self.target.as_literal(), astuple(self.limits), requests))


Replies = Sequence[Reply]
_T = TypeVar("_T")
Asking = Generator[Question | None, Replies | None, _T]
"""Finds something out, and asks on the way: yields a question, and goes on at once; then yields
None, to wait for its answer. What comes is None again if there is no answer."""


def read(text: str) -> Replies | None:
    """Return what `answer` returned; None if it is nothing of the kind."""
    try:
        with undisturbed():
            found = ast.literal_eval(text)
        return [Reply(tuple(texts), end) for texts, end in found]
    except _MALFORMED:
        return None


def answer(question: str) -> str:
    """Answer in this interpreter, which should not have run anything."""
    literal, limits, asked = ast.literal_eval(question)
    requests = [Request(*one) for one in asked]
    found = replies(Target.from_literal(literal), requests, Limits(*limits))
    return repr([astuple(one) for one in found])


def replies(target: Target, requests: Sequence[Request], limits: Limits) -> Iterator[Reply]:
    """Run what is asked for."""
    imports.prepare(target.code)
    for one in requests:
        gc.freeze()  # each of its collections looks at the program's objects of this run alone
        replay = Replay(Schedule.parse(one.token)) if one.token else None
        outcome = execute(target, strategy=replay, limits=limits, chance=one.chance)
        end = end_of(outcome) if replay is None else decided_end_of(outcome)
        strayed = replay is not None and replay.finish(outcome.turns) is not None
        yield Reply(tuple(outcome.output), end.kind if end and not strayed else "")
