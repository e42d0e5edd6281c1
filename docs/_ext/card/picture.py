"""The picture of a film: who ran when, who waited for what, and what was printed, as inline SVG.

Drawn when the site is built: it needs no script, follows the theme through CSS (card.css) and
tells the same story in words to those who do not see it. Lane names are HTML beside the drawing,
so that they stay in sight when it scrolls inside its frame.
"""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from docutils import nodes

from card import picture_paper
from card.picture_layout import lay_out, waker
from card.picture_parts import (
    BOX,
    CHAR,
    FOLD,
    LANE,
    ROW,
    SMALL,
    TOP,
    Bar,
    Box,
    Film,
    Layout,
    clip,
    printed,
    width,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx

    from plain.markdown import PageTranslator

_KINDS = {
    "timer": ("sleep", "timeout", "wait_for"),
    "shared": ("Lock", "Queue", "Event", "Semaphore", "Condition", "Barrier"),
    "thread": ("to_thread", "run_in_executor", "loop.shutdown_default_executor", "loop.getaddr"),
    "io": ("Stream", "open_connection", "start_server", "Server", "loop.sock_", "loop.create_"),
}
"""How a wait is drawn, by how the name of what is awaited begins; ``other`` for tasks and futures.
"""


class snippet_picture(nodes.raw):  # noqa: N801  (nodes are lower-case by convention)
    """The picture as HTML, and its story in ``sentences``, which ``told`` introduces."""


def element(film: Film, words: Callable[[str], str], ident: str) -> snippet_picture:
    """Return the picture for a page; the arguments are those of `draw`."""
    story = sentences(film, lay_out(film), words)
    html = draw(film, words, ident)
    return snippet_picture("", html, format="html", told=words("told"), sentences=story)


def draw(film: Film, words: Callable[[str], str], ident: str) -> str:
    """Return the picture as HTML; ``ident`` is unique on its page, ``words`` gives them by key."""
    layout = lay_out(film)
    parts = [
        *(f'<path class="lane" d="M0 {top:g}H{layout.width:g}"/>' for top in layout.tops[:-1]),
        *(_pause(layout, x, time, words) for x, time in layout.pauses),
        *_waits(layout, words),
        *_arrows(film, layout, ident),
        *(part for bar in layout.bars for part in _job(bar, ident)),
        *(_turn(box, words) for box in layout.boxes),
        *(_printed(x, layout.tops[lane] + BOX + 18, texts) for x, lane, texts, _ in layout.outside),
    ]
    if layout.folded is not None:
        x, count = layout.folded
        text = escape(words("picture-folded").format(count=count))
        parts.append(f'<text class="fold" x="{x + FOLD / 2:g}" y="{TOP - 10}">{text}</text>')
    lanes = [
        *(_lane_name(film, name, words) for name in layout.lanes),
        *(_thread_name(thread, words) for thread in layout.threads),
    ]
    listed = "".join(
        f'<li class="rows-{(bottom - top - LANE) / ROW + 1:g}"><b>{escape(name)}</b>'
        f" {escape(below)}</li>"
        for (name, below), (top, bottom) in zip(lanes, pairwise(layout.tops), strict=True)
    )
    story = words("picture-space").join(sentences(film, layout, words))
    wide, high = f"{layout.width:g}", f"{layout.height:g}"
    size = f'width="{wide}" height="{high}" viewBox="0 0 {wide} {high}"'
    return (
        f'<div class="snippet-picture"><ol class="picture-lanes" aria-hidden="true">{listed}</ol>'
        f'<div class="picture-frame" tabindex="0" role="group"'
        f' aria-label="{escape(words("picture-title"))}">'
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img"'
        f' aria-labelledby="{ident}-title {ident}-desc">'
        f'<title id="{ident}-title">{escape(words("picture-title"))}</title>'
        f'<desc id="{ident}-desc">{escape(story)}</desc>'
        f'<defs class="picture-drawing">'
        f"{''.join(_head(ident, kind) for kind in ('make', 'wake', 'cancel'))}"
        f"{picture_paper.names(lanes, layout, ident)}</defs>"
        f'<g id="{ident}-all" class="picture-drawing">{"".join(parts)}</g></svg></div>'
        f"{picture_paper.strips(layout, ident)}</div>\n"
    )


def _head(ident: str, kind: str) -> str:
    return (
        f'<marker id="{ident}-{kind}" class="{kind}-head" viewBox="0 0 8 8" refX="7" refY="4"'
        ' markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z"/></marker>'
    )


def _lane_name(film: Film, name: str | None, words: Callable[[str], str]) -> tuple[str, str]:
    if name is None:
        return words("picture-loop"), ""
    return name, next((task["coro"] for task in film["tasks"] if task["name"] == name), "")


def _thread_name(thread: str | None, words: Callable[[str], str]) -> tuple[str, str]:
    if thread is None:
        return words("picture-outside"), ""
    kind = (
        "process" if thread.startswith("Process_") else "thread"
    )  # as `turns.runtime.pools` names them
    return thread, words(f"picture-{kind}")


def _pause(layout: Layout, x: float, time: float, words: Callable[[str], str]) -> str:
    text = escape(words("picture-time").format(time=f"{time:.6g}"))
    return (
        f'<path class="pause" d="M{x:g} {TOP}V{layout.height:g}"/>'
        f'<text class="time" x="{x:g}" y="{TOP - 10}">{text}</text>'
    )


def _kind(on: str) -> str:
    """Say how a wait is drawn."""
    return next((kind for kind, names in _KINDS.items() if on.startswith(names)), "other")


def _waits(layout: Layout, words: Callable[[str], str]) -> list[str]:
    """Draw a line from each turn to the next of the same task, and on what it waits."""
    parts = []
    for index, box in enumerate(layout.boxes):
        if box.state is None or box.state[0] not in {"waiting", "ready"}:
            continue
        later = (b for b in layout.boxes[index + 1 :] if b.lane == box.lane)
        following = next(later, None)
        end = following.x if following else layout.width
        y = box.middle
        state, _, on = box.state
        kind = _kind(on or "") if state == "waiting" else "ready"
        lines = (y - 2, y + 2) if kind == "thread" else (y,)
        path = "".join(f"M{box.end:g} {line:g}H{end:g}" for line in lines)
        parts.append(f'<path class="wait {kind}" d="{path}"/>')
        room = int((end - box.end - 8) / SMALL)
        name = on if state == "waiting" else words("picture-is-ready")
        if name and room >= 5:
            text = escape(clip(name, room))
            parts.append(f'<text class="on" x="{box.end + 4:g}" y="{y - 6:g}">{text}</text>')
    return parts


def _arrows(film: Film, layout: Layout, ident: str) -> list[str]:
    """Draw who made whom, and who woke whom, between lanes."""
    parts = []
    boxes = {box.turn["n"]: box for box in layout.boxes}
    makers = {task["name"]: task["by"] for task in film["tasks"]}
    met: set[str] = set()
    for box in layout.boxes:
        name = box.turn["task"]
        source: Box | Bar | None = waker(film, box, layout)
        kind = "wake"
        if name is None:
            kind = "make"
        elif name not in met:
            met.add(name)
            source, kind = boxes.get(makers.get(name, 0)), "make"
        elif box.state and box.state[0] == "cancelled":
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


def _turn(box: Box, words: Callable[[str], str]) -> str:
    turn = box.turn
    state = box.state[0] if box.state else "callback"
    x, y = box.x, box.y
    title = escape(_sentence(box, words))
    parts = [
        f'<g class="turn {state}" data-turn="{turn["n"]}"><title>{title}</title>',
        f'<path class="hit" d="M{x:g} {y:g}h{box.width:g}v{BOX + 18}h-{box.width:g}z"/>',
        f'<rect x="{x:g}" y="{y:g}" width="{BOX}" height="{BOX}" rx="4"/>',
        f'<text class="n" x="{x + BOX / 2:g}" y="{y + 16:g}">{turn["n"]}</text>',
    ]
    if state == "done":
        parts.append(f'<path class="sign" d="M{x + BOX + 3:g} {y + 12:g}l3 4 6-8"/>')
    elif state == "failed":
        parts.append(f'<path class="sign" d="M{x + BOX + 4:g} {y + 8:g}l8 8m0-8l-8 8"/>')
        error = escape(box.failure)
        parts.append(f'<text class="on" x="{x + BOX + 16:g}" y="{y + 16:g}">{error}</text>')
    elif state in {"cancelled", "stopped"}:
        ring = "a5 5 0 1 0 10 0a5 5 0 1 0-10 0"
        parts.append(f'<path class="sign" d="M{x + BOX + 4:g} {y + 12:g}{ring}m2 3.5l6-7"/>')
    elif box.callback:
        name = escape(box.callback)
        parts.append(f'<text class="on" x="{x:g}" y="{y + BOX + 13:g}">{name}</text>')
    if turn["out"]:
        parts.append(_printed(x, y + BOX + 14, turn["out"]))
    return "".join([*parts, "</g>"])


def _printed(x: float, y: float, lines: list[str]) -> str:
    """Write what is printed; what is too long or too much is in the title."""
    shown = printed(lines)
    title = f"<title>{escape(chr(10).join(lines))}</title>" if shown != lines else ""
    return "".join(
        # Its length is given so that it is the same in every font.
        f'<text class="out" x="{x:g}" y="{y + ROW * row:g}" textLength="{width(text) * CHAR:g}">'
        f"{escape(text)}{title}</text>"
        for row, text in enumerate(shown)
    )


def sentences(film: Film, layout: Layout, words: Callable[[str], str]) -> list[str]:
    """Tell the story of the picture."""
    story = [_sentence(box, words) for box in layout.boxes]
    if layout.folded is not None:
        story.append(words("picture-folded").format(count=layout.folded[1]))
    last = film["turns"][-1]["n"]
    for name, thread, _, begins, ends in film["jobs"]:
        span = {"begins": begins, "ends": last if ends is None else ends}
        story.append(words("picture-job").format(name=name, thread=thread, **span))
    if film["error"]:
        story.append(film["error"])
    return story


def _sentence(box: Box, words: Callable[[str], str]) -> str:
    turn = box.turn
    who = turn["task"] or turn["cb"]
    text = words("picture-turn").format(n=turn["n"], time=f"{turn['t']:.6g}", who=who)
    if turn["out"]:
        lines = words("picture-comma").join(f"“{line}”" for line in turn["out"])
        text += words("picture-prints").format(text=lines)
    if box.state is not None:
        state, _, on = box.state
        key = "picture-waits-for" if state == "waiting" and on else f"picture-{state}"
        text += words(key).format(on=on or "")
    text += words("picture-stop")
    if turn["outside"]:
        lines = words("picture-comma").join(f"“{line}”" for _, line, _ in turn["outside"])
        text += words("picture-meanwhile").format(text=lines)
    return text


def _tell(self: PageTranslator, node: snippet_picture) -> None:
    self.add(node["told"], prefix_eol=2, suffix_eol=2)
    self.add("\n".join(f"- {self.escaped(one)}" for one in node["sentences"]), suffix_eol=2)
    raise nodes.SkipNode


def add_nodes(app: Sphinx) -> None:
    """Register the node: Markdown tells the story."""
    app.add_node(snippet_picture, markdown=(_tell, None))
