"""The ``{legend}`` role: an element of the picture, by itself, for the page that explains it.

It is drawn with the classes and shapes of `turns.drawing`, so it cannot look otherwise there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxRole

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


class Legend(SphinxRole):
    """Draw an element by its name; nothing where there are no drawings."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return the drawing, or an error that names the elements."""
        sample = SAMPLES.get(self.text)
        if sample is None:
            known = ", ".join(SAMPLES)
            message = self.inliner.reporter.error(
                f"{self.text!r} is not drawn in pictures; write one of {known}", line=self.lineno
            )
            return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}"'
            f' viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true">{sample}</svg>'
        )
        html = f'<span class="picture-drawing picture-legend">{svg}</span>'
        return [nodes.raw("", html, format="html")], []


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the role."""
    app.add_role("legend", Legend())
    return {"parallel_read_safe": True, "parallel_write_safe": True}
