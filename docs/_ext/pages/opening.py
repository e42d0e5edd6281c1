"""How each page begins: the question that it answers, for whoever has not opened it yet.

A page's first paragraph leads to a question, mostly in a sentence or two. It is shown where the
page is offered: in the list of its chapter and at the end of the page before it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.environment.collectors import EnvironmentCollector

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

_TO_QUESTION = re.compile(r".*[?？]", re.DOTALL)


def opening(env: BuildEnvironment, page: str) -> str:
    """Return a page's first paragraph up to its last question, as plain text; may be empty."""
    return _openings(env).get(page, "")


def opening_of(doctree: nodes.document) -> str:
    """Return the same of a page that has been read."""
    section = doctree.next_node(nodes.section)
    blocks = section.children[1:] if section else []
    first = next((one for one in blocks if isinstance(one, nodes.paragraph)), None)
    text = " ".join(first.astext().split()) if first else ""
    question = _TO_QUESTION.match(text)
    return question[0] if question else text


def _openings(env: BuildEnvironment) -> dict[str, str]:
    found: dict[str, str] = vars(env).setdefault("page_openings", {})
    return found


class OpeningCollector(EnvironmentCollector):
    """Keeps in the environment how pages begin."""

    def process_doc(self, app: Sphinx, doctree: nodes.document) -> None:
        """Look at a page that has been read."""
        _openings(app.env)[app.env.docname] = opening_of(doctree)

    def clear_doc(self, _app: Sphinx, env: BuildEnvironment, docname: str) -> None:
        """Forget a page that is read again or gone."""
        _openings(env).pop(docname, None)

    def merge_other(
        self,
        _app: Sphinx,
        env: BuildEnvironment,
        docnames: AbstractSet[str],
        other: BuildEnvironment,
    ) -> None:
        """Take over what another process read."""
        theirs = _openings(other)
        _openings(env).update({name: theirs[name] for name in docnames if name in theirs})


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the collector."""
    app.add_env_collector(OpeningCollector)
    return {"env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
