"""The explorer against detangle: random schedules, on a loop of its own.

It changes asyncio while it runs, and not all of that is undone: it gets a process of its own.
"""

import importlib.util
import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from brute_force import in_a_child
from explored import by_program_without_threads, explored

from turns.exploring.marks import Ran, number

if importlib.util.find_spec("detangle") is None:  # does not install everywhere
    pytest.skip("detangle is not installed", allow_module_level=True)
RUNS = 20
_OTHER_MODEL = re.compile(
    r"thread|executor|time\.|import time|run_until_complete|open_connection|eager|sys\.exit"
    r"|asyncio\.run\((?!main\(\)\))|Runner|asyncgens|call_at|\.run\(.*\.run\("
)
"""Its loop has no threads or sockets and its own clock; what is not `asyncio.run(main())` is left
out too."""
_HOLDS = {"program", "clock"}
"""What no queue schedule breaks."""


def _outputs(path: Path) -> list[list[str]]:
    """Return what random schedules print; only those that come to an end."""
    import detangle  # noqa: PLC0415 - not in this process

    source = path.read_text(encoding="utf-8")
    body, _, rest = source.partition("\nasyncio.run(main())")
    assert rest.strip().startswith("#") or not rest.strip(), rest
    code = compile(body, str(path), "exec")
    found = []
    for seed in range(RUNS):
        names: dict[str, Any] = {"__name__": "program"}
        exec(code, names)  # noqa: S102 - our own programs
        strategy = detangle.strategies.RandomWalk(seed)
        strategy.start(seed)
        with redirect_stdout(StringIO()) as out:
            failure = detangle.execute(names["main"], strategy=strategy).failure
        if failure is None or failure.kind not in {"step-limit", "time-limit"}:
            found.append(out.getvalue().splitlines())
    return found


@by_program_without_threads
@pytest.mark.filterwarnings("ignore")
def test_no_order_that_detangle_shows_is_denied(path: Path) -> None:
    """It runs any ready callback next and keeps timers in order: those are queue schedules."""
    source = path.read_text(encoding="utf-8")
    program = source.partition("import ")[1] + source.partition("import ")[2]
    if (
        _OTHER_MODEL.search(program)
        or "# Requires" in source
        or "asyncio.run(main())" not in source
    ):
        pytest.skip("another model")
    outputs = in_a_child(lambda: _outputs(path))
    found = explored(path)
    lines = list(number(mark.text for mark in found.marks))
    for output in outputs:
        for index, mark in enumerate(found.marks):
            if mark.because in _HOLDS:
                assert not Ran(lines, output, ended=True).how(index), (mark, output)
