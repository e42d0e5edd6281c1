"""Dates come from this checkout's history, and from no other."""

import os
import subprocess
from pathlib import Path

import pytest
from real_project import make_real_project

from tools.building.history import WITHOUT, last_commit
from tools.building.static_site import build


def commit(folder: Path) -> None:
    """Make a repository of a folder, with all that is there."""
    who = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a", "GIT_COMMITTER_NAME": "a"}
    environment = {**os.environ, **who, "GIT_COMMITTER_EMAIL": "a"}
    for command in (["init"], ["add", "."], ["commit", "-m", "All"]):
        arguments = ["git", *command]
        subprocess.run(arguments, cwd=folder, env=environment, check=True, capture_output=True)


@pytest.mark.slow
def test_a_repository_around_the_checkout_says_nothing(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """An archive that was unpacked there, and even committed, has no dates; that is said."""
    project = make_real_project(tmp_path / "foreign" / "book")
    commit(project.root.parent)
    assert last_commit(project.root) == ""
    assert last_commit(project.root.parent) != ""
    assert build(project, "html") == 0
    assert capfd.readouterr().out.splitlines().count(WITHOUT) == 1
    assert "Last updated" not in (project.site / "en/index.html").read_text(encoding="utf-8")
    commit(project.root)
    assert build(project, "html") == 0
    assert WITHOUT not in capfd.readouterr().out
    assert "Last updated" in (project.site / "en/index.html").read_text(encoding="utf-8")
