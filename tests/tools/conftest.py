"""A small project for each test that asks for one."""

from pathlib import Path

import pytest
from small_project import make_project

from tools.project import Project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a small project of the test's own; it is not published."""
    monkeypatch.delenv("SITE_URL", raising=False)
    return make_project(tmp_path / "checkout")
