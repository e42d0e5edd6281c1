"""What the explorer claims, and what it does not: endless, unsupported and unsteady programs."""

import collections
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from textwrap import dedent
from time import process_time

import pytest
from explored import in_here
from written import ABBA, COUNTER, LOCKED, TIMERS

from turns.exploring import fresh
from turns.exploring.explore import Effort, Exploration, explore, graph_of
from turns.exploring.fresh import Reply, Request
from turns.exploring.program import QUEUE
from turns.runtime.limits import Limits
from turns.runtime.target import load

EFFORT = Effort(seconds=300)

SAY = """
import asyncio
async def say(name):
    print(name)
async def main():
    await asyncio.gather(say("a"), say("b"))
asyncio.run(main())
"""


_FRESH = fresh.run


@pytest.fixture(autouse=True)
def _in_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask no other process."""
    monkeypatch.setattr(fresh, "run", in_here)
    monkeypatch.setattr(fresh, "started", lambda *_: nullcontext())


def _explored(source: str, folder: Path, effort: Effort = EFFORT) -> Exploration:
    path = folder / "program.py"
    path.write_text(dedent(source), encoding="utf-8")
    return explore(load(path), effort)


def _marks(found: Exploration) -> list[str]:
    return [mark.because for mark in found.marks]


def test_of_an_endless_program_the_beginning_is_shown(tmp_path: Path) -> None:
    """What comes earlier there is seen, and nothing is proven."""
    found = _explored(
        """
        import asyncio
        async def tick(name):
            while True:
                print(name * 2000)
                await asyncio.sleep(0)
        async def main():
            await asyncio.gather(tick("a"), tick("b"))
        asyncio.run(main())
        """,
        tmp_path,
        Effort(turns=2000, seconds=300),
    )
    assert found.normal.problem is not None
    assert found.normal.problem.kind == "turns"
    assert 100 < len(found.marks) < 500
    assert found.unknown[0].startswith("the program was stopped: stopped after 200 turns")
    assert _marks(found)[1] == "queue"
    assert {*_marks(found)} == {"queue", "unknown"}
    assert all(one.inexact for one in found.outcomes.values())


@pytest.mark.parametrize(
    "source",
    [
        "print('begin')\nwhile True: pass",
        "print('begin')\nwhile True: print('more')",
        "print('begin')\nwhile True: print('more and more')",
        "import time\nprint('begin')\nwhile True: time.sleep(1)",
        """
        import asyncio
        async def spin(name):
            print('begin')
            while True: pass
        async def main():
            await asyncio.gather(spin("a"), spin("b"))
        asyncio.run(main())
        """,
        """
        import asyncio
        ready = False
        async def first():
            print('begin')
            global ready
            ready = True
        async def spins():
            while not ready: pass
        async def main():
            await asyncio.gather(first(), spins())
        asyncio.run(main())
        """,
    ],
    ids=[
        "busy",
        "printing",
        "printing too much",
        "sleeping",
        "within a task",
        "in another schedule",
    ],
)
def test_time_is_kept(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By programs that never come back, too; what was printed until then is shown."""
    monkeypatch.undo()
    effort = Effort(seconds=3, patience=0.2)
    started = process_time()
    found = _explored(source, tmp_path, effort)
    assert process_time() - started < 1.5 * effort.seconds
    assert found.marks[0].text == "begin"
    assert found.unknown or found.outcomes["queue"].inexact
    assert not {"program", "clock", "documented"} & {*_marks(found)}


def test_many_lines_take_no_longer_than_there_is(tmp_path: Path) -> None:
    """Nobody goes through all of them again for each."""
    started = process_time()
    found = _explored("for n in range(2000): print(n)", tmp_path)
    assert process_time() - started < 30
    assert {*_marks(found)} == {"program"}


def test_of_an_unsupported_program_nothing_is_known(tmp_path: Path) -> None:
    """But what it printed."""
    found = _explored("print('begin')\nimport subprocess; subprocess.run(['true'])", tmp_path)
    assert _marks(found) == ["unknown"]
    assert found.unknown[0].startswith("the program was stopped: subprocess.run()")
    assert (found.outcomes, found.together) == ({}, ())


@pytest.mark.parametrize(
    "effort",
    [Effort(turns=0, seconds=300), Effort(turns=30, seconds=300)],
    ids=["no turns", "few turns"],
)
def test_the_normal_run_is_always_listed(effort: Effort, tmp_path: Path) -> None:
    """However short the search; then that is not all there is."""
    found = _explored(COUNTER, tmp_path, effort)
    for outcomes in found.outcomes.values():
        first, *_ = outcomes.listed
        assert (first.texts, first.witness.departures) == (("1 a", "2 b", "3 c"), 0)
        assert outcomes.inexact
        assert outcomes.count >= len(outcomes.listed)
    assert {*_marks(found)} <= {"queue", "unknown"}


