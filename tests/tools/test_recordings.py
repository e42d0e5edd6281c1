"""The marks of all snippets are pinned: a change fails until ``tools/marks.py --accept``."""

import json

import pytest

from tools import recordings


@pytest.mark.xdist_group("marks")
def test_marks_of_all_snippets_are_the_pinned_ones() -> None:
    """The pins are those of one Python version, which is the file's name."""
    if not recordings.PINS.is_file():
        pytest.skip(f"no marks are pinned for this Python: {recordings.PINS.name}")
    pinned = json.loads(recordings.PINS.read_text(encoding="utf-8"))
    changed = recordings.differences(pinned, recordings.found())
    assert not changed, "\n".join([*changed, "accept with: nox -s marks -- --accept"])


def test_a_changed_mark_is_named() -> None:
    """Old and new are both shown."""
    one = {"text": "x", "because": "first", "proven": True}
    before = {"a": {"digest": "1", "film": {"marks": [one]}}}
    after = {"a": {"digest": "1", "film": {"marks": [{**one, "because": "queue"}]}}}
    assert recordings.differences(before, after) == ["a", "  - first | x", "  + queue | x"]
