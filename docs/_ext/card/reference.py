"""The roles ``{lines}`` and ``{turn}``: prose that speaks of some lines of a card, or of a turn.

Each is a link to the card, and says what it is about; a script lights that up there. What is not
to be seen on the card is reported while the page is read.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.util import logging
from sphinx.util.docutils import ReferenceRole

from card.store import recordings_of
from language.languages import of
from language.words import word
from markup.targets import TargetsDomain
from turns.recording.codec import MalformedError
from turns.snippet import grammar

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata
    from sphinx.writers.html5 import HTML5Translator

logger = logging.getLogger(__name__)

_LINES = re.compile(r"([a-z0-9_/]+):(\d+)(?:-(\d+))?")
_TURN = re.compile(r"([a-z0-9_/]+):(\d+)")


class snippet_reference(nodes.inline):  # noqa: N801  (nodes are lower-case by convention)
    """The text of a link, with the ``lines`` or the ``turn`` that it speaks of."""


class WrongError(Exception):
    """A reference to what no card shows."""


class _Role(ReferenceRole):
    """What the two have in common: the text, the link, and the warning."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Leave a reference that is resolved when all pages are known."""
        try:
            name, text, about = self.read()
        except WrongError as error:
            place = self.get_location()
            logger.warning(str(error), location=place, type="snippet", subtype="reference")
            return [nodes.inline(self.rawtext, self.title)], []
        reference = addnodes.pending_xref(
            self.rawtext,
            refdomain=TargetsDomain.name,
            reftype="snippet",
            reftarget=name,
            refdoc=self.env.docname,
            refexplicit=True,
        )
        self.set_source_info(reference)
        title = self.title if self.has_explicit_title else text
        reference += snippet_reference(self.rawtext, title, **about)
        return [reference], []

    def read(self) -> tuple[str, str, dict[str, str]]:
        """Return the snippet's name, how the link reads by default, and what it speaks of."""
        raise NotImplementedError

    def word(self, key: str, **values: object) -> str:
        """Return words in the page's language."""
        return word(of(self.config.language), key).format(**values)

    def note(self, name: str) -> None:
        """Have the page read again when the snippet or its recording is another one."""
        store = recordings_of(self.config)
        self.env.note_dependency(Path(self.config.snippets_root).joinpath(f"{name}.py"))
        self.env.note_dependency(store.pin(name))


class Lines(_Role):
    """``{lines}`` with ``await/blocking:12`` or ``await/blocking:12-14``."""

    def read(self) -> tuple[str, str, dict[str, str]]:
        """See the base; the lines must be those that the card shows."""
        match = _LINES.fullmatch(self.target)
        if not match:
            problem = f"`{self.target}`; write a snippet and its lines: `await/blocking:12-14`"
            raise WrongError(problem)
        name, first, last = match[1], int(match[2]), int(match[3] or match[2])
        self.note(name)
        path = Path(self.config.snippets_root).joinpath(f"{name}.py")
        try:
            snippet = grammar.read(path)
        except grammar.SnippetError as error:
            raise WrongError(f"`{self.target}`: {error.message}") from None
        begin = snippet.code_lineno
        end = begin + snippet.code.rstrip("\n").count("\n")
        if not begin <= first <= last <= end:
            problem = f"`{self.target}`: the card shows the lines {begin} to {end} of {name}.py"
            raise WrongError(problem)
        key = "reference-line" if first == last else "reference-lines"
        return name, self.word(key, first=first, last=last), {"lines": f"{first}-{last}"}


class Turn(_Role):
    """``{turn}`` with ``await/blocking:3``."""

    def read(self) -> tuple[str, str, dict[str, str]]:
        """See the base; the recording must have the turn."""
        match = _TURN.fullmatch(self.target)
        if not match:
            problem = f"`{self.target}`; write a snippet and a turn of it: `await/blocking:3`"
            raise WrongError(problem)
        name, number = match[1], int(match[2])
        self.note(name)
        try:
            recorded = recordings_of(self.config).of(name)
        except MalformedError as error:
            raise WrongError(f"`{self.target}`: {error}") from None
        findings = recorded and recorded.findings
        turns = [turn.number for turn in findings.recording.turns] if findings else []
        if number not in turns:
            there = f"has turns 1 to {turns[-1]}" if turns else "is not there"
            raise WrongError(f"`{self.target}`: the recording of {name} {there}")
        return name, self.word("reference-turn", number=number), {"turn": str(number)}


def _visit(self: HTML5Translator, node: snippet_reference) -> None:
    data: dict[str, Any] = {
        f"data-{key}": node[key] for key in ("lines", "turn") if key in node.attributes
    }
    self.body.append(self.starttag(node, "span", "", CLASS="snippet-reference", **data))


def _depart(self: HTML5Translator, _node: snippet_reference) -> None:
    self.body.append("</span>")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the roles and their node."""
    app.add_role("lines", Lines())
    app.add_role("turn", Turn())
    app.add_node(snippet_reference, html=(_visit, _depart))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
