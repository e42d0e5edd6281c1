"""Chinese lines join without a gap, and a literal ``**`` does not reach a page unseen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging

from language.languages import CHINESE, of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

logger = logging.getLogger(__name__)

LITERAL: tuple[type, ...] = (
    nodes.literal,
    nodes.FixedTextElement,
    nodes.math,
    nodes.math_block,
    nodes.raw,
    nodes.Invisible,
    nodes.system_message,
    nodes.problematic,
    addnodes.desc_signature,
    addnodes.desc_inline,
    addnodes.literal_emphasis,
    addnodes.literal_strong,
)
"""Nodes whose text is code or is not shown: no rule about prose applies to it."""

OPAQUE = "\ufffc"
"""Stands for what is neither Chinese nor a space: code, an image, a link yet to resolve."""

_BREAK = re.compile(r"[ \t]*\n[ \t]*")
_CHARACTER = re.compile(
    r"[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_FULL_WIDTH = re.compile(
    r"[\u3001-\u3003\u3008-\u3011\u3014-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]"
)
_SHARED = re.compile(r"[\u2014\u2018\u2019\u201c\u201d\u2026\u00b7]")
"""Punctuation that Chinese has in common with English."""


def needs_no_space(before: str, after: str) -> bool:
    """Tell whether a line break between two characters is to vanish.

    It does between two Chinese characters, beside full-width punctuation (which carries its own
    space) and between a Chinese character and a quotation mark or dash; it stays a space between
    Chinese and Latin.
    """
    if _FULL_WIDTH.match(before) or _FULL_WIDTH.match(after):
        return True
    chinese = [bool(_CHARACTER.match(before)), bool(_CHARACTER.match(after))]
    shared = [bool(_SHARED.match(before)), bool(_SHARED.match(after))]
    return any(chinese) and all(c or s for c, s in zip(chinese, shared, strict=True))


def join_lines(block: nodes.TextElement) -> None:
    """Remove from ``block`` the line breaks that Chinese does not show, across inline nodes too."""
    leaves = list(_leaves(block, (*LITERAL, nodes.image, addnodes.pending_xref)))
    text = "".join(shown for _leaf, shown in leaves)
    dropped: set[int] = set()
    for match in _BREAK.finditer(text):
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        if before and after and needs_no_space(before, after):
            dropped.update(range(*match.span()))
    if not dropped:
        return
    position = 0
    for leaf, shown in leaves:
        kept = "".join(c for i, c in enumerate(shown, position) if i not in dropped)
        position += len(shown)
        if isinstance(leaf, nodes.Text) and kept != shown and leaf.parent is not None:
            leaf.parent.replace(leaf, nodes.Text(kept) if kept else [])


def blocks(node: nodes.Element) -> Iterator[nodes.TextElement]:
    """Yield the outermost elements with text below ``node``: paragraphs, titles, terms; no code."""
    for child in node.children:
        if isinstance(child, LITERAL):
            continue
        if isinstance(child, nodes.TextElement):
            yield child
        elif isinstance(child, nodes.Element):
            yield from blocks(child)


def _leaves(node: nodes.Element, opaque: tuple[type, ...]) -> Iterator[tuple[nodes.Node, str]]:
    """Yield what stands below ``node`` with the text it shows, that of ``opaque`` as `OPAQUE`."""
    for child in node.children:
        if isinstance(child, nodes.Text):
            yield child, str(child)
        elif isinstance(child, nodes.Invisible):
            continue
        elif isinstance(child, opaque) or not child.children:
            # A link that is empty now gets its text later.
            yield child, OPAQUE
        elif isinstance(child, nodes.Element):
            yield from _leaves(child, opaque)


class JoinLines(SphinxTransform):
    """Join Chinese lines before titles are collected for navigation."""

    default_priority = 840

    def apply(self, **_kwargs: object) -> None:
        """Join in every block of a Chinese page."""
        if of(self.config.language) is CHINESE:
            for block in list(blocks(self.document)):
                join_lines(block)


class JoinLinesAtLinks(SphinxPostTransform):
    """Join them beside links as well, whose text is only known once they are resolved."""

    default_priority = 200

    def run(self, **_kwargs: object) -> None:
        """Join in every block of a Chinese page."""
        if of(self.config.language) is CHINESE:
            for block in list(blocks(self.document)):
                join_lines(block)


class RefuseAsterisks(SphinxTransform):
    """Warn of ``**`` in prose: the author meant emphasis and CommonMark saw none."""

    default_priority = JoinLines.default_priority - 10
    # Before the joining, which loses the line numbers.

    def apply(self, **_kwargs: object) -> None:
        """Check every block, and the texts that Sphinx keeps in attributes."""
        for block in blocks(self.document):
            self.check(block, "".join(shown for _leaf, shown in _leaves(block, LITERAL)))
        for image in self.document.findall(nodes.image):
            self.check(image, image.get("alt", ""))
        for toctree in self.document.findall(addnodes.toctree):
            self.check(toctree, toctree.get("caption") or "")

    def check(self, node: nodes.Element, text: str) -> None:
        """Warn once of the first ``**`` in ``text``, which ``node`` shows."""
        before, found, after = text.partition("**")
        if not found:
            return
        line = _line(node) + before.count("\n")
        excerpt = before[-12:].rpartition("\n")[2] + found + after[:12].partition("\n")[0]
        logger.warning(
            "a literal `**` reaches the page: `%s`. CommonMark sees no emphasis where `**` stands"
            " between punctuation and a letter (Chinese characters are letters): move the"
            " punctuation outside, as in `**注意**：这里`, or write code in backticks",
            excerpt,
            location=(self.env.docname, line),
            type="typography",
            subtype="asterisks",
        )


def _line(node: nodes.Node | None) -> int:
    """Return the line where a node begins, or the nearest known one around it."""
    while node is not None:
        if node.line:
            return node.line
        node = node.parent
    return 1


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the transforms."""
    app.add_transform(RefuseAsterisks)
    app.add_transform(JoinLines)
    app.add_post_transform(JoinLinesAtLinks)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
