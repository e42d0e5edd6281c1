"""What counts as a change, and what an earlier build is still good for."""

from dataclasses import replace
from pathlib import Path

import pytest

from tools.building import cache as build_cache
from tools.building.cache import BuildFolder, inputs
from tools.building.messages import Result
from tools.project import Project


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("docs/conf.py", "machinery"),
        ("docs/_ext/pages/stale_pages.py", "machinery"),
        ("docs/_static/new.css", "machinery"),
        ("docs/_templates/new.html", "machinery"),
        ("docs/zh/first.md", "sources"),
        ("docs/en/new.md", "sources"),
        ("snippets/shown.py", "sources"),
    ],
)
def test_every_source_counts(project: Project, path: str, part: str) -> None:
    """Content counts, not dates; of code and looks Sphinx itself would not see a change."""
    before = inputs(project)
    assert inputs(project) == before
    (project.root / path).write_text("# changed\n", encoding="utf-8")
    after = inputs(project)
    differing = {
        name for name in ("machinery", "sources") if getattr(before, name) != getattr(after, name)
    }
    assert differing == {part}


def test_renaming_counts(project: Project) -> None:
    """A file of the same content elsewhere is another page."""
    before = inputs(project)
    (project.docs / "zh/first.md").rename(project.docs / "zh/other.md")
    assert inputs(project).sources != before.sources


def test_the_environment_counts(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Canonical links have SITE_URL in them; other packages make other pages."""
    before = inputs(project)
    monkeypatch.setenv("SITE_URL", "https://example.org")
    published = inputs(project)
    monkeypatch.setattr(build_cache.importlib.metadata, "version", lambda _name: "0")
    assert len({before.machinery, published.machinery, inputs(project).machinery}) == 3


def test_compiled_files_do_not_count(project: Project) -> None:
    """A build writes them itself."""
    before = inputs(project)
    for path in ("docs/_ext/pages/__pycache__/stale_pages.pyc", "docs/_locale/x.mo"):
        (project.root / path).parent.mkdir(parents=True, exist_ok=True)
        (project.root / path).write_bytes(b"compiled")
    assert inputs(project) == before


def test_only_a_stamped_folder_is_current(project: Project) -> None:
    """The stamp is away from the beginning of a build until it has ended well."""
    folder = BuildFolder(project, "html", "zh")
    now = inputs(project)
    assert folder.current(now) is None
    folder.begin(now)
    folder.finish(now, Result(pages={"index": "Home"}))
    stamp = folder.current(now)
    assert stamp is not None
    assert stamp.pages == {"index": "Home"}
    folder.begin(now)
    assert folder.current(now) is None


def test_what_a_failed_build_left_is_dropped(project: Project) -> None:
    """Its doctrees would hide the warnings of unchanged pages; a good build's are kept."""
    folder = BuildFolder(project, "html", "zh")
    now = inputs(project)
    folder.begin(now)
    (folder.doctrees / "index.doctree").touch()
    folder.finish(now, Result())
    folder.begin(now)
    assert (folder.doctrees / "index.doctree").exists()
    folder.begin(now)
    assert not (folder.doctrees / "index.doctree").exists()


def test_other_builders_need_not_read_again(project: Project) -> None:
    """Doctrees are those of all builders, until one of them fails or the machinery changes."""
    html, epub = (BuildFolder(project, name, "zh") for name in ("html", "epub"))
    now = inputs(project)
    tree = html.doctrees / "index.doctree"
    html.begin(now)
    tree.touch()
    html.finish(now, Result())
    epub.begin(now)
    assert tree.exists()
    epub.finish(now, Result())
    html.begin(replace(now, machinery="other"))
    assert not tree.exists()
    tree.touch()
    epub.begin(now)
    assert not tree.exists()


def test_files_from_elsewhere_count(project: Project, tmp_path: Path) -> None:
    """What a page includes from outside the usual folders is looked at too."""
    elsewhere = tmp_path / "included.txt"
    elsewhere.write_text("one", encoding="utf-8")
    folder = BuildFolder(project, "html", "zh")
    now = inputs(project)
    folder.begin(now)
    folder.finish(now, Result(dependencies=(str(elsewhere), str(tmp_path / "missing"))))
    assert folder.current(now)
    elsewhere.write_text("two", encoding="utf-8")
    assert folder.current(now) is None


def test_an_unreadable_stamp_is_none(project: Project) -> None:
    """One of another version of these tools, or half of one, is not trusted."""
    folder = BuildFolder(project, "html", "zh")
    now = inputs(project)
    folder.begin(now)
    for text in ("", "{}", "[]", '{"pages": 1}'):
        (folder.path / "stamp.json").write_text(text, encoding="utf-8")
        assert folder.current(now) is None
