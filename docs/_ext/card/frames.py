"""A recording as the frames of a short film: who has the turn, who is in the queue, who waits.

Pure data; `card.living` shows it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from language.words import word
from turns.drawing.story import told
from turns.recording.recording import State, Stream
from turns.text import ranges

if TYPE_CHECKING:
    from collections.abc import Iterator

    from language.languages import Language
    from turns.recording.recording import Recording, TaskState, Turn


@dataclass(frozen=True, slots=True)
class Frame:
    """What is seen in one turn, and once it has ended."""

    running: str
    """The task whose turn it is; empty while the loop itself runs."""
    lines: tuple[int, ...]
    """Lines of the file that the turn runs."""
    ready: tuple[str, ...]
    """The other tasks in the ready queue, first in first."""
    waiting: tuple[tuple[str, str], ...]
    """Tasks that wait, each with what for."""
    ended: tuple[tuple[str, str], ...]
    """Tasks that have ended, each with how: ``done``, ``failed``, …"""
    printed: int
    """How many lines of output there are."""
    said: str
    """What happened, in a sentence."""

    @property
    def places(self) -> int:
        """In how many places there is somebody."""
        return sum(map(bool, (self.running, self.ready, self.waiting, self.ended)))


def frames(recording: Recording, language: Language) -> list[Frame]:
    """Return a frame for each turn of the program, and for each that lets a task of it go on.

    Raise `ValueError` where the queue holds something besides tasks that readers should see.
    """
    if any(one.task is None and not one.internal for turn in recording.turns for one in turn.ready):
        raise ValueError("whose ready queue holds tasks only")
    return [*_frames(recording, language)]


def _frames(recording: Recording, language: Language) -> Iterator[Frame]:
    own = {turn.task for turn in recording.turns if turn.task is not None and not turn.internal}
    states: dict[str, TaskState] = {}
    said = {number: text for number, text in told(recording, language.folder) if number is not None}
    printed = sum(one.text.count("\n") for one in recording.before if one.stream is Stream.OUTPUT)
    since: list[Turn] = []  # the frame before
    for turn in recording.turns:
        before = dict(states)
        states |= {name: state for name, state in turn.tasks.items() if name in own}
        printed += sum(one.text.count("\n") for one in turn.written if one.stream is Stream.OUTPUT)
        running = turn.task if turn.task in own and turn.task is not None else ""
        woken = [name for name in states if states[name] != before.get(name) and name != running]
        since.append(turn)
        if not running and not woken:
            continue
        others = {name: state for name, state in states.items() if name != running}
        ready = tuple(one.task for one in turn.ready if one.task in others and one.task is not None)
        yield Frame(
            running=running,
            lines=turn.lines,
            ready=ready,
            waiting=tuple(
                (name, state.wait.on if state.wait else "")
                for name, state in others.items()
                if name not in ready and state.state in {State.WAITING, State.READY}
            ),
            ended=tuple(
                (name, str(state.state))
                for name, state in others.items()
                if state.state not in {State.WAITING, State.READY}
            ),
            printed=printed,
            said=said.get(turn.number, "") if running else _woken(since, woken, language),
        )
        since = []


def _woken(turns: list[Turn], names: list[str], language: Language) -> str:
    """Say who can go on after turns of the loop's own, and why."""
    turn = turns[-1]
    key = "living-due" if turn.due is not None else "living-woken"
    numbers = ", ".join(ranges([one.number for one in turns], "\N{EN DASH}"))
    said = word(language, "living-turns" if len(turns) > 1 else "living-turn")
    return word(language, key).format(
        turn=said.format(numbers=numbers),
        time=f"{turn.begins:.6g}",
        names=word(language, "living-and").join(names),
    )
