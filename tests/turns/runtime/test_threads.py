"""Threads, pools and a second loop beside the loop."""

import inspect
import threading

import pytest
from watched import main_of, run

from turns.runtime.limits import Stop
from turns.runtime.run import ChoicePoint


def test_a_job_takes_its_time_beside_the_loop() -> None:
    """The loop goes on while a thread sleeps, in virtual time."""
    outcome = run(
        main_of("""
        def job():
            time.sleep(2)
            print("job done at", round(time.monotonic()))
        task = asyncio.create_task(asyncio.to_thread(job))
        for _ in range(3):
            await asyncio.sleep(0.9)
            print("loop at", round(time.monotonic(), 1))
        await task
        """)
    )
    assert outcome.output == ["loop at 0.9", "loop at 1.8", "job done at 2", "loop at 2.7"]


def test_locks_events_and_queues_between_threads() -> None:
    """Threads hand values over and wait for one another."""
    outcome = run("""
        import queue, threading
        items, lock, ready = queue.Queue(), threading.Lock(), threading.Event()
        def producer():
            ready.wait()
            for n in range(3):
                with lock:
                    items.put(n)
            items.put(None)
        thread = threading.Thread(target=producer)
        thread.start()
        ready.set()
        while (n := items.get()) is not None:
            print(n)
        thread.join()
        print(thread.is_alive(), threading.Lock().acquire(timeout=1))
        """)
    assert outcome.output == ["0", "1", "2", "False True"]


def test_a_wait_for_a_thread_can_time_out() -> None:
    """A timeout is virtual too."""
    outcome = run("""
        import threading, time
        print(threading.Event().wait(100), round(time.monotonic()))
        lock = threading.Lock()
        lock.acquire()
        print(lock.acquire(timeout=50), round(time.monotonic()))
        thread = threading.Thread(target=time.sleep, args=(100,))
        thread.start()
        thread.join(10)
        print(thread.is_alive(), round(time.monotonic()))
        """)
    assert outcome.output == ["False 100", "False 150", "True 160"]


def test_a_process_pool_is_simulated() -> None:
    """Its jobs take their time side by side, in another process as far as they can tell."""
    outcome = run("""
        import asyncio, os, time
        from concurrent.futures import ProcessPoolExecutor
        def work(numbers):
            time.sleep(10)
            numbers.append(os.getpid())
            return numbers
        async def main():
            loop = asyncio.get_running_loop()
            mine = []
            with ProcessPoolExecutor(2) as pool:
                jobs = [loop.run_in_executor(pool, work, mine) for _ in range(2)]
                results = await asyncio.gather(*jobs)
            pids = {pid for result in results for pid in result}
            print(mine, len(pids), os.getpid() in pids, round(loop.time()))
        if __name__ == "__main__":
            asyncio.run(main())
        """)
    assert outcome.output == ["[] 2 False 10"]


def test_a_second_loop_in_a_second_thread() -> None:
    """Both loops live in the same virtual time, and call each other safely."""
    outcome = run("""
        import asyncio, threading
        loop = asyncio.new_event_loop()
        thread = threading.Thread(target=loop.run_forever)
        thread.start()
        async def there(n):
            await asyncio.sleep(n)
            return n
        async def main():
            future = asyncio.run_coroutine_threadsafe(there(2), loop)
            print(await asyncio.wait_for(asyncio.wrap_future(future), 3))
            loop.call_soon_threadsafe(loop.stop)
        asyncio.run(main())
        thread.join()
        loop.close()
        print("both ended")
        """)
    assert outcome.problem is None
    assert outcome.output == ["2", "both ended"]


def test_the_interpreter_waits_for_threads_but_not_for_daemons() -> None:
    """As at the end of a real program; nothing of it stays behind."""
    before = threading.active_count()
    outcome = run("""
        import atexit, threading, time
        def late(name: str, seconds):
            time.sleep(seconds)
            print(name)
        atexit.register(print, "at exit")
        threading.Thread(target=late, args=("thread", 5)).start()
        threading.Thread(target=late, args=("daemon", 9), daemon=True).start()
        print("main ends")
        """)
    assert outcome.output == ["main ends", "thread", "at exit"]
    assert threading.active_count() == before


def test_threads_end_even_if_they_catch_everything() -> None:
    """A daemon that catches what should end it meets it again."""
    before = threading.active_count()
    run("""
        import threading, time
        def stubborn():
            for _ in range(5):
                try:
                    time.sleep(1000)
                except BaseException:
                    pass
        threading.Thread(target=stubborn, daemon=True).start()
        """)
    assert threading.active_count() == before


class _Fails:
    """A strategy that raises when a thread other than the main one asks it, in a method."""

    documented = False

    def __init__(self, error: type[BaseException], method: str, *, clock: bool) -> None:
        self.clock = clock
        self._error = error
        self._method = method

    def choose(self, _point: ChoicePoint) -> int:
        is_main = threading.get_ident() == threading.main_thread().ident
        if not is_main and self._method in [one.function for one in inspect.stack(0)]:
            raise self._error
        return 0


@pytest.mark.parametrize("error", [Stop, ValueError, KeyboardInterrupt])
@pytest.mark.parametrize("method", ["wait", "end"])
@pytest.mark.parametrize("clock", [False, True], ids=["queue", "clock"])
def test_a_strategy_that_raises_in_a_thread_ends_the_run(
    error: type[BaseException], method: str, clock: bool
) -> None:
    """The thread that ends must not take the baton with it: the others would wait for ever."""
    before = threading.active_count()
    outcome = run(
        main_of("""
        def work():
            time.sleep(1)
            time.sleep(1)
        for _ in range(3):
            thread = threading.Thread(target=work)
            thread.start()
        thread.join()
        print("never")
        """),
        strategy=_Fails(error, method, clock=clock),
    )
    assert outcome.problem is not None
    assert outcome.problem.kind == "abandoned"
    assert outcome.output == []
    assert threading.active_count() == before


@pytest.mark.parametrize(
    "begin",
    ["", "threading.excepthook = lambda failed: print('hook', failed.exc_type)"],
    ids=["no hook", "a hook"],
)
def test_a_daemon_that_is_still_there_at_the_end_says_nothing(begin: str) -> None:
    """What ends it is ours, and no error of the program's."""
    outcome = run(f"""
        import threading, time
        {begin}
        def beat():
            while True:
                print("beat")
                time.sleep(1)
        threading.Thread(target=beat, daemon=True).start()
        time.sleep(1.5)
        print("end")
        """)
    assert (outcome.output, outcome.stderr) == (["beat", "beat", "end"], "")
