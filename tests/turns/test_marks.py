"""The marks of all snippets are pinned: a change fails until ``tools/marks.py --accept``."""

import json

import pytest

import films
import marks


def test_every_snippet_is_pinned() -> None:
    """As it is now, and nothing else is: `nox -s marks -- --accept` pins what is new."""
    (pins,) = marks.PINS.parent.glob("*.json")
    pinned = json.loads(pins.read_text(encoding="utf-8"))
    paths = {
        path.relative_to(marks.SNIPPETS).with_suffix("").as_posix(): path
        for path in marks.SNIPPETS.glob("*/*.py")
    }
    assert {name: pin["digest"] for name, pin in pinned.items()} == {
        name: films.digest(path) for name, path in paths.items()
    }


@pytest.mark.long  # every schedule of every snippet; `nox -s marks` does the same
@pytest.mark.xdist_group("marks")
def test_marks_of_all_snippets_are_the_pinned_ones() -> None:
    """The pins are those of one Python version, which is the file's name."""
    if not marks.PINS.is_file():
        pytest.skip(f"no marks are pinned for this Python: {marks.PINS.name}")
    pinned = json.loads(marks.PINS.read_text(encoding="utf-8"))
    changed = marks.differences(pinned, marks.found())
    assert not changed, "\n".join([*changed, "accept with: nox -s marks -- --accept"])


def test_a_changed_mark_is_named() -> None:
    """Old and new are both shown."""
    one = {"text": "x", "because": "first", "proven": True}
    before = {"a": {"digest": "1", "film": {"marks": [one]}}}
    after = {"a": {"digest": "1", "film": {"marks": [{**one, "because": "queue"}]}}}
    assert marks.differences(before, after) == ["a", "  - first | x", "  + queue | x"]
