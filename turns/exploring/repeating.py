"""Runs in fresh processes: what chance decides there, and whether it prints the same again."""

from collections.abc import Iterable, Sequence

from turns.exploring.fresh import Asking, Question, Replies, Reply, Request
from turns.exploring.marks import Ran, number
from turns.exploring.program import now
from turns.exploring.varying import varies
from turns.exploring.witnesses import Shown
from turns.runtime.execute import Outcome as Result
from turns.runtime.limits import Limits
from turns.runtime.target import Target

_CHANCES = (None, *range(1, 17))
"""What chance decides in the runs of a fresh process."""
_FEW_CHANCES = 2
"""How many of these a long program has."""
UNTRIED_IN_TIME = "there was no time to try in a fresh process what chance decides"
_UNTRIED = "what chance decides could not be tried in a fresh process"
UNREPEATED_IN_TIME = "there was no time to repeat a run in a fresh process"
_UNREPEATED = "there was no way to repeat a run in a fresh process"
HASHES = (1, 2)
"""The seeds of hashes of that process, and of the one in which all is repeated."""
_MORE_HASHES = (3, 4, 5, 6)
"""Those of further processes, for programs in which orders of sets, or addresses, may show."""
_SHAKEN = 9
"""A schedule is repeated with the seeds of what chance decides before this one."""


class Repeating:
    """Repeats runs of one program; collects why nothing can be proven of it."""

    def __init__(
        self, target: Target, normal: Result, limits: Limits, deadline: float, *, pauses: bool
    ) -> None:
        """``limits`` are those of a run, ``deadline`` a time of `now` for everything.

        With ``pauses``, that is put off by the time in which somebody else is asked.
        """
        self.unknown: list[str] = []
        self.is_unsteady = False
        """A fresh process prints other lines."""
        self._target, self._limits, self._pauses = target, limits, pauses
        self.deadline = deadline
        self._normal = normal
        self._by_chance: list[Request] = []
        self._lines = [*number(normal.output)]
        self._seconds = 0.0
        """What the question has that is not answered yet."""
        self._is_late = False
        """The last one was not answered in this time."""

    def ask(self, *, few: bool) -> Asking[None]:
        """Have normal runs begin that differ from each other only by chance, for `by_chance`."""
        chances = _CHANCES[: _FEW_CHANCES if few else None]
        self._by_chance = [Request(chance=seed) for seed in chances]
        yield self._question(self._by_chance, HASHES[0], part=2)

    def by_chance(self, *, more_hashes: bool) -> Asking[dict[int, str]]:
        """Return how lines depart in these runs."""
        departing: dict[int, str] = {}
        found = yield from self._answer()
        if found is None:
            self.unknown.append(UNTRIED_IN_TIME if self._is_late else _UNTRIED)
        for request, reply in zip(self._by_chance, found or (), strict=False):
            seen = self._departing(reply)
            if request.chance is not None and seen.keys() - departing.keys():
                # It is not the first run there: it may have met what another left behind.
                if now() >= self.deadline:
                    self.unknown.append(UNTRIED_IN_TIME)
                    break
                alone = (yield from self._ask([request], HASHES[0], part=4)) or ()
                seen = {k: v for one in alone for k, v in self._departing(one).items()}
                if not seen:
                    break
            departing = seen | departing
        for hashes in _MORE_HASHES if more_hashes and found else ():
            for reply in (yield from self._ask([Request()], hashes, part=4)) or ():
                departing = self._departing(reply) | departing
        return departing

    def _departing(self, reply: Reply) -> dict[int, str]:
        """Return how lines depart in a normal run."""
        ran = Ran(self._lines, reply.texts, ended=bool(reply.end))
        found = {}
        for index, text in enumerate(self._normal.output):
            if varies(text) and text not in reply.texts:
                found[index] = "missing"
            elif how := ran.how(index):
                found[index] = how
        return found

    def repeat(self, all_shown: Iterable[Shown], *, is_by_chance: bool) -> Asking[None]:
        """Repeat the normal run and all witnesses; drop those that are not repeated.

        Where something is known to be decided by chance, witnesses have to show the same whatever
        that decides.
        """
        shown = [*all_shown]
        schedules = {one.schedule for each in shown for one in each.witnesses()}
        tokens = sorted(str(one) for one in schedules if one.choices)
        replies = yield from self._ask([Request(), *map(Request, tokens)], HASHES[1])
        normal, *others = replies or [Reply((), "")]
        if replies is None:
            self.unknown.append(UNREPEATED_IN_TIME if self._is_late else _UNREPEATED)
        elif [*number(normal.texts)] != self._lines:
            self.unknown.append("a fresh process prints other lines")
            self.is_unsteady = True
        by_token = dict(zip(tokens, others, strict=False))
        by_token |= {str(one): normal for one in schedules if not one.choices}
        lost = [one.keep(self._lines, by_token) for one in shown]
        if any(lost) and replies is not None:
            self.unknown.append("a run could not be repeated in a fresh process")
        if self.is_unsteady or is_by_chance:
            for one in shown:
                yield from self._shake(one)

    def _shake(self, shown: Shown) -> Asking[None]:
        """Keep what departs in its witness whatever chance decides: the others may be by chance."""
        tokens = sorted({str(witness.schedule) for _, witness in shown.departing.values()})
        asked = [Request(token, seed) for token in tokens for seed in _CHANCES[1:_SHAKEN]]
        replies = yield from self._ask(asked, _MORE_HASHES[0])
        replies = replies or [Reply((), "")] * len(asked)
        runs = [Ran(self._lines, one.texts, ended=bool(one.end)) for one in replies]
        for index, (how, witness) in [*shown.departing.items()]:
            token = str(witness.schedule)
            same = (run for one, run in zip(asked, runs, strict=False) if one.token == token)
            if any(run.how(index) != how for run in same):
                del shown.departing[index]

    def _ask(
        self, requests: Sequence[Request], hashes: int, part: int = 1
    ) -> Asking[Replies | None]:
        """Ask a fresh process, which may use this ``part`` of the time that is left."""
        yield self._question(requests, hashes, part)
        return (yield from self._answer())

    def _question(self, requests: Sequence[Request], hashes: int, part: int) -> Question:
        self._seconds = (self.deadline - now()) / part
        return Question(self._target, requests, hashes, self._limits, self._seconds)

    def _answer(self) -> Asking[Replies | None]:
        begun = now()
        replies = yield None
        took = now() - begun
        self._is_late = replies is None and took >= self._seconds
        if self._pauses:
            self.deadline += took
        return replies
