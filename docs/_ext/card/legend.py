"""The ``{legend}`` role: a mark or an element of the picture, for the page that explains it.

It is drawn with the shapes of `card.marks`, or with the classes and shapes of `turns.drawing`, so
it cannot look otherwise there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxRole

from card import marks
from turns.drawing import graph
from turns.drawing.rows import Line, Link
from turns.recording.recording import State

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

WIDTH, HEIGHT = 32, 28
_X, _Y = WIDTH / 2, HEIGHT / 2


SAMPLES = {
    "turn": graph.node(_X, _Y, None),
    "callback": graph.node(_X, _Y, None, is_callback=True),
    **{
        state.value: graph.node(_X, _Y, state)
        for state in (State.DONE, State.FAILED, State.CANCELLED)
    },
    **{line.value: graph.lane(line, _X) for line in Line},
    **{link.value: graph.arrow(link, 6, 24) for link in Link},
    "pause": f'<path class="pause" d="M0 {_Y:g}H{WIDTH}"/>',
    "printed": graph.lane(Line.JOB, _X) + graph.printed(_X, _Y),
}
"""Elements of the picture."""


class Legend(SphinxRole):
    """Draw what has this name; nothing where there are no drawings."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return the drawing, or an error that names all that are drawn."""
        if self.text in marks.SHAPES:
            html = mark(self.text)
        elif self.text in SAMPLES:
            html = _element(self.text)
        else:
            known = ", ".join((*marks.SHAPES, *SAMPLES))
            message = self.inliner.reporter.error(
                f"{self.text!r} is not drawn on cards; write one of {known}", line=self.lineno
            )
            return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]
        return [nodes.raw("", html, format="html")], []


def mark(because: str) -> str:
    """Return the shape of a mark for a sentence, as HTML."""
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
