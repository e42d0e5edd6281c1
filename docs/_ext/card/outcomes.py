"""What a card says of all outcomes of its program, below the output: how many, and which.

A list that can be opened, each outcome with what is different in it; a script adds that it can be
played. In books, on paper and in Markdown the list is open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from card.differing import differing, in_circle, waiting
from card.quoting import quoting
from language.words import word
from turns.exploring.findings import SHOWN
from turns.exploring.outcomes import Outcome, Outcomes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

    from language.languages import Language
    from turns.exploring.findings import Findings

_NONE = Outcomes(0, "no other schedule was run", ())


class snippet_outcomes(nodes.container):  # noqa: N801  (nodes are lower-case by convention)
    """How many there are, and below that the list of them, which can be closed."""


class snippet_count(nodes.paragraph):  # noqa: N801
    """How many there are."""


class snippet_play(nodes.Invisible, nodes.Element):  # noqa: N801
    """A button that plays the run of ``schedule``, of which ``said`` says what is different."""


def element(found: Findings, language: Language) -> nodes.Element:
    """Return the line, with the list below it if there is more than one outcome."""
    queue, clock = (found.outcomes.get(mode, _NONE) for mode in ("queue", "clock"))
    said = nodes.paragraph("", "".join(_sentences(found, language)), classes=["snippet-outcomes"])
    normal = next((one for one in queue.listed if not one.witness.departures), None)
    items: list[nodes.Node] = []
    if normal is not None:
        items += _items(found, queue, clock, normal, language)
    if not items:
        return said
    node = snippet_outcomes("", snippet_count("", "", *said.children), classes=["snippet-outcomes"])
    more = _more(queue, clock, len(items), language)
    items += [more] if more is not None else []
    node += nodes.enumerated_list("", *items, enumtype="arabic", prefix="", suffix=".")
    return node


def _items(
    found: Findings, queue: Outcomes, clock: Outcomes, normal: Outcome, language: Language
) -> Iterator[nodes.list_item]:
    """Yield the others than the normal one, then those that need an early timer."""
    known = {(one.texts, one.end) for one in queue.listed}
    early = [one for one in clock.listed if (one.texts, one.end) not in known]
    for outcomes, listed in ((queue, queue.listed), (clock, early)):
        others = [one for one in listed if one.witness.departures]
        for one in others[:SHOWN]:
            said = differing(one, normal, language)
            if outcomes is clock:
                said = word(language, "outcome-early").format(said=said)
            item = nodes.paragraph("", "", *quoting(said))
            if found.departure(one.witness.schedule) is not None:
                play = word(language, "outcome-play")
                schedule = str(one.witness.schedule)
                item += snippet_play(schedule=schedule, said=said, word=play)
            yield nodes.list_item("", item)


def _more(queue: Outcomes, clock: Outcomes, listed: int, language: Language) -> nodes.Node | None:
    """Say how many others there are than those that are listed, if all are known."""
    more = max(queue.count, clock.count) - 1 - listed
    if more <= 0 or queue.inexact or clock.inexact:
        return None
    key = "outcome-one-more" if more == 1 else "outcome-more"
    return nodes.list_item("", nodes.paragraph("", word(language, key).format(count=more)))


def _sentences(found: Findings, language: Language) -> Iterator[str]:
    queue, clock = (found.outcomes.get(mode, _NONE) for mode in ("queue", "clock"))
    yield _counted(queue, clock, language)
    yield _deadlocks(queue, clock, language)
    yield _circle((*queue.listed, *clock.listed), language)
    for first, last in found.together:
        key = "together-two" if last == first + 1 else "together-more"
        yield word(language, key).format(first=first + 1, last=last + 1)


def _counted(queue: Outcomes, clock: Outcomes, language: Language) -> str:
    """Say how many there are, and how many more if timers could be early."""
    if queue.inexact and queue.count < 2:  # only the run that everybody sees
        return word(language, "outcomes-unknown")
    key = "many" if queue.inexact or queue.count > 1 else "one"
    if (clock.count, bool(clock.inexact)) != (queue.count, bool(queue.inexact)):
        key += "-clock"
    count, early = _many(queue, language), _many(clock, language)
    return word(language, f"outcomes-{key}").format(count=count, clock=early)


def _many(outcomes: Outcomes, language: Language) -> str:
    key = "outcomes-at-least" if outcomes.inexact else "outcomes-exactly"
    return word(language, key).format(count=f"{outcomes.count:,}")


def _deadlocks(queue: Outcomes, clock: Outcomes, language: Language) -> str:
    """Say how many of them are deadlocks, if any is known."""
    count = _known_deadlocks(queue)
    if not count:
        return word(language, "outcomes-deadlock-clock") if _known_deadlocks(clock) else ""
    if queue.inexact or queue.count > len(queue.listed):
        key = "outcomes-deadlocks-some"
    elif queue.count == 1:
        key = "outcomes-deadlock"
    else:
        key = "outcomes-deadlock-one" if count == 1 else "outcomes-deadlocks"
    return word(language, key).format(count=count)


def _circle(listed: Iterable[Outcome], language: Language) -> str:
    """Say of the first deadlock who holds what the next one waits for, if that is what it is."""
    end = next((one.end for one in listed if one.end.kind == "deadlock"), None)
    circle = in_circle(end) if end is not None else []
    if end is None or not circle or not all(one.holder and one.line for one in circle):
        return ""
    return word(language, "outcomes-circle").format(all=waiting(end, language))


def _known_deadlocks(outcomes: Outcomes) -> int:
    return sum(one.end.kind == "deadlock" for one in outcomes.listed)


def _visit(self: HTML5Translator, node: snippet_outcomes) -> None:
    self.body.append(self.starttag(node, "div" if self.builder.embedded else "details"))


def _depart(self: HTML5Translator, _node: snippet_outcomes) -> None:
    self.body.append("</div>\n" if self.builder.embedded else "</details>\n")


def _visit_count(self: HTML5Translator, node: snippet_count) -> None:
    self.body.append(self.starttag(node, "p" if self.builder.embedded else "summary", ""))


def _depart_count(self: HTML5Translator, _node: snippet_count) -> None:
    self.body.append("</p>\n" if self.builder.embedded else "</summary>\n")


def _visit_play(self: HTML5Translator, node: snippet_play) -> None:
    if not self.builder.embedded:
        self.body.append(button(self, node["schedule"], node["said"], node["word"]))
    raise nodes.SkipNode


def button(self: HTML5Translator, schedule: str, said: str, text: str) -> str:
    """Return a button that plays another run; a script shows it."""
    return (
        f'<button class="snippet-whatif" type="button" data-schedule="{schedule}"'
        f' data-said="{self.attval(said)}" hidden>{self.encode(text)}</button>'
    )


def add_nodes(app: Sphinx) -> None:
    """Register the nodes; builders that know nothing of them show the text."""
    app.add_node(snippet_outcomes, html=(_visit, _depart))
    app.add_node(snippet_count, html=(_visit_count, _depart_count))
    app.add_node(snippet_play, html=(_visit_play, None), text=(_skip, None), latex=(_skip, None))


def _skip(_self: Any, _node: snippet_play) -> None:  # noqa: ANN401 - any translator
    raise nodes.SkipNode
