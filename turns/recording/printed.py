"""Where each line of standard output was printed: in which turn, or by whom outside of turns."""

from collections.abc import Iterator
from dataclasses import dataclass

from turns.recording.recording import Outside, Recording, Stream, Turn


@dataclass(frozen=True, slots=True)
class Printed:
    """Where a line was completed."""

    turn: Turn | None
    """None outside of turns."""
    outside: Outside | None
    """Who completed it there, and when; None before the first turn, too."""
    begun: Turn | None
    """The turn that wrote its beginning, if that is another one."""
    after: int
    """The number of the last turn that had begun; 0 before the first."""


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    turn: Turn | None
    outside: Outside | None
    after: int


def printed(recording: Recording) -> Iterator[Printed]:
    """Yield one for each line that a recording has."""
    first: _Piece | None = None
    last: _Piece | None = None
    for last in _pieces(recording):
        first = first or last
        if last.text.endswith("\n"):
            yield _line(first, last)
            first = None
    if first is not None and last is not None:  # the program ended in the midst of a line
        yield _line(first, last)


def _line(first: _Piece, last: _Piece) -> Printed:
    begun = first.turn if first.turn is not last.turn else None
    return Printed(last.turn, last.outside, begun, last.after)


def _pieces(recording: Recording) -> Iterator[_Piece]:
    """Yield what was written to standard output, in that order."""
    for one in recording.before:
        if one.stream is Stream.OUTPUT:
            yield _Piece(one.text, None, None, 0)
    for turn in recording.turns:
        own = 0
        for outside in [*turn.outside, None]:
            until = outside.amid if outside is not None else None
            for one in turn.written[own:until]:
                if one.stream is Stream.OUTPUT:
                    yield _Piece(one.text, turn, None, turn.number)
            own = len(turn.written) if until is None else until
            if outside is not None and outside.written.stream is Stream.OUTPUT:
                yield _Piece(outside.written.text, None, outside, turn.number)
