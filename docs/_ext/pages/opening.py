"""How each page begins: the question that it answers, for whoever has not opened it yet.

A page's first paragraph leads to a question, mostly in a sentence or two. It is shown where the
page is offered: in the lists of chapters and of a chapter's pages, at the end of the page before
it, and in the picture beside a link from elsewhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from pages.by_page import ByPage

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

_TO_QUESTION = re.compile(r".*[?？]")


def opening(env: BuildEnvironment, page: str) -> str:
    """Return a page's first paragraph up to its last question, as plain text; may be empty."""
    return OpeningCollector.of(env).get(page, "")


def opening_of(doctree: nodes.document) -> str:
    """Return the same of a page that has been read."""
    return asked(doctree) or _text(doctree)


def asked(doctree: nodes.document, most: int | None = None) -> str:
    """Return the same, or up to its last question that ends in the first ``most`` characters.

    It is empty if nothing is asked there.
    """
    question = _TO_QUESTION.match(_text(doctree)[:most])
    return question[0] if question else ""


def first_paragraph(doctree: nodes.document) -> nodes.paragraph | None:
    """Return the first paragraph below the title that stands in no note, list or table."""
    section = doctree.next_node(nodes.section)
    blocks = section.children[1:] if section else []
    return next((one for one in blocks if isinstance(one, nodes.paragraph)), None)


def _text(doctree: nodes.document) -> str:
    first = first_paragraph(doctree)
    return " ".join(first.astext().split()) if first else ""


class OpeningCollector(ByPage[str]):
    """Keeps how pages begin."""

    name = "page_openings"

    def process_doc(self, app: Sphinx, doctree: nodes.document) -> None:
        """Look at a page that has been read."""
        self.of(app.env)[app.env.docname] = opening_of(doctree)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the collector."""
    app.add_env_collector(OpeningCollector)
    return {"env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
