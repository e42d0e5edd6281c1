"""Where a card's player and its game open, and the buttons for that; the scripts fill them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from docutils import nodes

from card.saying.causes import proofs
from language.words import word

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

    from language.languages import Language
    from turns.exploring.findings import Findings


class snippet_player(nodes.Invisible, nodes.Element):  # noqa: N801  (nodes are lower-case by convention)
    """What the buttons say, ``step`` and ``play``; empty for none.

    ``proofs`` say why goals of the board are out of reach, by their indices there.
    """


def element(found: Findings, language: Language, only: int | None = None) -> snippet_player:
    """Return it; with the index of an ``only`` goal of the board there is the game alone."""
    return snippet_player(
        step=word(language, "open-player") if only is None else "",
        play=word(language, "open-game") if found.board else "",
        proofs={
            index: said
            for index, said in proofs(found, language).items()
            if only is None or index == str(only)
        },
    )


def _visit(self: HTML5Translator, node: snippet_player) -> None:
    if not self.builder.embedded:
        buttons = {"snippet-step primary": node["step"], "snippet-play": node["play"]}
        texts = self.attval(json.dumps(node["proofs"], ensure_ascii=False))
        proofs = f' data-proofs="{texts}"' if node["proofs"] else ""
        self.body += [
            '<div class="snippet-buttons" hidden>',
            *(
                f'<button class="{name}" type="button">{self.encode(text)}</button>'
                for name, text in buttons.items()
                if text
            ),
            "</div>",
            '<div class="snippet-player" hidden></div>',
            f'<div class="snippet-game"{proofs} hidden></div>\n',
        ]
    raise nodes.SkipNode


def _skip(_self: HTML5Translator, _node: nodes.Element) -> None:
    raise nodes.SkipNode


def add_nodes(app: Sphinx) -> None:
    """Register the node; builders without scripts show nothing of it."""
    app.add_node(snippet_player, html=(_visit, None), text=(_skip, None), latex=(_skip, None))
