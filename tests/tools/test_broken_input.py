"""Every kind of broken input is one located line, and costs neither the site nor the preview."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from broken_input import BOTH, EN, KINDS, PROGRAM, ZH, Kind, appended
from real_project import make_real_project
from test_preview import BANNER, Preview, settled

from tools import matrix
from tools.building.record_missing import recordings_of
from tools.building.sources import problems
from tools.building.static_site import build
from tools.checking import parity
from tools.project import LANGUAGES, Project

pytestmark = pytest.mark.slow

SOURCES = ("docs/zh", "docs/en", "docs/search", "docs/parity.toml", "snippets")


class Sources:
    """The sources of a project as they were when nothing was wrong with them."""

    def __init__(self, project: Project, folder: Path) -> None:
        """Keep a copy."""
        self.root = project.root
        self.copy = folder
        for path in self._files(self.root):
            kept = folder / path.relative_to(self.root)
            kept.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, kept)

    def restore(self) -> None:
        """Undo whatever was done; what is as it was is not touched."""
        good = {path.relative_to(self.copy) for path in self._files(self.copy)}
        for path in self._files(self.root):
            if path.is_symlink() or path.relative_to(self.root) not in good:
                path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
        for name in good:
            data = (self.copy / name).read_bytes()
            if not (self.root / name).exists() or (self.root / name).read_bytes() != data:
                (self.root / name).write_bytes(data)

    def _files(self, root: Path) -> list[Path]:
        """Return files, links, and folders with the name of a file."""
        found = [root / name for name in SOURCES if (root / name).is_file()]
        for name in SOURCES:
            for place, folders, files in os.walk(root / name):
                odd = [one for one in folders if "." in one or Path(place, one).is_symlink()]
                found += [Path(place, one) for one in (*files, *odd)]
        return found


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return a project that has been built; each test leaves its sources as they were."""
    project = make_real_project(tmp_path_factory.mktemp("broken") / "checkout")
    assert build(project, "html") == 0
    return project


@pytest.fixture(scope="module")
def kept(built: Project, tmp_path_factory: pytest.TempPathFactory) -> Sources:
    """Keep the sources of the built project."""
    return Sources(built, tmp_path_factory.mktemp("sources"))


@pytest.fixture
def project(built: Project, kept: Sources) -> Iterator[Project]:
    """Return the built project, and mend it afterwards."""
    yield built
    kept.restore()


def site(project: Project) -> dict[str, tuple[bytes, int]]:
    """Return the content and the time of every file of the finished site."""
    return {
        path.relative_to(project.site).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in project.site.rglob("*")
        if path.is_file()
    }


def says(line: str, expected: str) -> bool:
    """Say whether a problem line is the expected one."""
    start, _, part = expected.partition("…")
    return line.startswith(start) and part in line


@pytest.mark.long  # a build for each kind; the preview below meets all of them
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_one_line_and_the_old_site(
    project: Project, kind: Kind, capfd: pytest.CaptureFixture[str]
) -> None:
    """A build fails with one line for each place that is to be mended, and changes nothing."""
    before = site(project)
    kind.breaks(project.root)
    assert build(project, "html") == 1
    *lines, last = [line for line in capfd.readouterr().err.splitlines() if line]
    assert last == "html failed: see above; _site/ is as it was"
    assert len(lines) == len(kind.lines), lines
    for line, expected in zip(lines, kind.lines, strict=True):
        assert says(line, expected), line
    assert site(project) == before


def test_forty_kinds() -> None:
    """No two kinds have the same name, and something is said of each."""
    assert len({kind.name for kind in KINDS}) == len(KINDS) >= 40
    assert all(kind.lines for kind in KINDS)


def test_what_windows_writes_is_accepted(project: Project) -> None:
    """Byte order marks in pages, and CRLF everywhere, make the same site."""
    before = {name: data for name, (data, _) in site(project).items()}
    for path in project.docs.glob("*/*.md"):
        text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
        path.write_text(text, "utf-8-sig", newline="")
    snippet = project.root / PROGRAM
    snippet.write_text(snippet.read_text(encoding="utf-8").replace("\n", "\r\n"), newline="")
    assert build(project, "html") == 0
    after = {name: data for name, (data, _) in site(project).items()}
    differing = {name for name in after.keys() | before.keys() if after[name] != before[name]}
    # The program itself is offered as it is.
    assert all(name.endswith(("turns.py", "first.html")) for name in differing)


