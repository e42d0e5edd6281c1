"""The marks in the gutter of an output: what promises that a line comes after the one above.

They are drawn here; `turns.exploring.explore` computes them.
Each is a shape and a word, and explains itself: in a popover that the browser opens and closes by
itself (tap, Enter, Escape), which `marks.js` also opens on hover and focus. In books only the
shape and the word are left, and in Markdown the word; builders that know no gutter (text, LaTeX)
show nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from language.languages import Language, of
from language.words import word
from turns.text import width

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

    from markup.markdown import MarkdownWriter
    from turns.exploring.findings import Findings


SHAPES = {
    "program": '<path d="M1 1h10v10H1z"/>',
    "clock": '<circle cx="6" cy="6" r="5"/><path class="hands" d="M6 2.5V6l2.5 1.5"/>',
    "queue": '<path d="M1 1h10v2.4H1zM1 4.8h10v2.4H1zM1 8.6h10V11H1z"/>',
}
"""What is drawn in a square of 12 by 12."""
EXPLANATIONS = "cards"
"""The page that explains the marks; below, the heading there."""
EXPLANATIONS_ANCHOR = "cards-marks"


class snippet_mark(nodes.inline):  # noqa: N801  (nodes are lower-case by convention)
    """A mark: ``because``, ``proven``, ``witness``, the index of its ``line``, ``ident``, words."""


def mark(found: Findings, line: int, ident: str, language: Language) -> snippet_mark:
    """Return the mark of a line that was printed; ``ident`` is unique on the page."""
    one = found.marks[line]
    because = one.because
    if because == "first":
        return snippet_mark("", because=because, line=line)
    above = found.marks[line - 1].text
    name = word(language, f"mark-{because}")
    if not one.proven:
        name += word(language, "mark-unproven")
    why = word(language, f"mark-{because}-why").format(line=one.text, above=above)
    if not one.proven:
        why += word(language, "mark-unproven-why")
    return snippet_mark(
        "",
        because=because,
        proven=one.proven,
        witness=one.witness is not None,
        line=line,
        ident=f"{ident}-mark-{line}",
        name=name,
        why=why,
        more=word(language, "mark-more"),
        what_if=word(language, "what-if"),
    )


def beside(lines: nodes.Element) -> str:
    """Return the lines of an output, the words of their marks in a column before them."""
    marks: dict[int, str] = {}
    text = ""
    for node in lines.findall():
        if isinstance(node, snippet_mark):
            marks[text.count("\n")] = node.get("name", "")
        elif isinstance(node, nodes.Text):
            text += node
    wide = max(map(width, marks.values()), default=0)
    if not wide:
        return text
    shown = []
    for index, line in enumerate(text.splitlines()):
        name = marks.get(index, "")
        shown.append(f"{name}{' ' * (wide - width(name))}  {line}".rstrip())
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
    if because == "first":
        self.body.append('<span class="mark"></span>')
        raise nodes.SkipNode
    kind = f"mark mark-{because}{'' if node['proven'] else ' mark-unproven'}"
    name = self.encode(node["name"])
    shape = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 12" aria-hidden="true">'
        f"{SHAPES[because]}</svg>"
    )
    language = of(self.config.language).tag
    if self.builder.embedded:
        self.body.append(f'<span class="{kind}" lang="{language}">{shape}{name}</span>')
        raise nodes.SkipNode
    ident = node["ident"]
    docname = self.builder.current_docname
    more = self.builder.get_relative_uri(docname, EXPLANATIONS) + f"#{EXPLANATIONS_ANCHOR}"
    what_if = (
        f'<button class="snippet-whatif" type="button" data-line="{node["line"]}" hidden>'
        f"{self.encode(node['what_if'])}</button>"
        if node["witness"]
        else ""
    )
    self.body.append(
        f'<button class="{kind}" type="button" lang="{language}" data-mark="{because}"'
        f' popovertarget="{ident}" popovertargetaction="show" aria-describedby="{ident}">'
        f"{shape}<span>{name}</span></button>"
        f'<span class="mark-why" id="{ident}" popover lang="{language}">'
        f"<span>{self.encode(node['why'])}</span> {what_if}"
        f'<a href="{more}">{self.encode(node["more"])}</a></span>'
    )
    raise nodes.SkipNode


def add_nodes(app: Sphinx) -> None:
    """Register the node; builders without a visitor of their own leave it out."""
    app.add_node(snippet_mark, html=(_visit, None), text=(_skip, None), latex=(_skip, None))


def _skip(_self: Any, _node: snippet_mark) -> None:  # noqa: ANN401 - any translator
    raise nodes.SkipNode
