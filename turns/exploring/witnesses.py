"""The smallest runs that show something: where lines depart, and how a program can end."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from turns.exploring.departures import Departures, Found
from turns.exploring.fresh import Reply
from turns.exploring.marks import Ran
from turns.exploring.nfa import End, decided_end_of, end_of
from turns.exploring.outcomes import Outcome, Witness
from turns.exploring.program import Budget, Kind, Program
from turns.exploring.promises import LineId
from turns.exploring.schedule import Schedule
from turns.exploring.states import Graph
from turns.exploring.varying import steady
from turns.exploring.ways import Following, way
from turns.runtime.execute import Outcome as Result


@dataclass
class Shown:
    """What the runs of one search have shown."""

    departing: dict[int, tuple[str, Witness]]
    """How a line departs, by its index, and where that was seen first."""
    outcomes: list[Outcome]
    """Each with its smallest witness, as many as are wanted; those with few departures first."""
    seen: int = 0
    """How many different outcomes there were."""

    def witnesses(self) -> Iterator[Witness]:
        """Yield all, some of them more than once."""
        yield from (witness for _, witness in self.departing.values())
        yield from (outcome.witness for outcome in self.outcomes)

    def under(self, kind: Kind) -> "Shown":
        """Return the same, under schedules of a kind that allows these and no others."""

        def of(witness: Witness) -> Witness:
            return replace(witness, schedule=replace(witness.schedule, mode=kind.mode))

        departing = {index: (how, of(one)) for index, (how, one) in self.departing.items()}
        outcomes = [replace(one, witness=of(one.witness)) for one in self.outcomes]
        return Shown(departing, outcomes, self.seen)

    def keep(self, lines: Sequence[LineId], replies: Mapping[str, Reply]) -> bool:
        """Keep what these repetitions show, by the schedule's token; say if that is not all."""
        nothing = Reply((), "")
        ran = {
            token: Ran(lines, reply.texts, ended=bool(reply.end))
            for token, reply in {"": nothing, **replies}.items()
        }
        departing = {
            index: (how, witness)
            for index, (how, witness) in self.departing.items()
            if ran.get(str(witness.schedule), ran[""]).how(index) == how
        }
        outcomes = [
            one
            for one in self.outcomes
            if _is_steady(replies.get(str(one.witness.schedule), nothing), one)
        ]
        lost = len(departing) < len(self.departing) or len(outcomes) < len(self.outcomes)
        self.departing, self.outcomes = departing, outcomes
        return lost


def _is_steady(reply: Reply, outcome: Outcome) -> bool:
    return (*map(steady, reply.texts), reply.end) == (*outcome.texts, outcome.end.kind)


@dataclass(frozen=True)
class Wanted:
    """What is to be shown."""

    lines: Sequence[LineId]
    """Of the normal run."""
    departing: AbstractSet[int]
    """The indices of those that are known to depart somewhere, or that may."""
    outcomes: int
    """How many there are, or how many are enough."""


def of_normal(normal: Result, kind: Kind) -> Shown:
    """Return what the normal run shows, where no other is tried."""
    end = end_of(normal)
    if end is None:
        return Shown({}, [])
    texts = tuple(map(steady, normal.output))
    witness = Witness(Schedule(kind.mode, ()), 0)
    return Shown({}, [Outcome(texts, end, witness, len(texts))], 1)


def search(program: Program, kind: Kind, budget: Budget, wanted: Wanted) -> Shown:
    """Run schedules by rising departures until all is shown that is wanted, or can be."""
    shown = Shown({}, [])
    seen: set[tuple[tuple[str, ...], End]] = set()
    for found in Departures(program, kind).run(budget):
        witness = Witness(found.schedule, found.departures)
        ran = Ran(wanted.lines, found.texts, ended=found.end is not None)
        for index in sorted(wanted.departing - shown.departing.keys()):
            if how := ran.how(index):
                shown.departing[index] = how, witness
        if found.end is not None and (found.texts, found.end) not in seen:
            seen.add((found.texts, found.end))
            differs = _differs([text for text, _ in wanted.lines], found)
            if len(seen) <= wanted.outcomes:
                shown.outcomes.append(Outcome(found.texts, found.end, witness, differs))
        shown.seen = len(seen)
        has_all = shown.seen >= wanted.outcomes
        if has_all and wanted.departing <= shown.departing.keys():
            break
    return shown


def on_the_way(program: Program, graph: Graph, wanted: Wanted, shown: Shown) -> None:
    """Add runs that go the graph's own ways to what is wanted and has not been shown."""
    for index in sorted(wanted.departing - shown.departing.keys()):
        labels = way(graph, wanted.lines, index)
        if labels is None:
            continue
        run = Following(graph.kind, labels)
        outcome = program.run(run)
        if outcome.polled:
            continue
        ran = Ran(wanted.lines, outcome.output, ended=decided_end_of(outcome) is not None)
        if how := ran.how(index):
            schedule = Schedule(graph.kind.mode, tuple(run.taken))
            shown.departing[index] = how, Witness(schedule, len(run.taken))


def _differs(normal: Sequence[str], found: Found) -> int:
    pairs = zip(normal, found.texts, strict=False)
    same = min(len(normal), len(found.texts))
    return next((index for index, (a, b) in enumerate(pairs) if a != b), same)
