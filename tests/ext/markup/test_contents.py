"""Where pages stand, under which numbers."""

from types import SimpleNamespace
from typing import cast

from docutils import nodes
from sphinx import addnodes
from sphinx.environment import BuildEnvironment

from markup.contents import every, parts, place


def environment(*toctrees: tuple[str, list[str]], **below: list[str]) -> BuildEnvironment:
    """Return what Sphinx knows of pages: the home page's toctrees, and what is below each page."""
    home = nodes.bullet_list()
    for caption, names in toctrees:
        home += addnodes.toctree(caption=caption or None, entries=[(None, name) for name in names])
    pages = {name for _, names in toctrees for name in names}.union(*below.values())
    known = SimpleNamespace(
        config=SimpleNamespace(root_doc="index"),
        tocs={"index": home},
        toctree_includes=below,
        titles={name: nodes.title("", name.upper()) for name in pages - {"gone"}},
    )
    return cast("BuildEnvironment", known)


def test_the_book_is_numbered_and_nothing_else() -> None:
    """Chapters and their pages in the first part; a page that is not there has no number."""
    env = environment(("Book", ["gone", "a", "b"]), ("Tools", ["c"]), b=["d", "gone", "e"], c=["f"])
    book, tools = parts(env)
    assert (book.caption, tools.caption) == ("Book", "Tools")
    assert [entry.name for entry in every(book.entries)] == ["1 A", "2 B", "2.1 D", "2.2 E"]
    assert [entry.name for entry in every(tools.entries)] == ["C", "F"]


def test_a_page_has_a_way_to_it() -> None:
    """Of the home page, and of a page that is nowhere, there is none."""
    found = parts(environment(("", ["a"]), ("Tools", ["c"]), a=["b"]))
    here = place(found, "b")
    assert here is not None
    assert [entry.page for entry in here.trail] == ["a", "b"]
    assert here.part.caption == ""
    assert place(found, "index") is None
    assert place(found, "elsewhere") is None


def test_a_page_below_itself_ends() -> None:
    """Sphinx warns of it; the list is not endless."""
    (part,) = parts(environment(("", ["a"]), a=["b"], b=["a"]))
    assert [entry.page for entry in every(part.entries)] == ["a", "b"]


def test_a_site_without_a_toctree_is_empty() -> None:
    """So is one whose home page was not read."""
    assert parts(environment()) == []
    env = environment()
    env.tocs = {}
    assert parts(env) == []
