"""What a disk refuses is said in one line, however many files it concerns."""

import errno
import shutil
from pathlib import Path

import pytest

from card.store import Recordings
from tools import build
from tools.building.crashes import describe
from tools.building.disk import full, refusal
from tools.building.record_missing import record_missing
from tools.project import Project

FULL = "no space left on device; make room, and start again"


def no_room(*_: object, **__: object) -> None:
    """Do as a full disk does."""
    raise OSError(errno.ENOSPC, "No space left on device", "some/file")


def test_many_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Copying a folder fails with a list of all its files; the first is enough."""
    for name in ("a", "b"):
        (tmp_path / "from" / name).mkdir(parents=True)
        (tmp_path / "from" / name / "page.html").touch()

    def copy(*_: object) -> int:
        shutil.copytree(tmp_path / "from", tmp_path / "to", copy_function=no_room)
        return 0

    monkeypatch.setattr(build, "build", copy)
    assert build.main([]) == 2
    line, end = capsys.readouterr().err.split("\n")
    assert line.startswith(f"build: {tmp_path / 'to'}")
    assert FULL in line
    assert end == ""


def test_what_is_no_refusal() -> None:
    """Other errors keep their traceback."""
    assert refusal(FileNotFoundError(errno.ENOENT, "No such file", "some/file")) is None
    assert refusal(shutil.Error("not a list")) is None
    assert refusal(ValueError("No space left on device")) is None
    assert full(["docs/zh/a.md:1: WARNING: no such role"]) is None


def test_a_read_only_checkout() -> None:
    """The file and the remedy are named."""
    error = OSError(errno.EROFS, "Read-only file system", ".build")
    remedy = "read-only file system; work in a copy that can be written"
    assert refusal(error) == f".build: {remedy}"


def test_within_sphinx(tmp_path: Path) -> None:
    """Whatever came of it, the disk is named, and nothing that only follows."""
    wrapper = ValueError("the builder failed")
    wrapper.__cause__ = OSError(errno.ENOSPC, "No space left on device", "some/file")
    wrapper.__cause__.__context__ = AttributeError("Pillow has tried something before")
    crash = describe(wrapper, tmp_path)
    assert (crash.summary, crash.traceback) == (f"some/file: {FULL}", "")
    assert full(["WARNING: error writing file a: [Errno 28] No space left on device"]) == FULL


def test_a_recording_that_cannot_be_kept(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said of the snippet, once; preview goes on."""
    monkeypatch.setattr(Recordings, "keep", no_room)
    source = project.snippets / "shown.py"
    source.write_text(f"{source.read_text(encoding='utf-8')}\n# Output:\n# from the snippet\n")
    said = record_missing(project)
    assert said == ["snippets/shown.py: recorded, but not kept: No space left on device"]
