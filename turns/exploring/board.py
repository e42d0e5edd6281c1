"""The board of a program: all that somebody sees who chooses who runs next, without running it.

On a card the reader is the scheduler. From each *place* a *move* leads for everybody who may be
next: it says what runs up to the next choice, and to which place that leads. What recurs stands in
tables, and is called by its index there.
"""

from collections.abc import Hashable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Generic, TypeVar

from turns.exploring.explore import Exploration, quiet
from turns.exploring.goals import Goal, choice
from turns.exploring.map import Future, Futures
from turns.exploring.nfa import End
from turns.exploring.program import CLOCK, QUEUE, Program
from turns.exploring.walking import START, Situation, Walked, walk
from turns.recording.recording import Callback, Stream, TaskState, Timer, Turn, Written
from turns.runtime.limits import Limits
from turns.runtime.target import Target

MOST_MOVES = 900
"""That a chart has; a program with more has a part of them."""
MOST_TURNS = 150
"""Of the normal run: nobody chooses more often than that."""
_SECONDS = 30
"""Each run may take; see `turns.commands.record.LIMITS`."""
_Row = TypeVar("_Row", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Player:
    """A task that some schedule makes."""

    name: str
    coroutine: str


@dataclass(frozen=True, slots=True)
class Played:
    """A turn, as far as it is the same whenever it comes."""

    task: str | None
    callback: str
    internal: bool
    lines: tuple[int, ...]
    """The lines that it executed, each once, in the order of their first time."""
    printed: str
    """What it writes to standard output, and what is written there after it, outside of turns."""


@dataclass(frozen=True, slots=True)
class Move:
    """What a choice leads to."""

    at: int
    """Who is chosen: a place in the ready queue, or after its end among the timers."""
    turns: tuple[int, ...]
    """What runs up to the next choice."""
    to: int | None
    """The index of the place that it leads to; None if nobody has followed it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A moment at which there is a choice, or the end of the program."""

    time: float
    ready: tuple[int, ...]
    """The ready queue, first in first."""
    timers: tuple[int, ...]
    """By deadline."""
    tasks: tuple[int, ...]
    """The state of each player; -1 for one that there is not. Those that are missing at the end of
    the row are not there either."""
    moves: tuple[Move, ...]
    """The queue's own choice is the first. None at the end of the program."""
    end: int | None
    """How the program ends, if it does here."""
    left: int | None
    """How many outcomes are left from here; None if that is not known, or too many."""
    doomed: bool
    """Whatever is chosen from here on, it is a deadlock in the end."""


@dataclass(frozen=True, slots=True)
class Chart:
    """All places under one kind of schedules, or a part of them."""

    start: Move
    """What runs up to the first choice."""
    places: tuple[Place, ...]
    whole: bool
    """Every choice has been followed. Else the normal run is there, and the ways to all goals."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How many outcomes there are, at least."""

    count: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Board:
    """What there is to play with."""

    outcomes: dict[str, Counted]
    """By ``queue`` and ``clock``, for the chart or without."""
    charts: dict[str, Chart]
    """By ``queue`` and ``clock``."""
    early: str
    """Why there is none by ``clock``: ``none`` if no timer is set, or ``large``; else empty."""
    goals: tuple[Goal, ...]
    """The easy ones first, and the impossible ones last."""
    ways: tuple[tuple[int, ...], ...]
    """To each goal, which move to take from place to place; then always the first."""
    output: tuple[str, ...]
    """The lines of the normal run."""
    before: str
    """What is printed before the first turn."""
    players: tuple[Player, ...]
    turns: tuple[Played, ...]
    callbacks: tuple[Callback, ...]
    timers: tuple[Timer, ...]
    states: tuple[TaskState, ...]
    ends: tuple[End, ...]


def board(target: Target, found: Exploration) -> Board | None:
    """Return the board of a program; None if nothing is proven about it, or nobody can choose."""
    if found.unknown or not 0 < found.normal.turns <= MOST_TURNS:
        return None
    limits = Limits(seconds=_SECONDS, turns=4 * found.normal.turns + 200)
    with quiet():
        return _made(Program(target, limits), found)


def _made(program: Program, found: Exploration) -> Board | None:
    can_choose = bool(walk(program, QUEUE, (), 0).situations)
    listed = [*choice(found, can_choose=can_choose)]
    has_timers = found.spaces["queue"].has_timers
    walked: dict[str, Walked] = {}
    ways: dict[Goal, tuple[int, ...]] = {}
    for kind in (QUEUE, CLOCK) if has_timers else (QUEUE,):
        asked = [one for one in listed if one.schedule and one.mode == kind.mode]
        all_ = walk(program, kind, [one.schedule for one in asked if one.schedule], MOST_MOVES)
        if all_.graph.cut or (kind is CLOCK and not all_.is_whole):
            continue
        walked[kind.mode] = all_
        ways |= dict(zip(asked, all_.ways, strict=True))
    if "queue" not in walked or not any(one.situations for one in walked.values()):
        return None
    listed = [one for one in listed if one.mode in walked]
    tables = _Tables(walked.values())
    charts = {mode: tables.chart(one) for mode, one in walked.items()}
    return Board(
        outcomes={
            mode: Counted(one.count, not one.inexact) for mode, one in found.outcomes.items()
        },
        charts=charts,
        early="" if "clock" in charts else "large" if has_timers else "none",
        goals=tuple(listed),
        ways=tuple(_trimmed(ways.get(one, ())) for one in listed),
        output=tuple(found.normal.output),
        before=_printed(walked["queue"].before),
        players=tables.players,
        turns=tables.turns.rows,
        callbacks=tables.callbacks.rows,
        timers=tables.timers.rows,
        states=tables.states.rows,
        ends=tables.ends.rows,
    )


def _trimmed(way: Sequence[int]) -> tuple[int, ...]:
    """Leave out what the queue would do at the end."""
    last = max((place for place, index in enumerate(way, 1) if index), default=0)
    return tuple(way[:last])


def _printed(written: Iterable[Written]) -> str:
    return "".join(one.text for one in written if one.stream is Stream.OUTPUT)


class _Table(Generic[_Row]):
    """Rows, each once, by their indices."""

    def __init__(self) -> None:
        self._indices: dict[_Row, int] = {}

    def index(self, row: _Row) -> int:
        return self._indices.setdefault(row, len(self._indices))

    @property
    def rows(self) -> tuple[_Row, ...]:
        return tuple(self._indices)


class _Tables:
    """Writes charts down, and what they have in common into tables."""

    def __init__(self, all_walked: Iterable[Walked]) -> None:
        coroutines: dict[str, str] = {}
        for walked in all_walked:
            coroutines = walked.coroutines | coroutines
        self.players = tuple(Player(*pair) for pair in coroutines.items())
        self.turns = _Table[Played]()
        self.callbacks = _Table[Callback]()
        self.timers = _Table[Timer]()
        self.states = _Table[TaskState]()
        self.ends = _Table[End]()

    def chart(self, walked: Walked) -> Chart:
        """Write down what was found under one kind of schedules: its states, then its ends."""
        graph = walked.graph
        ended = _Table[Place]()

        def move(edge: tuple[int, int], at: int) -> Move:
            known = walked.edge(edge)
            if known is None:
                return Move(at, (), None)
            turns = tuple(map(self._played, walked.turns[edge]))
            if isinstance(known.target, int):
                return Move(at, turns, known.target)
            end = self._place(walked.ended[edge], end=self.ends.index(known.target))
            return Move(at, turns, len(graph.states) + ended.index(end))

        start = move(START, 0)
        moves = [
            tuple(move((number, index), at) for index, at in enumerate(situation.choices))
            for number, situation in enumerate(walked.situations)
        ]
        futures = Futures(graph, self.ends.rows)
        pairs = zip(walked.situations, moves, futures.of, strict=True)
        places = [self._place(*one) for one in pairs]
        return Chart(start, (*places, *ended.rows), walked.is_whole)

    def _played(self, turn: Turn) -> int:
        written = [*turn.written, *(one.written for one in turn.outside)]
        row = Played(turn.task, turn.callback, turn.internal, turn.lines, _printed(written))
        return self.turns.index(row)

    def _place(
        self,
        seen: Situation,
        moves: tuple[Move, ...] = (),
        futures: AbstractSet[Future] | None = None,
        end: int | None = None,
    ) -> Place:
        states = [seen.tasks.get(one.name) for one in self.players]
        while states and states[-1] is None:
            states.pop()
        kinds = {self.ends.rows[one.end].kind for one in futures or ()}
        return Place(
            time=seen.time,
            ready=tuple(map(self.callbacks.index, seen.ready)),
            timers=tuple(map(self.timers.index, seen.timers)),
            tasks=tuple(-1 if one is None else self.states.index(one) for one in states),
            moves=moves,
            end=end,
            left=None if futures is None else len(futures),
            doomed=kinds == {"deadlock"},
        )
