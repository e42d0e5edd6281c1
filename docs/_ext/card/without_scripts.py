"""What a page says only to readers without scripts; in print and in books, it is said to all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata
    from sphinx.writers.html5 import HTML5Translator


class without_scripts(nodes.container):  # noqa: N801  (nodes are lower-case by convention)
    """What is said where nothing can be run."""


def _visit(self: HTML5Translator, _node: without_scripts) -> None:
    if not self.builder.embedded:
        self.body.append("<noscript>")


def _depart(self: HTML5Translator, _node: without_scripts) -> None:
    if not self.builder.embedded:
        self.body.append("</noscript>\n")


def show_inside(_self: Any, _node: nodes.Element) -> None:  # noqa: ANN401 - any translator
    """Show what is inside, and nothing around it."""


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the node."""
    app.add_node(without_scripts, html=(_visit, _depart), markdown=(show_inside, show_inside))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
