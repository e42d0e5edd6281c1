"""What a program leaves behind, in the middle of something."""

import pytest
from watched import run

LOOP = """
import asyncio
class Ours:
    def __await__(self):
        try:
            yield from asyncio.Event().wait().__await__()
        finally:
            print("closed")
async def guarded():
    try:
        await asyncio.Event().wait()
    finally:
        print("closed")
async def around():
    async with asyncio.Lock():
        await asyncio.Event().wait()
async def plain():
    await asyncio.Event().wait()
async def ours():
    await Ours()
async def outer():
    await guarded()
async def stream():
    try:
        yield 1
    finally:
        print("closed")
async def begin(which):
    await anext(which)
loop = asyncio.new_event_loop()
kept = stream()
{body}
print("stopped")
"""
ONE_TURN = "task = loop.create_task({}); loop.call_soon(loop.stop); loop.run_forever()"
SHUT = """
loop.run_until_complete(begin(kept))
loop.run_until_complete(loop.shutdown_asyncgens())
"""
RUN = """
async def main():
    loop.task = asyncio.create_task(guarded())
    await asyncio.sleep(0)
asyncio.run(main())
"""


@pytest.mark.parametrize(
    ("body", "is_left"),
    [
        (ONE_TURN.format("guarded()"), True),
        (ONE_TURN.format("outer()"), True),
        (ONE_TURN.format("around()"), True),
        (ONE_TURN.format("ours()"), True),
        ("loop.run_until_complete(begin(kept))", True),
        ("loop.run_until_complete(begin(kept)); loop.close()", True),
        (ONE_TURN.format("plain()"), False),
        (SHUT, False),
        (RUN, False),
    ],
    ids=[
        "try",
        "awaited",
        "with",
        "own",
        "stream",
        "closed",
        "nothing to do",
        "shut",
        "run",
    ],
)
def test_what_would_still_run_is_noticed(body: str, is_left: bool) -> None:
    """A collection of garbage decides what of it does, and in which order."""
    outcome = run(LOOP.replace("{body}", body))
    assert outcome.error is None
    assert outcome.is_left == is_left
