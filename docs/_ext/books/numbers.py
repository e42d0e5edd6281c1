"""Chapters and their pages have their numbers in books, too: in their titles and in the contents.

Sphinx would number every section, and only where a toctree asks for it; what stands in the node of
a title or of a link as ``secnumber`` it writes all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from markup.contents import every, parts

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata


def numbers(env: BuildEnvironment) -> dict[str, tuple[int, ...]]:
    """Return the number of each page that has one."""
    entries = (entry for part in parts(env) for entry in every(part.entries))
    return {entry.page: entry.number for entry in entries if entry.number}


def _number_contents(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Number the links to pages that all contents are made of; no page is to be read for that."""
    if _makes_book(app):
        for page, number in numbers(env).items():
            link = env.tocs[page].next_node(nodes.reference)
            if link is not None:
                link["secnumber"] = number
    return []


def _number_title(app: Sphinx, doctree: nodes.document, page: str) -> None:
    title = doctree.next_node(nodes.title)
    if _makes_book(app) and title is not None and (number := numbers(app.env).get(page)):
        title["secnumber"] = number


def _makes_book(app: Sphinx) -> bool:
    """Say whether a book is made; `embedded` is Sphinx's word for one."""
    return getattr(app.builder, "embedded", False)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Come when all pages have been read, and when the references of one are resolved."""
    app.connect("env-updated", _number_contents)
    app.connect("doctree-resolved", _number_title)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
