"""The order that the first card of a page shows, for the picture beside links to that page."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from card.nodes import snippet_card
from card.store import recordings_of
from language.languages import of
from language.words import word
from markup.shown_order import ATTRIBUTE, Kind, Line, Row
from turns.drawing import rows as drawn
from turns.drawing.telling import headed, left_by, name_of
from turns.drawing.timeline import timeline
from turns.drawing.words import say
from turns.recording.recording import Stream

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from language.languages import Language
    from turns.exploring.findings import Findings
    from turns.recording.recording import Recording

MOST = 10
"""Rows; there is room for no more in a picture."""
_LINES = {
    drawn.Line.READY: Line.READY,
    drawn.Line.LATE: Line.READY,
    drawn.Line.JOB: Line.WORKS,
}
_KINDS = {
    drawn.Kind.TURN: Kind.TURN,
    drawn.Kind.HELD: Kind.ON,
    drawn.Kind.OVER: Kind.ON,
    drawn.Kind.PAUSE: Kind.PAUSE,
    drawn.Kind.OUTSIDE: Kind.OUTSIDE,
}
"""What else a picture has is left out."""
_WORD = re.compile(r"[\w-]+")


def order(found: Findings, language: Language) -> Iterator[Row]:
    """Yield the rows of a run from its beginning, each line with its mark."""
    picture = timeline(found.recording, language.folder)
    names = _names(found.recording)
    marks = iter(found.marks)
    is_new_line = True
    for row, lanes in zip(picture.rows, picture.lanes, strict=True):
        if row.kind is drawn.Kind.FOLD:
            return  # what is left out has lines, too, and marks
        kind = _KINDS.get(row.kind)
        if kind is None:
            continue
        after = {
            lanes[owner]: _LINES.get(line, Line.WAITS)
            for owner, line in row.after.items()
            if line is not drawn.Line.HELD
        }
        lane = None if row.owner is None else lanes[row.owner]
        number, name = 0, row.thread or ""
        if row.turn is not None:
            number, name = row.turn.number, name_of(row.turn) * (kind is Kind.TURN)
        printed = [one for one in row.written if one.stream is Stream.OUTPUT]
        for one in printed:
            mark = next(marks, None) if is_new_line else None
            is_new_line = one.text.endswith("\n")
            key = mark.because if mark else ""
            said = word(language, f"mark-{key}") if key else ""
            yield Row(kind, lane, number, names.get(name, name), key, said, one.shown, after)
            kind, name = (Kind.ON if row.turn else kind), ""
        if not printed:
            happens = _happens(row, names, language.folder)
            yield Row(kind, lane, number, names.get(name, name), "", "", happens, after)


def _names(recording: Recording) -> dict[str, str]:
    """Return how tasks are called: by their coroutine, if no other task runs the same one."""
    tasks = recording.tasks
    counts = Counter(task.coroutine for task in tasks)
    return {one.name: one.coroutine for one in tasks if counts[one.coroutine] == 1}


def _happens(row: drawn.Row, names: Mapping[str, str], lang: str) -> str:
    """Say what a row shows without a line: how long it takes, or what is waited for."""
    if row.kind is drawn.Kind.PAUSE:
        return headed(row, lang)
    if row.held and not row.is_over:
        return say(lang, "seconds", time=f"{row.held:.6g}")
    said = say(lang, "and-then").join(left_by(row, lang))
    return _WORD.sub(lambda found: names.get(found[0], found[0]), said)


def _add(app: Sphinx, doctree: nodes.document) -> None:
    """Put the order into the node of the first card that has one."""
    for card in doctree.findall(snippet_card):
        if "recording" not in card:
            continue
        recorded = recordings_of(app.config).of(card["recording"])
        if recorded and recorded.findings:
            card[ATTRIBUTE] = (*islice(order(recorded.findings, of(app.config.language)), MOST),)
            return


def setup(app: Sphinx) -> ExtensionMetadata:
    """Look at each page when it has been read."""
    app.connect("doctree-read", _add)
    return {"env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
