"""What a witness does otherwise than the normal run: who goes first, or is held back, and when."""

from collections.abc import Iterator, Mapping, Sequence

from turns.exploring.marks import Mark
from turns.exploring.program import Program
from turns.exploring.replay import Replay
from turns.exploring.schedule import HOLD, Schedule
from turns.exploring.strategies import View
from turns.recording.cause import Cause, Departure, Party, Role
from turns.recording.causes import Causes
from turns.recording.recording import Recording
from turns.runtime.limits import Stop
from turns.runtime.options import Option
from turns.runtime.run import ChoicePoint


def causes(
    program: Program, recording: Recording, keys: Sequence[int], marks: Sequence[Mark]
) -> Iterator[Cause]:
    """Yield why each line of the normal run, which is recorded, stands where it stands.

    ``keys`` are those of its turns.
    """
    known: dict[Schedule, Departure | None] = {}
    found = Causes(recording)
    numbers = {key: turn.number for key, turn in zip(keys, recording.turns, strict=False)}
    for mark, place in zip(marks, found.places(), strict=False):
        departure, departures = None, 0
        if mark.witness is not None:
            schedule, departures = mark.witness.schedule, mark.witness.departures
            if schedule not in known:
                known[schedule] = _departure(program, schedule, found, numbers)
            departure = known[schedule]
        yield Cause(mark.because, mark.departs, place, departure, departures)


def _departure(
    program: Program, schedule: Schedule, found: Causes, numbers: Mapping[int, int]
) -> Departure | None:
    """Return where a schedule departs first from the normal run; None if it does not."""
    first = _First(schedule)
    program.run(first)
    if first.usual is None:
        return None

    def party(option: Option) -> Party:
        if option.kind == "thread":
            return Party(option.label, Role.THREAD)
        owner = found.owner(first.turn, option.when) if option.kind == "timer" else None
        return owner or found.party(numbers.get(option.key, 0), option.label)

    instead = first.instead
    return Departure(
        turn=first.turn,
        usual=party(first.usual),
        instead=party(instead) if instead else None,
        is_early=bool(instead and instead.early),
        due=instead.when if instead and instead.kind == "timer" else None,
    )


class _First(Replay):
    """Repeats a schedule up to its first decision."""

    turn = 0
    usual: Option | None = None
    instead: Option | None = None

    def decide(self, point: ChoicePoint, view: View) -> int | None:
        """Note what is decided, and end the run."""
        decided = super().decide(point, view)
        if decided is None:
            return None
        self.turn = point.run.turns + 1
        self.usual = point.options[view.default]
        self.instead = None if decided == HOLD else point.options[decided]
        raise Stop
