"""What a card shows of all outcomes of its program, below the output: how many, and which.

A list that can be opened, each outcome with what is different in it; a script adds that it can be
played. In books, on paper and in Markdown the list is open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from card.quoting import quoting
from card.saying.outcomes import all_outcomes
from language.words import word

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

    from card.saying.outcomes import Item
    from language.languages import Language
    from turns.exploring.findings import Findings


class snippet_outcomes(nodes.container):  # noqa: N801  (nodes are lower-case by convention)
    """How many there are, and below that the list of them, which can be closed; see ``is_open``."""


class snippet_count(nodes.paragraph):  # noqa: N801
    """How many there are."""


class snippet_play(nodes.Invisible, nodes.Element):  # noqa: N801
    """A button that plays the run of ``schedule``, of which ``said`` says what is different."""


def element(found: Findings, language: Language) -> nodes.Element:
    """Return the line, with the list below it if there is more than one outcome."""
    all_ = all_outcomes(found, language)
    if not all_.items:
        return nodes.paragraph("", all_.sentence, classes=["snippet-outcomes"])
    count = snippet_count("", "", nodes.Text(all_.sentence))
    items = [nodes.list_item("", _item(one, language)) for one in all_.items]
    if all_.more:
        items.append(nodes.list_item("", nodes.paragraph("", all_.more)))
    listed = nodes.enumerated_list("", *items, enumtype="arabic", prefix="", suffix=".")
    others = nodes.paragraph("", all_.others)
    return snippet_outcomes("", count, others, listed, classes=["snippet-outcomes"])


def _item(one: Item, language: Language) -> nodes.paragraph:
    item = nodes.paragraph("", "", *quoting(one.said))
    if one.schedule:
        play = word(language, "outcome-play")
        item += snippet_play(schedule=one.schedule, said=one.said, word=play)
    return item


def _visit(self: HTML5Translator, node: snippet_outcomes) -> None:
    is_open: Any = {"open": "open"} if node.get("is_open") else {}
    tag = ("div", {}) if self.builder.embedded else ("details", is_open)
    self.body.append(self.starttag(node, tag[0], **tag[1]))


def _depart(self: HTML5Translator, _node: snippet_outcomes) -> None:
    self.body.append("</div>\n" if self.builder.embedded else "</details>\n")


def _visit_count(self: HTML5Translator, node: snippet_count) -> None:
    self.body.append(self.starttag(node, "p" if self.builder.embedded else "summary", ""))


def _depart_count(self: HTML5Translator, _node: snippet_count) -> None:
    self.body.append("</p>\n" if self.builder.embedded else "</summary>\n")


def _visit_play(self: HTML5Translator, node: snippet_play) -> None:
    if not self.builder.embedded:
        self.body.append(button(self, node["schedule"], node["said"], node["word"]))
    raise nodes.SkipNode


def button(self: HTML5Translator, schedule: str, said: str, text: str) -> str:
    """Return a button that plays another run; a script shows it."""
    return (
        f'<button class="snippet-whatif" type="button" data-schedule="{schedule}"'
        f' data-said="{self.attval(said)}" hidden>{self.encode(text)}</button>'
    )


def add_nodes(app: Sphinx) -> None:
    """Register the nodes; builders that know nothing of them show the text."""
    app.add_node(snippet_outcomes, html=(_visit, _depart))
    app.add_node(snippet_count, html=(_visit_count, _depart_count))
    app.add_node(snippet_play, html=(_visit_play, None), text=(_skip, None), latex=(_skip, None))


def _skip(_self: Any, _node: snippet_play) -> None:  # noqa: ANN401 - any translator
    raise nodes.SkipNode
