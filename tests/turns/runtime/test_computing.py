"""Turns that compute for long are told of, where it matters."""

import pytest
from watched import main_of, run

COMPUTE = "sum(n * n for n in range(2_000_000))"


@pytest.mark.parametrize(
    ("body", "turns"),
    [
        (f"timer = asyncio.get_running_loop().call_later(1, print)\n{COMPUTE}", 1),
        (f"start = time.monotonic()\n{COMPUTE}", 1),
        (f"await asyncio.sleep(1)\n{COMPUTE}\nprint(time.time() > 0)", 1),
        (COMPUTE, 0),
        ("end = time.monotonic() + 1\nwhile time.monotonic() < end: pass", 0),
        ("await asyncio.sleep(1)", 0),
    ],
)
def test_long_turns(body: str, turns: int) -> None:
    """If the program reads a clock, or something was due later; not those that burn time."""
    outcome = run(main_of(body))
    assert len(outcome.computed) == turns
    assert all(one.seconds > 0.05 for one in outcome.computed)
