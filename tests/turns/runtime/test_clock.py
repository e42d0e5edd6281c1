"""Virtual time."""

import pytest
from watched import main_of, recorded, run

from turns.exploring.program import CLOCK
from turns.exploring.strategies import Fifo
from turns.runtime.clock import NANOSECOND, RESOLUTION, Clock


def test_two_readings_are_never_equal() -> None:
    """Each reading takes a nanosecond, as on a real clock."""
    clock = Clock()
    first, second = clock.read(), clock.read()
    assert 0 < second - first < 2 * NANOSECOND
    assert 1000 * NANOSECOND < RESOLUTION


def test_time_does_not_go_back() -> None:
    """Moving to a time in the past changes nothing."""
    clock = Clock()
    clock.move_to(5.0)
    clock.move_to(3.0)
    assert clock.now == 5.0


def test_all_clocks_agree() -> None:
    """A sleep of an hour moves every clock by an hour, at once."""
    outcome = run(
        main_of("""
        clocks = [asyncio.get_running_loop().time, time.monotonic, time.perf_counter, time.time]
        before = [clock() for clock in clocks]
        await asyncio.sleep(3600)
        print([round(clock() - start, 3) for clock, start in zip(clocks, before)])
        before = [clock() for clock in clocks]
        time.sleep(1800)
        print([round(clock() - start, 3) for clock, start in zip(clocks, before)])
        print(round(time.monotonic_ns() / 1e9))
        """)
    )
    assert outcome.output == [str([3600.0] * 4), str([1800.0] * 4), "5400"]


def test_equal_sleeps_end_in_the_order_of_their_beginning() -> None:
    """A heap does not keep the order of equal deadlines; timers are numbered for that."""
    outcome = run(
        main_of("""
        async def nap(n):
            await asyncio.sleep(1)
            print(n)
        await asyncio.gather(*map(nap, range(50)))
        """)
    )
    assert outcome.output == [str(n) for n in range(50)]


def test_time_sleep_blocks_the_loop() -> None:
    """What was due in the meantime runs late."""
    outcome = run(
        main_of("""
        loop = asyncio.get_running_loop()
        start = loop.time()
        loop.call_later(0.1, lambda: print(round(loop.time() - start, 3)))
        time.sleep(0.5)
        await asyncio.sleep(0.2)
        """)
    )
    assert outcome.output == ["0.5"]


def test_the_real_clock_is_put_back() -> None:
    """After a run, time is real again."""
    import time  # noqa: PLC0415 - as a program does

    names = ("monotonic", "monotonic_ns", "perf_counter", "time", "time_ns", "sleep")
    before = [getattr(time, name) for name in names]
    started = time.monotonic()
    outcome = run("import time\ntime.sleep(10**6)\nprint(time.monotonic() > 10**6)\n")
    assert outcome.output == ["True"]
    assert [getattr(time, name) for name in names] == before
    assert time.monotonic() - started < 10**5


def test_times_are_whole_nanoseconds() -> None:
    """A sum of floats is as exact as the sum that is meant: 0.1 + 0.2 is due with 0.3."""
    clock = Clock()
    clock.move_to(0.1 + 0.2)
    assert clock.now == 0.3 != 0.1 + 0.2


def test_readings_of_asyncio_are_free() -> None:
    """Nobody but asyncio knows of them; the program's own take a nanosecond each."""
    outcome = run(
        main_of("""
        loop = asyncio.get_running_loop()
        before = loop.time()
        async with asyncio.timeout(10):
            loop.call_later(5, print)
            await asyncio.sleep(0)
        print(round((loop.time() - before) * 1e9))
        """)
    )
    assert outcome.output == ["1"]


def test_seven_short_sleeps_end_with_a_long_one() -> None:
    """Both are due at the same time, and the timer that was made first fires first."""
    outcome = run(
        main_of("""
        async def naps(name, seconds, times):
            for _ in range(times):
                await asyncio.sleep(seconds)
            print(name, asyncio.get_running_loop().time() < 0.700001)
        await asyncio.gather(naps("short", 0.1, 7), naps("long", 0.7, 1))
        """)
    )
    assert outcome.output == ["long True", "short True"]


def test_a_sum_of_sleeps_is_due_with_the_one_sleep() -> None:
    """Although 0.7 + 0.1 is less than 0.8 as floats are."""
    outcome = run(
        main_of("""
        async def naps(*times):
            for seconds in times:
                await asyncio.sleep(seconds)
            print(times)
        await asyncio.gather(naps(0.7, 0.1), naps(0.8))
        """)
    )
    assert outcome.output == ["(0.8,)", "(0.7, 0.1)"]


def test_equal_deadlines_fire_in_order_also_if_many_are_cancelled() -> None:
    """Of those that are left asyncio then makes a new heap."""
    outcome = run(
        main_of("""
        loop = asyncio.get_running_loop()
        timers = [loop.call_later(1, print, n) for n in range(300)]
        for n, timer in enumerate(timers):
            if n % 3:
                timer.cancel()
        await asyncio.sleep(2)
        """)
    )
    assert outcome.output == [str(n) for n in range(0, 300, 3)]


@pytest.mark.parametrize("strategy", [None, Fifo(), Fifo(CLOCK)])
@pytest.mark.parametrize("told", ["+ 100", "- 100", "* 10"])
def test_a_loop_may_tell_another_time(told: str, strategy: Fifo | None) -> None:
    """Deadlines are counted as it counts; what passes is what asyncio would wait for."""
    program = f"""
    import asyncio, time
    class Loop(asyncio.SelectorEventLoop):
        def time(self):
            return super().time() {told}
    async def main():
        start = time.monotonic()
        await asyncio.sleep(0.5)
        print(round(time.monotonic() - start, 3))
        try:
            async with asyncio.timeout(0.5):
                while True:
                    await asyncio.sleep(0)
        except TimeoutError:
            print(time.monotonic() - start > 0.5)
    with asyncio.Runner(loop_factory=Loop) as runner:
        runner.run(main())
    """
    assert run(program, strategy=strategy).output == ["0.5", "True"]
    if "*" not in told:
        assert recorded(program)[1].turns[1].due == 0.5
