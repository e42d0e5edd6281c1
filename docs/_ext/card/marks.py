"""The marks in the gutter of an output: what promises that a line stands where it stands.

They are drawn here; `turns.exploring.explore` computes them, and `card.saying` says what they mean.
Each is a shape and a word, and explains itself: in a popover that the browser opens and closes by
itself (tap, Enter, Escape), which `marks.js` also opens on hover and focus. In books only the
shape and the word are left, and in Markdown the word; builders that know no gutter (text, LaTeX)
show nothing.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from docutils import nodes

from card import outcomes
from card.saying.lines import line as said_of
from language.languages import Language, of
from language.words import word
from markup.targets import targets_of
from turns.text import width

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

    from markup.markdown import MarkdownWriter
    from turns.exploring.findings import Findings


SHAPES = {
    "program": '<path d="M1 1h10v10H1z"/>',
    "documented": '<path class="drawn" d="M2.2 1h5l2.6 2.6V11H2.2zM4.2 5.6h3.6M4.2 8.2h3.6"/>',
    "clock": '<path class="drawn" d="M6 1a5 5 0 1 1 0 10A5 5 0 1 1 6 1zM6 2.8V6l2.4 1.5"/>',
    "queue": '<path d="M1 1h10v2.4H1zM1 4.8h10v2.4H1zM1 8.6h10V11H1z"/>',
    "nobody": "".join(
        f'<circle cx="{x}" cy="{y}" r="1.7"/>'
        for x, y in ((2.2, 2.2), (9.8, 2.2), (6, 6), (2.2, 9.8), (9.8, 9.8))
    ),
    "unknown": '<path class="drawn" d="M3.2 4A2.8 2.8 0 1 1 7.4 6.4Q6 7.2 6 8.4M6 10v1.8"/>',
}
"""What is drawn in a square of 12 by 12."""
EXPLANATIONS = "cards"
"""The page that explains the marks; below, the heading there."""
EXPLANATIONS_ANCHOR = "cards-marks"


class snippet_mark(nodes.inline):  # noqa: N801  (nodes are lower-case by convention)
    """A mark: the fields of `card.saying.lines.Line`, its ``line`` by index, and words."""


def mark(found: Findings, line: int, ident: str, language: Language) -> snippet_mark:
    """Return the mark of a line that was printed; ``ident`` is unique on the page."""
    return snippet_mark(
        "",
        line=line,
        ident=f"{ident}-mark-{line}",
        more=word(language, "mark-more"),
        together=word(language, "together"),
        **asdict(said_of(found, line, language)),
    )


_DRAWN = {
    "first": "\N{BOX DRAWINGS LIGHT DOWN AND RIGHT}",
    "inside": "\N{BOX DRAWINGS LIGHT VERTICAL}",
    "last": "\N{BOX DRAWINGS LIGHT UP AND RIGHT}",
}
"""The bracket beside lines between which nothing ever comes, where it is text."""


def shape(because: str) -> str:
    """Return the shape of a mark as an element of SVG."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 12" aria-hidden="true">'
        f"{SHAPES[because]}</svg>"
    )


def beside(lines: nodes.Element) -> str:
    """Return the lines of an output, the words of their marks in a column before them."""
    marks: dict[int, tuple[str, str]] = {}
    text = ""
    for node in lines.findall():
        if isinstance(node, snippet_mark):
            marks[text.count("\n")] = node.get("name", ""), node["bracket"]
        elif isinstance(node, nodes.Text):
            text += node
    wide = max((width(name) for name, _ in marks.values()), default=0)
    if not wide:
        return text
    shown = []
    for index, line in enumerate(text.splitlines()):
        name, bracket = marks.get(index, ("", ""))
        beside = "" if not bracket else f"{_DRAWN.get(bracket, ' ')} "
        shown.append(f"{name}{' ' * (wide - width(name))}  {beside}{line}".rstrip())
    return "\n".join(shown)


def write_beside(self: MarkdownWriter, node: nodes.Element) -> None:
    """Write an output into Markdown; the first one on a page links to what the marks mean."""
    self.fenced(beside(node), "text")
    first = node.next_node(snippet_mark)
    here = self.builder.current_doc_name
    if first and first is self.document.next_node(snippet_mark) and here != EXPLANATIONS:
        address = self.builder.get_relative_uri(here, EXPLANATIONS)
        self.add(f"[{word(of(self.config.language), 'mark-more')}]({address})", suffix_eol=2)
    raise nodes.SkipNode


def _visit(self: HTML5Translator, node: snippet_mark) -> None:
    because = node["because"]
    kind = f"mark mark-{because}"
    name = self.encode(node["name"])
    language = of(self.config.language).tag
    bracket = ""
    if node["bracket"]:
        title = f' title="{self.attval(node["together"])}"' if node["bracket"] != "out" else ""
        bracket = f'<span class="snippet-bracket {node["bracket"]}"{title}></span>'
    if self.builder.embedded:
        shown = f"{shape(because)}{name}"
        self.body.append(f'<span class="{kind}" lang="{language}">{shown}</span>{bracket}')
        raise nodes.SkipNode
    ident = node["ident"]
    docname = self.builder.current_docname
    more = self.builder.get_relative_uri(docname, EXPLANATIONS) + f"#{EXPLANATIONS_ANCHOR}"
    what_if = (
        outcomes.button(self, node["schedule"], node["said"], node["what_if"])
        if node["schedule"]
        else ""
    )
    cause = f"<span>{self.encode(node['cause'])}</span> " if node["cause"] else ""
    self.body.append(
        f'<button class="{kind}" type="button" lang="{language}" data-mark="{because}"'
        f' popovertarget="{ident}" popovertargetaction="show" aria-describedby="{ident}">'
        f"{shape(because)}<span>{name}</span></button>"
        f'<span class="mark-why" id="{ident}" popover lang="{language}">'
        f"<span>{self.encode(node['why'])}</span> {cause}{what_if}{_rule(self, node['rule'])}"
        f'<a href="{more}">{self.encode(node["more"])}</a></span>{bracket}'
    )
    raise nodes.SkipNode


def _rule(self: HTML5Translator, name: str) -> str:
    """Return a link to a rule; nothing where the site does not have it."""
    rules = targets_of(self.builder.env).all()
    rule = next((one for one in rules if (one.kind, one.key) == ("rule", name)), None)
    if rule is None:
        return ""
    address = self.builder.get_relative_uri(self.builder.current_docname, rule.docname)
    return f'<a href="{address}#{rule.anchor}">{self.encode(rule.title)}</a> '


def add_nodes(app: Sphinx) -> None:
    """Register the node; builders without a visitor of their own leave it out."""
    app.add_node(snippet_mark, html=(_visit, None), text=(_skip, None), latex=(_skip, None))


def _skip(_self: Any, _node: snippet_mark) -> None:  # noqa: ANN401 - any translator
    raise nodes.SkipNode
