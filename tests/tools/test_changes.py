"""What a changed file asks of live preview."""

import pytest

from tools.previewing.changes import Change, changes
from tools.project import Project

BOTH = ("zh", "en")


@pytest.mark.parametrize(
    ("path", "languages", "change"),
    [
        ("docs/zh/first.md", ("zh",), Change.PAGES),
        ("docs/en/chapter/new.md", ("en",), Change.PAGES),
        ("snippets/chapter/shown.py", BOTH, Change.PAGES),
        ("docs/_figures/queue.svg", BOTH, Change.PAGES),
        ("docs/_recordings/chapter/shown.json", BOTH, Change.PAGES),
        ("docs/_static/site.css", BOTH, Change.LOOKS),
        ("docs/_templates/base.html", BOTH, Change.LOOKS),
        ("docs/conf.py", BOTH, Change.CODE),
        ("docs/_assets/card/player.js", BOTH, Change.LOOKS),
        ("docs/_ext/pages/stale_pages.py", BOTH, Change.CODE),
        ("docs/_locale/zh_CN/LC_MESSAGES/sphinx.po", BOTH, Change.CODE),
    ],
)
def test_what_each_file_asks_for(
    project: Project, path: str, languages: tuple[str, ...], change: Change
) -> None:
    """A page concerns its own language; what both use concerns both."""
    assert changes(project, project.root / path) == dict.fromkeys(languages, change)


@pytest.mark.parametrize(
    "path",
    [
        "docs/zh/.first.md.swp",
        "docs/zh/first.md~",
        "docs/zh/#first.md#",
        "docs/zh/.#first.md",
        "docs/zh/4913",
        "docs/zh/first.md.tmp",
        "docs/zh/first.md___jb_tmp___",
        "docs/_ext/pages/__pycache__/stale_pages.cpython-311.pyc",
        "docs/_locale/zh_CN/LC_MESSAGES/sphinx.mo",
        "docs/.DS_Store",
        "docs/zh/desktop.ini",
        "snippets/chapter/._shown.py",
        "snippets/chapter/__pycache__/shown.py",
        "README.md",
        ".build/html/zh/output/index.html",
    ],
)
def test_what_asks_for_nothing(project: Project, path: str) -> None:
    """Editors' temporary files and what a build itself writes start no build."""
    assert changes(project, project.root / path) == {}


def test_the_list_of_exceptions_asks_for_nothing(project: Project) -> None:
    """No page depends on parity.toml."""
    asked = changes(project, project.docs / "parity.toml")
    assert asked == dict.fromkeys(BOTH, Change.NONE)
