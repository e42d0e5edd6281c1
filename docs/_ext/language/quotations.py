"""English that a Chinese page quotes is said to be English, so that it is read aloud as such.

Authors put it between straight quotation marks; what is Chinese has its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms import SphinxTransform

from language.languages import CHINESE, of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

_QUOTATION = re.compile(r'("[A-Za-z][^"\u3400-\u9fff]*")')
_CLASS = "language-en"
"""What docutils writes as the language of an element."""


class Quotations(SphinxTransform):
    """Marks the quotations of a Chinese page."""

    default_priority = 750  # Sphinx has split the text into its nodes

    def apply(self, **_kwargs: object) -> None:
        """Mark links that are a quotation as a whole, and those within a text."""
        if of(self.config.language) is not CHINESE:
            return
        for link in list(self.document.findall(nodes.reference)):
            if _QUOTATION.fullmatch(link.astext()):
                link["classes"].append(_CLASS)
        for text in list(self.document.findall(nodes.Text)):
            if not isinstance(
                text.parent, nodes.literal | nodes.literal_block | nodes.FixedTextElement
            ):
                parts = list(_parts(text.astext()))
                if any(isinstance(part, nodes.inline) for part in parts):
                    text.parent.replace(text, parts)


def _parts(text: str) -> Iterator[nodes.Node]:
    """Yield a text's quotations as elements, and what lies between them."""
    for part in _QUOTATION.split(text):
        if _QUOTATION.fullmatch(part):
            yield nodes.inline(part, part, classes=[_CLASS])
        elif part:
            yield nodes.Text(part)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the transform."""
    app.add_transform(Quotations)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
