"""What a page may not be written in: found in its text, the same way by build, preview and lint.

Sphinx and MyST would print some of it literally, drop some from Markdown or books, and load some
from other hosts. So whatever `markup.elements` does not name is refused, with what to write.
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from docutils.parsers.rst.directives.misc import TestDirective
from docutils.parsers.rst.states import MarkupError
from myst_parser.parsers.directives import parse_directive_text

from markup import syntax
from markup.elements import DIRECTIVES, INSTEAD, ROLES, Argument, Body, Directive

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from markdown_it.token import Token

Refusal = tuple[int, str]
"""The number of a line, and what is wrong there."""

_BLOCKS = {
    "code_block": "indented code is not supported; put it between ``` and ```",
    "myst_block_break": "`+++` breaks are not supported; write a heading, or `---` for a line",
}
_PROMPTS = frozenset({"doctest", "ipython", "pycon", "python-console", "python-repl"})
"""Languages of examples at Python's prompt."""
_LITERAL = (
    (r"\$[^\s$](?:[^$]*[^\s$])?\$", "`$…$` is not supported; write {math}`…`"),
    (r"\\begin\{", "formulas stand in {math}"),
    (r"~~", "`~~` without its counterpart"),
    (r"(?:^|\s)==\S[^=]*==", "`==…==` is not supported; write **strong**"),
    (r"^\s*\[[ xX]\]\s", "a task stands in a list: `- [ ] …`"),
    (r"^!!! ", "`!!!` is not supported; write :::{note}"),
    (r"^\[!\w+\]", "`[!…]` is not supported; write :::{note}"),
    (r"^:{3,}", "a fence of colons begins with a directive: `:::{note}`, and ends with as many"),
    (r"^:[\w-]+:(?:\s|$)", "field lists are not supported; write a definition list"),
    (r"(?:^|\s)\{[.#%][^}]*\}\s*$", "attributes in braces are not supported here"),
    (r"\]\[[^\]]*\]", "a link whose address is missing; write `[…](…)`"),
    (r"https?://\S", "an address that is no link; write <https://…>"),
    (r"^[：｀～]{3,}", "full-width signs make no fence; write `:::`"),
    (r"^：[\w-]+：", "full-width signs make no option; write `:name:`"),
    (r"^（[\w-]+）=$", "full-width brackets make no label; write `(label)=`"),
    (r"^#{1,6}(?=\S)", "a heading has a space behind its `#`"),
    (r"\{\{", "braces without their counterpart; write {{ name }}, or `{{` as code"),
)
"""What would be printed as it stands, by a sign of it in the text between other elements."""


def refusals(text: str) -> list[Refusal]:
    """Return what is not accepted in a page's Markdown, in the order of its lines."""
    reader = _Reader()
    found = {*reader.read(text, 0)}
    return sorted(found | {*reader.without_text()})


