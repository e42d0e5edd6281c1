"""The explorer against detangle: random schedules, on a loop of its own."""

import asyncio
import random
import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from turns.exploring.search import number

from turns.exploring.explore import Effort, explore
from turns.runtime.execute import load

detangle = pytest.importorskip("detangle")  # does not install everywhere
PROGRAMS = sorted((Path(__file__).parent / "programs").glob("*.py"))
RUNS = 30
_OTHER_MODEL = re.compile(
    r"thread|executor|time\.|import time|run_until_complete|open_connection|eager"
    r"|asyncio\.run\((?!main\(\)\))|Runner|asyncgens|call_at|\.run\(.*\.run\("
)
"""Its loop has no threads or sockets and its own clock; what is not `asyncio.run(main())` is left
out too."""


def _outputs(path: Path) -> list[list[str]]:
    """Return the outputs of random schedules; only those that come to an end."""
    source = path.read_text(encoding="utf-8")
    body, _, rest = source.partition("\nasyncio.run(main())")
    assert rest.strip().startswith("#") or not rest.strip(), rest
    found = []
    for seed in range(RUNS):
        names: dict[str, Any] = {"__name__": "program"}
        exec(compile(body, str(path), "exec"), names)  # noqa: S102 - our own programs
        strategy = detangle.strategies.RandomWalk(seed)
        strategy.start(seed)
        with redirect_stdout(StringIO()) as out:
            detangle.execute(names["main"], strategy=strategy)
        found.append(out.getvalue().splitlines())
    return found


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
@pytest.mark.filterwarnings("ignore")
def test_no_reversal_that_detangle_shows_is_denied(path: Path) -> None:
    """It runs any ready callback next and keeps timers in order: those are queue schedules."""
    source = path.read_text(encoding="utf-8")
    program = source.partition("import ")[1] + source.partition("import ")[2]
    if (
        _OTHER_MODEL.search(program)
        or "# Requires" in source
        or "asyncio.run(main())" not in source
    ):
        pytest.skip("another model")
    state = random.getstate()
    found = explore(load(path), path, Effort(seconds=300), source)
    try:
        outputs = _outputs(path)
    finally:
        random.setstate(state)
        asyncio.set_event_loop(None)
    lines = list(number(mark.text for mark in found.lines))
    for output in outputs:
        place = {line: i for i, line in enumerate(number(output))}
        for mark, x, y in zip(found.lines[1:], lines, lines[1:], strict=False):
            if x in place and y in place and place[y] < place[x]:
                assert mark.because == "queue" or not mark.proven, (mark, output)
