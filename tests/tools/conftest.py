"""A small project for each test that asks for one, and the real site for all."""

from pathlib import Path

import pytest
from published import built
from small_project import make_project

from tools.project import Project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a small project of the test's own; it is not published."""
    monkeypatch.delenv("SITE_URL", raising=False)
    return make_project(tmp_path / "checkout")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Build the pages as they are published, once for all tests of the group "published"."""
    folder = tmp_path_factory.mktemp("published") / "one"
    return built(folder, PYTHONHASHSEED="1", TZ="Asia/Shanghai")
