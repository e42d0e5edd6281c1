"""Goals as small automata that read an outcome line by line: exact, and each in one place.

A *claim* reads lines, remembers as little as possible, and knows when it is broken. So the same
claim is asked of one run, of all outcomes at once (the product of their automaton and the claim's,
as in `turns.exploring.promises`), and of the graph's ways. It is about few texts, so that it can be
asked of traces that nobody has written down (`turns.exploring.traces.apart`).
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from turns.exploring.nfa import End, Nfa
from turns.exploring.promises import LineId
from turns.grading.challenge import Aim, Goal

Memory = tuple[int, ...]
"""What a claim remembers of the lines that it has read."""


class Claim(Protocol):
    """What is to hold of an outcome."""

    @property
    def texts(self) -> tuple[str, ...]:
        """Return the only texts that matter to it."""

    @property
    def start(self) -> Memory:
        """Return what it remembers before the first line."""

    def after(self, memory: Memory, text: str) -> Memory:
        """Return what it remembers after one more line."""

    def is_broken(self, memory: Memory, end: End | None) -> bool:
        """Tell whether it is broken: already, or if the program ends so."""


@dataclass(frozen=True)
class Counted:
    """A line is printed so often: at least, and, if that is limited, at most."""

    text: str
    least: int
    most: int | None

    @property
    def texts(self) -> tuple[str, ...]:
        """See `Claim`."""
        return (self.text,)

    @property
    def start(self) -> Memory:
        """See `Claim`."""
        return (0,)

    def after(self, memory: Memory, text: str) -> Memory:
        """Count up to where it does not matter any more."""
        enough = self.least if self.most is None else self.most + 1
        return (min(memory[0] + (text == self.text), enough),)

    def is_broken(self, memory: Memory, end: End | None) -> bool:
        """See `Claim`."""
        [count] = memory
        is_more = self.most is not None and count > self.most
        return is_more or (end is not None and count < self.least)


@dataclass(frozen=True)
class Before:
    """A line does not come before another one has come."""

    first: LineId
    second: LineId

    @property
    def texts(self) -> tuple[str, ...]:
        """See `Claim`."""
        return (self.first[0], self.second[0])

    @property
    def start(self) -> Memory:
        """See `Claim`."""
        return (0, 0, 0)

    def after(self, memory: Memory, text: str) -> Memory:
        """Count both lines; the last number is 1 if the second one has come too early."""
        first, second, early = memory
        is_next = text == self.second[0] and second == self.second[1]
        early |= is_next and first <= self.first[1]
        first = min(first + (text == self.first[0]), self.first[1] + 1)
        return first, min(second + (text == self.second[0]), self.second[1] + 1), early

    def is_broken(self, memory: Memory, end: End | None) -> bool:  # noqa: ARG002 - see `Claim`
        """See `Claim`."""
        return bool(memory[2])


@dataclass(frozen=True)
class NoOthers:
    """No other lines than these are printed."""

    allowed: frozenset[str]

    @property
    def texts(self) -> tuple[str, ...]:
        """Return none: all others matter, see `claimed_of`."""
        return ()

    @property
    def start(self) -> Memory:
        """See `Claim`."""
        return (0,)

    def after(self, memory: Memory, text: str) -> Memory:
        """Remember whether one was printed."""
        return (memory[0] or int(text not in self.allowed),)

    def is_broken(self, memory: Memory, end: End | None) -> bool:  # noqa: ARG002 - see `Claim`
        """See `Claim`."""
        return bool(memory[0])


@dataclass(frozen=True)
class NoEnd:
    """The program does not end in one of these ways."""

    kinds: frozenset[str]

    @property
    def texts(self) -> tuple[str, ...]:
        """See `Claim`."""
        return ()

    @property
    def start(self) -> Memory:
        """See `Claim`."""
        return ()

    def after(self, memory: Memory, text: str) -> Memory:  # noqa: ARG002 - see `Claim`
        """Remember nothing."""
        return memory

    def is_broken(self, memory: Memory, end: End | None) -> bool:  # noqa: ARG002 - see `Claim`
        """See `Claim`."""
        return end is not None and end.kind in self.kinds


def claims(goal: Goal) -> Iterator[Claim]:
    """Yield what a goal says of each outcome."""
    if goal.aim is Aim.NEVER:
        yield Counted(goal.texts[0], 0, 0)
    elif goal.aim is Aim.ALWAYS:
        yield Counted(goal.texts[0], 1, None)
    elif goal.aim is Aim.BEFORE:
        first, second = goal.texts
        yield Counted(first, 1, None)
        yield Counted(second, 1, None)
        yield Before((first, 0), (second, 0))
    elif goal.aim in {Aim.LINES, Aim.ORDER}:
        yield NoOthers(frozenset(goal.texts))
        yield from (Counted(text, n, n) for text, n in Counter(goal.texts).items())
        if goal.aim is Aim.ORDER:
            yield from _in_order(goal.texts)
    elif goal.aim is Aim.NO_DEADLOCK:
        yield NoEnd(frozenset({"deadlock"}))
    else:
        yield NoEnd(frozenset({"failed", "exit"}))


def _in_order(texts: Iterable[str]) -> Iterator[Claim]:
    """Yield for each line that it does not come before the one above it.

    Of lines with the same text the first comes first anyway.
    """
    seen: Counter[str] = Counter()
    above: LineId | None = None
    for text in texts:
        line = text, seen[text]
        seen[text] += 1
        if above is not None and above[0] != text:
            yield Before(above, line)
        above = line


def breaks(claim: Claim, texts: Iterable[str], end: End | None) -> bool:
    """Tell whether one run breaks a claim; without an ``end`` it may have gone on."""
    memory = claim.start
    for text in texts:
        memory = claim.after(memory, text)
        if claim.is_broken(memory, None):
            return True
    return end is not None and claim.is_broken(memory, end)


def can_break(claim: Claim, nfa: Nfa) -> bool:
    """Tell whether some outcome breaks a claim: a walk through the product of the two."""
    seen = {(0, claim.start)}
    todo = [*seen]
    while todo:
        point, memory = todo.pop()
        if claim.is_broken(memory, nfa.ends.get(point)):
            return True
        after = {(target, memory) for target in nfa.silent[point]}
        for text, targets in nfa.printing[point].items():
            following = claim.after(memory, text)
            after |= {(target, following) for target in targets}
        todo += after - seen
        seen |= after
    return False
