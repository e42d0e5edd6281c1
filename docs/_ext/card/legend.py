"""The ``{legend}`` role: a mark or an element of the picture, for the page that explains it.

It is drawn with the shapes of `card.marks`, or with the classes and shapes of `turns.drawing`, so
it cannot look otherwise there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxRole

from card import marks
from turns.drawing.parts import BOX, sign
from turns.recording.recording import State

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

WIDTH, HEIGHT = 56, 28
_X, _Y = 4, 2
"""Where the box of a turn is drawn."""
_BOX = (
    f'<rect x="{_X}" y="{_Y}" width="{BOX}" height="{BOX}" rx="4"/>'
    f'<text class="n" x="{_X + BOX // 2}" y="{_Y + 16}">7</text>'
)
_LINE = "M2 14H54"
_HEAD = '<path class="{kind}-head" d="M46 10L54 14L46 18z"/>'

SAMPLES = {
    "turn": f'<g class="turn done">{_BOX}</g>',
    "callback": f'<g class="turn callback">{_BOX}</g>',
    "job": '<g class="job"><rect x="2" y="2" width="52" height="24" rx="4"/>'
    '<text x="8" y="18">work</text></g>',
    **{
        kind: f'<path class="wait {kind}" d="{_LINE}"/>'
        for kind in ("ready", "timer", "other", "shared", "io")
    },
    "thread": '<path class="wait thread" d="M2 12H54M2 16H54"/>',
    **{
        kind: f'<path class="{kind}" d="M2 14H48"/>{_HEAD.format(kind=kind)}'
        for kind in ("make", "wake", "cancel")
    },
    "pause": '<path class="pause" d="M28 14V28"/><text class="time" x="28" y="10">0.1 s</text>',
    **{
        state.value: f'<g class="turn {state}">{_BOX}{sign(state, _X, _Y)}</g>'
        for state in (State.DONE, State.FAILED, State.CANCELLED)
    },
}
"""Elements of the picture."""


class Legend(SphinxRole):
    """Draw what has this name; nothing where there are no drawings."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return the drawing, or an error that names all that are drawn."""
        if self.text in marks.SHAPES:
            html = _mark(self.text)
        elif self.text in SAMPLES:
            html = _element(self.text)
        else:
            known = ", ".join((*marks.SHAPES, *SAMPLES))
            message = self.inliner.reporter.error(
                f"{self.text!r} is not drawn on cards; write one of {known}", line=self.lineno
            )
            return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]
        return [nodes.raw("", html, format="html")], []


def _mark(because: str) -> str:
    return f'<span class="mark mark-{because} mark-legend">{marks.shape(because)}</span>'


def _element(name: str) -> str:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}"'
        f' viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true">{SAMPLES[name]}</svg>'
    )
    return f'<span class="picture-drawing picture-legend">{svg}</span>'


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the role."""
    app.add_role("legend", Legend())
    return {"parallel_read_safe": True, "parallel_write_safe": True}
