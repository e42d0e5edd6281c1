"""The question of a ``:predict:`` card, of three kinds; no output is seen until it is answered.

``order``: the lines of the output, to be put in order. They are mixed when the site is built, the
same way each time; `ordering.js` compares. ``values`` and ``promise``: what is printed next, and
who promises the place of a line, to be chosen (`card.choices`, `choice.js`). Without scripts, in
print and in books there is no question, and the output is shown at once.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from docutils import nodes

from card import choices
from card.agreement import places
from card.marks import shape
from language.words import word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

    from card.choices import Choice
    from language.languages import Language
    from turns.exploring.findings import Findings
    from turns.snippet.grammar import ExpectedLine

KINDS = ("order", "values", "promise")
NEEDED = {
    "order": "that prints 2 to 12 lines",
    "values": "of which two wrong answers are made by mistakes or other schedules",
    "promise": "that has a line whose place depends on another turn than the line above",
}
"""What a program must have, beyond being recorded, for each kind."""
MOST_LINES = 12
"""Lines that a reader may be asked to put in order."""
ROW = (
    '<li data-line="{line}"><span class="predict-grip" aria-hidden="true"></span>'
    '<code lang="en">{text}</code>'
    '<button class="predict-up" type="button" aria-label="{up}"></button>'
    '<button class="predict-down" type="button" aria-label="{down}"></button></li>'
)
"""A line: from its grip a finger drags it, and its buttons move it by one."""


class snippet_predict(nodes.Invisible, nodes.Element):  # noqa: N801 (as docutils' nodes)
    """The question: ``ask`` and other words; ``rows``, or ``choice`` and its ``answers``.

    ``rows`` are pairs of a line's index in the output and its text, ``answers`` triples of what is
    behind an answer, its name if it has one, and its text.
    """


def question(
    kind: str, found: Findings, expected: Sequence[ExpectedLine], language: Language
) -> snippet_predict | None:
    """Return the question about a program; None if it cannot be asked."""
    if kind == "order":
        return _order(found, expected, language)
    asks = choices.values if kind == "values" else choices.promise
    choice = asks(found, expected)
    return choose(kind, choice, language, can_give_up=True) if choice else None


def _order(
    found: Findings, expected: Sequence[ExpectedLine], language: Language
) -> snippet_predict | None:
    place = places(expected, [mark.text for mark in found.marks])
    if not 2 <= len(place) <= MOST_LINES:
        return None
    rows = sorted((place[i], line.text.replace("...", "…")) for i, line in enumerate(expected))
    return snippet_predict(
        rows=_mixed(rows, found.name), **_words(language, "ask", "check", "show", "up", "down")
    )


def choose(
    kind: str, choice: Choice, language: Language, *, can_give_up: bool = False
) -> snippet_predict:
    """Return a question that is answered by choosing."""
    above = list(choice.above)
    if kind == "values":
        ask = word(language, "predict-ask-values" if above else "predict-ask-first")
        answers = [(behind, "", text) for behind, text in choice.answers]
    else:
        line, before = above[choice.line], above[choice.line - 1]
        ask = word(language, "predict-ask-promise").format(line=line, above=before)
        answers = [
            (mark, word(language, f"mark-{mark}"), word(language, f"predict-by-{mark}"))
            for mark, _ in choice.answers
        ]
    words = _words(language, "check", *(["show"] if can_give_up else []))
    return snippet_predict(ask=ask, choice=choice, answers=answers, **words)


def _words(language: Language, *keys: str) -> dict[str, str]:
    return {key: word(language, f"predict-{key}") for key in keys}


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
    # Only a chapter has a score: a page in a folder.
    chapter = " data-scored" if "/" in self.builder.current_docname else ""
    asked = _rows(self, node) if "rows" in node else _answers(self, node)
    show = (
        f' <button class="predict-show" type="button">{self.encode(node["show"])}</button>'
        if "show" in node
        else ""
    )
    self.body.append(
        f'<div class="snippet-predict"{chapter}>{asked}'
        '<p class="predict-moved" role="status"></p><p class="predict-buttons">'
        f'<button class="predict-check primary" type="button">{self.encode(node["check"])}</button>'
        f"{show}"
        "</p></div>\n"
    )
    raise nodes.SkipNode


def _rows(self: HTML5Translator, node: snippet_predict) -> str:
    rows = "".join(
        ROW.format(
            line=line,
            text=self.encode(text),
            up=self.attval(node["up"].format(text=text)),
            down=self.attval(node["down"].format(text=text)),
        )
        for line, text in node["rows"]
    )
    return f"<p>{self.encode(node['ask'])}</p><ol>{rows}</ol>"


def _answers(self: HTML5Translator, node: snippet_predict) -> str:
    choice: Choice = node["choice"]
    above = self.encode("\n".join(choice.above))
    seen = f'<pre lang="en"><samp>{above}</samp></pre>' if above else ""
    # Buttons of one question have a name of their own on the page.
    name = "-".join(("predict", *node.parent["ids"]))
    answers = "".join(
        f'<label><input type="radio" name="{name}" value="{behind}">'
        f"{_answer(self, behind, mark, text)}</label>"
        for behind, mark, text in node["answers"]
    )
    return (
        f'<fieldset data-asked="{choice.line}" data-right="{choice.right}">'
        f"<legend>{self.encode(node['ask'])}</legend>{seen}{answers}</fieldset>"
    )


def _answer(self: HTML5Translator, behind: str, mark: str, text: str) -> str:
    if not mark:
        return f'<code lang="en">{self.encode(text)}</code>'
    named = f'<b class="mark mark-{behind}">{shape(behind)}{self.encode(mark)}</b>'
    return f"{named}<span>{self.encode(text)}</span>"


def _skip(_self: Any, _node: snippet_predict) -> None:  # noqa: ANN401 - any translator
    raise nodes.SkipNode


def add_nodes(app: Sphinx) -> None:
    """Register the node; builders without a visitor of their own leave it out."""
    app.add_node(snippet_predict, html=(_visit, None), text=(_skip, None), latex=(_skip, None))
