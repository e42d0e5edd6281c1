"""What lists of the whole site are made of, as nodes of docutils: sections, tables, links."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from docutils import nodes
from sphinx import addnodes

from markup.targets import TargetsDomain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sphinx.environment import BuildEnvironment

Item = TypeVar("Item")
Chapter = tuple[str, str, list[tuple[str, Item]]]
"""Its name, its title, and what is of it, by page or program."""


def by_chapter(env: BuildEnvironment, all_of_it: Mapping[str, Item]) -> Iterator[Chapter[Item]]:
    """Yield what there is of each chapter, in the order of the site; the keys are paths."""
    order = {docname: place for place, docname in enumerate(_pages(env, env.config.root_doc))}
    chapters: dict[str, list[tuple[str, Item]]] = {}
    for key in sorted(all_of_it, key=lambda key: (order.get(key, len(order)), key)):
        chapters.setdefault(_chapter(key), []).append((key, all_of_it[key]))

    def place(name: str) -> tuple[int, str]:
        return order.get(_home(env, name), len(order)), name

    for name in sorted(chapters, key=place):
        title = env.titles.get(_home(env, name))
        yield name, title.astext() if title else name, chapters[name]


def _chapter(key: str) -> str:
    return key.partition("/")[0].replace("_", "-")


def _home(env: BuildEnvironment, chapter: str) -> str:
    """Return the first page of a chapter; pages outside of chapters are their own."""
    index = f"{chapter}/index"
    return index if index in env.titles else chapter


def _pages(env: BuildEnvironment, docname: str) -> Iterator[str]:
    yield docname
    for below in env.toctree_includes.get(docname, ()):
        yield from _pages(env, below)


def section(ident: str, title: str, *content: nodes.Node) -> nodes.section:
    """Return a section with a title."""
    return nodes.section("", nodes.title(title, title), *content, ids=[ident])


def table(
    heads: Sequence[nodes.Node | str], rows: Iterable[Sequence[nodes.entry]], widths: Sequence[int]
) -> nodes.table:
    """Return a table with one row of heads."""
    group = nodes.tgroup("", *(nodes.colspec(colwidth=width) for width in widths), cols=len(widths))
    first = [cell(nodes.Text(head) if isinstance(head, str) else head) for head in heads]
    group += nodes.thead("", nodes.row("", *first))
    group += nodes.tbody("", *(nodes.row("", *row) for row in rows))
    return nodes.table("", group)


def cell(*content: nodes.Node) -> nodes.entry:
    """Return a cell with one line of text; an empty one has none."""
    return nodes.entry("", *([nodes.paragraph("", "", *content)] if content else []))


def linked(env: BuildEnvironment, kind: str, key: str, shown: nodes.Node) -> addnodes.pending_xref:
    """Return a link to a target of `markup.targets`, which is resolved with all others."""
    return addnodes.pending_xref(
        "",
        nodes.inline("", "", shown),
        refdoc=env.current_document.docname,
        refdomain=TargetsDomain.name,
        reftype=kind,
        reftarget=key,
        refexplicit=True,
        refwarn=True,
    )
