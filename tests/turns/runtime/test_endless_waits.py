"""A deadline that never comes is none; what is no time at all is refused as in reality."""

import textwrap

import pytest
from watched import main_of, run

from turns.runtime.run import ChoicePoint

_STUCK = [
    "await asyncio.sleep(math.inf)",
    "await asyncio.wait_for(asyncio.Event().wait(), math.inf)",
    "async with asyncio.timeout(math.inf):\n    await asyncio.Event().wait()",
    "asyncio.get_running_loop().call_later(math.inf, print)\nawait asyncio.Event().wait()",
    "await asyncio.gather(*(asyncio.sleep(math.inf) for _ in range(3)))",
    "await asyncio.wait([asyncio.create_task(asyncio.Event().wait())], timeout=math.inf)",
]


@pytest.mark.parametrize("body", _STUCK)
def test_who_waits_for_ever_is_stuck(body: str) -> None:
    """It is said at once."""
    problem = run("import math\n" + main_of(body)).problem
    assert problem is not None
    assert problem.kind == "deadlock"


@pytest.mark.parametrize("body", _STUCK)
def test_others_go_on(body: str) -> None:
    """Time passes for them as ever."""
    source = f"""\
async def stuck():
{textwrap.indent(body, "    ")}
task = asyncio.create_task(stuck())
begin = time.monotonic()
await asyncio.sleep(90_000)
print(round(time.monotonic() - begin))
task.cancel()
await asyncio.wait([task])
print(task.cancelled())
"""
    assert run("import math\n" + main_of(source)).output == ["90000", "True"]


_WAITS = ("time.sleep(%s)", "lock.acquire(timeout=%s)", "lock.acquire(False, %s)")
_TIMES = ("math.inf", "math.nan", "'1'", "None", "-1", "-2", "1e10", "10**40", "Half(1)")


@pytest.mark.parametrize("wait", _WAITS)
@pytest.mark.parametrize("seconds", _TIMES)
def test_what_is_no_time_is_refused_as_ever(wait: str, seconds: str) -> None:
    """With the same error."""
    program = (
        "import fractions, math, threading, time\nHalf = fractions.Fraction\n"
        "lock = threading.Lock()\n"
        f"try:\n    print({wait % seconds})\n"
        "except Exception as error:\n    print(type(error), error)\n"
    )
    printed: list[str] = []
    exec(program, {"print": lambda *what: printed.append(" ".join(map(str, what)))})  # noqa: S102
    assert run(program).output == printed


class _Early:
    """Lets whatever is due last come first."""

    clock = True
    documented = False

    def choose(self, point: ChoicePoint) -> int:
        """Choose the last option."""
        return max(range(len(point.options)), key=lambda index: point.options[index].when)


def test_it_never_comes_early_either() -> None:
    """No clock schedule lets it come."""
    source = main_of("""\
        task = asyncio.create_task(asyncio.sleep(float("inf")))
        await asyncio.sleep(1)
        print(task.done(), time.monotonic() < 2)
        task.cancel()
    """)
    assert run(source, strategy=_Early()).output == ["False True"]
