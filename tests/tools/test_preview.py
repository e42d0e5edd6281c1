"""Live preview over real HTTP and a real websocket."""

import errno
import os
import signal
import socket
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from running_preview import LONG, SHORT, Preview
from small_project import make_project, replace

from tools.project import Project

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("preview")]

BANNER = 'id="preview-problems"'

# What makes a file again and again as long as the process that reads conf.py lives.
ALIVE = """
import threading, time
def touch():
    while True:
        Path({mark!r}).touch()
        time.sleep(0.05)
threading.Thread(target=touch, daemon=True).start()
"""


# What stands between a shell and the preview, as nox does: a process that waits for another. That
# this one's terminal closes must matter to it, also if the tests were started with `nohup`.
STARTER = (
    sys.executable,
    "-c",
    """import signal, subprocess, sys
signal.signal(signal.SIGHUP, signal.SIG_DFL)
subprocess.call(sys.argv[1:])""",
)


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """Run one preview for the whole module; each test leaves the project without a problem."""
    running = Preview(make_project(tmp_path_factory.mktemp("preview") / "checkout"))
    yield running
    running.end()


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which previews make theirs."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


def append(path: Path, text: str) -> None:
    """Add a paragraph."""
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n{text}\n")


def test_both_languages_are_at_one_address(preview: Preview) -> None:
    """The landing page at the root, each language below it, nothing kept by browsers."""
    assert "Read in English" in preview.get("/")
    assert "<h1>Home zh" in preview.get("/zh/")
    assert "<h1>First en" in preview.get("/en/first.html")
    with urllib.request.urlopen(f"http://127.0.0.1:{preview.port}/zh/") as response:
        assert response.headers["Cache-Control"] == "no-store"
    assert "There is no such page" in preview.get("/zh/nothing.html")
    assert "There is no such page" in preview.get("/nothing")


def test_localhost_may_be_either_address(preview: Preview) -> None:
    """Some systems try IPv6 first; and the page asks for reloads where it came from."""
    try:
        browser = socket.create_connection(("::1", preview.port))
    except OSError as error:
        if socket.has_ipv6 and error.errno != errno.EADDRNOTAVAIL:
            raise
        pytest.skip("no IPv6 here")
    browser.close()
    with urllib.request.urlopen(f"http://[::1]:{preview.port}/zh/") as response:
        page = response.read().decode()
    assert '<script src="/live.js" data-place="/live/zh/1">' in page
    assert "127.0.0.1" not in page


def test_the_terminal_says_what_pages_lack(preview: Preview) -> None:
    """Once, and not on the page: nothing is wrong with what its author sees there."""
    lacking = "docs/zh/first.md:1: no description"
    preview.wait_for_line(lacking)
    page = preview.project.docs / "zh/second.md"
    preview.reloaded("/zh/second.html", lambda: append(page, "More words."))
    assert sum(line.startswith(lacking) for line in preview.lines) == 1
    assert BANNER not in preview.get("/zh/first.html")


def test_a_changed_page_reloads_its_language_only(preview: Preview) -> None:
    """Saving by renaming is seen; who reads the other language is left alone."""
    source = preview.project.docs / "zh/first.md"
    with preview.listen(preview.get("/en/first.html")) as other:
        page = preview.reloaded(
            "/zh/first.html", lambda: replace(source, "Words about", "Changed words about")
        )
        assert "Changed words about" in page
        with pytest.raises(TimeoutError):
            other.recv(SHORT)


def test_a_changed_snippet_reaches_both_languages(preview: Preview) -> None:
    """Pages that include a file follow it."""
    snippet = preview.project.snippets / "shown.py"
    with preview.listen(preview.get("/en/first.html")) as other:
        page = preview.reloaded(
            "/zh/first.html", lambda: replace(snippet, "from the snippet", "from a new snippet")
        )
        assert "from a new snippet" in page
        assert other.recv(LONG) == "refresh"
    assert "from a new snippet" in preview.get("/en/first.html")


def test_a_browser_that_connects_late_misses_nothing(preview: Preview) -> None:
    """The build ended between the page's arrival and its script's connection."""
    old = preview.get("/zh/second.html")
    preview.reloaded(
        "/zh/second.html", lambda: append(preview.project.docs / "zh/second.md", "Late words.")
    )
    with preview.listen(old) as browser:
        assert browser.recv(LONG) == "refresh"


