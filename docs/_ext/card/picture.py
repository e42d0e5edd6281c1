"""The picture of a recording on a page, where Markdown tells its story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from language.words import word
from turns.drawing.picture import draw
from turns.drawing.story import tell

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from language.languages import Language
    from markup.markdown import MarkdownWriter
    from turns.recording.recording import Recording


class snippet_picture(nodes.raw):  # noqa: N801  (nodes are lower-case by convention)
    """The picture as HTML, and its story in ``sentences``, which ``told`` introduces."""


def element(recording: Recording, language: Language) -> snippet_picture:
    """Return the picture for a page."""
    html = draw(recording, language.folder)
    story = [*tell(recording, language.folder)]
    return snippet_picture("", html, format="html", told=word(language, "told"), sentences=story)


def _tell(self: MarkdownWriter, node: snippet_picture) -> None:
    self.add(node["told"], prefix_eol=2, suffix_eol=2)
    self.add("\n".join(f"- {self.escaped(one)}" for one in node["sentences"]), suffix_eol=2)
    raise nodes.SkipNode


def add_nodes(app: Sphinx) -> None:
    """Register the node: Markdown tells the story."""
    app.add_node(snippet_picture, markdown=(_tell, None))
