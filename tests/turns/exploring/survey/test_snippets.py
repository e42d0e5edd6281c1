"""About which of the project's own snippets nothing can be proven: threads and sockets."""

import re
from pathlib import Path

import pytest

from turns.exploring.survey.siblings import sources
from turns.exploring.survey.vocabulary import survey
from turns.snippet import docstring
from turns.snippet.source import read

SNIPPETS = Path(__file__).parents[4] / "snippets"
OUTSIDE = re.compile(
    r"\b(threading|concurrent\.futures|to_thread|run_in_executor|\w+PoolExecutor|run_coroutine_threadsafe"
    r"|socket|selectors?|start_server|open_connection|subprocess|signal)\b"
)
"""What leads out of the loop: other threads, processes and programs, and the system."""


def code(path: Path) -> str:
    """Return a program without its docstring, which may speak of anything."""
    text = read(path)
    return "\n".join(text.split("\n")[docstring.find(text)[1] :])


@pytest.mark.slow
def test_snippets() -> None:
    """All others are made of what is known, but for five: sets, addresses, frames, real clocks."""
    found = {path.stem: survey(sources(path)) for path in SNIPPETS.glob("*/*.py")}
    kinds = {name: {unknown.kind for unknown in all_} for name, all_ in found.items() if all_}
    outside = {name for name, those in kinds.items() if "outside" in those}
    assert outside == {path.stem for path in SNIPPETS.glob("*/*.py") if OUTSIDE.search(code(path))}
    assert {name: those for name, those in kinds.items() if name not in outside} == {
        "wait_first_completed": {"set"},
        "another_loop": {"address"},
        "call_graph": {"state"},
        "heartbeat": {"clock"},
        "own_loop_timers": {"clock"},
    }
