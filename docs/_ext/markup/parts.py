"""Struck text, tasks, folded notes and abbreviations, so that every form of a page has them.

MyST has the first two as HTML alone: here they become nodes. In books nothing can be unfolded or
pointed at, so that nothing is folded, and what an abbreviation stands for is written behind it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from language.languages import of
from language.words import word

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata
    from sphinx.writers.html5 import HTML5Translator

    from markup.markdown import MarkdownWriter


class struck(nodes.inline):  # noqa: N801  (nodes are lower-case by convention)
    """Text that no longer counts."""


class task_box(nodes.inline):  # noqa: N801  (as above)
    """Stands before a task; ``done`` says whether it is done, ``word`` says so in a word."""


def _replace(app: Sphinx, doctree: nodes.document) -> None:
    """Put nodes in the place of MyST's HTML."""
    for raw in list(doctree.findall(nodes.raw)):
        text = raw.astext()
        if text == "<s>":
            _strike(raw)
        elif text.startswith("<input") and "task-list-item-checkbox" in text:
            done = "checked=" in text
            said = word(of(app.config.language), "task-done" if done else "task-open")
            raw.replace_self(task_box("", done=done, word=said))


def _strike(opening: nodes.raw) -> None:
    """Gather what stands between `<s>` and `</s>`."""
    parent = opening.parent
    begin = parent.index(opening)
    depth = 0
    for end in range(begin, len(parent)):
        one = parent[end]
        if isinstance(one, nodes.raw):
            depth += {"<s>": 1, "</s>": -1}.get(one.astext(), 0)
        if depth == 0:
            break
    inside = [one for one in parent[begin + 1 : end] if not _is_tag(one)]
    parent[begin : end + 1] = [struck("", "", *inside)]


def _is_tag(node: nodes.Node) -> bool:
    return isinstance(node, nodes.raw) and node.astext() in {"<s>", "</s>"}


def _unfold(app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    """Show in books what the site shows when it is asked."""
    if not getattr(app.builder, "embedded", False):
        return
    for node in list(doctree.findall(nodes.Element)):
        if isinstance(node, nodes.Admonition):
            node.attributes.pop("collapsible", None)
        elif isinstance(node, nodes.abbreviation) and (text := node.get("explanation")):
            said = word(of(app.config.language), "abbreviation")
            node.replace_self(nodes.Text(said.format(short=node.astext(), long=text)))


def _visit_struck(self: HTML5Translator, node: struck) -> None:
    self.body.append(self.starttag(node, "s", ""))


def _depart_struck(self: HTML5Translator, _node: struck) -> None:
    self.body.append("</s>")


def _mark_struck(self: MarkdownWriter, _node: struck) -> None:
    self.add("~~")


def _visit_box(self: HTML5Translator, node: task_box) -> None:
    sign = "\N{BALLOT BOX WITH CHECK}" if node["done"] else "\N{BALLOT BOX}"
    name = self.attval(node["word"])
    self.body.append(f'<span class="task-box" role="img" aria-label="{name}">{sign}</span>')
    raise nodes.SkipNode


def _write_box(self: MarkdownWriter, node: task_box) -> None:
    self.add("[x] " if node["done"] else "[ ] ")
    raise nodes.SkipNode


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the nodes."""
    app.add_node(
        struck, html=(_visit_struck, _depart_struck), markdown=(_mark_struck, _mark_struck)
    )
    app.add_node(task_box, html=(_visit_box, None), markdown=(_write_box, None))
    app.connect("doctree-read", _replace)
    app.connect("doctree-resolved", _unfold)
    return {"env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
