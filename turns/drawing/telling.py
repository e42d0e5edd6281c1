"""What stands beside a row of a picture, in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from turns.drawing.rows import Kind, Link, Row
from turns.drawing.words import say
from turns.recording.recording import Recording, State, Stream, Turn, Written
from turns.text import clip

TURNS = frozenset([Kind.TURN, Kind.OVER])
"""Rows that tell what a turn does."""
MOST = 12
"""Lines of output that are shown of a turn."""
LONGEST = 400
"""Characters that are shown of a line."""


class Tone(StrEnum):
    """What a piece of text is."""

    NUMBER = "number"
    NAME = "name"
    QUIET = "quiet"
    WARNING = "warning"
    OUTPUT = "output"
    ERRORS = "errors"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text; output stands in a line of its own."""

    tone: Tone
    text: str


def headed(row: Row, lang: str) -> str:
    """Return what stands before the lanes: where a pass begins, or the clock goes on."""
    if row.is_new_loop:
        return say(lang, "new-loop")
    if row.passed:
        return say(lang, "pass", number=row.passed)
    return say(lang, "seconds", time=f"{row.time:.6g}") if row.kind is Kind.PAUSE else ""


def pieces(row: Row, recording: Recording, lang: str) -> Iterator[Piece]:
    """Yield what is to be said of a row."""
    if row.kind in TURNS and row.turn is not None:
        yield from _turn(row, row.turn, recording, lang)
    else:
        yield from _between(row, recording, lang)
        for text in row.texts:
            yield Piece(Tone.WARNING, text)
        yield from _written(row.written, lang)


def _turn(row: Row, turn: Turn, recording: Recording, lang: str) -> Iterator[Piece]:
    yield Piece(Tone.NUMBER, f"{turn.number}")
    yield Piece(Tone.NAME, name_of(turn))
    coroutines = (task.coroutine for task in recording.tasks if task.name == turn.task)
    if (coroutine := next(coroutines, "")) not in {"", turn.task}:
        yield Piece(Tone.QUIET, coroutine)
    if row.kind is Kind.OVER:
        yield Piece(Tone.QUIET, say(lang, "goes-on"))
    did, left = [*did_in(row, turn, recording, lang)], [*left_by(row, lang)]
    if not row.written:
        did, left = [*did, *left], []
    if did:
        yield _aside(did, lang)
    yield from _written(row.written, lang)
    if left:  # that comes after all that it prints
        yield _aside(left, lang)


def _between(row: Row, recording: Recording, lang: str) -> Iterator[Piece]:
    """Yield what is to be said of what comes between turns."""
    if row.kind is Kind.HELD and row.turn is not None:
        key = "keeps-thread" if row.held else "computes"
        taken = say(lang, "seconds", time=f"{row.held:.6g}")
        yield Piece(Tone.WARNING, say(lang, key, who=name_of(row.turn), time=taken))
        for name, due in row.late:
            when = say(lang, "seconds", time=f"{due:.6g}")
            yield _aside([say(lang, "late", name=name, time=when)], lang)
    elif row.kind is Kind.FIRED and row.owner is not None:
        yield Piece(Tone.QUIET, say(lang, "fires", name=row.owner[1]))
    elif row.kind is Kind.PAUSE:
        yield Piece(Tone.QUIET, say(lang, "idle"))
    elif row.kind is Kind.JOB and row.job is not None:
        yield Piece(Tone.NAME, row.job.thread)
        did = [say(lang, "job-done", name=row.job.function), *_linked(row, recording, lang)]
        yield _aside(did, lang)
    elif row.kind is Kind.OUTSIDE:
        outside = Piece(Tone.QUIET, say(lang, "outside"))
        yield Piece(Tone.NAME, row.thread) if row.thread else outside
    elif row.kind is Kind.FOLD:
        yield Piece(Tone.QUIET, say(lang, "folded", count=row.folded))


def _aside(parts: Iterable[str], lang: str) -> Piece:
    return Piece(Tone.QUIET, f"— {say(lang, 'and-then').join(parts)}")


def name_of(turn: Turn) -> str:
    """Return whose turn it is."""
    return turn.task or clip(turn.callback, LONGEST)


def did_in(row: Row, turn: Turn, recording: Recording, lang: str) -> Iterator[str]:
    """Say what a turn does in a row: whom it makes, wakes and cancels."""
    made = [task.name for task in recording.tasks if task.made_by == turn.number]
    if row.is_over and made:
        yield say(lang, "makes", names=_listed(made, lang))
    for job in recording.jobs:
        if row.is_over and job.asked_by == turn.number:
            yield say(lang, "hands", name=job.function, thread=job.thread)
    yield from _linked(row, recording, lang)


def left_by(row: Row, lang: str) -> Iterator[str]:
    """Say how a turn leaves its task."""
    if row.is_over and row.state is not None:
        on = row.state.wait.on if row.state.wait else row.state.error or ""
        key = "waits-on" if row.state.state is State.WAITING and on else row.state.state
        yield say(lang, f"left-{key}", on=clip(on, LONGEST))


def _linked(row: Row, recording: Recording, lang: str) -> Iterator[str]:
    """Say which callbacks a row schedules, and which tasks it wakes and cancels."""
    asked = {arrow.to[1] for arrow in row.arrows if arrow.to[0] == "callback"}
    if asked:
        names = [name_of(turn) for turn in recording.turns if turn.number in asked]
        yield say(lang, "asks-for", names=_listed(names, lang))
    for link, key in ((Link.WAKE, "wakes"), (Link.CANCEL, "cancels")):
        names = [f"{arrow.to[1]}" for arrow in row.arrows if arrow.link is link]
        if names:
            yield say(lang, key, names=_listed(names, lang))


def _written(written: tuple[Written, ...], lang: str) -> Iterator[Piece]:
    for one in written[:MOST]:
        tone = Tone.OUTPUT if one.stream is Stream.OUTPUT else Tone.ERRORS
        yield Piece(tone, clip(one.shown, LONGEST))
    if len(written) > MOST:
        yield Piece(Tone.QUIET, say(lang, "more-printed", count=len(written) - MOST))


def _listed(names: Iterable[str], lang: str) -> str:
    return say(lang, "comma").join(names)
