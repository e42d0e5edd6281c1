"""The static build: what it makes, and what it leaves alone when something is wrong."""

import contextlib
import io
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from small_project import replace

from tools.building import side_by_side, static_site
from tools.building.lock import exclusive
from tools.building.static_site import build
from tools.project import Project

NEW = "text that is new"
pytestmark = pytest.mark.slow

LONG = 120  # seconds: a machine may be busy with other things


def page(project: Project, name: str = "zh/second") -> str:
    """Return a page of the finished site."""
    return (project.site / f"{name}.html").read_text(encoding="utf-8")


def add(project: Project, text: str, name: str = "zh/second") -> Path:
    """Add a paragraph to a page and return its source."""
    path = project.docs / f"{name}.md"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")
    return path


def without_line(path: Path, text: str) -> None:
    """Take the added paragraph away again."""
    replace(path, f"\n{text}\n", "")


def test_the_site_is_complete(project: Project, capfd: pytest.CaptureFixture[str]) -> None:
    """Both languages, the root files, none of Sphinx's notes to itself, one closing line."""
    assert build(project, "html") == 0
    files = {path.relative_to(project.site).as_posix() for path in project.site.rglob("*")}
    assert {"index.html", "404.html", "robots.txt", "sitemap.xml", ".nojekyll"} <= files
    assert {"zh/index.html", "zh/second.html", "en/index.html", "en/second.html"} <= files
    assert not [name for name in files if name.endswith((".buildinfo", ".doctree", ".pickle"))]
    assert "from the snippet" in page(project, "en/first")
    last = capfd.readouterr().out.splitlines()[-1]
    assert re.fullmatch(r"html: 6 pages without a warning in \d+\.\d s: .*_site", last)


