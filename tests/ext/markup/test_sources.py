"""Which files authors wrote, and which only lie beside those."""

from pathlib import Path

import pytest
from sphinx.util.matching import Matcher

from markup import sources

OURS = ("index.md", "await/blocking.md", "await/a.part.md", "await/two#.md", "_static/icon.svg")
NOT_OURS = (
    *("._blocking.md", ".#blocking.md", "#blocking.md#", "blocking.md~", ".blocking.md.swp"),
    *("desktop.ini", "Thumbs.db", ".DS_Store", "4913", "__pycache__/blocking.md", ".idea/a.md"),
    *("blocking.md___jb_tmp___", "blocking.pyc", "blocking.cpython-311.pyc.4711", "sphinx.mo"),
)


@pytest.mark.parametrize("folder", ["", "await", "await/more"])
def test_sphinx_leaves_out_the_same(folder: str) -> None:
    """At the top and further down, our own question and Sphinx's patterns have one answer."""
    excluded = Matcher(sources.excluded())
    for names, are_ours in ((OURS, True), (NOT_OURS, False)):
        for path in (Path(folder, name) for name in names):
            parts = [path, *path.parents][:-1]  # Sphinx leaves out folders, too
            assert sources.is_source(path) is are_ours, path
            assert any(excluded(part.as_posix()) for part in parts) is not are_ours, path


def test_a_checkout_may_lie_in_a_hidden_folder(tmp_path: Path) -> None:
    """What counts is what lies below the folder that is looked through."""
    top = tmp_path / ".cache" / "docs"
    for name in (*OURS, *NOT_OURS):
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).touch()
    found = [path.relative_to(top).as_posix() for path in sources.below(top, ".md")]
    assert found == sorted(name for name in OURS if name.endswith(".md"))