def test_what_lies_beside_sources_changes_nothing(project: Project) -> None:
    """What editors, file managers and other systems leave there is a source for nobody."""
    before = site(project)
    litter(project.root / ZH)  # and not in the other language
    litter(project.root / PROGRAM)
    assert problems(project, LANGUAGES) == []
    assert parity.check(project.docs) == []
    assert list(matrix.select(project, [])) == ["demo/turns"]
    assert list(recordings_of(project).sources()) == ["demo/turns"]
    assert build(project, "html") == 0
    assert site(project).keys() == before.keys()


def litter(source: Path) -> None:
    """Leave beside a source what may appear there."""
    name = source.name
    source.with_name(f".#{name}").symlink_to("somebody@somewhere.1:1")  # Emacs's lock
    # macOS, on a disk that has no room for what it knows of a file.
    source.with_name(f"._{name}").write_bytes(b"\0\5\26\7\xff\xfe")
    for other in (f"#{name}#", f"{name}~", f".{name}.swp", "desktop.ini", "Thumbs.db", ".DS_Store"):
        source.with_name(other).write_bytes(b"\xff\xfe")
    compiled = source.with_name("__pycache__")
    compiled.mkdir()
    (compiled / name).write_bytes(b"\xff\xfe")


@pytest.mark.parametrize(
    ("setting", "right"),
    [
        *(
            (("SITE_URL", value), "an address such as https://")
            for value in ("example.org", "ftp://example.org", "https://", "https://a b")
        ),
        # Sphinx takes an empty one for a number, too.
        *(
            (("SOURCE_DATE_EPOCH", value), "the seconds since 1970 of a day from 1980 on, such as ")
            for value in ("abc", "", "0", "-1", "9" * 20)
        ),
    ],
)
def test_a_wrong_setting(
    project: Project,
    setting: tuple[str, str],
    right: str,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Every page names its own address, and the books their day."""
    before = site(project)
    variable, value = setting
    monkeypatch.setenv(variable, value)
    assert build(project, "html") == 1
    line, last = capfd.readouterr().err.splitlines()
    assert line.startswith(f"{variable} is {value!r}; set it to {right}")
    assert last == "html failed: see above; _site/ is as it was"
    assert site(project) == before


def test_both_faults_are_reported(project: Project, capfd: pytest.CaptureFixture[str]) -> None:
    """A page that Sphinx complains of hides no difference of another page."""
    appended("\n{nothing}`x`\n", ZH)(project.root)
    appended("\n(more)=\n## More\n", "docs/zh/first.md")(project.root)
    assert build(project, "html") == 1
    errors = capfd.readouterr().err
    assert "docs/zh/first.md:24 ↔ docs/en/first.md:21: heading differs" in errors
    assert f"{ZH}:6: WARNING: {{nothing}}`…` is not supported" in errors


@pytest.mark.xdist_group("preview")
def test_live_preview_survives_all_of_them(tmp_path: Path) -> None:
    """One preview meets them one after the other: it says each line, and is mended with it."""
    project = make_real_project(tmp_path / "checkout")
    sources = Sources(project, tmp_path / "sources")
    preview = Preview(project)
    try:
        for kind in KINDS:
            if not kind.live:
                continue
            since = len(preview.lines)
            kind.breaks(project.root)
            for expected in kind.lines:
                start, _, part = expected.partition("…")
                line = preview.wait_for_line(start, since)
                assert part in line, kind.name
            assert any(BANNER in preview.get(f"/{path[5:-3]}.html") for path in BOTH), kind.name
            for path in (ZH, EN):
                page = f"/{path[5:-3]}.html"
                assert "<h1>Second" in settled(preview, page, sources.restore, "<h1>Second")
            assert preview.process.poll() is None
        assert "data-recording" in preview.get("/zh/first.html"), "the card has lost its recording"
    finally:
        preview.end()
    assert preview.process.returncode == 0
    assert preview.lines[-1] == "ended"
