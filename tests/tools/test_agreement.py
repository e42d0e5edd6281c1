"""The comparison at full size: what is shared out to whom, what is added up, what is said."""

import json
from pathlib import Path
from typing import Any

import pytest

from tools import agreement
from tools.agreement import SEEDS, figures, jobs
from tools.interpreters import SUPPORTED, Python
from tools.project import HERE

PYTHONS = [Python(Path(name), name, 0) for name in SUPPORTED]


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write elsewhere, of two programs in two parts."""
    monkeypatch.setattr(agreement, "_FIGURES", tmp_path / "agreement.json")
    monkeypatch.setattr(agreement, "_digest", lambda: tmp_path / "kept")
    monkeypatch.setattr(agreement, "PROGRAMS", 2)
    monkeypatch.setattr(agreement, "_PART", 1)
    monkeypatch.setattr(agreement, "installed", lambda: PYTHONS)
    return tmp_path / "agreement.json"


def _report(differences: tuple[str, ...] = (), judged: tuple[int, ...] = (0,)) -> dict[str, Any]:
    return {"counts": {"marks": 3}, "judged": judged, "differences": differences}


def test_every_python_has_all_programs_and_all_seeds() -> None:
    """Each program is drawn once on each."""
    shared = [*jobs(PYTHONS, 1000, 420)]
    for python in PYTHONS:
        ours = [job for job in shared if job.python == python]
        numbers = [number for job in ours for number in range(job.first, job.last)]
        assert numbers == [*range(1000, 1420)]
        assert {job.hashes for job in ours} == {*SEEDS}


def test_what_is_added_up() -> None:
    """A program is judged if it is on every Python."""
    shared = [*jobs(PYTHONS[:2], 0, 50)]
    found = figures([*zip(shared, [_report(judged=(0, 1)), _report(("x",))], strict=True)])
    assert (found["programs"], found["judged"], found["marks"]) == (50, 1, 6)
    assert (found["different"], found["pythons"], found["seeds"]) == (1, ["3.11", "3.12"], [0, 1])


def test_figures_are_written_for_all_pythons(
    written: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What differs is said, with where."""
    monkeypatch.setattr(agreement, "_done", lambda *_: _report())
    assert agreement.main([]) == 0
    assert json.loads(written.read_text("utf-8"))["pythons"] == [*SUPPORTED]
    monkeypatch.setattr(agreement, "_done", lambda *_: _report(("program 0: no",)))
    assert agreement.main([]) == 1
    assert json.loads(written.read_text("utf-8"))["different"] == 10
    assert "DIFFERENT: Python 3.15, hashes 1: program 0: no" in capsys.readouterr().out


def test_a_python_that_is_missing_is_named(
    written: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And nothing is written."""
    monkeypatch.setattr(agreement, "_done", lambda *_: _report())
    monkeypatch.setattr(agreement, "installed", lambda: PYTHONS[:-1])
    assert agreement.main([]) == 1
    assert "NOT COMPARED: Python 3.15" in capsys.readouterr().out
    assert not written.exists()


def test_what_is_done_is_kept(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Except for a process that failed."""
    started = []

    class Done:
        returncode, stdout, stderr = 1, json.dumps(_report()), "Traceback\nError: no\n"

    monkeypatch.setattr("subprocess.run", lambda *_, **__: started.append(1) or Done)
    assert agreement.main([]) == 1
    assert len(started) == 10
    assert json.loads(written.read_text("utf-8"))["different"] == 10
    Done.returncode = 0
    assert [agreement.main([]), agreement.main([])] == [0, 0]
    assert len(started) == 20


def test_the_page_and_the_session_name_the_same_figures() -> None:
    """All that the page cites is written."""
    names = {*figures([]), "todo"}
    assert {*json.loads((HERE.docs / "_figures" / "agreement.json").read_text("utf-8"))} <= names
    for page in HERE.docs.glob("*/how-we-know.md"):
        cited = page.read_text("utf-8").split("{measured}`")[1:]
        assert {one.partition("`")[0] for one in cited} == names - {"todo"}
