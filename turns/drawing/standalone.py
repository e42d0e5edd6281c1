"""The picture as one SVG file that needs nothing else: for an issue, an answer or a talk."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from turns.drawing import graph
from turns.drawing.picture import STYLE
from turns.drawing.story import tell
from turns.drawing.telling import Piece, Tone, headed, pieces
from turns.drawing.timeline import timeline
from turns.drawing.words import say
from turns.recording.recording import Recording
from turns.text import width, wrapped

COLUMNS = 88
"""Of text beside the lanes; what is longer goes on below."""
_MARGIN, _HEADING, _BESIDE = 16, 30, 62
_ROW = 19
"""Height of each further line of a row."""
_CHAR = 7.6
"""Width of a column of text, at most."""
_STYLE: Final = """
text{fill:var(--color-foreground-primary);font:13px system-ui,sans-serif}
.odd{fill:var(--color-background-secondary)}
.then,.beside,.number{fill:var(--color-foreground-secondary)}
.beside{font-size:12px}.name,.strong{font-weight:bold}
.output,.errors{font-family:ui-monospace,monospace;white-space:pre}
.warning,.errors{fill:var(--color-failed)}
"""
_THEMES: Final = {
    "light": {
        "background-primary": "#fff",
        "background-secondary": "#f3f7f7",
        "foreground-primary": "#141a1a",
        "foreground-secondary": "#55605f",
        "foreground-muted": "#647070",
        "foreground-border": "#7a8686",
        "running": "#0b6872",
        "ready": "#a3195b",
        "timer": "#8a4b00",
        "done": "#2b7016",
        "cancelled": "#55605f",
        "failed": "#b3202c",
    },
    "dark": {
        "background-primary": "#101516",
        "background-secondary": "#172021",
        "foreground-primary": "#d9dfdf",
        "foreground-secondary": "#a3adad",
        "foreground-muted": "#8b9696",
        "foreground-border": "#737f7f",
        "running": "#58c4cf",
        "ready": "#ff8fc0",
        "timer": "#f0b35a",
        "done": "#8fd070",
        "cancelled": "#a3adad",
        "failed": "#ff7b86",
    },
}
"""The colours of the site's two themes, by the names that the style knows them by."""
THEMES = tuple(_THEMES)


def svg(recording: Recording, heading: str, lang: str, theme: str, style: str | None = None) -> str:
    """Return the picture of a run below a heading, its rows below each other.

    ``style`` is for what is drawn; where no file of ours can be read, whoever shows it adds that.
    """
    if style is None:
        style = STYLE.read_text(encoding="utf-8")
    picture = timeline(recording, lang)
    left = _MARGIN + _BESIDE + graph.width(picture) + 8
    wide = max(2 * _MARGIN + width(heading) * _CHAR, left + COLUMNS * _CHAR + _MARGIN)
    top: float = _MARGIN + _HEADING
    parts = []
    for index, row in enumerate(picture.rows):
        lines = [*_lines(pieces(row, recording, lang))]
        high = max(graph.height(picture, index), 12 + _ROW * len(lines))
        if row.is_odd and row.turn is not None:
            parts.append(f'<rect class="odd" y="{top:g}" width="100%" height="{high:g}"/>')
        beside = escape(headed(row, lang))
        parts.append(f'<text class="beside" x="{_MARGIN}" y="{top + 20:g}">{beside}</text>')
        place = f'x="{_MARGIN + _BESIDE}" y="{top:g}" width="{graph.width(picture):g}"'
        parts.append(
            f'<svg class="picture-drawing" {place} height="{high:g}">'
            f"{graph.draw(picture, index)}</svg>"
        )
        parts += (
            f'<text x="{left:g}" y="{top + 20 + _ROW * n:g}">{line}</text>'
            for n, line in enumerate(lines)
        )
        top += high
    size = f'width="{wide:g}" height="{top + _MARGIN:g}" viewBox="0 0 {wide:g} {top + _MARGIN:g}"'
    colours = ";".join(f"--color-{name}:{value}" for name, value in _THEMES[theme].items())
    story = escape(say(lang, "space").join(tell(recording, lang)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" lang="{lang}"'
        f' aria-labelledby="turns-title turns-desc">'
        f'<title id="turns-title">{escape(say(lang, "title"))}</title>'
        f'<desc id="turns-desc">{story}</desc>'
        f"<style>svg{{{colours}}}{_STYLE}{style}</style>"
        f'<rect width="100%" height="100%" fill="{_THEMES[theme]["background-primary"]}"/>'
        f'<text class="name" x="{_MARGIN}" y="{_MARGIN + 12}">{escape(heading)}</text>'
        f"{''.join(parts)}</svg>\n"
    )


def _lines(said: Iterable[Piece]) -> Iterator[str]:
    """Yield what stands below each other: a line of output has a line of its own."""
    line, used = "", 0
    for piece in said:
        texts = [*wrapped(piece.text, COLUMNS)] or [""]
        is_output = piece.tone in {Tone.OUTPUT, Tone.ERRORS}
        if is_output:
            starts = range(0, max(1, len(piece.text)), COLUMNS)
            texts = [piece.text[start : start + COLUMNS] for start in starts]
        if line and (is_output or used + width(texts[0]) > COLUMNS):
            yield line
            line, used = "", 0
        for text in texts[:-1]:
            yield _span(piece.tone, text)
        line += ("\N{NO-BREAK SPACE}" if line else "") + _span(piece.tone, texts[-1])
        used += width(texts[-1]) + 1
        if is_output:
            yield line
            line, used = "", 0
    if line:
        yield line


def _span(tone: Tone, text: str) -> str:
    return f'<tspan class="{tone}">{escape(text)}</tspan>'
