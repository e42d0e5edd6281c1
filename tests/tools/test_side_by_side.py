"""Builds that run at the same time do not disturb each other, nor a preview."""

import subprocess
import sys
from pathlib import Path

import pytest
from real_project import make_real_project
from small_project import replace
from test_preview import BANNER, Preview

from tools.project import Project

pytestmark = pytest.mark.long


def started(project: Project) -> subprocess.Popen[bytes]:
    """Start a build in a checkout."""
    return subprocess.Popen([sys.executable, "-m", "tools.build"], cwd=project.root)


def files(project: Project) -> dict[str, bytes]:
    """Return the finished site."""
    found = (path for path in project.site.rglob("*") if path.is_file())
    return {path.relative_to(project.site).as_posix(): path.read_bytes() for path in found}


def test_two_checkouts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Built at the same time, they give what one gives that is built alone."""
    monkeypatch.delenv("SITE_URL", raising=False)
    alone, *both = (make_real_project(tmp_path / name) for name in ("alone", "one", "other"))
    assert started(alone).wait() == 0
    for process in [started(project) for project in both]:
        assert process.wait() == 0
    assert "zh/first.html" in files(alone)
    for project in both:
        assert files(project) == files(alone)


@pytest.mark.xdist_group("preview")
def test_a_build_beside_a_preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The preview does not take the build for a change, and goes on; the site is whole."""
    monkeypatch.delenv("SITE_URL", raising=False)
    project = make_real_project(tmp_path / "checkout")
    preview = Preview(project)
    try:
        since = len(preview.lines)
        assert started(project).wait() == 0
        assert preview.lines[since:] == []
        alone = files(project)
        building = started(project)
        page = project.docs / "zh/second.md"
        shown = preview.reloaded("/zh/second.html", lambda: replace(page, "一句话。", "另一句话。"))
        assert "另一句话。" in shown
        assert BANNER not in shown
        # Whatever it saw of the change, it is done with it.
        assert building.wait() == 0
        replace(page, "另一句话。", "一句话。")
        assert started(project).wait() == 0
        assert files(project) == alone
    finally:
        preview.end()
    assert preview.process.returncode == 0
