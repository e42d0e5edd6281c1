"""The picture of a recording: who ran when, who waited for what, and what was printed.

A list of rows, from above to below: lanes as SVG, and beside them text that any reader can read,
hear, select and search. It needs no script and follows the theme through CSS.
"""

from html import escape
from pathlib import Path

from turns.drawing import graph
from turns.drawing.rows import Kind, Line, Picture
from turns.drawing.telling import Piece, Tone, headed, pieces
from turns.drawing.timeline import has_row, timeline
from turns.drawing.words import say
from turns.recording.recording import Recording
from turns.text import ranges

STYLE = Path(__file__).with_name("picture.css")
"""How it looks, wherever it is shown."""
MOST = 8
"""Ranges of turns without a row that are named."""
_TAGS = {
    Tone.NUMBER: ("<b>", "</b>"),
    Tone.NAME: ('<strong lang="en">', "</strong>"),
    Tone.QUIET: ('<span class="then">', "</span>"),
    Tone.WARNING: ('<span class="bad">', "</span>"),
    Tone.OUTPUT: ('<code lang="en">', "</code>"),
    Tone.ERRORS: ('<code class="errors" lang="en">', "</code>"),
}


def draw(recording: Recording, lang: str) -> str:
    """Return the picture as HTML."""
    picture = timeline(recording, lang)
    wide = graph.width(picture)
    rows = "".join(_row(picture, index, recording, lang) for index in range(len(picture.rows)))
    return (
        f'<ol class="snippet-picture" style="--graph:{wide:g}px"'
        f' aria-label="{escape(say(lang, "title"))}">{rows}</ol>{_key(recording, lang)}\n'
    )


def _row(picture: Picture, index: int, recording: Recording, lang: str) -> str:
    row = picture.rows[index]
    is_turn = row.turn is not None and row.kind is not Kind.FIRED
    number = f' data-turn="{row.turn.number}"' if row.turn is not None and is_turn else ""
    classes = f"{row.kind} odd" if row.is_odd and row.turn is not None else f"{row.kind}"
    text = "".join(_said(piece) for piece in pieces(row, recording, lang))
    high = graph.height(picture, index)
    style = f' style="min-height:{high:g}px"' if high > graph.LEAST else ""
    return (
        f'<li class="{classes}"{number}{style}>{_beside(headed(row, lang))}'
        f'<svg class="picture-drawing" aria-hidden="true">{graph.draw(picture, index)}</svg>'
        f"<div>{text}</div></li>"
    )


def _key(recording: Recording, lang: str) -> str:
    """Return what the sign means that all is about, and whose turns have no row.

    The other signs are explained on a page.
    """
    sign = graph.lane(Line.READY, 10)
    drawn = f'<svg class="picture-drawing" width="20" height="16" aria-hidden="true">{sign}</svg>'
    own = ranges((turn.number for turn in recording.turns if not has_row(turn)), "\N{EN DASH}")
    rest = ["\N{HORIZONTAL ELLIPSIS}"] * (len(own) > MOST)
    numbers = say(lang, "comma").join([*own[:MOST], *rest])
    silent = f" <span>{escape(say(lang, 'loops-own', numbers=numbers))}</span>" if own else ""
    return f'<p class="picture-key">{drawn} {escape(say(lang, "key"))}{silent}</p>'


def _beside(text: str) -> str:
    return f"<i>{escape(text)}</i>" if text else ""


def _said(piece: Piece) -> str:
    before, after = _TAGS[piece.tone]
    return f"{before}{escape(piece.text)}{after} "