def test_without_all_clock_schedules_nothing_is_a_promise(tmp_path: Path) -> None:
    """Although all queue schedules are known: a timer could come early where nobody looked."""
    found = _explored(
        """
        import asyncio
        woken = 0
        def wake(n):
            global woken
            woken += 1
            print(n, woken)
        async def main():
            print("begin")
            for n in range(7):
                asyncio.get_running_loop().call_later(n, wake, n)
            await asyncio.sleep(8)
        asyncio.run(main())
        """,
        tmp_path,
        Effort(turns=300, seconds=300),
    )
    queue, clock = found.outcomes.values()
    assert (queue.inexact, clock.inexact) == ("", "out of turns")
    assert _marks(found)[0] == "unknown"
    assert "program" not in _marks(found)


@pytest.mark.parametrize(
    ("source", "counts"),
    [(COUNTER, (6, 6)), (ABBA, (3, 3)), (TIMERS, (1, 2)), ("print(1)", (1, 1))],
    ids=["counter", "locks", "timers", "nothing to choose"],
)
def test_outcomes_are_counted(source: str, counts: tuple[int, int], tmp_path: Path) -> None:
    """Of queue and of clock schedules; all are listed where they are few."""
    found = _explored(source, tmp_path)
    assert found.unknown == ()
    assert [(one.count, one.inexact) for one in found.outcomes.values()] == [
        (count, "") for count in counts
    ]
    for one in found.outcomes.values():
        assert len({(each.texts, each.end) for each in one.listed}) == one.count
        departures = [each.witness.departures for each in one.listed]
        assert departures == sorted(departures)
        assert one.shape is None


def test_of_many_outcomes_some_are_listed_and_all_are_summed_up(tmp_path: Path) -> None:
    """Those that depart least, and what all have in common."""
    found = _explored(COUNTER, tmp_path, Effort(seconds=300, listed=3))
    outcomes = found.outcomes["queue"]
    assert (outcomes.count, outcomes.inexact, len(outcomes.listed)) == (6, "", 3)
    assert outcomes.shape is not None
    assert outcomes.shape.always == ()


def _normal_if(asked: Callable[[Request], bool]) -> Callable[..., list[Reply]]:
    """Return a process that answers so many requests about `SAY` as if they were normal runs."""

    def run(
        path: Path, requests: Sequence[Request], hashes: int, limits: Limits, seconds: float
    ) -> list[Reply]:
        normal = Reply(("a", "b"), "finished")
        replies = in_here(path, requests, hashes, limits, seconds)
        return [
            normal if asked(request) else reply
            for request, reply in zip(requests, replies, strict=True)
        ]

    return run


def test_what_is_not_repeated_is_not_claimed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A witness that prints something else in a fresh process is none."""

    def is_forgotten(request: Request) -> bool:
        return bool(request.token)

    monkeypatch.setattr(fresh, "run", _normal_if(is_forgotten))
    found = _explored(SAY, tmp_path)
    assert found.unknown == ("a run could not be repeated in a fresh process",)
    assert [len(one.listed) for one in found.outcomes.values()] == [1, 1]
    assert found.marks[1].witness is None
    assert "program" not in _marks(found)


def test_where_a_fresh_process_prints_other_lines_nothing_is_proven(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What runs left behind in this one could be the reason of what they print here."""
    monkeypatch.setattr(fresh, "run", lambda *_: [Reply(("b", "a"), "finished")] * 99)
    found = _explored(SAY, tmp_path)
    assert "a fresh process prints other lines" in found.unknown
    assert _marks(found) == ["unknown", "nobody"]


def test_what_hashes_decide_is_promised_by_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names in a set come in another order in almost every process."""
    monkeypatch.setattr(fresh, "run", _FRESH)
    found = _explored('names = {*"abcdefgh"}\nfor name in names: print(name)', tmp_path)
    assert _marks(found).count("nobody") > 3  # each is with a probability of 31/32


def test_what_departs_by_chance_is_no_queues(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A witness has to show it whatever chance decides."""

    def is_lucky(request: Request) -> bool:
        return bool(request.token) and request.chance == 1

    source = f"{SAY}\nimport random\nrandom.random()"
    monkeypatch.setattr(fresh, "run", in_here)
    assert _marks(_explored(source, tmp_path)) == ["unknown", "queue"]
    monkeypatch.setattr(fresh, "run", _normal_if(is_lucky))
    assert _marks(_explored(source, tmp_path)) == ["unknown", "unknown"]


