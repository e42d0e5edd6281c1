"""What is pinned of the snippets: compared, accepted, and written so that a change can be read."""

import json
from pathlib import Path
from typing import Any

import pytest

from card.store import Recordings
from tools import recordings
from tools.project import HERE
from turns.exploring.findings import Refusal

MARK = {"text": "x", "because": "first", "proven": True, "witness": None}


def answer(**changed: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return as much of an answer as is compared."""
    return {"name": "a", "digest": "1", "marks": [MARK], "recording": {"turns": []}, **changed}


@pytest.mark.parametrize(
    ("after", "lines"),
    [
        ({"a": answer()}, []),
        (
            {"a": answer(marks=[{**MARK, "because": "queue"}])},
            ["a: other marks", "  - first | x", "  + queue | x"],
        ),
        ({"a": answer(recording={"turns": [1]})}, ["a: other recording"]),
        ({}, ["a: there is no such snippet"]),
        ({"a": answer(), "b": answer()}, ["b: not pinned yet"]),
    ],
)
def test_what_changed_is_named(after: dict[str, Any], lines: list[str]) -> None:
    """By snippet and part; of marks, old and new are both shown."""
    assert list(recordings.differences({"a": answer()}, after)) == lines


def test_accepting_pins_these_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is as it was is left alone; what has no snippet any more goes."""
    monkeypatch.setattr(recordings, "HERE", type(HERE)(tmp_path))
    store = Recordings(tmp_path / "snippets", tmp_path / "pins", tmp_path / "kept")
    one, two = (Refusal(f"a/{name}", "0", "3.14", "why", 0, fault=False) for name in "xy")
    assert list(recordings.pin(store, [one, two])) == [
        "pinned pins/a/x.json",
        "pinned pins/a/y.json",
    ]
    assert list(recordings.pin(store, [one])) == ["removed pins/a/y.json"]
    assert list(recordings.pin(store, [one])) == []


def test_what_is_written_can_be_read_and_compared() -> None:
    """It is JSON, an entry a line where a line would be too long."""
    data = {"short": [1, 2], "long": [{"text": "x" * 40, "n": n} for n in range(3)]}
    text = recordings.written(data)
    assert json.loads(text) == data
    assert text.endswith("}\n")
    assert '\n "short": [1, 2],\n' in text
    assert max(map(len, text.splitlines())) <= 100


def test_every_text_is_pinned_and_every_pin_has_a_text() -> None:
    """Whatever Python is here; `nox -s recordings` compares on the one that records."""
    store = recordings.recordings_of(HERE)
    stale = [*recordings.stale(store)]
    assert not stale, "\n".join([*stale, "accept with: nox -s recordings -- --accept"])
