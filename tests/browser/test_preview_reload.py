"""Live preview as an author sees it, in a real browser on a copy of the real pages."""

import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tools.project import HERE, Project

OpenPage = Callable[..., Page]

LONG = 120_000  # milliseconds
BANNER = "#preview-problems"


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Project, str]]:
    """Run the Chinese preview of a copy; yield the copy and the address."""
    for name in ("docs", "snippets", "tools", "turns"):
        half = shutil.ignore_patterns("*.pyc.*", "*.mo")
        shutil.copytree(HERE.root / name, tmp_path / name, ignore=half)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "tools.previewing", "zh", "--port", str(port)]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout
        for line in process.stdout:
            if "Ctrl-C ends" in line:
                break
        yield Project(tmp_path), f"http://127.0.0.1:{port}"
        process.terminate()
        process.communicate(timeout=LONG / 1000)


@pytest.mark.slow
def test_saving_reloads_and_a_problem_is_shown_until_mended(
    preview: tuple[Project, str], open_page: OpenPage
) -> None:
    """The browser follows what is saved; the banner can be read and folded."""
    project, address = preview
    source = project.docs / "zh/event-loop/timers.md"
    text = source.read_text(encoding="utf-8")
    page = open_page(390)
    page.goto(f"{address}/")
    page.wait_for_url(f"{address}/zh/")
    page.goto(f"{address}/zh/event-loop/timers.html")
    expect(page.locator(BANNER)).to_have_count(0)

    source.write_text(f"{text}\n新写的一句。\n\n[](#nowhere)\n", encoding="utf-8")
    expect(page.get_by_text("新写的一句。")).to_be_visible(timeout=LONG)
    banner = page.locator(BANNER)
    lineno = len(text.splitlines()) + 4
    expect(banner).to_contain_text(f"docs/zh/event-loop/timers.md:{lineno}: WARNING")
    expect(banner).to_be_in_viewport()
    box = banner.bounding_box()
    assert box is not None
    assert box["width"] == 390
    banner.locator("summary").click()
    expect(banner.locator("pre")).to_be_hidden()

    source.write_text(f"{text}\n新写的一句。\n", encoding="utf-8")
    expect(banner).to_have_count(0, timeout=LONG)
    expect(page.get_by_text("新写的一句。")).to_be_visible()
