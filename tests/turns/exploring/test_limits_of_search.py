"""Where the explorer cannot see all: programs without end, limits of turns and of time."""

from pathlib import Path
from time import process_time

import pytest
from explored import explored_text, in_one_process, marks_in
from written import COUNTER, LOCKED

from turns.exploring import witnesses
from turns.exploring.explore import Effort
from turns.exploring.program import Budget, Kind, Program
from turns.exploring.witnesses import Shown, Wanted


@pytest.fixture(autouse=True)
def _in_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask no other process."""
    in_one_process(monkeypatch)


@pytest.mark.slow
def test_of_an_endless_program_the_beginning_is_shown(tmp_path: Path) -> None:
    """What comes earlier there is seen, and nothing is proven."""
    found = explored_text(
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
    assert marks_in(found)[1] == "queue"
    assert {*marks_in(found)} == {"queue", "unknown"}
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
@pytest.mark.slow
def test_time_is_kept(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By programs that never come back, too; what was printed until then is shown."""
    monkeypatch.undo()
    effort = Effort(seconds=3, patience=0.2)
    started = process_time()
    found = explored_text(source, tmp_path, effort)
    assert process_time() - started < 1.5 * effort.seconds
    assert found.marks[0].text == "begin"
    assert found.unknown or found.outcomes["queue"].inexact
    assert not {"program", "clock", "documented"} & {*marks_in(found)}


@pytest.mark.slow
def test_many_lines_take_no_longer_than_there_is(tmp_path: Path) -> None:
    """Nobody goes through all of them again for each."""
    started = process_time()
    found = explored_text("for n in range(2000): print(n)", tmp_path)
    assert process_time() - started < 30
    assert {*marks_in(found)} == {"program"}


@pytest.mark.parametrize(
    "effort",
    [Effort(turns=0, seconds=300), Effort(turns=30, seconds=300)],
    ids=["no turns", "few turns"],
)
def test_the_normal_run_is_always_listed(effort: Effort, tmp_path: Path) -> None:
    """However short the search; then that is not all there is."""
    found = explored_text(COUNTER, tmp_path, effort)
    for outcomes in found.outcomes.values():
        first, *_ = outcomes.listed
        assert (first.texts, first.witness.departures) == (("1 a", "2 b", "3 c"), 0)
        assert outcomes.inexact
        assert outcomes.count >= len(outcomes.listed)
    assert {*marks_in(found)} <= {"queue", "unknown"}


def test_what_queue_schedules_show_is_known_of_clock_schedules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each of these is one of those, even if there is no time left to look for it there."""
    search = witnesses.search

    def late(program: Program, kind: Kind, budget: Budget, wanted: Wanted) -> Shown:
        return Shown({}, []) if kind.clock else search(program, kind, budget, wanted)

    monkeypatch.setattr(witnesses, "search", late)
    found = explored_text(LOCKED.format(tasks=6), tmp_path, Effort(turns=400, seconds=300))
    queue, clock = found.outcomes["queue"], found.outcomes["clock"]
    assert queue.inexact
    assert clock.count >= queue.count > 1


@pytest.mark.slow
def test_a_search_that_is_cut_says_what_it_has_seen(tmp_path: Path) -> None:
    """More outcomes than are listed, reversals with their witnesses; and nothing is proven."""
    start = process_time()
    found = explored_text(
        LOCKED.format(tasks=10), tmp_path, Effort(turns=6000, seconds=300, listed=3)
    )
    assert process_time() - start < 60
    queue = found.outcomes["queue"]
    assert (queue.inexact, len(queue.listed)) == ("out of turns", 3)
    assert queue.count > 3
    assert {*marks_in(found)} == {"unknown", "queue"}
    assert all(mark.witness is not None for mark in found.marks if mark.because == "queue")


@pytest.mark.slow
def test_time_is_kept_for_witnesses(tmp_path: Path) -> None:
    """A search that is out of time shows something all the same."""
    found = explored_text(LOCKED.format(tasks=10), tmp_path, Effort(turns=10**9, seconds=8))
    assert found.outcomes["queue"].inexact == "out of time"
    assert any(mark.witness is not None for mark in found.marks)
    assert found.unknown == ()


@pytest.mark.slow
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
    found = explored_text(source, tmp_path)
    assert process_time() - start < 20
    assert marks_in(found) == ["unknown"]
    for mode in ("queue", "clock"):
        (one,) = found.outcomes[mode].listed
        assert (one.texts, str(one.witness.schedule)) == (("1999000",), mode[0])
        assert (found.outcomes[mode].count, bool(found.outcomes[mode].inexact)) == (1, True)


def test_the_normal_run_is_listed_though_no_other_is_like_it(tmp_path: Path) -> None:
    """Nothing is proven then, but this is what it printed."""
    counter = tmp_path / "counter"
    found = explored_text(
        f"""
        import asyncio
        from pathlib import Path
        counter = Path({str(counter)!r})
        async def main():
            number = int(counter.read_text()) if counter.exists() else 0
            counter.write_text(str(number + 1))
            print(number)
        asyncio.run(main())
        """,
        tmp_path,
    )
    for one in found.outcomes.values():
        assert [(each.texts, each.witness.departures) for each in one.listed] == [(("0",), 0)]
        assert one.count == 1
        assert one.inexact
