"""The picture of a recording: who ran when, who waited for what, and what was printed, as SVG.

It needs no script, follows the theme through CSS and tells the same story in words to those who do
not see it. Lane names are HTML beside the drawing, so that they stay in sight when it scrolls
inside its frame.
"""

from collections.abc import Sequence
from html import escape
from itertools import pairwise
from pathlib import Path

from turns.drawing import strips
from turns.drawing.layout import lay_out, waker
from turns.drawing.parts import (
    BOX,
    CHAR,
    FOLD,
    LANE,
    ROW,
    SMALL,
    TOP,
    Bar,
    Box,
    Layout,
    Outside,
    shown,
    sign,
)
from turns.drawing.story import sentence, sentences
from turns.drawing.words import say
from turns.recording.recording import (
    Recording,
    State,
    Stream,
    ThreadKind,
    WaitKind,
    Written,
)
from turns.text import clip, width

_STYLES = {kind: kind.value for kind in WaitKind} | dict.fromkeys(
    (WaitKind.TASK, WaitKind.FUTURE, WaitKind.TURN), "other"
)
"""The class of the line for a wait: by its kind, but for kinds that are drawn alike."""


STYLE = Path(__file__).with_name("picture.css")
"""How it looks, wherever it is shown."""


def draw(recording: Recording, lang: str, ident: str) -> str:
    """Return the picture as HTML; ``ident`` is unique on its page."""
    layout = lay_out(recording)
    lanes = names(recording, layout, lang)
    listed = "".join(
        f'<li class="rows-{(bottom - top - LANE) / ROW + 1:g}"><b>{escape(name)}</b>'
        f" {escape(below)}</li>"
        for (name, below), (top, bottom) in zip(lanes, pairwise(layout.tops), strict=True)
    )
    wide, high = f"{layout.width:g}", f"{layout.height:g}"
    size = f'width="{wide}" height="{high}" viewBox="0 0 {wide} {high}"'
    return (
        f'<div class="snippet-picture"><ol class="picture-lanes" aria-hidden="true">{listed}</ol>'
        f'<div class="picture-frame" tabindex="0" role="group"'
        f' aria-label="{escape(say(lang, "title"))}">'
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img"'
        f' aria-labelledby="{ident}-title {ident}-desc">'
        f"{described(recording, layout, lang, ident)}{drawn(recording, layout, lang, ident)}"
        f"</svg></div>{strips.below_each_other(layout, ident)}</div>\n"
    )


def described(recording: Recording, layout: Layout, lang: str, ident: str) -> str:
    """Return the title, and the story for those who do not see the picture."""
    story = say(lang, "space").join(sentences(recording, layout, lang))
    return (
        f'<title id="{ident}-title">{escape(say(lang, "title"))}</title>'
        f'<desc id="{ident}-desc">{escape(story)}</desc>'
    )


def names(recording: Recording, layout: Layout, lang: str) -> list[tuple[str, str]]:
    """Return what stands beside each lane: a name, and what it is."""
    return [
        *(_lane_name(recording, name, lang) for name in layout.lanes),
        *(_thread_name(recording, thread, lang) for thread in layout.threads),
    ]


def drawn(recording: Recording, layout: Layout, lang: str, ident: str) -> str:
    """Return the drawing, the group ``ident``-all, and before it what it and strips refer to."""
    lanes = names(recording, layout, lang)
    parts = [
        *(f'<path class="lane" d="M0 {top:g}H{layout.width:g}"/>' for top in layout.tops[:-1]),
        *(_pause(layout, x, time, lang) for x, time in layout.pauses),
        *_waits(layout, lang),
        *_arrows(recording, layout, ident),
        *(part for bar in layout.bars for part in _job(bar, ident)),
        *(_turn(box, lang) for box in layout.boxes),
        *(_outside(one, layout) for one in layout.outside),
    ]
    if layout.folded is not None:
        x, count = layout.folded
        text = escape(say(lang, "folded", count=count))
        parts.append(f'<text class="fold" x="{x + FOLD / 2:g}" y="{TOP - 10}">{text}</text>')
    return (
        f'<defs class="picture-drawing">'
        f"{''.join(_head(ident, kind) for kind in ('make', 'wake', 'cancel'))}"
        f"{strips.names(lanes, layout, ident)}</defs>"
        f'<g id="{ident}-all" class="picture-drawing">{"".join(parts)}</g>'
    )


def _head(ident: str, kind: str) -> str:
    return (
        f'<marker id="{ident}-{kind}" class="{kind}-head" viewBox="0 0 8 8" refX="7" refY="4"'
        ' markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z"/></marker>'
    )


def _lane_name(recording: Recording, name: str | None, lang: str) -> tuple[str, str]:
    if name is None:
        return say(lang, "loop"), ""
    return name, next((task.coroutine for task in recording.tasks if task.name == name), "")


def _thread_name(recording: Recording, name: str | None, lang: str) -> tuple[str, str]:
    if name is None:
        return say(lang, "outside"), ""
    kinds = {thread.name: thread.kind for thread in recording.threads}
    return name, say(lang, kinds.get(name, ThreadKind.THREAD))


def _pause(layout: Layout, x: float, time: float, lang: str) -> str:
    text = escape(say(lang, "time", time=f"{time:.6g}"))
    return (
        f'<path class="pause" d="M{x:g} {TOP}V{layout.height:g}"/>'
        f'<text class="time" x="{x:g}" y="{TOP - 10}">{text}</text>'
    )