def test_without_a_fresh_process_nothing_is_proven(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody then knows what chance decides."""
    monkeypatch.setattr(fresh, "run", lambda *_: None)
    found = _explored(SAY, tmp_path)
    assert found.unknown[0] == "what chance decides could not be tried in a fresh process"
    assert {*_marks(found)} <= {"unknown", "queue"}


def test_what_two_runs_tell_apart_is_not_proven(tmp_path: Path) -> None:
    """A file that the first has written."""
    found = _explored(
        f"""
        from pathlib import Path
        seen = Path({str(tmp_path / "seen")!r})
        print(seen.exists())
        seen.touch()
        print("end")
        """,
        tmp_path,
    )
    assert "two runs of the same schedule print different lines" in found.unknown
    assert "program" not in _marks(found)


def test_what_is_outside_of_schedules_is_unknown(tmp_path: Path) -> None:
    """Threads: not even what other schedules print is claimed to be up to the queue."""
    found = _explored(
        """
        import asyncio
        async def say(name):
            await asyncio.to_thread(print, name)
        async def main():
            await asyncio.gather(say("a"), say("b"))
            print("end")
        asyncio.run(main())
        """,
        tmp_path,
        Effort(turns=2000, seconds=300),
    )
    assert _marks(found) == ["unknown"] * 3
    assert found.unknown
    assert found.together == ()


@pytest.mark.parametrize(
    ("line", "why"),
    [("pass", ""), ("import threading; threading.Event()", "thread"), ("while True: pass", "stop")],
)
def test_the_graph_of_a_program(line: str, why: str, tmp_path: Path) -> None:
    """Nothing of it, where it could be wrong."""
    path = tmp_path / "program.py"
    path.write_text(f"{SAY}{line}\n", encoding="utf-8")
    found = graph_of(load(path), Effort(seconds=2), QUEUE)
    assert why in found.cut
    assert bool(found.cut) is bool(why)
    assert bool(found.states) is not bool(why)


def test_a_search_that_is_cut_says_what_it_has_seen(tmp_path: Path) -> None:
    """More outcomes than are listed, reversals with their witnesses; and nothing is proven."""
    start = process_time()
    found = _explored(LOCKED.format(tasks=10), tmp_path, Effort(turns=6000, seconds=300, listed=3))
    assert process_time() - start < 60
    queue = found.outcomes["queue"]
    assert (queue.inexact, len(queue.listed)) == ("out of turns", 3)
    assert queue.count > 3
    assert {*_marks(found)} == {"unknown", "queue"}
    assert all(mark.witness is not None for mark in found.marks if mark.because == "queue")


def test_time_is_kept_for_witnesses(tmp_path: Path) -> None:
    """A search that is out of time shows something all the same."""
    found = _explored(LOCKED.format(tasks=10), tmp_path, Effort(turns=10**9, seconds=8))
    assert found.outcomes["queue"].inexact == "out of time"
    assert any(mark.witness is not None for mark in found.marks)
    assert found.unknown == ()


def test_clock_schedules_only_if_they_are_asked_for(tmp_path: Path) -> None:
    """What is said of queue schedules is the same; no line has the promise of all schedules."""
    both = _explored(TIMERS, tmp_path)
    queue = _explored(TIMERS, tmp_path, replace(EFFORT, clock=False))
    assert both.outcomes["queue"] == queue.outcomes["queue"]
    assert {*both.outcomes} - {*queue.outcomes} == {"clock"}
    assert "program" not in _marks(queue)
    assert queue.unknown == ()


def test_where_nothing_can_be_early_the_witnesses_are_the_same(tmp_path: Path) -> None:
    """Found once, and named once for each kind of schedules."""
    found = _explored(COUNTER, tmp_path)
    queue, clock = (found.outcomes[mode].listed for mode in ("queue", "clock"))
    assert [str(one.witness.schedule)[1:] for one in queue] == [
        str(one.witness.schedule)[1:] for one in clock
    ]
    assert {one.witness.schedule.mode for one in clock} == {"clock"}


def test_of_a_long_program_only_the_normal_run_is_shown(tmp_path: Path) -> None:
    """In no more time than a few runs take."""
    start = process_time()
    source = """
    import asyncio
    async def work(n):
        await asyncio.sleep(0)
        return n
    async def main():
        print(sum(await asyncio.gather(*map(work, range(2000)))))
    asyncio.run(main())
    """
    found = _explored(source, tmp_path)
    assert process_time() - start < 20
    assert _marks(found) == ["unknown"]
    for mode in ("queue", "clock"):
        (one,) = found.outcomes[mode].listed
        assert (one.texts, str(one.witness.schedule)) == (("1999000",), mode[0])
        assert (found.outcomes[mode].count, bool(found.outcomes[mode].inexact)) == (1, True)


def test_what_a_run_leaves_behind_is_not_called_chance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Many runs of a fresh process meet it, and one run alone does not."""
    monkeypatch.undo()
    source = """
        import collections
        collections.seen = getattr(collections, "seen", "") + "a"
        print(collections.seen)
        """
    assert _marks(_explored(source, tmp_path)) == ["unknown"]
    del collections.seen  # type: ignore[attr-defined]


def test_where_the_order_of_registration_may_matter_no_queue_is_blamed(tmp_path: Path) -> None:
    """Nothing can be searched here, and the documentation promises that order."""
    source = """
        import asyncio, os
        async def main():
            loop = asyncio.get_running_loop()
            loop.call_soon(print, "a", os.curdir)
            loop.call_soon(print, "b")
            await asyncio.sleep(0)
        asyncio.run(main())
        """
    found = _explored(source, tmp_path)
    assert found.unknown
    assert _marks(found) == ["unknown", "unknown"]
