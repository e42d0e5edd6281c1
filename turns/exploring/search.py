"""Go through all schedules depth first, except those that can show nothing new.

Why schedules may be left out without missing a reversal of two lines x and y:

- *Equal states.* At every choice, a digest of everything the program can still do, and of the lines
  printed so far (which ones, not their order), is taken (`turns.exploring.digest`). From a second
  state with the same digest the same lines can follow. Whether x comes after y is decided when x is
  printed, by whether y has been: the digest tells that apart, so the search from the first such
  state has answered for both.
- *Sleeping turns* (Godefroid's sleep sets). Two turns that touch nothing in common
  (`turns.exploring.footprint`), of which not both name tasks, and that do not print two lines of a
  pair that is asked about, can change places: both orders lead to equal states. When all that
  follows turn a has been searched, a sleeps in what follows another turn b from the same state,
  until a turn runs with which it cannot change places. A state is searched again for the turns that
  slept at the first visit and are awake now.
- *Decided pairs.* Once x is printed, nothing that follows can reverse that pair. Where all pairs
  are decided, the run ends.
- *Callbacks that commute.* Some internal callbacks commute with everything that could run before
  them: see `turns.exploring.commuting`. If one is ready it is run at once, and no other order is
  tried. Each needs a step of a task to come into being, so this cannot go on for ever.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NoReturn

from turns.exploring.commuting import commutes
from turns.exploring.digest import Digester, label
from turns.exploring.footprint import footprint
from turns.exploring.object_graph import Opaque
from turns.exploring.strategies import Fifo
from turns.runtime.limits import Stop
from turns.runtime.output import Line
from turns.runtime.run import ChoicePoint, Run

LineId = tuple[str, int]
"""A line's text, and which line with this text it is, from 0."""
Question = tuple[LineId, LineId]
"""Can the second line be printed before the first?"""


def number(texts: Iterable[str]) -> Iterator[LineId]:
    """Tell equal lines apart by occurrence."""
    counts: Counter[str] = Counter()
    for text in texts:
        yield text, counts[text]
        counts[text] += 1


@dataclass(frozen=True)
class _Deed:
    """What a turn did that its footprint does not tell."""

    texts: frozenset[str]
    """The lines it printed."""
    names_tasks: bool

    def may_change_places(self, other: "_Deed", questions: Sequence[Question]) -> bool:
        """Say whether the order of the two matters neither to a question nor to a name."""
        if self.names_tasks and other.names_tasks:
            return False
        for (x, _), (y, _) in questions:
            here, there = {x, y} & self.texts, {x, y} & other.texts
            if here and there:
                return False
        return True


@dataclass
class _State:
    """A state of the program in which there is a choice. Its turns are told apart by label."""

    path: tuple[int, ...]
    footprints: dict[str, frozenset[int] | None]
    """By each turn that could be next."""
    asleep: dict[str, _Deed]
    """The turns that sleep: those that did when it was reached, and those searched since."""

    def after(self, turn: str, deed: _Deed, questions: Sequence[Question]) -> dict[str, _Deed]:
        """Return the turns that still sleep after ``turn`` has done ``deed``."""
        mine = self.footprints.get(turn)
        if mine is None:
            return {}
        return {
            other: its
            for other, its in self.asleep.items()
            if other != turn
            and (theirs := self.footprints[other]) is not None
            and mine.isdisjoint(theirs)
            and deed.may_change_places(its, questions)
        }


@dataclass
class Search:
    """What the runs of one search share."""

    digester: Digester
    clock: bool
    footprints: bool
    """Turns can be told apart by what they touch."""
    visited: dict[bytes, frozenset[str]] = field(default_factory=dict)
    """By digest, the turns that slept in all visits to the state."""
    todo: list[tuple[_State, int, str] | None] = field(default_factory=list)
    """Choices for later: the state, the index of the turn and its label. None: from the start."""
    opaque: str = ""
    """What kept states from being compared, if anything did."""


