"""The list of a chapter's pages, on the chapter's own page: each with its number and its question.

Sphinx makes a list of titles of a toctree that is not hidden. This list is the same with more in
it, in pages and in books; `read.js` says in it which of the pages have been read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.environment.adapters.toctree import TocTree

from language.languages import of
from language.words import word
from markup.contents import every, parts
from pages.opening import opening

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def _make_lists(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Put lists into the place of toctrees, which Sphinx would do a moment later."""
    for toctree in list(doctree.findall(addnodes.toctree)):
        made = (
            None if toctree.get("hidden") else TocTree(app.env).resolve(page, app.builder, toctree)
        )
        if made is not None:
            count = _complete(app, made, page)
            if app.builder.format == "html" and not app.builder.embedded:  # type: ignore[attr-defined]
                # The line is there from the beginning: what a script adds to it moves nothing.
                key = "page-one" if count == 1 else "page-count"
                text = word(of(app.config.language), key).format(count=count)
                made.insert(0, nodes.paragraph("", text, classes=["page-progress"]))
            toctree.parent["classes"].append("page-list")
            toctree.replace_self(made)


def _complete(app: Sphinx, made: nodes.Element, page: str) -> int:
    """Add numbers and questions to a list of links; return how many of them lead to pages."""
    uri = app.builder.get_relative_uri
    every_page = (entry for part in parts(app.env) for entry in every(part.entries))
    entries = {uri(page, entry.page): entry for entry in every_page}
    count = 0
    for item in made.findall(nodes.list_item):
        link = item.next_node(nodes.reference)
        entry = entries.get(link["refuri"]) if link else None
        if link is None or entry is None:
            continue  # a section of a page
        count += 1
        if entry.number:
            link["secnumber"] = entry.number  # Sphinx's word for what it writes before the title
        if text := opening(app.env, entry.page):
            item.insert(1, nodes.paragraph("", text, classes=["page-question"]))
    return count


def setup(app: Sphinx) -> ExtensionMetadata:
    """Come when references are resolved, and Sphinx is about to resolve toctrees."""
    app.connect("doctree-resolved", _make_lists)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
