"""Who polls until something has happened, or burns time, comes to an end as in reality."""

import asyncio
import itertools
import textwrap
import threading
import time

import pytest
from watched import main_of, run

from turns.runtime.clock import MANY, Clock
from turns.runtime.limits import Limits
from turns.runtime.loop import VirtualLoop

CLOCKS = [
    "time.time()",
    "time.monotonic()",
    "time.perf_counter_ns() / 1e9",
    "time.process_time()",
    "time.clock_gettime(time.CLOCK_MONOTONIC)",
    "asyncio.get_running_loop().time()",
    "datetime.datetime.now().timestamp()",
    "time.mktime(time.localtime())",
]


@pytest.mark.parametrize("clock", CLOCKS)
def test_time_can_be_burnt(clock: str) -> None:
    """Whatever clock is looked at; the timer that has come due meanwhile is late."""
    outcome = run(
        "import datetime\n"
        + main_of(f"""
        async def other():
            await asyncio.sleep(0.01)
            print("other", round(time.monotonic(), 1) >= 0.2)
        task = asyncio.create_task(other())
        await asyncio.sleep(0)
        end = {clock} + 0.2
        while {clock} < end:
            pass
        print("burnt", 0 <= {clock} - end < 1.001)
        await task
        """)
    )
    assert outcome.output == ["burnt True", "other True"], outcome
    assert outcome.polled


@pytest.mark.parametrize("seconds", [0.05, 1, 10])
def test_a_burnt_time_is_as_long_as_was_meant(seconds: float) -> None:
    """It is overshot by a thousandth at most, also outside of turns."""
    outcome = run(f"""
        import time
        start = time.time()
        while time.time() - start < {seconds}:
            pass
        print({seconds} <= time.time() - start < {seconds} * 1.001)
        """)
    assert outcome.output == ["True"]


def test_many_readings_take_no_longer_than_in_reality() -> None:
    """Ten thousand in one turn, for good reasons: 10 ms in all, and a microsecond or two each."""
    clock = Clock()
    times = [clock.read() for _ in range(10_000)]
    assert times[MANY - 1] < 2e-6
    assert times[-1] < 0.011
    assert max(b - a for a, b in itertools.pairwise(times)) < 3e-6


POLLS = {
    "sleep(0)": """
        while not ready:
            await asyncio.sleep(0)
        """,
    "a callback that asks for itself": """
        done = asyncio.Event()
        def look():
            if ready:
                done.set()
            else:
                asyncio.get_running_loop().call_soon(look)
        look()
        await done.wait()
        """,
    "get_nowait": """
        while True:
            try:
                queue.get_nowait()
                break
            except asyncio.QueueEmpty:
                await asyncio.sleep(0)
        """,
    "tasks one after the other": """
        async def look():
            return bool(ready)
        while not await asyncio.create_task(look()):
            pass
        """,
    "two who ask one another": """
        async def spin():
            while not ready:
                await asyncio.sleep(0)
        await asyncio.gather(spin(), spin())
        """,
    "wait_for of nothing": """
        while not ready:
            try:
                await asyncio.wait_for(asyncio.Event().wait(), 0)
            except asyncio.TimeoutError:
                pass
        """,
    "sleeps that are too short": """
        while not ready:
            await asyncio.sleep(1e-9)
        """,
    "deadline": """
        end = time.monotonic() + 0.5
        while time.monotonic() < end and not ready:
            await asyncio.sleep(0)
        """,
}
SETTERS = {
    "a timer": "asyncio.get_running_loop().call_later(SECONDS, put)",
    "a task": """
        async def setter():
            await asyncio.sleep(SECONDS)
            put()
        task = asyncio.create_task(setter())
        """,
    "a thread": """
        def setter():
            time.sleep(SECONDS)
            loop.call_soon_threadsafe(put)
        threading.Thread(target=setter).start()
        """,
    "a loop in a thread": """
        async def setter():
            await asyncio.sleep(SECONDS)
            loop.call_soon_threadsafe(put)
        threading.Thread(target=lambda: asyncio.run(setter())).start()
        """,
}
SETUP = """
    ready = []
    queue = asyncio.Queue()
    loop = asyncio.get_running_loop()
    def put():
        ready.append(True)
        queue.put_nowait(True)
    """


