"""Formulas as MathML, made by docutils while a page is built: no script, and no other host.

Browsers and e-readers lay it out themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from docutils.utils.math import MathError
from docutils.utils.math.latex2mathml import tex2mathml
from sphinx.util import logging

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata
    from sphinx.writers.html5 import HTML5Translator

logger = logging.getLogger(__name__)


def _mathml(node: nodes.Element) -> str:
    """Return a formula as MathML; `MathError` where it cannot be had."""
    return str(tex2mathml(node.astext(), as_block=isinstance(node, nodes.math_block)))


def _check(_app: Sphinx, doctree: nodes.document) -> None:
    """Say of each formula that is wrong where it stands."""
    for kind in (nodes.math, nodes.math_block):
        for node in doctree.findall(kind):
            try:
                _mathml(node)
            except MathError as error:
                said = " ".join(str(error).split())
                message = f"{node.astext()!r} is no formula that MathML can be made of: {said}"
                logger.warning(message, location=node, type="markup", subtype="math")


def _visit(self: HTML5Translator, node: nodes.Element) -> None:
    try:
        mathml = _mathml(node)
    except MathError:
        mathml = self.encode(node.astext())  # `_check` has said it
    if isinstance(node, nodes.math_block):
        # What may scroll can be focused, for the keyboard to scroll it; nothing scrolls in a book.
        focus = "" if getattr(self.builder, "embedded", False) else ' tabindex="0"'
        mathml = f'<div class="math"{focus}>{mathml}</div>\n'
    self.body.append(mathml)
    raise nodes.SkipNode


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the renderer, which conf.py chooses."""
    app.add_html_math_renderer("mathml", (_visit, None), (_visit, None))
    app.connect("doctree-read", _check)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
