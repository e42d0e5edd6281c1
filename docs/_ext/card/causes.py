"""Why each line of an output stands where it stands, for books and Markdown: a list.

On the site, a mark says it in its popover (`card.marks`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from card.quoting import quoting
from card.saying.causes import sentence
from language.words import word

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

    from language.languages import Language
    from turns.exploring.findings import Findings


class snippet_causes(nodes.bullet_list):  # noqa: N801  (nodes are lower-case by convention)
    """The list, which only books and Markdown have."""


def element(found: Findings, language: Language) -> snippet_causes:
    """Return the list; empty if no line has a cause."""
    causes = snippet_causes("", bullet="*", classes=["snippet-causes"])
    for line, one in enumerate(found.marks):
        if cause := sentence(found, line, language):
            mark = word(language, f"mark-{one.because}")
            said = word(language, "mark-cause-of").format(mark=mark, line=one.text, cause=cause)
            causes += nodes.list_item("", nodes.paragraph("", "", *quoting(said)))
    return causes


def _visit(self: HTML5Translator, node: snippet_causes) -> None:
    if not self.builder.embedded:  # the marks say it
        raise nodes.SkipNode
    self.body.append(self.starttag(node, "ul"))


def _depart(self: HTML5Translator, _node: snippet_causes) -> None:
    self.body.append("</ul>\n")


def add_nodes(app: Sphinx) -> None:
    """Register the node; builders that know nothing of it show a list."""
    app.add_node(snippet_causes, html=(_visit, _depart))
