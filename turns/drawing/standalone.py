"""The picture as one SVG file that needs nothing else: for an issue, an answer or a talk."""

from html import escape
from typing import Final

from turns.drawing import strips
from turns.drawing.layout import lay_out
from turns.drawing.parts import CHAR
from turns.drawing.picture import STYLE, described, drawn
from turns.recording.recording import EndKind, Recording
from turns.text import width

LONGEST = 1000
"""Width of a strip; what is longer goes on below."""
_MARGIN, _HEADING, _ROW = 16, 28, 18
_THEMES: Final = {
    "light": {
        "background-primary": "#ffffff",
        "background-secondary": "#f8f9fb",
        "background-border": "#dddddd",
        "foreground-primary": "#111111",
        "foreground-secondary": "#555555",
        "foreground-muted": "#666666",
        "foreground-border": "#888888",
        "brand-content": "#2757dd",
        "failed": "#b3202c",
    },
    "dark": {
        "background-primary": "#131416",
        "background-secondary": "#1a1c1e",
        "background-border": "#404449",
        "foreground-primary": "#e6e7e8",
        "foreground-secondary": "#b4b9c0",
        "foreground-muted": "#9ca3ab",
        "foreground-border": "#8d939b",
        "brand-content": "#5ca5ff",
        "failed": "#ff7b86",
    },
}
"""The colours of the site's two themes, by the names that the style knows them by."""
THEMES = tuple(_THEMES)


def svg(recording: Recording, heading: str, lang: str, theme: str) -> str:
    """Return the picture of a run below a heading; below it, how the run ended, if not well."""
    layout = lay_out(recording)
    ident = "turns"
    wide: float = max(strips.NAMES, width(heading) * strips.BOLD) + 2 * _MARGIN
    top: float = _MARGIN + _HEADING
    parts = []
    # Its parts are drawn once, out of sight, and shown piece by piece.
    for start, end in strips.cuts(layout, LONGEST):
        piece = strips.strip(layout, ident, start, end)
        parts.append(f'<g transform="translate({_MARGIN} {top:g})">{piece}</g>')
        wide = max(wide, strips.NAMES + end - start + 2 * _MARGIN)
        top += layout.height + _HEADING
    for line in _ending(recording):
        wide = max(wide, width(line) * CHAR + 2 * _MARGIN)
        parts.append(f'<text class="out errors" x="{_MARGIN}" y="{top:g}">{escape(line)}</text>')
        top += _ROW
    size = f'width="{wide:g}" height="{top:g}" viewBox="0 0 {wide:g} {top:g}"'
    colours = ";".join(f"--color-{name}:{value}" for name, value in _THEMES[theme].items())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' {size} role="img" aria-labelledby="{ident}-title {ident}-desc" lang="{lang}">'
        f"{described(recording, layout, lang, ident)}"
        f"<style>svg{{{colours}}}\n{STYLE.read_text(encoding='utf-8')}</style>"
        f'<rect width="100%" height="100%" fill="{_THEMES[theme]["background-primary"]}"/>'
        f"<defs>{drawn(recording, layout, lang, ident)}</defs>"
        f'<g class="picture-drawing"><text class="name" x="{_MARGIN}" y="{_MARGIN + 12}">'
        f"{escape(heading)}</text>{''.join(parts)}</g></svg>\n"
    )


def _ending(recording: Recording) -> list[str]:
    end = recording.ending
    if end.message is not None:
        return [*end.lines]
    if end.kind is EndKind.FINISHED and end.error:
        return [end.error]
    return []