def test_a_warning_stays_until_it_is_mended(preview: Preview) -> None:
    """Terminal and banner name file and line; building other pages does not hide it."""
    source = preview.project.docs / "zh/second.md"
    since = len(preview.lines)
    page = preview.reloaded("/zh/index.html", lambda: append(source, "{nonsense}`x`"))
    lineno = source.read_text(encoding="utf-8").splitlines().index("{nonsense}`x`") + 1
    message = f"docs/zh/second.md:{lineno}: WARNING: Unknown interpreted text role"
    assert BANNER in page
    assert message in page
    preview.wait_for_line(message, since)
    assert BANNER not in preview.get("/en/index.html")
    page = preview.reloaded(
        "/zh/index.html", lambda: append(preview.project.docs / "zh/first.md", "Other words.")
    )
    assert message in page
    page = preview.reloaded("/zh/index.html", lambda: replace(source, "\n{nonsense}`x`\n", ""))
    assert BANNER not in page


def test_a_link_is_mended_where_it_leads_to(preview: Preview) -> None:
    """The page with the warning is not touched; the one that gets the label is."""
    docs = preview.project.docs / "en"
    page = preview.reloaded(
        "/en/first.html", lambda: append(docs / "first.md", "See [](#coming-section).")
    )
    assert "docs/en/first.md" in page
    assert BANNER in page
    page = preview.reloaded(
        "/en/first.html", lambda: append(docs / "second.md", "(coming-section)=\n## Coming soon")
    )
    assert BANNER not in page
    assert "second.html#coming-section" in page
    assert ">Coming soon<" in page


def test_a_new_title_reaches_pages_that_have_not_changed(preview: Preview) -> None:
    """They show it in links and in the navigation."""
    source = preview.project.docs / "zh/second.md"
    assert ">Second zh<" in preview.get("/zh/first.html")
    page = preview.reloaded("/zh/first.html", lambda: replace(source, "# Second zh", "# Renamed"))
    assert ">Renamed<" in page


def test_a_page_comes_and_goes(preview: Preview) -> None:
    """A browser on the missing page's address is reloaded too."""
    docs = preview.project.docs / "en"
    index = docs / "index.md"

    def add() -> None:
        (docs / "third.md").write_text("(third-page)=\n# Third en\n", encoding="utf-8")
        replace(index, "\nsecond\n", "\nsecond\nthird\n")

    def remove() -> None:
        replace(index, "\nsecond\nthird\n", "\nsecond\n")
        (docs / "third.md").unlink()

    assert "<h1>Third en" in settled(preview, "/en/third.html", add, "<h1>Third en")
    assert "no such page" in settled(preview, "/en/third.html", remove, "no such page")
    assert BANNER not in settled(preview, "/en/", lambda: None, "Home en")


def settled(preview: Preview, path: str, change: Callable[[], object], text: str) -> str:
    """Change several files, which may be one build or two, and wait for the text."""
    change()
    end = time.monotonic() + LONG
    while time.monotonic() < end:
        page = preview.get(path)
        if text in page and BANNER not in page:
            return page
        time.sleep(0.1)
    pytest.fail(f"{text!r} did not come, or the banner did not go:\n{page}")


@pytest.mark.parametrize(
    ("path", "broken", "message"),
    [
        ("docs/conf.py", "\n1 / 0\n", "docs/conf.py:13: ZeroDivisionError: division by zero"),
        (
            "docs/_ext/pages/stale_pages.py",
            "\nfrom nowhere import nothing\n",
            "ModuleNotFoundError: No module named 'nowhere'",
        ),
    ],
)
def test_a_crash_is_shown_and_survived(
    preview: Preview, path: str, broken: str, message: str
) -> None:
    """New code is loaded; a crash is in terminal and browser until mended."""
    source = preview.project.root / path
    since = len(preview.lines)
    page = preview.reloaded("/zh/", lambda: append(source, broken.strip("\n")))
    assert message in preview.wait_for_line(message, since)
    assert BANNER in page
    assert message in page.replace("&#x27;", "'")
    assert "<h1>Home zh" in page
    page = preview.reloaded("/zh/", lambda: replace(source, f"\n{broken.strip()}\n", ""))
    assert BANNER not in page


def test_before_there_is_any_page(tmp_path: Path) -> None:
    """What is asked for is said to come, with what keeps it from coming; then it comes."""
    project = make_project(tmp_path / "checkout")
    source = project.docs / "conf.py"
    append(source, "1 / 0")
    preview = Preview(project)
    try:
        page = preview.get("/zh/first.html")
        assert "还没有构建出任何页面" in page
        assert BANNER in page
        page = preview.reloaded("/zh/first.html", lambda: replace(source, "\n1 / 0\n", ""))
        assert "<h1>First zh" in page
        assert BANNER not in page
    finally:
        preview.end()


