"""The marks of all snippets are pinned: a change fails until ``tools/marks.py --accept``."""

import json
import sys

import pytest

import marks


@pytest.mark.xdist_group("marks")
def test_marks_of_all_snippets_are_the_pinned_ones() -> None:
    """The pins hold for the Python version written beside them."""
    pins = json.loads(marks.PINS.read_text(encoding="utf-8"))
    here = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if pins["python"] != here:
        pytest.skip(f"pinned for Python {pins['python']}, this is {here}")
    changed = marks.differences(pins["marks"], marks.all_marks())
    assert not changed, "\n".join([*changed, "accept with: python tools/marks.py --accept"])


def test_a_changed_mark_is_named() -> None:
    """Old and new are both shown."""
    shown = marks.differences({"a": ["first | x"]}, {"a": ["queue | x"]})
    assert shown == ["a", "  - first | x", "  + queue | x"]
