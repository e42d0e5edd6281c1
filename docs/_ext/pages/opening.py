"""How each page begins: the question that it answers, for whoever has not opened it yet.

A page's first paragraph leads to a question, mostly in a sentence or two. It is shown where the
page is offered: in the list of its chapter and at the end of the page before it.
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

_TO_QUESTION = re.compile(r".*[?？]", re.DOTALL)


def opening(env: BuildEnvironment, page: str) -> str:
    """Return a page's first paragraph up to its last question, as plain text; may be empty."""
    return OpeningCollector.of(env).get(page, "")


def opening_of(doctree: nodes.document) -> str:
    """Return the same of a page that has been read."""
    section = doctree.next_node(nodes.section)
    blocks = section.children[1:] if section else []
    first = next((one for one in blocks if isinstance(one, nodes.paragraph)), None)
    text = " ".join(first.astext().split()) if first else ""
    question = _TO_QUESTION.match(text)
    return question[0] if question else text


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