class Searching(Fifo):
    """Follows a path to a state, takes what nobody has taken there, and leaves the rest for later.

    ``start`` is where to begin: an element of `Search.todo`.
    """

    def __init__(
        self,
        search: Search,
        questions: Sequence[Question],
        start: tuple[_State, int, str] | None,
    ) -> None:
        """Look for answers to ``questions``."""
        super().__init__(clock=search.clock)
        self.strayed = ""
        """How the program went another way than the path, if it did."""
        self._search = search
        self._questions = questions
        self._path = [*start[0].path, start[1]] if start else []
        self._follow = len(self._path)
        self._last: tuple[_State, str] | None = (start[0], start[2]) if start else None
        """The state in which the last choice was made, and the turn chosen."""
        self._before = (0, 0, 0)
        """How many turns, lines and names of tasks there were at that choice."""

    def pick(self, point: ChoicePoint) -> int:
        """Choose."""
        running = point.run
        at = self.choices
        if at < self._follow:
            index = self._path[at]
            if index >= len(point.options):
                turn = running.turns + 1
                self.strayed = f"the program went another way at turn {turn} than before"
                self._end()
            if at == self._follow - 1:
                self._before = (running.turns, len(running.lines), running.names)
            return index
        index = self._go_on(point)
        self._path.append(index)
        return index

    def _go_on(self, point: ChoicePoint) -> int:
        running, loop, handles = point.run, point.loop, point.handles
        if loop is None or len(running.baton.seats) > 1:
            self._search.opaque = "; cannot look into threads"
            names = map(str, range(len(point.options)))
            return self._branch(running, {}, dict.fromkeys(names, None))
        eager = self._eager(loop, handles)
        if eager is not None:
            self._before = (self._before[0] + 1, *self._before[1:])  # it changes places with all
            return eager
        lines = set(number(line.text for line in running.lines))
        if all(x in lines for x, _ in self._questions):
            self._end()
        labels = [label(handle) for handle in handles]
        asleep = self.conclude(running.lines, running)
        if len(set(labels)) < len(labels):  # not told apart
            asleep, labels = {}, [f"{i} {text}" for i, text in enumerate(labels)]
        asleep = {turn: deed for turn, deed in asleep.items() if turn in labels}
        awake = self._awake(loop, running, labels, asleep, lines)
        footprints: dict[str, frozenset[int] | None] = dict.fromkeys(labels)
        if self._search.footprints and not running.partial:
            for turn, handle in zip(labels, handles, strict=True):
                footprints[turn] = footprint(handle, running.module)
        return self._branch(running, asleep, footprints, awake)

    def _awake(
        self,
        loop: Any,
        running: Run,
        labels: list[str],
        asleep: dict[str, _Deed],
        lines: set[LineId],
    ) -> list[str]:
        """Return the turns of this state that have not been searched; end the run if all have."""
        search = self._search
        awake = [turn for turn in labels if turn not in asleep]
        try:
            digest = search.digester.digest(loop, running, lines)
        except Opaque as reason:
            search.opaque = f"; cannot look into {reason}"
        else:
            slept = search.visited.get(digest)
            if slept is not None:
                awake = [turn for turn in awake if turn in slept]
            search.visited[digest] = frozenset(asleep) & (asleep.keys() if slept is None else slept)
        if not awake:
            self._end()
        return awake

    def _branch(
        self,
        running: Run,
        asleep: dict[str, _Deed],
        footprints: dict[str, frozenset[int] | None],
        awake: Sequence[str] | None = None,
    ) -> int:
        """Take the first of the turns that are ``awake``; leave the others for later."""
        state = _State(tuple(self._path), footprints, asleep)
        choices = [
            (state, i, turn) for i, turn in enumerate(footprints) if awake is None or turn in awake
        ]
        self._search.todo += reversed(choices[1:])
        _, first, turn = choices[0]
        self._last = (state, turn)
        self._before = (running.turns, len(running.lines), running.names)
        return first

    def conclude(self, lines: Sequence[Line], running: Run | None = None) -> dict[str, _Deed]:
        """Put the turn to sleep that was chosen last; return what sleeps in what follows it.

        What follows it is searched before another turn is chosen in that state.
        ``lines`` are those printed so far; without ``running``, the run has ended.
        """
        if self._last is None:
            return {}
        (state, turn), self._last = self._last, None
        turns, printed, names = self._before
        texts = frozenset(line.text for line in lines[printed:])
        deed = _Deed(texts, running is None or running.names > names)
        # Turns without a choice may have followed, of which nothing is known.
        alone = running is not None and running.turns == turns + 1 and not running.partial
        asleep = state.after(turn, deed, self._questions) if alone else {}
        state.asleep[turn] = deed
        return asleep

    @staticmethod
    def _end() -> NoReturn:
        raise Stop  # the run's problem is then "abandoned"

    def _eager(self, loop: Any, handles: Sequence[Any]) -> int | None:
        timers = loop._scheduled if self.clock and self._search.digester.timeless else ()
        for handle in (*loop._ready, *timers):
            if not handle._cancelled and commutes(handle):
                return next((i for i, one in enumerate(handles) if one is handle), None)
        return None
