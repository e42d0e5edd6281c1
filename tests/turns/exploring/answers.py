"""Hold every answer of `explore` against the brute-force judge: from end to end.

What a mark claims, how many outcomes there are and which, what can stand between two lines, which
lines stay together, and that each witness shows what it is said to show, by itself and with no
departure more than needed. A mark ``unknown`` claims nothing; it is counted.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from itertools import combinations, islice
from pathlib import Path

from brute_force import (
    LineId,
    Mark,
    Outcome,
    Truth,
    judged_marks,
    lines_between,
    numbered,
    ways_to_fail,
)
from departures import Departures

from turns.exploring import marks, promises
from turns.exploring.dfa import determined
from turns.exploring.explore import Effort, Exploration
from turns.exploring.nfa import end_of
from turns.exploring.outcomes import Witness
from turns.exploring.replay import Replay
from turns.exploring.schedule import Schedule
from turns.runtime.execute import execute
from turns.runtime.limits import Limits
from turns.runtime.run import ChoicePoint
from turns.runtime.target import load

EFFORT = Effort(seconds=60)
_LIMITS = Limits(seconds=60, turns=2000)
_CLAIMS = {"documented", "clock", "queue"}
"""Marks that a witness belongs to."""


class Answers:
    """Goes through all that `explore` said of a program; counts it, and notes what is wrong."""

    def __init__(
        self, path: Path, found: Exploration, truths: dict[str, Truth], *, chance: bool
    ) -> None:
        """Compare with what the judge found, by ``queue`` and ``clock``.

        With ``chance``, more than the schedule decides what the program prints, and each run may be
        another one: then only lines that are called proven are compared.
        """
        self.counts: Counter[str] = Counter()
        self.differences: list[str] = []
        self._path = path
        self._target = load(path)
        self._found = found
        self._truths = truths
        self._lines = numbered(found.normal.output)
        self._replays: dict[str, tuple[Outcome, int] | str] = {}
        if chance:
            self._compare_marks({"program"})
            return
        for kind, truth in truths.items():
            self._compare_outcomes(kind, truth)
            self._compare_between(kind, truth)
        self._compare_marks({"program", "nobody", *_CLAIMS})
        self._compare_together()

    def _note(self, what: str, judge: object, ours: object) -> None:
        if judge != ours:
            self.differences.append(f"{what}: the judge has {judge}, not {ours}")

    def _compare_outcomes(self, kind: str, truth: Truth) -> None:
        if kind not in self._found.outcomes:
            self._note(f"{kind}: outcomes", "some", "none")
            return
        space, outcomes = self._found.spaces[kind], self._found.outcomes[kind]
        self.counts["outcomes"] += len(truth.whole)
        self.counts["inexact"] += bool(outcomes.inexact)
        if not space.cut:
            most = 10 * len(truth.whole) + 100
            ours = set(islice(determined(space.nfa).outcomes(), most))
            for outcome in truth.whole.keys() ^ ours:
                self._note(f"{kind}: {outcome}", outcome in truth.whole, outcome in ours)
        if not outcomes.inexact or outcomes.count > len(truth.whole):
            self._note(f"{kind}: the number of outcomes", len(truth.whole), outcomes.count)
        listed = [(one.texts, one.end) for one in outcomes.listed]
        self._note(f"{kind}: outcomes listed twice", len({*listed}), len(listed))
        if not outcomes.inexact:
            self._note(f"{kind}: listed", min(EFFORT.listed, len(truth.whole)), len(listed))
        fewest = sorted(truth.whole.values())[: len(listed)]
        ours_fewest = [one.witness.departures for one in outcomes.listed]
        self._note(f"{kind}: departures, of all that are listed", fewest, ours_fewest)
        for one, outcome in zip(outcomes.listed, listed, strict=True):
            departures = truth.whole.get(outcome)
            self._note(f"{kind}: departures to {outcome}", departures, one.witness.departures)
            self._compare_witness(one.witness, f"{kind}: {outcome}", outcome.__eq__)

    def _compare_between(self, kind: str, truth: Truth) -> None:
        space = self._found.spaces.get(kind)
        if space is None or space.cut:
            return
        for x, y in combinations(self._lines, 2):
            self.counts["between"] += 1
            inside = lines_between(truth.outcomes, x, y)
            self._note(f"{kind}: between {x} and {y}", inside, promises.between(space.nfa, x, y))

    def _compare_marks(self, compared: AbstractSet[str]) -> None:
        clock, queue = self._truths["clock"], self._truths["queue"]
        judged = judged_marks(self._found.normal.output, clock=clock, queue=queue)
        self._note("the number of marks", len(judged), len(self._found.marks))
        for above, mark, right in zip(
            [None, *self._lines], self._found.marks, judged, strict=False
        ):
            self.counts["marks"] += 1
            self.counts[mark.because] += 1
            if mark.because in compared:
                self._note(f"the mark of {right.line}", right.because, mark.because)
                has_witness = mark.witness is not None
                self._note(f"{right.line} has a witness", mark.because in _CLAIMS, has_witness)
            if not _CLAIMS - compared:
                self._compare_departure(above, mark, right)

    def _compare_departure(self, above: LineId | None, mark: marks.Mark, right: Mark) -> None:
        """Compare how a line departs; of one that is unknown, too, what was found all the same."""
        if not mark.departs:
            return
        mode = mark.witness.schedule.mode if mark.witness else "clock"
        fails = dict(
            zip(
                ("earlier", "missing"),
                ways_to_fail(self._truths[mode].outcomes, above, right.line),
                strict=True,
            )
        )
        self._note(f"{right.line} can be {mark.departs}", fails[mark.departs] is not None, True)
        if mark.witness is None:
            return
        fewest = min(one for one in fails.values() if one is not None)
        self._note(f"departures for {right.line}", fewest, mark.witness.departures)

        def shows(outcome: Outcome) -> bool:
            way = ways_to_fail({outcome: 0}, above, right.line)
            return way == ((0, None) if mark.departs == "earlier" else (None, 0))

        self._compare_witness(mark.witness, f"the witness of {right.line}", shows)

    def _compare_witness(
        self, witness: Witness, what: str, shows: Callable[[Outcome], bool]
    ) -> None:
        """Repeat it: it shows what it should, and takes no more departures than it says."""
        token = str(witness.schedule)
        if token not in self._replays:
            self.counts["witnesses"] += 1
            self._replays[token] = self._replayed(witness.schedule)
        ran = self._replays[token]
        if isinstance(ran, str):
            self.differences.append(f"{what}: {token} is not repeated: {ran}")
            return
        outcome, departures = ran
        self._note(f"{what}: {token} shows it, with {outcome}", shows(outcome), True)
        self._note(f"{what}: departures of {token}", departures, witness.departures)

    def _replayed(self, schedule: Schedule) -> tuple[Outcome, int] | str:
        replay = _Counting(schedule)
        ran = execute(self._target, strategy=replay, limits=_LIMITS)
        end = end_of(ran)
        divergence = replay.finish(ran.turns)
        if end is None or divergence is not None:
            return str(divergence or ran.problem)
        return (tuple(ran.output), end), replay.departures.fewest

    def _compare_together(self) -> None:
        """Stretches are named only where all is known, and more than one outcome possible."""
        spaces = [self._found.spaces.get(kind) for kind in self._truths]
        is_silent = bool(self._found.unknown) or any(
            space is None or space.cut or space.count == 1 for space in spaces
        )
        right = () if is_silent else tuple(self._stretches())
        self.counts["stretches"] += len(right)
        self._note("lines that stay together", right, self._found.together)

    def _stretches(self) -> Iterator[tuple[int, int]]:
        printed = self._found.normal.lines
        outcomes = [one for truth in self._truths.values() for one in truth.outcomes]
        first = 0
        for index in range(1, len(printed) + 1):
            if (
                index < len(printed)
                and printed[index].owner == printed[index - 1].owner
                and not lines_between(outcomes, *self._lines[index - 1 : index + 1])
            ):
                continue
            if printed[first].key != printed[index - 1].key:  # of more than one turn
                yield first, index - 1
            first = index


class _Counting(Replay):
    """Repeats a schedule, and counts its departures as the judge does."""

    def __init__(self, schedule: Schedule) -> None:
        super().__init__(schedule)
        self.departures = Departures()

    def pick(self, point: ChoicePoint) -> int:
        index = super().pick(point)
        names = [(handle.maker, handle.index) for handle in point.handles]
        early = {i for i in range(len(names)) if self.clock and point.options[i].early}
        self.departures.take(names, early, index)
        return index
