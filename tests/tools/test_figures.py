"""What pages say of speed: which of several runs counts, how exactly, and what stands beside it."""

import json
from pathlib import Path

import pytest

from tools import figures
from tools.figures import least, rounded
from tools.interpreters import Python


def test_the_least_of_all_runs_counts() -> None:
    """Each figure for itself."""
    assert least([{"a": 3.0, "b": 1.0}, {"a": 2.0, "b": 4.0}]) == {"a": 2.0, "b": 1.0}


@pytest.mark.parametrize(
    ("figure", "said"), [(0.0123, 0.012), (3.456, 3.5), (9.99, 10), (23.4, 23), (1234.0, 1200)]
)
def test_two_digits(figure: float, said: float) -> None:
    """No more than the next run would have again; whole numbers where that is enough."""
    assert repr(rounded(figure)) == repr(said)


def test_what_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The figures, and the circumstances, of the reference alone."""
    file = figures.HERE.root / "docs" / "_figures" / "measured.json"
    there = {*json.loads(file.read_text("utf-8"))}
    assert {"date", "python", "cores", "system", "architecture", "runs"} < there
    monkeypatch.setattr(figures, "FIGURES", tmp_path / "measured.json")
    monkeypatch.setattr(figures, "installed", list[Python])
    assert figures.main([]) == 1
    assert not (tmp_path / "measured.json").exists()
