"""The question of a ``:predict:`` card: the lines of its output, to be put in order.

The lines are mixed when the site is built, the same way each time. `predict.js` lets the reader
move them and compares; without scripts, in print and in books there is no question, and the output
is shown at once.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from docutils import nodes

from card.agreement import places
from language.words import word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

    from language.languages import Language
    from turns.exploring.findings import Findings
    from turns.snippet.grammar import ExpectedLine

MOST_LINES = 12
"""Lines that a reader may be asked to put in order."""
ROW = (
    '<li data-line="{line}"><span class="predict-grip" aria-hidden="true"></span>'
    "<code>{text}</code>"
    '<button class="predict-up" type="button" aria-label="{up}"></button>'
    '<button class="predict-down" type="button" aria-label="{down}"></button></li>'
)
"""A line: from its grip a finger drags it, and its buttons move it by one."""


class snippet_predict(nodes.Invisible, nodes.Element):  # noqa: N801 (as docutils' nodes)
    """The question: ``rows``, pairs of a line's index in the output and its text, and words."""


def question(
    found: Findings, expected: Sequence[ExpectedLine], language: Language
) -> snippet_predict | None:
    """Return the question about a program; None if its lines cannot be put in order."""
    place = places(expected, [mark.text for mark in found.marks])
    if not 2 <= len(place) <= MOST_LINES:
        return None
    rows = sorted((place[i], line.text.replace("...", "…")) for i, line in enumerate(expected))
    return snippet_predict(
        rows=_mixed(rows, found.name),
        **{key: word(language, f"predict-{key}") for key in ("ask", "check", "show", "up", "down")},
    )


def _mixed(rows: list[tuple[int, str]], name: str) -> list[tuple[int, str]]:
    """Mix the rows, by lot but the same on every machine; of two, the order says nothing."""
    lot = random.Random(name)  # noqa: S311 - nobody has to be kept from guessing
    mixed = rows.copy()
    lot.shuffle(mixed)
    while len(rows) > 2 and [text for _, text in mixed] == [text for _, text in rows]:
        lot.shuffle(mixed)
    return mixed


def _visit(self: HTML5Translator, node: snippet_predict) -> None:
    if self.builder.embedded:
        raise nodes.SkipNode
    rows = "".join(
        ROW.format(
            line=line,
            text=self.encode(text),
            up=self.attval(node["up"].format(text=text)),
            down=self.attval(node["down"].format(text=text)),
        )
        for line, text in node["rows"]
    )
    self.body.append(
        f'<div class="snippet-predict"><p>{self.encode(node["ask"])}</p>'
        f'<ol lang="en">{rows}</ol><p class="predict-moved" role="status"></p>'
        '<p class="predict-buttons">'
        f'<button class="predict-check" type="button">{self.encode(node["check"])}</button> '
        f'<button class="predict-show" type="button">{self.encode(node["show"])}</button></p>'
        "</div>\n"
    )
    raise nodes.SkipNode


def _skip(_self: Any, _node: snippet_predict) -> None:  # noqa: ANN401 - any translator
    raise nodes.SkipNode


def add_nodes(app: Sphinx) -> None:
    """Register the node; builders without a visitor of their own leave it out."""
    app.add_node(snippet_predict, html=(_visit, None), text=(_skip, None), latex=(_skip, None))