def _program(setter: str, poll: str, seconds: float) -> str:
    parts = (SETUP, setter.replace("SECONDS", str(seconds)), poll)
    last = f"print('seen', round(time.monotonic(), 1), time.monotonic() >= {seconds})"
    return main_of("\n".join(map(_dedented, (*parts, last))))


def _dedented(text: str) -> str:
    return textwrap.dedent(text).strip()


@pytest.mark.parametrize("setter", SETTERS)
@pytest.mark.parametrize("poll", POLLS)
def test_a_poll_ends(poll: str, setter: str) -> None:
    """When what it polls for has happened, which something that waits does."""
    outcome = run(_program(SETTERS[setter], POLLS[poll], 0.2))
    assert outcome.problem is None, outcome
    assert outcome.output == ["seen 0.2 True"]
    assert outcome.polled
    assert outcome.turns < 60_000


@pytest.mark.parametrize(
    "body",
    [
        "while not flag: time.sleep(0)",
        "while thread.is_alive(): time.sleep(0)",
        "while not event.is_set(): time.sleep(0)",
        "while not event.wait(0): time.sleep(0)",
        "while not lock.acquire(blocking=False): time.sleep(0)",
        "while time.monotonic() < 0.3: time.sleep(0)",
        "while time.monotonic() < 0.3: pass",
    ],
)
def test_a_thread_that_polls_ends(body: str) -> None:
    """Also without any loop; whoever sleeps meanwhile wakes in time."""
    outcome = run(f"""
        import threading, time
        flag, event, lock = [], threading.Event(), threading.Lock()
        lock.acquire()
        def setter():
            time.sleep(0.2)
            print("set at", round(time.monotonic(), 2))
            flag.append(1)
            event.set()
            lock.release()
        thread = threading.Thread(target=setter)
        thread.start()
        {body}
        print("seen")
        """)
    assert outcome.output == ["set at 0.2", "seen"], outcome
    assert outcome.polled


def test_short_timers_beside_a_poll_are_in_time() -> None:
    """The poll goes on at its pace when one is over: 100 of them do not begin anew each time."""
    outcome = run(
        main_of("""
        late = []
        async def tick():
            for n in range(1, 101):
                await asyncio.sleep(0.002)
                late.append(time.monotonic() - n * 0.002)
        task = asyncio.create_task(tick())
        while not task.done():
            await asyncio.sleep(0)
        print(len(late), max(late) < 0.01)
        """)
    )
    assert outcome.output == ["100 True"]
    assert outcome.turns < 60_000


@pytest.mark.parametrize(
    "body",
    [
        """
        async def worker():
            for _ in range(50):
                await asyncio.sleep(0)
        async with asyncio.timeout(0.001):
            await asyncio.gather(*(worker() for _ in range(100)))
        """,
        """
        queue = asyncio.Queue(1)
        async def produce():
            for n in range(400):
                await queue.put(n)
        task = asyncio.create_task(produce())
        async with asyncio.timeout(0.001):
            for _ in range(400):
                await queue.get()
        """,
        """
        async def item():
            await asyncio.sleep(0)
        for _ in range(3000):
            await asyncio.wait_for(item(), 0.001)
        """,
        """
        for _ in range(5000):
            await asyncio.sleep(0)
        """,
        """
        start = [time.perf_counter() for _ in range(900)]
        async with asyncio.timeout(0.001):
            await asyncio.sleep(0)
        """,
    ],
)
def test_who_does_not_poll_for_long_has_a_clock_that_stands_still(body: str) -> None:
    """Nothing is due sooner, and nothing takes longer, than before there were polls."""
    outcome = run(main_of(body + "\n        print(time.monotonic() < 1e-4)"))
    assert outcome.output == ["True"], outcome
    assert not outcome.polled


def test_honest_work_beside_a_timeout_is_in_time() -> None:
    """Five thousand passes take 30 to 100 ms in reality, and no second here."""
    outcome = run(
        main_of("""
        async with asyncio.timeout(1):
            for _ in range(5000):
                await asyncio.sleep(0)
        print(0.01 < time.monotonic() < 0.2)
        """)
    )
    assert outcome.output == ["True"]


