"""Leave the name of a table, and of a formula, to itself.

furo puts both into a box that scrolls, and gives the box all that they have: the name, too,
which would then be there twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def _unname(_app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    for box in doctree.findall(nodes.container):
        if {"math-wrapper", "table-wrapper"} & {*box["classes"]}:
            box["ids"] = []


def setup(app: Sphinx) -> ExtensionMetadata:
    """Come after furo, which wraps while references are resolved."""
    app.connect("doctree-resolved", _unname)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