def _waits(layout: Layout, lang: str) -> list[str]:
    """Draw a line from each turn to the next of the same task, and on what it waits."""
    parts = []
    for index, box in enumerate(layout.boxes):
        if box.state is None or box.state.state not in {State.WAITING, State.READY}:
            continue
        later = (b for b in layout.boxes[index + 1 :] if b.lane == box.lane)
        following = next(later, None)
        end = following.x if following else layout.width
        y = box.middle
        wait = box.state.wait
        style = _STYLES[wait.kind] if wait else "ready"
        lines = (y - 2, y + 2) if style == "thread" else (y,)
        path = "".join(f"M{box.end:g} {line:g}H{end:g}" for line in lines)
        parts.append(f'<path class="wait {style}" d="{path}"/>')
        room = int((end - box.end - 8) / SMALL)
        name = wait.on if wait else say(lang, "is-ready")
        if name and room >= 5:
            text = escape(clip(name, room))
            parts.append(f'<text class="on" x="{box.end + 4:g}" y="{y - 6:g}">{text}</text>')
    return parts


def _arrows(recording: Recording, layout: Layout, ident: str) -> list[str]:
    """Draw who made whom, and who woke whom, between lanes."""
    parts = []
    boxes = {box.turn.number: box for box in layout.boxes}
    makers = {task.name: task.made_by for task in recording.tasks}
    met: set[str] = set()
    for box in layout.boxes:
        name = box.turn.task
        source: Box | Bar | None = waker(recording, box, layout)
        kind = "wake"
        if name is None:
            kind = "make"
        elif name not in met:
            met.add(name)
            source, kind = boxes.get(makers.get(name, 0)), "make"
        elif box.state and box.state.state is State.CANCELLED:
            kind = "cancel"
        if source is None or source.lane == box.lane:
            continue
        x = source.x + BOX / 2
        if isinstance(source, Bar):  # it may have been at any time during the job
            x = max(source.x, min(source.end, box.x) - 4)
        y = source.y + (BOX if source.lane < box.lane else 0)
        around = any(b.lane == box.lane and x < b.end and b.x < box.x for b in layout.boxes)
        parts.append(_arrow(kind, (x, y), (box.x, box.middle), ident, around=around))
    return parts


def _arrow(
    kind: str,
    start: tuple[float, float],
    end: tuple[float, float],
    ident: str,
    *,
    around: bool = False,
) -> str:
    """Draw from a place above or below to the left side of a box; ``around`` one before it."""
    x, y = end
    bend = f"{x - 17:g} {start[1]:g}" if around else f"{start[0]:g} {y:g}"
    curve = f"M{start[0]:g} {start[1]:g}C{bend} {x - 17:g} {y:g} {x - 1:g} {y:g}"
    return f'<path class="{kind}" marker-end="url(#{ident}-{kind})" d="{curve}"/>'


def _job(bar: Bar, ident: str) -> list[str]:
    """Draw what a thread does, and the arrow from who asked for it."""
    long = bar.end - bar.x
    middle = bar.y + BOX / 2
    x = bar.x if width(bar.name) * CHAR < long else bar.end
    shape = (
        f'<rect x="{bar.x:g}" y="{bar.y:g}" width="{long:g}" height="{BOX}" rx="4"/>'
        f'<text x="{x + 4:g}" y="{bar.y + 16:g}">{escape(bar.name)}</text>'
    )
    parts = [f'<g class="job"><title>{escape(bar.name)}</title>{shape}</g>']
    if bar.maker:
        start = (bar.maker.x + BOX / 2, bar.maker.y + BOX)
        parts.append(_arrow("make", start, (bar.x, middle), ident))
    return parts


def _turn(box: Box, lang: str) -> str:
    turn = box.turn
    state = box.state.state if box.state else None
    x, y = box.x, box.y
    title = escape(sentence(box, lang))
    parts = [
        f'<g class="turn {state or "callback"}" data-turn="{turn.number}"><title>{title}</title>',
        f'<path class="hit" d="M{x:g} {y:g}h{box.width:g}v{BOX + 18}h-{box.width:g}z"/>',
        f'<rect x="{x:g}" y="{y:g}" width="{BOX}" height="{BOX}" rx="4"/>',
        f'<text class="n" x="{x + BOX / 2:g}" y="{y + 16:g}">{turn.number}</text>',
    ]
    if state:
        parts.append(sign(state, x, y))
    if box.failure:
        error = escape(box.failure)
        parts.append(f'<text class="on" x="{x + BOX + 16:g}" y="{y + 16:g}">{error}</text>')
    if box.callback:
        name = escape(box.callback)
        parts.append(f'<text class="on" x="{x:g}" y="{y + BOX + 13:g}">{name}</text>')
    if turn.written:
        parts.append(_written(x, y + BOX + 14, turn.written))
    return "".join([*parts, "</g>"])


def _outside(one: Outside, layout: Layout) -> str:
    return _written(one.x, layout.tops[one.lane] + BOX + 18, one.written)


def _written(x: float, y: float, written: Sequence[Written]) -> str:
    """Write what a turn writes; what is too long or too much is in the title."""
    texts, whole = shown(written), [one.shown for one in written]
    title = f"<title>{escape(chr(10).join(whole))}</title>" if texts != whole else ""
    kinds = {Stream.OUTPUT: "out", Stream.ERRORS: "out errors"}
    return "".join(
        # Its length is given so that it is the same in every font.
        f'<text class="{kinds[one.stream]}" x="{x:g}" y="{y + ROW * row:g}"'
        f' textLength="{width(text) * CHAR:g}">{escape(text)}{title}</text>'
        for row, (text, one) in enumerate(zip(texts, written, strict=False))
    )
