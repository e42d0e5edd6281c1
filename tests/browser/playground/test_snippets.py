"""In the page, snippets print what is pinned, and the same is found out about them."""

import json
from typing import Any

import pytest
from conftest import Python

from tools.project import HERE

pytestmark = pytest.mark.xdist_group("python")

SNIPPETS = HERE.snippets
NAMES = sorted(
    path.relative_to(SNIPPETS).with_suffix("").as_posix() for path in SNIPPETS.rglob("*.py")
)
SOME = (
    *("await/lost_update", "await/async_with", "event_loop/call_soon_order"),  # ordinary ones
    *("await/thread_pool", "await/future_of_a_thread", "limits/from_another_thread"),  # threads
    *("event_loop/one_pass", "event_loop/own_loop", "workshop/over_sockets"),  # sockets
    "limits/interpreter_pool",  # which is refused
)
LATER = {"InterpreterPoolExecutor": "there is only one interpreter in a browser"}
"""What a browser's Python lacks, and so the reason of a refusal has to say."""


def _each(names: tuple[str, ...] | list[str]) -> list[Any]:
    return [pytest.param(name, id=name) for name in names]


@pytest.mark.slow
@pytest.mark.parametrize("name", _each(SOME))
def test_a_snippet_is_the_same_as_pinned(name: str, python: Python) -> None:
    """Output, marks, outcomes and recording: with threads and sockets, and without."""
    _compare(name, python)


@pytest.mark.long
@pytest.mark.parametrize("name", _each([name for name in NAMES if name not in SOME]))
def test_every_snippet_is_the_same_as_pinned(name: str, python: Python) -> None:
    """The others."""
    _compare(name, python)


def _compare(name: str, python: Python) -> None:
    path = SNIPPETS / f"{name}.py"
    source = path.read_text("utf-8")
    python.ask(source, name=path.name, seconds=300)
    parts = python.until("found", "refused")
    last = parts[-1]
    for what, reason in LATER.items():
        if what in source:
            assert (last["kind"], reason in last["reason"]) == ("refused", True)
            return
    pinned = _pinned(name)
    if "reason" in pinned:
        assert (last["kind"], last["reason"]) == ("refused", pinned["reason"])
        return
    assert last["kind"] == "found", last
    found = last["findings"]
    lines = [line for part in parts if part["kind"] == "lines" for line in part["lines"]]
    assert lines == found["recording"]["output"] == pinned["recording"]["output"]
    assert [mark["because"] for mark in found["marks"]] == [
        mark["because"] for mark in pinned["marks"]
    ]
    assert found["unknown"] == pinned["unknown"]
    # With threads and sockets, asyncio of 3.14.2 has other turns than that of 3.14.10: a thread's
    # result reaches the loop by call_soon_threadsafe(), also from the thread that the loop runs in
    # (`asyncio.futures._chain_future`), and a transport counts otherwise what it has lost.
    if not pinned["unknown"]:
        different = {
            key for key in pinned if _without_frames(found[key]) != _without_frames(pinned[key])
        }
        assert different <= {"name"}


def _without_frames(thing: Any) -> Any:  # noqa: ANN401 - whatever JSON has
    """Leave out frames of tracebacks: the page has the library without sources, of its version."""
    if isinstance(thing, dict):
        return {key: _without_frames(value) for key, value in thing.items()}
    if isinstance(thing, list):
        return [_without_frames(one) for one in thing if not _is_frame(one)]
    return thing


def _is_frame(one: Any) -> bool:  # noqa: ANN401
    written = one.get("written", one) if isinstance(one, dict) else None
    return (
        isinstance(written, dict)
        and written.get("stream") == "errors"
        and written["text"].startswith("  ")
    )


def _pinned(name: str) -> dict[str, Any]:
    path = HERE.docs / "_recordings" / f"{name}.json"
    data: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return data
