"""Every code block can be focused, so that those which scroll can be scrolled with the keyboard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

_PRE = re.compile(r"<pre(?=[\s>])(?![^>]*\stabindex=)")


def make_focusable(html: str) -> str:
    """Give each ``<pre>`` of a page a place in the tab order; text holds no literal ``<``."""
    return _PRE.sub('<pre tabindex="0"', html)


def _on_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    del app, pagename, templatename, doctree
    if "body" in context:
        context["body"] = make_focusable(context["body"])


def setup(app: Sphinx) -> ExtensionMetadata:
    """Change the pages' HTML just before it goes into the template."""
    app.connect("html-page-context", _on_page)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