@pytest.mark.parametrize(
    "body",
    [
        "while True: await asyncio.sleep(0)",
        """
        def again():
            asyncio.get_running_loop().call_soon(again)
        again()
        await asyncio.Event().wait()
        """,
        "task = asyncio.create_task(asyncio.sleep(0.1))\nwhile True: await asyncio.sleep(0)",
    ],
)
def test_what_never_ends_is_stopped_as_ever(body: str) -> None:
    """With nothing to wait for, no time passes."""
    outcome = run(main_of(body), limits=Limits(seconds=60, turns=20_000))
    assert outcome.problem is not None
    assert outcome.problem.kind == "turns"


@pytest.mark.parametrize("seconds", [0.002, 0.5])
def test_a_poll_ends_where_nobody_watches(seconds: float) -> None:
    """As tests of other packages do on this loop."""

    async def main() -> float:
        loop = asyncio.get_running_loop()
        start = loop.time()
        timer = loop.create_future()
        loop.call_later(seconds, timer.set_result, None)
        while not timer.done():  # noqa: ASYNC110 - which is what it is about
            await asyncio.sleep(0)
        return loop.time() - start

    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        assert seconds <= runner.run(main()) < seconds * 1.05


def test_a_loop_in_a_thread_does_not_run_ahead() -> None:
    """Of the main thread, which is about to cancel; time is real as long as both are there."""
    made = threading.Event()
    found: dict[str, asyncio.Task[None]] = {}
    loops: list[asyncio.AbstractEventLoop] = []

    async def main() -> None:
        loops.append(asyncio.get_running_loop())
        found["task"] = asyncio.create_task(asyncio.sleep(600))
        made.set()
        await asyncio.wait([found["task"]])

    def work() -> None:
        with asyncio.Runner(loop_factory=VirtualLoop) as runner:
            runner.run(main())

    thread = threading.Thread(target=work)
    thread.start()
    made.wait()
    time.sleep(0.05)
    assert not found["task"].done()
    loops[0].call_soon_threadsafe(found["task"].cancel)
    thread.join()
    assert found["task"].cancelled()


def test_a_loop_beside_a_thread_follows_the_real_clock() -> None:
    """Also while it spins: a timeout does not fire before what the thread is about to do."""

    async def main() -> float:
        done: list[bool] = []
        thread = threading.Thread(target=lambda: time.sleep(0.1) or done.append(True))  # type: ignore[func-returns-value]
        thread.start()
        loop = asyncio.get_running_loop()
        start = loop.time()
        async with asyncio.timeout(60):
            while not done:  # noqa: ASYNC110 - the same
                await asyncio.sleep(0)
        return loop.time() - start

    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        assert 0.05 < runner.run(main()) < 30


@pytest.mark.parametrize("seconds", [0.05, 0.1, 0.2, 0.3, 0.7])
def test_a_thread_whose_time_is_as_good_as_come(seconds: float) -> None:
    """Time that passes by polling may end a little before it: the thread goes on, too."""
    outcome = run(
        main_of(f"""
        job = asyncio.get_running_loop().run_in_executor(None, time.sleep, {seconds})
        while not job.done():
            await asyncio.sleep(0)
        print("done")
        """)
    )
    assert (outcome.output, outcome.problem) == (["done"], None)


@pytest.mark.parametrize(
    ("starts", "asks"),
    [
        ("e = threading.Event(); f = e.set", "not e.is_set()"),
        ("e = threading.Lock(); e.acquire(); f = e.release", "not e.acquire(blocking=False)"),
        ("e = queue.Queue(); f = lambda: e.put(1)", "e.empty()"),
        ("f = int", "thread.is_alive()"),
        ("f = int", "not thread.finished.is_set()"),
    ],
    ids=["event", "lock", "queue", "thread", "event of a timer"],
)
def test_a_thread_that_only_asks(starts: str, asks: str) -> None:
    """It neither waits nor reads a clock; what it asks for comes in time."""
    outcome = run(f"""
        import queue, threading
        {starts}
        thread = threading.Timer(0.1, f)
        thread.start()
        while {asks}:
            pass
        print("it came")
        """)
    assert (outcome.output, outcome.problem, outcome.polled) == (["it came"], None, True)
