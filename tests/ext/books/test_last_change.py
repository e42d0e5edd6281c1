"""The date of the last change: from the environment, from Git, or unknown."""

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from books import last_change


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the pages of a project without history."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    for name in ("docs", "snippets", "tests"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(name, encoding="utf-8")
    return tmp_path / "docs"


def commit(root: Path, folder: str, date: str) -> None:
    """Commit a folder at a time."""
    options = ("-c", "user.name=one", "-c", "user.email=one@example.org")
    environment = {**os.environ, "GIT_COMMITTER_DATE": date}
    for arguments in (["init", "-q"], ["add", folder], [*options, "commit", "-q", "-m", folder]):
        command = ["git", *arguments]
        subprocess.run(command, cwd=root, check=True, env=environment)


def test_the_environment_decides(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH is what other tools of a reproducible build read, too."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert last_change.changed(docs) == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)


def test_it_is_that_of_the_last_commit_to_what_the_book_shows(docs: Path) -> None:
    """Pages and snippets count, tests do not; the committer's date, since it only grows."""
    commit(docs.parent, "docs", "2024-01-01T00:00:00Z")
    commit(docs.parent, "snippets", "2024-02-02T00:00:00Z")
    commit(docs.parent, "tests", "2024-03-03T00:00:00Z")
    assert last_change.changed(docs) == datetime(2024, 2, 2, tzinfo=UTC)


def test_without_history_it_is_unknown(docs: Path) -> None:
    """Such as in an archive of the sources."""
    assert last_change.changed(docs) == last_change.UNKNOWN
