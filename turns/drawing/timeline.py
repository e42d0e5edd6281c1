"""From a recording to the rows of its picture.

Turns of asyncio's own are not drawn: what they change shows in the row above, or in the pause that
came before them.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from turns.drawing import problems
from turns.drawing.arrows import Shown, connect
from turns.drawing.rows import Kind, Line, Owner, Picture, Row, owner_of, place
from turns.drawing.words import say
from turns.recording.causes import MOMENT
from turns.recording.recording import (
    EndKind,
    Outside,
    Recording,
    State,
    TaskState,
    Timer,
    Turn,
    WaitKind,
)

HEAD, TAIL = 28, 8
"""Turns that are shown of a long run."""
LEAST = 4
"""Turns that are worth leaving out."""
_LINES = {
    WaitKind.TIMER: Line.TIMER,
    WaitKind.SHARED: Line.SHARED,
    WaitKind.THREAD: Line.THREAD,
    WaitKind.IO: Line.IO,
}
"""What is waited for, as it is drawn; of all else another line."""


def has_row(turn: Turn) -> bool:
    """Tell whether a turn is drawn: an internal one only if it writes something."""
    return not turn.internal or bool(turn.written)


def timeline(recording: Recording, lang: str) -> Picture:
    """Return the picture of a run; how the run ended is said in a language."""
    drawing = _Timeline(recording)
    drawing.draw(lang)
    return place(drawing.rows)


class _Timeline:
    """Goes through the turns once; what follows a row changes how its lanes go on."""

    def __init__(self, recording: Recording) -> None:
        self._shown = Shown()
        self.rows = self._shown.rows
        self._recording = recording
        self._time = 0.0
        self._loop = self._pass = 0
        self._is_odd = False
        self._now: dict[Owner, Line] = {}
        self._turns = {turn.number: turn for turn in recording.turns}
        self._loops = dict(_loops(recording.turns))
        drawn = [turn for turn in recording.turns if has_row(turn)]
        middle = drawn[HEAD:-TAIL] if len(drawn) >= HEAD + TAIL + LEAST else []
        self._folded = {turn.number for turn in middle}
        self._busy = {(self._loops[turn.number], turn.pass_number) for turn in drawn}
        """Passes in which there is something to see."""
        self._is_folding = False
        shown = [turn for turn in drawn if turn.number not in self._folded]
        self._callbacks = {turn.number: turn for turn in shown if turn.task is None}
        self._asked = self._asked_for()
        """By the number of the turn since which they wait: callbacks that were asked for."""
        self._silent = {turn.task for turn in recording.turns} - {turn.task for turn in drawn}
        """Tasks of asyncio's own."""

    def _asked_for(self) -> dict[int, list[Turn]]:
        """Return the callbacks by the turn that asked for them; of readers, that read before."""
        asked: dict[int, list[Turn]] = {}
        readers: dict[tuple[int, str], int] = {}
        for turn in self._callbacks.values():
            if turn.thread is not None or turn.internal:
                continue
            since = turn.scheduled_by
            if turn.arrival is not None:
                reader = turn.scheduled_by, turn.callback
                since, readers[reader] = readers.get(reader, since), turn.number
            asked.setdefault(since, []).append(turn)
        return asked

    def draw(self, lang: str) -> None:
        """Make the rows, then the arrows between their lanes."""
        before = [Outside(None, 0.0, None, written) for written in self._recording.before]
        self._change(0, {})
        self._print(before)
        for turn, state in self._recording.states():
            self._move_to(turn.begins)
            self._end_jobs(turn.number - 1)
            outside = self._turn(turn, state) if has_row(turn) else self._fired(turn)
            own = {} if turn.task is None or state is None else {turn.task: state}
            self._change(turn.number, {**turn.tasks, **own})
            if turn is self._recording.turns[-1]:
                self._print([line for line in outside if line.thread is not None])
                self._end_jobs(turn.number)
                outside = [line for line in outside if line.thread is None]
            self._print(outside)
        self._end_jobs(None)
        self._end(lang)
        connect(self._recording, self._shown, self._asked)

    def _add(self, row: Row) -> None:
        """Add a row, if it is not among those that are left out."""
        if not self._is_folding:
            self.rows.append(row)
        self._refresh()

    def _refresh(self) -> None:
        """Let the last row end as things are now."""
        if self.rows:
            self.rows[-1].after = dict(self._now)

    def _move_to(self, time: float) -> None:
        """Let time pass in which nobody runs."""
        if time <= self._time + MOMENT:
            return
        self._time = time
        for owner, line in self._now.items():
            if owner[0] == "callback" and line is Line.TIMER:
                self._now[owner] = self._waiting(self._callbacks[int(owner[1])])
        self._add(Row(Kind.PAUSE, time))

    def _waiting(self, callback: Turn) -> Line:
        if callback.arrival is not None:
            return Line.IO
        is_due = callback.due is None or callback.due <= self._time + MOMENT
        return Line.READY if is_due else Line.TIMER

    def _turn(self, turn: Turn, state: TaskState | None) -> Sequence[Outside]:
        """Add the row of a turn; return what is printed after it."""
        self._fold(turn)
        owner = owner_of(turn)
        row = self._in_pass(Row(Kind.TURN, turn.begins, owner, turn))
        self._now.pop(owner, None)
        holds = turn.ends > turn.begins + MOMENT or turn.computes
        own = len(turn.written)
        amid = [one for one in turn.outside if one.amid is not None and (holds or one.amid < own)]
        written = 0
        self._shown.begins[turn.number] = row
        if holds or amid:
            written = self._going_on(row, amid, holds=holds)
            row = Row(Kind.OVER, turn.ends, owner, turn, is_odd=self._is_odd)
        row.written = turn.written[written:]
        row.state, row.is_over = state, True
        self._shown.ends[turn.number] = row
        self._add(row)
        return turn.outside[len(amid) :]

    def _in_pass(self, row: Row) -> Row:
        """Say whether a pass begins with a row."""
        if row.turn is None:
            raise ValueError(row)
        loop, number = self._loops[row.turn.number], row.turn.pass_number
        is_first = (loop, number) != (self._loop, self._pass)
        self._is_odd ^= is_first
        row.passed, row.is_odd = number * is_first, self._is_odd
        row.is_new_loop = loop > self._loop
        self._loop, self._pass = loop, number
        return row

    def _fired(self, turn: Turn) -> Sequence[Outside]:
        """Show that a timer makes a task ready, if others run in its pass; return what is printed.

        Else that is what ends a pause. Here it tells why they run before the task.
        """
        woken = [name for name, one in turn.tasks.items() if one.state is State.READY]
        is_busy = (self._loops[turn.number], turn.pass_number) in self._busy
        if turn.due is not None and is_busy and woken and not self._is_folding:
            self._add(self._in_pass(Row(Kind.FIRED, turn.begins, ("task", woken[0]), turn)))
        return turn.outside

    def _going_on(self, row: Row, amid: Sequence[Outside], *, holds: bool) -> int:
        """Show a turn up to its end; return how much of what it writes has been shown."""
        turn, owner = row.turn, row.owner
        if turn is None or owner is None:
            raise ValueError(row)
        self._now[owner] = Line.HELD
        late = [one for one in turn.timers if turn.begins + MOMENT < one.when < turn.ends - MOMENT]
        for callback in self._asked.get(turn.number, ()):
            if callback.due is not None and callback.due < turn.ends - MOMENT:
                self._now[owner_of(callback)] = Line.TIMER  # it was asked for in good time
        first = amid[0].amid if amid else turn.at_once
        shown = 0 if turn.computes else min(first or 0, turn.at_once)
        row.written = turn.written[:shown]
        self._add(row)
        self._begin_jobs(turn.number)
        if holds:
            held = Row(Kind.HELD, turn.begins, owner, turn, is_odd=self._is_odd)
            held.late = tuple((one.task or one.callback, one.when) for one in late)
            self._now.update(dict.fromkeys(self._owners(late), Line.LATE))
            if not amid:
                held.written, shown = turn.written[shown:], len(turn.written)
            self._add(held)
        self._time = turn.ends  # nobody can run before
        for one in amid:
            if one.amid is not None and one.amid > shown:
                between = Row(Kind.OVER, one.time, owner, turn, is_odd=self._is_odd)
                between.written, shown = turn.written[shown : one.amid], one.amid
                self._add(between)
            self._print([one])
        del self._now[owner]
        for other, line in self._now.items():
            if other[0] == "callback" and line is Line.LATE:
                self._now[other] = Line.READY
        return shown

    def _owners(self, timers: Sequence[Timer]) -> Iterator[Owner]:
        """Yield whose lanes wait for these."""
        tasks = {("task", one.task) for one in timers if one.task is not None}
        times = {one.when for one in timers}
        for owner, line in self._now.items():
            callback = self._callbacks.get(int(owner[1])) if owner[0] == "callback" else None
            is_due = callback is not None and callback.due in times
            if line is Line.TIMER and (owner in tasks or is_due):
                yield owner

    def _fold(self, turn: Turn) -> None:
        """Begin to leave turns out, or go on to draw them."""
        is_folded = turn.number in self._folded
        if is_folded and not self._is_folding:
            count = len(self._folded) + self._recording.omitted
            self._add(Row(Kind.FOLD, turn.begins, folded=count))
        self._is_folding = is_folded

    def _change(self, number: int, tasks: Mapping[str, TaskState]) -> None:
        """Let the lanes go on as a turn has left them; 0: as they are before the first one."""
        for name, state in tasks.items():
            line = _line(state)
            if line is None or name in self._silent:
                self._now.pop(("task", name), None)
            else:
                self._now["task", name] = line
        for callback in self._asked.get(number, ()):
            self._now[owner_of(callback)] = self._waiting(callback)
        self._begin_jobs(number)

    def _begin_jobs(self, number: int) -> None:
        """Begin the jobs that begin in a turn, or after it."""
        for index, job in enumerate(self._recording.jobs):
            if job.begins == number:
                self._now["job", index] = Line.JOB
        self._refresh()

    def _end_jobs(self, number: int | None) -> None:
        """End the jobs that end after a turn; None: those of whose end nothing was heard."""
        for index, job in enumerate(self._recording.jobs):
            owner = ("job", index)
            if job.ends == number and owner in self._now:
                del self._now[owner]
                if number is not None:
                    self._add(Row(Kind.JOB, self._time, owner, thread=job.thread, job=job))

    def _print(self, lines: Sequence[Outside]) -> None:
        for (thread, time), printed in groupby(lines, lambda line: (line.thread, line.time)):
            self._move_to(time)
            jobs = enumerate(self._recording.jobs)
            owners = [("job", i) for i, job in jobs if job.thread == thread]
            row = Row(Kind.OUTSIDE, time, thread=thread)
            row.owner = next((owner for owner in owners if owner in self._now), None)
            row.written = tuple(line.written for line in printed)
            self._add(row)

    def _end(self, lang: str) -> None:
        """Say how the program ended, if not by itself and well."""
        ending, omitted = self._recording.ending, self._recording.omitted
        if omitted and not self._folded:
            self._add(Row(Kind.FOLD, self._time, folded=omitted))
        if ending.message is not None:
            texts = (*problems.lines(ending.message, ending.waiting, lang),)
        elif ending.kind is EndKind.FINISHED and ending.error:
            texts = (ending.error,)
        elif ending.status:
            texts = (say(lang, "exit-status", status=ending.status),)
        else:
            return
        self._now.clear()
        self._add(Row(Kind.END, self._time, texts=texts))


def _loops(turns: Sequence[Turn]) -> Iterator[tuple[int, int]]:
    """Yield the turns, by number, each with the number of its loop: a new one begins at pass 1."""
    loop, before = 0, 0
    for turn in turns:
        loop += turn.pass_number < before
        before = turn.pass_number
        yield turn.number, loop


def _line(state: TaskState) -> Line | None:
    """Return how a task's lane goes on; None if the task is over."""
    if state.state is State.READY:
        return Line.READY
    if state.state is State.WAITING:
        return _LINES.get(state.wait.kind, Line.OTHER) if state.wait else Line.OTHER
    return None
