"""Lines that are handed out while a program runs."""

import json
from itertools import count
from pathlib import Path

import pytest

from turns.browser import printing
from turns.exploring import watching
from turns.runtime.limits import Limits


def _batches(source: str, folder: Path) -> list[list[str]]:
    """Return what is handed out of a program's lines, batch by batch."""
    path = folder / "program.py"
    path.write_text(source, encoding="utf-8")
    parts: list[str] = []
    recorder = printing.Printing(parts.append, lambda text: text.replace("here/", ""))
    watching.run(watching.loaded(path), Limits(seconds=60), recorder)
    return [json.loads(part)["lines"] for part in parts]


def test_the_first_lines_come_at_once_and_others_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of them, in their order, also a last one without an end."""
    monkeypatch.setattr(printing, "_now", lambda: 0)
    batches = _batches("for n in range(1000): print(n)\nprint('here/end', end='')", tmp_path)
    assert [*map(len, batches)] == [*[1] * 100, *[200] * 4, 101]
    assert [line for batch in batches for line in batch] == [*map(str, range(1000)), "end"]


def test_no_line_waits_for_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not for other lines, and not for the end of the run."""
    numbers = count()
    monkeypatch.setattr(printing, "_now", lambda: next(numbers))  # a second at each look
    assert {*map(len, _batches("for n in range(300): print(n)", tmp_path))} == {1}


def test_a_line_is_no_line_before_its_end(tmp_path: Path) -> None:
    """Whatever is written in pieces, or to stderr."""
    source = "import sys\nprint('a', end='')\nprint('x', file=sys.stderr)\nprint('b\\nc')"
    assert _batches(source, tmp_path) == [["ab"], ["c"]]
