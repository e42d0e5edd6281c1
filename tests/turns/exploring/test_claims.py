"""What the explorer claims, and what it does not: unsupported and unsteady programs, and chance."""

import collections
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from explored import UNHURRIED, explored_text, in_here, in_one_process, marks_in
from written import ABBA, COUNTER, TIMERS

from turns.commands import outcomes
from turns.commands.answer import Answer, as_text
from turns.exploring import processes
from turns.exploring.explore import Effort, graph_of
from turns.exploring.fresh import Question, Replies, Reply, Request
from turns.exploring.program import QUEUE
from turns.runtime.target import load

SAY = """
import asyncio
async def say(name):
    print(name)
async def main():
    await asyncio.gather(say("a"), say("b"))
asyncio.run(main())
"""


_FRESH = processes.run


@pytest.fixture(autouse=True)
def _in_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask no other process."""
    in_one_process(monkeypatch)


def test_of_an_unsupported_program_nothing_is_known(tmp_path: Path) -> None:
    """But what it printed."""
    found = explored_text("print('begin')\nimport subprocess; subprocess.run(['true'])", tmp_path)
    assert marks_in(found) == ["unknown"]
    assert found.unknown[0].startswith("the program was stopped: subprocess.run()")
    assert (found.outcomes, found.together) == ({}, ())


@pytest.mark.slow
def test_without_all_clock_schedules_nothing_is_a_promise(tmp_path: Path) -> None:
    """Although all queue schedules are known: a timer could come early where nobody looked."""
    found = explored_text(
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
    assert marks_in(found)[0] == "unknown"
    assert "program" not in marks_in(found)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("source", "counts"),
    [(COUNTER, (6, 6)), (ABBA, (3, 3)), (TIMERS, (1, 2)), ("print(1)", (1, 1))],
    ids=["counter", "locks", "timers", "nothing to choose"],
)
def test_outcomes_are_counted(source: str, counts: tuple[int, int], tmp_path: Path) -> None:
    """Of queue and of clock schedules; all are listed where they are few."""
    found = explored_text(source, tmp_path)
    assert found.unknown == ()
    assert [(one.count, one.inexact) for one in found.outcomes.values()] == [
        (count, "") for count in counts
    ]
    for one in found.outcomes.values():
        assert len({(each.texts, each.end) for each in one.listed}) == one.count
        departures = [each.witness.departures for each in one.listed]
        assert departures == sorted(departures)
        assert one.shape is None


@pytest.mark.slow
def test_of_many_outcomes_some_are_listed_and_all_are_summed_up(tmp_path: Path) -> None:
    """Those that depart least, and what all have in common."""
    found = explored_text(COUNTER, tmp_path, Effort(seconds=300, listed=3))
    outcomes = found.outcomes["queue"]
    assert (outcomes.count, outcomes.inexact, len(outcomes.listed)) == (6, "", 3)
    assert outcomes.shape is not None
    assert outcomes.shape.always == ()


def _normal_if(asked: Callable[[Request], bool]) -> Callable[[Question], Replies]:
    """Return a process that answers so many requests about `SAY` as if they were normal runs."""

    def run(question: Question) -> Replies:
        normal = Reply(("a", "b"), "finished")
        return [
            normal if asked(request) else reply
            for request, reply in zip(question.requests, in_here(question), strict=True)
        ]

    return run


def test_what_is_not_repeated_is_not_claimed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A witness that prints something else in a fresh process is none."""

    def is_forgotten(request: Request) -> bool:
        return bool(request.token)

    monkeypatch.setattr(processes, "run", _normal_if(is_forgotten))
    found = explored_text(SAY, tmp_path)
    assert found.unknown == ("a run could not be repeated in a fresh process",)
    assert [len(one.listed) for one in found.outcomes.values()] == [1, 1]
    assert found.marks[1].witness is None
    assert "program" not in marks_in(found)