def test_a_build_without_changes_does_not_start_sphinx(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second build makes the same site of what the first one left, within a second."""
    assert build(project, "html") == 0
    before = page(project)
    shutil.rmtree(project.site)
    monkeypatch.setattr(side_by_side, "BuildWorker", None)
    started = time.process_time()
    assert build(project, "html") == 0
    assert time.process_time() - started < 1
    assert page(project) == before


def test_a_changed_title_reaches_the_other_pages(project: Project) -> None:
    """An incremental build shows the new title where other pages link to it, as a clean one."""
    assert build(project, "html") == 0
    replace(project.docs / "zh/second.md", "# Second zh", "# Renamed")
    assert build(project, "html") == 0
    assert "Words about the <a" in page(project, "zh/first")
    assert ">Renamed<" in page(project, "zh/first")


def test_a_removed_page_leaves_the_site(project: Project) -> None:
    """Incremental builds do not publish pages without a source."""
    assert build(project, "html") == 0
    for language in ("zh", "en"):
        (project.docs / language / "second.md").unlink()
        replace(project.docs / language / "index.md", "\nsecond\n", "\n")
        replace(project.docs / language / "first.md", "Words about the [](#second-page).", "Words.")
    assert build(project, "html") == 0
    assert not (project.site / "zh/second.html").exists()
    assert (project.site / "zh/first.html").exists()


def test_a_failed_build_keeps_the_old_site_and_fails_again(
    project: Project, capfd: pytest.CaptureFixture[str]
) -> None:
    """A warning stays as long as its cause, though incremental builds do not repeat warnings."""
    assert build(project, "html") == 0
    bad = "{unknown-role}`x`"
    source = add(project, f"{NEW}\n{bad}")
    lineno = source.read_text(encoding="utf-8").splitlines().index(NEW) + 1
    for _ in range(2):
        capfd.readouterr()
        assert build(project, "html") == 1
        assert NEW not in page(project)
        errors = capfd.readouterr().err
        assert f"docs/zh/second.md:{lineno}: WARNING: Unknown interpreted text role" in errors
    # The cause is elsewhere: the page with the warning is not touched.
    replace(project.docs / "zh/index.md", "# Home zh", "# Home, changed")
    assert build(project, "html") == 1
    without_line(source, f"{NEW}\n{bad}")
    assert build(project, "html") == 0


def test_a_target_that_goes_breaks_the_pages_that_use_it(
    project: Project, capfd: pytest.CaptureFixture[str]
) -> None:
    """The page with the link has not changed; the incremental build fails all the same."""
    assert build(project, "html") == 0
    for language in ("zh", "en"):
        path = project.docs / language / "second.md"
        path.write_text("(renamed-page)=\n# Second\n", encoding="utf-8")
    assert build(project, "html") == 1
    assert "docs/zh/first.md:4: WARNING" in capfd.readouterr().err


def test_trees_that_differ_fail(project: Project, capfd: pytest.CaptureFixture[str]) -> None:
    """The parity check is part of the build, and its report comes first."""
    add(project, "(only-here)=\n## Only here")
    assert build(project, "html") == 1
    assert capfd.readouterr().err.startswith("docs/zh/second.md:")
    assert not project.site.exists()


@pytest.mark.parametrize(
    ("broken", "summary"),
    [
        ("1 / 0\n", "docs/conf.py:1: ZeroDivisionError: division by zero"),
        ("x = = 1\n", "docs/conf.py:1: SyntaxError: invalid syntax"),
        ("import os; os._exit(7)\n", "zh: the build's process ended with status 7"),
    ],
)
def test_a_crash_is_located(
    project: Project, capfd: pytest.CaptureFixture[str], broken: str, summary: str
) -> None:
    """An exception in conf.py and a process that dies are reported in one line."""
    (project.docs / "conf.py").write_text(broken, encoding="utf-8")
    assert build(project, "html") == 1
    assert summary in capfd.readouterr().err.splitlines()


def test_a_failed_swap_brings_the_old_site_back(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever happens between the two renamings, there is a site afterwards."""
    assert build(project, "html") == 0
    add(project, NEW)
    add(project, NEW, "en/second")
    rename = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self.name == "site.new":
            raise KeyboardInterrupt
        return rename(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", fail)
        with pytest.raises(KeyboardInterrupt):
            build(project, "html")
    assert NEW not in page(project)
    # Killed between the renamings: the next build, though it fails, finds the old site.
    project.site.rename(project.build / "site.old")
    add(project, "{unknown-role}`x`")
    assert build(project, "html") == 1
    assert NEW not in page(project)


def test_an_interrupted_assembly_keeps_the_old_site(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half of the new site is never seen, and the next build begins afresh."""
    assert build(project, "html") == 0
    for name in ("zh/second", "en/second"):
        add(project, NEW, name)
    half: list[bool] = []

    def interrupt(*_: object) -> None:
        half.append((project.build / "site.new/zh/second.html").exists())
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(static_site, "root_files", interrupt)
        with pytest.raises(KeyboardInterrupt):
            build(project, "html")
    assert half == [True]
    assert NEW not in page(project)
    assert build(project, "html") == 0
    assert NEW in page(project)


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_build_keeps_the_old_site_and_leaves_no_process(
    project: Project, sign: signal.Signals
) -> None:
    """Ctrl-C or a request to end, in the middle: one line, status 130, no process goes on."""
    assert build(project, "html") == 0
    before = page(project)
    mark = project.root / "alive"
    conf = project.docs / "conf.py"
    conf.write_text(
        f"{conf.read_text(encoding='utf-8')}\nimport time\n"
        f"while True:\n    Path({str(mark)!r}).touch()\n    time.sleep(0.05)\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "tools.build"]
    with subprocess.Popen(command, cwd=project.root, stderr=subprocess.PIPE, text=True) as process:
        wait_for(mark.exists)
        process.send_signal(sign)
        _, errors = process.communicate(timeout=LONG)
    assert errors.splitlines()[-1] == "interrupted; _site/ is as it was"
    assert process.returncode == 130
    mark.unlink()
    time.sleep(0.3)
    assert not mark.exists()
    assert page(project) == before


def test_a_killed_build_leaves_no_process(project: Project) -> None:
    """The languages' processes end when the process that started them is killed."""
    mark = project.root / "alive"
    (project.docs / "conf.py").write_text(
        f"import time, pathlib\nwhile True:\n"
        f"    pathlib.Path({str(mark)!r}).touch()\n    time.sleep(0.05)\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "tools.build"]
    with subprocess.Popen(command, cwd=project.root) as process:
        wait_for(mark.exists)
        process.kill()
    wait_for(lambda: gone(mark))


def gone(mark: Path) -> bool:
    """Say whether nobody makes the file any more."""
    mark.unlink(missing_ok=True)
    time.sleep(0.3)
    return not mark.exists()


def wait_for(condition: object) -> None:
    """Wait until a condition holds."""
    end = time.monotonic() + LONG
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.05)


def test_builds_in_one_checkout_wait_for_each_other(project: Project) -> None:
    """The second build says that it waits, and builds when the first has finished."""
    statuses: list[int] = []
    second = threading.Thread(target=lambda: statuses.append(build(project, "html")))
    # In memory: who empties a file while another thread writes to it loses lines (capfd does).
    with contextlib.redirect_stdout(io.StringIO()) as said, exclusive(project.build / "lock"):
        second.start()
        wait_for(lambda: said.getvalue().endswith("\n"))
        time.sleep(0.3)  # nothing happens now
        assert statuses == []
        assert not project.site.exists()
        assert said.getvalue().startswith("waiting for another build in this checkout (")
        assert said.getvalue().count("\n") == 1
    second.join()
    assert statuses == [0]


def test_examples_are_run(project: Project, capfd: pytest.CaptureFixture[str]) -> None:
    """A wrong output fails with file and line, in either language and each time."""
    assert build(project, "doctest") == 0
    for language in ("zh", "en"):
        replace(project.docs / language / "second.md", "\n2\n", "\n3\n")
    for _ in range(2):
        capfd.readouterr()
        assert build(project, "doctest") == 1
        errors = capfd.readouterr().err
        for language in ("zh", "en"):
            # The line of the fence: Sphinx counts from there.
            assert f'File "docs/{language}/second.md", line 4' in errors
        assert errors.count("Expected:") == 2
    assert not project.site.exists()


@pytest.mark.parametrize(("builder", "made"), [("text", "second.txt"), ("epub", "small.epub")])
def test_other_builders(project: Project, builder: str, made: str) -> None:
    """What readers may want besides HTML builds without a warning too, beside the HTML."""
    conf = project.docs / "conf.py"
    extra = '\nversion = "1"\ncopyright = "us"\nepub_show_urls = "no"\n'
    conf.write_text(conf.read_text(encoding="utf-8") + extra, encoding="utf-8")
    assert build(project, builder) == 0
    assert (project.build / builder / "en/output" / made).exists()
    assert not project.site.exists()


def test_the_sitemap_lists_every_page(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Addresses are those of SITE_URL, which the 404 page and robots.txt know too."""
    monkeypatch.setenv("SITE_URL", "https://example.org/book/")
    assert build(project, "html") == 0
    tree = ET.parse(project.site / "sitemap.xml").getroot()  # noqa: S314 (our own)
    addresses = {element.text for element in tree.iter() if element.tag.endswith("}loc")}
    assert addresses == {
        f"https://example.org/book/{language}/{name}.html"
        for language in ("zh", "en")
        for name in ("index", "first", "second")
    }
    robots = (project.site / "robots.txt").read_text(encoding="utf-8")
    assert "Sitemap: https://example.org/book/sitemap.xml\n" in robots
    assert 'href="/book/en/index.html"' in page(project, "404")