class _Reader:
    """Goes through a page, and through the directives in it."""

    def __init__(self) -> None:
        self.parser = syntax.parser()
        self.env: dict[str, object] = {}
        self.cited: dict[str, int] = {}
        """Footnotes, and the line of their first mark."""
        self.noted: set[str] = set()
        """Those whose text is there."""

    def without_text(self) -> Iterator[Refusal]:
        """Yield what is wrong with footnotes, once all is read."""
        for name, lineno in self.cited.items():
            if name not in self.noted:
                yield lineno, f"the footnote [^{name}] has no text; write `[^{name}]: …` below"

    def read(self, text: str, offset: int) -> Iterator[Refusal]:
        """Yield what is wrong in ``text``, whose first line has the number ``offset`` + 1."""
        lineno = offset + 1
        for token in self.parser.parse(text, self.env):
            if token.map:
                lineno = offset + token.map[0] + 1
            if token.type in {"fence", "colon_fence"}:
                yield from self._fence(token, lineno)
            elif token.type == "inline":
                yield from self._inline(token, lineno)
            elif token.type == "html_block":
                yield lineno, _html(token.content)
            elif token.type == "footnote_reference_open":
                self.noted.add(token.meta["label"])
            elif token.type == "substitution_block":
                yield from _substitution(token, lineno)
            elif token.type in _BLOCKS:
                yield lineno, _BLOCKS[token.type]

    def _fence(self, token: Token, lineno: int) -> Iterator[Refusal]:
        name, _, argument = token.info.strip().partition(" ")
        if not (name.startswith("{") and name.endswith("}")):
            yield from _code(name, token, lineno)
            return
        name = name[1:-1]
        directive = DIRECTIVES.get(name)
        if directive is None:
            yield lineno, _unknown("directive", name, DIRECTIVES, ":::{{{}}}".format)
            return
        try:
            # docutils' TestDirective is the one for which MyST accepts every option.
            parsed = parse_directive_text(TestDirective, argument.strip(), token.content)
        except MarkupError as error:
            yield lineno, f"{{{name}}}: {error}"
            return
        for option in parsed.options:
            if option not in directive.options:
                yield lineno + _place(option, token.content), _option(name, option, directive)
        if name == "doctest" and "+SKIP" in token.content:
            yield lineno, "an example that is skipped proves nothing; take `+SKIP` away"
        if directive.body is Body.MARKDOWN:
            yield from self._argument(directive, argument.strip(), lineno)
            yield from self.read("\n".join(parsed.body), lineno + parsed.body_offset)
        elif directive.body is Body.TERMS:
            # An indented definition would otherwise be read as the term's second line.
            terms = [line.lstrip() for line in parsed.body]
            yield from self.read("\n".join(terms), lineno + parsed.body_offset)

    def _argument(self, directive: Directive, argument: str, lineno: int) -> Iterator[Refusal]:
        if directive.argument is Argument.VERSION:
            argument = argument.partition(" ")[2]
        elif directive.argument is Argument.NAME:
            return
        yield from self.read(argument, lineno - 1)

    def _inline(self, token: Token, lineno: int) -> Iterator[Refusal]:
        text = ""
        in_link = False
        for child in token.children or []:
            if child.type == "text":
                text += "" if in_link else child.content
            elif child.type in {"softbreak", "hardbreak"}:
                yield from _literal(text, lineno)
                text = ""
                if child.type == "hardbreak":
                    yield lineno, "a line that is broken by hand; write a list or a new paragraph"
                lineno += 1
            elif child.type in {"link_open", "link_close"}:
                in_link = child.type == "link_open"
            else:
                text += "\0" if child.type in {"code_inline", "myst_role"} else ""
                yield from self._part(child, lineno)
        yield from _literal(text, lineno)

    def _part(self, part: Token, lineno: int) -> Iterator[Refusal]:
        if part.type == "footnote_ref":
            self.cited.setdefault(part.meta["label"], lineno)
        elif part.type == "html_inline":
            yield lineno, _html(part.content)
        elif part.type == "substitution_inline":
            yield from _substitution(part, lineno)
        elif part.type == "myst_role" and part.meta["name"] == "abbr":
            if not re.search(r"\S \(.+\)$", part.content, re.DOTALL):
                yield lineno, "write {abbr}`short (what it stands for)`, with these brackets"
        elif part.type == "myst_role" and part.meta["name"] not in ROLES:
            yield lineno, _unknown("role", part.meta["name"], ROLES, "{{{}}}`…`".format)


def _code(language: str, token: Token, lineno: int) -> Iterator[Refusal]:
    if token.type == "colon_fence":
        instead = f"`:::{{{language or 'note'}}}`"
        yield lineno, f"a fence of colons begins with a directive: {instead}"
    elif language in _PROMPTS:
        yield lineno, "nobody runs these examples; write ```{doctest}"


def _substitution(token: Token, lineno: int) -> Iterator[Refusal]:
    name = token.content.strip()
    if name not in syntax.SUBSTITUTIONS:
        known = ", ".join(syntax.SUBSTITUTIONS)
        yield lineno, f"nothing is called {{{{ {name} }}}}; there is {known}"


def _literal(text: str, lineno: int) -> Iterator[Refusal]:
    for pattern, message in _LITERAL:
        if found := re.search(pattern, text):
            yield lineno, f"{found[0].strip()!r}: {message}"


def _html(content: str) -> str:
    """Say what stands for a piece of HTML."""
    first = content.strip().splitlines()[0]
    if first.startswith("<!--"):
        return "HTML comments are not supported; begin the line with `%`"
    return f"HTML is not supported ({first}): books and Markdown have none; write Markdown"


def _unknown(what: str, name: str, known: Iterable[str], shown: Callable[[str], str]) -> str:
    """Say that there is no such directive or role, and what to write."""
    if name in INSTEAD:
        return f"{shown(name)} is not supported; write {INSTEAD[name]}"
    near = difflib.get_close_matches(name, known, 1)
    hint = f"; did you mean {shown(near[0])}?" if near else f"; CONTRIBUTING.md has every {what}"
    return f"{shown(name)} is not supported{hint}"


def _place(option: str, body: str) -> int:
    """Return how many lines below the fence an option stands, in either of MyST's ways."""
    found = re.search(rf"^[ \t]*:?{re.escape(option)}:", body, re.MULTILINE)
    return body.count("\n", 0, found.start()) + 1 if found else 0


def _option(name: str, option: str, directive: Directive) -> str:
    if option == "class" and "collapsible" in directive.options:
        return f"{{{name}}} has no `:class:`; to fold it, write `:collapsible: closed`"
    known = ", ".join(f"`:{one}:`" for one in directive.options) or "none"
    return f"{{{name}}} has no `:{option}:`; its options: {known}"