def test_where_a_fresh_process_prints_other_lines_nothing_is_proven(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What runs left behind in this one could be the reason of what they print here."""
    monkeypatch.setattr(processes, "run", lambda *_: [Reply(("b", "a"), "finished")] * 99)
    found = explored_text(SAY, tmp_path)
    assert "a fresh process prints other lines" in found.unknown
    assert marks_in(found) == ["unknown", "nobody"]


@pytest.mark.slow
def test_what_hashes_decide_is_promised_by_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names in a set come in another order in almost every process."""
    monkeypatch.setattr(processes, "run", _FRESH)
    found = explored_text('names = {*"abcdefgh"}\nfor name in names: print(name)', tmp_path)
    assert marks_in(found).count("nobody") > 3  # each is with a probability of 31/32


@pytest.mark.slow
def test_what_departs_by_chance_is_no_queues(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A witness has to show it whatever chance decides."""

    def is_lucky(request: Request) -> bool:
        return bool(request.token) and request.chance == 1

    source = f"{SAY}\nimport random\nrandom.random()"
    monkeypatch.setattr(processes, "run", in_here)
    assert marks_in(explored_text(source, tmp_path)) == ["unknown", "queue"]
    monkeypatch.setattr(processes, "run", _normal_if(is_lucky))
    assert marks_in(explored_text(source, tmp_path)) == ["unknown", "unknown"]


def test_without_a_fresh_process_nothing_is_proven(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody then knows what chance decides."""
    monkeypatch.setattr(processes, "run", lambda *_: None)
    found = explored_text(SAY, tmp_path)
    assert found.unknown[0] == "what chance decides could not be tried in a fresh process"
    assert {*marks_in(found)} <= {"unknown", "queue"}


def test_why_no_fresh_process_answered_is_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only where time was short would more of it help, and the command line says so."""
    late = ["what chance decides", "a run"]
    monkeypatch.setattr(processes, "run", lambda question: time.sleep(question.seconds))
    found = explored_text(SAY, tmp_path, Effort(seconds=2))
    assert all(reason.startswith("there was no time") for reason in found.unknown)
    assert [any(what in reason for reason in found.unknown) for what in late] == [True, True]
    more_time = "(--limit SECONDS gives it more time)"
    assert more_time in [*as_text(Answer("", found, "en"), 80)]
    assert more_time in [*outcomes.as_text(found, "queue")]
    assert "（用 --limit 可以多给它些时间）" in [*as_text(Answer("", found, "zh"), 80)]
    monkeypatch.setattr(processes, "run", lambda _: None)
    found = explored_text(SAY, tmp_path)
    assert found.unknown[1] == "there was no way to repeat a run in a fresh process"
    assert more_time not in [*as_text(Answer("", found, "en"), 80)]
    assert more_time not in [*outcomes.as_text(found, "queue")]


def test_what_two_runs_tell_apart_is_not_proven(tmp_path: Path) -> None:
    """A file that the first has written."""
    found = explored_text(
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
    assert "program" not in marks_in(found)


def test_what_is_outside_of_schedules_is_unknown(tmp_path: Path) -> None:
    """Threads: not even what other schedules print is claimed to be up to the queue."""
    found = explored_text(
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
    assert marks_in(found) == ["unknown"] * 3
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


@pytest.mark.slow
def test_clock_schedules_only_if_they_are_asked_for(tmp_path: Path) -> None:
    """What is said of queue schedules is the same; no line has the promise of all schedules."""
    both = explored_text(TIMERS, tmp_path)
    queue = explored_text(TIMERS, tmp_path, replace(UNHURRIED, clock=False))
    assert both.outcomes["queue"] == queue.outcomes["queue"]
    assert {*both.outcomes} - {*queue.outcomes} == {"clock"}
    assert "program" not in marks_in(queue)
    assert queue.unknown == ()


@pytest.mark.slow
def test_where_nothing_can_be_early_the_witnesses_are_the_same(tmp_path: Path) -> None:
    """Found once, and named once for each kind of schedules."""
    found = explored_text(COUNTER, tmp_path)
    queue, clock = (found.outcomes[mode].listed for mode in ("queue", "clock"))
    assert [str(one.witness.schedule)[1:] for one in queue] == [
        str(one.witness.schedule)[1:] for one in clock
    ]
    assert {one.witness.schedule.mode for one in clock} == {"clock"}


@pytest.mark.slow
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
    assert marks_in(explored_text(source, tmp_path)) == ["unknown"]
    del collections.seen  # type: ignore[attr-defined]


@pytest.mark.slow
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
    found = explored_text(source, tmp_path)
    assert found.unknown
    assert marks_in(found) == ["unknown", "unknown"]