def test_styles_and_templates_reach_every_page(preview: Preview) -> None:
    """A new template is used by pages that have not changed."""
    template = preview.project.docs / "_templates/layout.html"
    text = '{% extends "!layout.html" %}{% block footer %}New footer{% endblock %}'
    page = preview.reloaded("/en/second.html", lambda: template.write_text(text, encoding="utf-8"))
    assert "New footer" in page
    page = preview.reloaded("/en/second.html", template.unlink)
    assert "New footer" not in page


def test_temporary_files_start_no_build(preview: Preview) -> None:
    """Neither an editor's backup nor what Python compiles."""
    preview.get("/zh/")
    since = -1
    while since != len(preview.lines):  # on a busy machine, earlier changes are built late
        since = len(preview.lines)
        time.sleep(SHORT)
    for name in ("docs/zh/first.md~", "docs/zh/.first.md.swp", "docs/_ext/__pycache__/x.pyc"):
        path = preview.project.root / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
        path.unlink()
    time.sleep(SHORT)
    assert preview.lines[since:] == []


def test_one_language_ends_with_ctrl_c(project: Project, tmp_path: Path, temporary: Path) -> None:
    """The root leads to the only language; Ctrl-C leaves neither processes nor files."""
    mark = tmp_path / "alive"
    append(project.docs / "conf.py", ALIVE.format(mark=str(mark)))
    preview = Preview(project, "en")
    try:
        assert "<h1>Home en" in preview.get("/")
        assert "no such page" in preview.get("/zh/")
        with preview.listen(preview.get("/en/")):
            started = time.monotonic()
            preview.end()
        assert time.monotonic() - started < LONG / 3
    finally:
        preview.end()
    assert preview.process.returncode == 0
    assert preview.lines[-1] == "ended"
    assert list(temporary.iterdir()) == []
    assert mark.exists()
    mark.unlink()
    time.sleep(SHORT / 3)
    assert not mark.exists(), "a build's process is still there"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without asking it")
@pytest.mark.parametrize(
    ("starter", "sign"),
    [
        ((), "SIGTERM"),
        (STARTER, "SIGHUP"),  # the terminal was closed
        (STARTER, "SIGTERM"),  # nox alone was asked to end
        (STARTER, "SIGKILL"),
    ],
)
def test_it_ends_with_its_terminal_and_with_nox(
    project: Project, temporary: Path, starter: tuple[str, ...], sign: str
) -> None:
    """However it ends, the port is free and nothing is left behind."""
    preview = Preview(project, "en", starter=starter)
    assert len(list(temporary.iterdir())) == 1
    # A terminal tells all that run in it.
    send = os.killpg if sign == "SIGHUP" else os.kill
    until = time.monotonic() + LONG
    while preview.process.poll() is None:  # being told again must not cut short the removing
        assert time.monotonic() < until, f"{sign} does not end it"
        send(preview.process.pid, signal.Signals[sign])
        time.sleep(0.01)
    preview.reader.join(LONG)  # the last process has closed its output
    assert not preview.reader.is_alive()
    assert list(temporary.iterdir()) == []
    socket.create_server(("127.0.0.1", preview.port)).close()


def test_the_next_one_removes_what_a_killed_one_left(project: Project, temporary: Path) -> None:
    """A folder that is somebody's, another preview's or another program's, stays."""
    (temporary / "turns-preview-of-another-program").mkdir()
    killed, living = Preview(project, "en"), Preview(project, "en")
    before = set(temporary.iterdir())
    killed.process.kill()
    killed.end()
    assert set(temporary.iterdir()) == before
    following = Preview(project, "en")
    try:
        assert len(before & set(temporary.iterdir())) == 2
        assert "<h1>Home en" in living.get("/en/")
    finally:
        living.end()
        following.end()
    assert [one.name for one in temporary.iterdir()] == ["turns-preview-of-another-program"]


def test_others_may_be_let_in(project: Project) -> None:
    """It is said what that means."""
    preview = Preview(project, "en", "--host", "0.0.0.0")  # noqa: S104 (that is the test)
    preview.end()
    said = "--host 0.0.0.0: everybody who can reach this machine can read the drafts"
    assert preview.lines[0] == said
