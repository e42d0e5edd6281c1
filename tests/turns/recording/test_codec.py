"""Typed data as JSON and back."""

import json
from dataclasses import replace
from typing import Any

import pytest
from watched import main_of, recorded

from turns.exploring.marks import Mark
from turns.exploring.outcomes import Witness
from turns.exploring.schedule import Schedule
from turns.recording.codec import MalformedError, decode, encode
from turns.recording.recording import Recording

SOURCE = main_of("""
    async def child():
        print("child")
        raise ValueError("no")
    await asyncio.to_thread(print, "thread")
    await asyncio.gather(child(), asyncio.sleep(1), return_exceptions=True)
    """)


def test_a_recording_survives_json() -> None:
    """All of it: what is read back is equal to what was written."""
    _, recording = recorded(SOURCE)
    assert decode(Recording, json.loads(json.dumps(encode(recording)))) == recording


def test_what_can_be_parsed_is_text() -> None:
    """A schedule is written as its token."""
    witness = Witness(Schedule.parse("q3.1abcd-4h0123"), 2)
    mark = Mark("x", "queue", "earlier", witness)
    assert encode(mark)["witness"] == {"schedule": "q3.1abcd-4h0123", "departures": 2}
    assert decode(Mark, encode(mark)) == mark
    assert decode(Mark, encode(replace(mark, witness=None))).witness is None


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("python", 3, "python: expected str, got int"),
        ("turns", "none", "turns: expected list, got str"),
        ("ending", {}, "ending: 'error' is missing or not known"),
        ("more", 1, "'more' is missing or not known"),
    ],
)
def test_what_is_malformed_is_named(key: str, value: Any, message: str) -> None:  # noqa: ANN401
    """A pinned file that was edited by hand is no traceback."""
    _, recording = recorded("print(1)")
    with pytest.raises(MalformedError) as caught:
        decode(Recording, {**encode(recording), key: value})
    assert str(caught.value) == message
