"""What no schedule decides is drawn by lot, and the same lot decides the same."""

import gc
from collections.abc import Iterator

import pytest
from watched import main_of, run

SEEDS = range(8)

BY_CHANCE = {
    "the set that wait() returns": """
        tasks = [asyncio.create_task(asyncio.sleep(0), name=str(n)) for n in range(4)]
        done, _ = await asyncio.wait(tasks)
        print([task.get_name() for task in done])
        """,
    "the set that as_completed() makes": """
        async def say(n):
            print(n)
        for one in asyncio.as_completed([say(n) for n in range(4)]):
            await one
        """,
    "the order in which a group cancels": """
        async def child(n):
            try:
                await asyncio.sleep(1)
            finally:
                print(n)
        try:
            async with asyncio.TaskGroup() as group:
                for n in range(4):
                    group.create_task(child(n))
                await asyncio.sleep(0)
                raise ValueError
        except* ValueError:
            pass
        """,
    "the hour": "print(int(asyncio.get_running_loop().time()))",
    "how long a reading takes": """
        start = time.monotonic()
        print(round((time.monotonic() - start) * 1e9))
        """,
    "random": "import random; print(random.random())",
}


@pytest.fixture(autouse=True)
def _little_garbage() -> Iterator[None]:
    """Garbage is collected by chance, too: let nobody look through all that tests have made."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.slow
@pytest.mark.parametrize("body", BY_CHANCE.values(), ids=BY_CHANCE.keys())
def test_what_happens_by_chance(body: str) -> None:
    """Another seed, another run; the same seed, the same run; without a seed, always the same."""
    source = main_of(body)
    if "random" not in body:
        assert run(source).output == run(source).output
    drawn = [run(source, chance=seed).output for seed in SEEDS]
    assert len(set(map(tuple, drawn))) > 1
    assert [run(source, chance=seed).output for seed in SEEDS] == drawn


def test_chance_decides_nothing_that_a_schedule_does() -> None:
    """The ready queue is first in, first out; timers fire by deadline, equal ones as made."""
    source = main_of("""
        async def child(n):
            print(n)
            await asyncio.sleep(n % 3)
            print(n)
        loop = asyncio.get_running_loop()
        for n in range(5):
            loop.call_soon(print, n)
        await asyncio.gather(*map(child, range(9)))
        """)
    normal = run(source).output
    assert [run(source, chance=seed).output for seed in SEEDS] == [normal] * len(SEEDS)
