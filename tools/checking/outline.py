"""What a page contains apart from its prose: headings, labels, directives, code, lists, links.

Two translations of a page have the same outline. MyST's own parser reads the page, so that a
fence in an admonition in a list counts just as one at the top level does.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from docutils.parsers.rst.directives.misc import TestDirective
from markdown_it.token import Token
from myst_parser.config.main import read_topmatter
from myst_parser.parsers.directives import parse_directive_text

from markup import syntax
from markup.elements import DIRECTIVES, PROSE_ROLES, TWIN_ROLES, Argument, Body, Directive

# What is in no page, and refused by another check: its body is looked at as Markdown.
_UNKNOWN = Directive(Body.MARKDOWN, Argument.NAME)
# Options for readers. Only that they are there is compared.
PROSE_OPTIONS = frozenset({"alt", "caption", "title"})
CONTAINERS = {
    "blockquote_open": "quotation",
    "bullet_list_open": "bullet list",
    "dl_open": "definition list",
    "footnote_reference_open": "footnote",
    "ordered_list_open": "numbered list",
    "table_open": "table",
}
CLOSING = "end"

_TITLE_AND_TARGET = re.compile(r"^.+?\s*<([^<]*?)>$", re.DOTALL)
_TOCTREE_ENTRY = re.compile(r"^.*<([^<>]+)>$")
# Python's documentation has the same pages under an address for each language.
_PYTHON_DOCS = re.compile(r"^https://docs\.python\.org/[a-z-]+/(?=\d)")


@dataclass(frozen=True)
class Item:
    """One element of an outline. Two items agree if all but their line numbers is equal."""

    kind: str
    """Such as "heading", "label", "directive", "code", "doctest", "front matter"."""
    name: str
    """What a reader of a report, or of the list of exceptions, knows it by."""
    lineno: int = field(compare=False)
    content: tuple[str, ...] = ()
    """What must agree besides: options, lines of code."""
    content_lineno: int = field(default=0, compare=False)
    opener: "Item | None" = field(default=None, compare=False)
    """Of a CLOSING: what it closes."""


@dataclass
class Outline:
    """The blocks of a page in their order, and its inline elements by section."""

    blocks: list[Item]
    inlines: dict[int, list[Item]]
    """Links, roles and images, by the index in `blocks` of the heading above them (-1: none)."""
    last_lineno: int


def read(text: str) -> Outline:
    """Return the outline of a page's Markdown."""
    reader = _Reader()
    reader.read(text, 0)
    return Outline(_join_labels(reader), reader.inlines, max(1, len(text.splitlines())))


def _join_labels(reader: "_Reader") -> list[Item]:
    """Put the labels that stand directly before a heading into the heading itself.

    The placeholders that they leave keep the section numbers in `inlines` valid.
    """
    blocks = reader.blocks
    waiting: list[Item] = []
    kept: list[Item] = []
    section_of: dict[int, int] = {-1: -1}
    for index, block in enumerate(blocks):
        if block.kind == "label":
            waiting.append(block)
            continue
        if block.kind == "heading":
            section_of[index] = len(kept)
            names = " ".join(f"({label.name})=" for label in waiting)
            kept.append(Item("heading", f"{names} {block.name}".strip(), block.lineno))
        else:
            kept += [*waiting, block]
        waiting = []
    kept += waiting
    reader.inlines = {section_of[index]: found for index, found in reader.inlines.items()}
    return kept


class _Reader:
    """Walks the tokens of a page, and of the directives in it, and collects items."""

    def __init__(self) -> None:
        self.parser = syntax.parser()
        self.env: dict[str, object] = {}
        self.blocks: list[Item] = []
        self.inlines: dict[int, list[Item]] = {}
        self.section = -1

    def read(self, text: str, offset: int) -> None:
        """Collect what is in `text`, whose first line has the number `offset` + 1."""
        tokens = self.parser.parse(text, self.env)
        opened: list[tuple[str, Item]] = []
        lineno = offset + 1
        for index, token in enumerate(tokens):
            if token.map:
                lineno = offset + token.map[0] + 1
            if token.type in CONTAINERS:
                self._container(token, tokens[index:], lineno)
                opened.append((token.type.replace("_open", "_close"), self.blocks[-1]))
            elif opened and token.type == opened[-1][0]:
                self._close(opened.pop()[1], lineno)
            elif token.type == "heading_open":
                self.section = len(self.blocks)
                self.add("heading", "#" * int(token.tag[1:]), lineno)
            elif token.type == "inline":
                self._inline(token, lineno)
            else:
                self._leaf(token, lineno)

    def add(self, kind: str, name: str, lineno: int, *content: str, at: int = 0) -> None:
        """Append a block whose content, if it has lines, begins at line `at`."""
        self.blocks.append(Item(kind, name, lineno, content, at))

    def _close(self, opener: Item, lineno: int) -> None:
        self.blocks.append(Item(CLOSING, "", lineno, opener=opener))

    def _leaf(self, token: Token, lineno: int) -> None:
        """Collect a block that contains no other blocks, or a directive."""
        match token.type:
            case "fence" | "colon_fence":
                name, _, argument = token.info.strip().partition(" ")
                if name.startswith("{") and name.endswith("}"):
                    self._directive(name[1:-1], argument.strip(), token, lineno)
                else:
                    self._code("code", f"```{token.info.strip()}", token.content, lineno)
            case "code_block":
                self.add("code", "indented", lineno, *token.content.splitlines(), at=lineno)
            case "front_matter":
                for key in _keys(read_topmatter(f"---\n{token.content}\n---\n") or {}):
                    self.add("front matter", key, lineno)
            case "html_block":
                tags = re.findall(r"</?[A-Za-z][\w-]*", token.content)
                self.add("html", " ".join(f"{tag}>" for tag in tags), lineno)
            case "myst_target":
                self.add("label", token.content, lineno)
            case "paragraph_open" if not token.level:  # of items and rows there is a count
                self.add("paragraph", "paragraph", lineno)
            case "hr" | "myst_block_break":
                self.add("rule line", token.markup, lineno)

    def _code(self, kind: str, name: str, code: str, lineno: int) -> None:
        self.add(kind, name, lineno, *code.splitlines(), at=lineno + 1)

    def _container(self, token: Token, following: list[Token], lineno: int) -> None:
        kind = CONTAINERS[token.type]
        inside = list(_inside(following))
        rows = [other for other in inside if other.type == "tr_open"]
        size = {
            "bullet list": f"{_count(inside, 'list_item_open')} items",
            "definition list": f"{_count(inside, 'dt_open')} terms",
            "footnote": str(token.meta.get("label", "")),
            "numbered list": f"{_count(inside, 'list_item_open')} items",
            "quotation": "",
            "table": f"{_count(inside, 'th_open')} columns, {len(rows)} rows",
        }[kind]
        self.add(kind, size, lineno)

    def _directive(self, name: str, argument: str, token: Token, lineno: int) -> None:
        # docutils' TestDirective is the one directive for which MyST accepts every option.
        parsed = parse_directive_text(TestDirective, argument, token.content, line=lineno)
        body = "\n".join(parsed.body)
        body_offset = lineno + parsed.body_offset
        options = [
            f":{key}:" if key in PROSE_OPTIONS else f":{key}: {value}".rstrip()
            for key, value in sorted(parsed.options.items())
        ]
        known = DIRECTIVES.get(name, _UNKNOWN)
        shown = f"{{{name}}} {argument}".strip()
        match known.argument:
            case Argument.TITLE:  # only that there is one is compared
                shown = f"{{{name}}} (title)" if argument else f"{{{name}}}"
            case Argument.NONE:
                shown = f"{{{name}}}"
                body = f"{argument}\n{body}" if argument else body
                body_offset -= bool(argument)
            case Argument.VERSION:
                version, _, body_start = argument.partition(" ")
                shown, body = f"{{{name}}} {version}", f"{body_start}\n{body}"
                body_offset -= 1
        match known.body:
            case Body.TEXT:
                content = [*options, *parsed.body]
                kind = "doctest" if name == "doctest" else "directive"
                self.add(kind, shown, lineno, *content, at=body_offset + 1 - len(options))
                return
            case Body.NAMES:
                entries = [_TOCTREE_ENTRY.sub(r"\1", line.strip()) for line in parsed.body]
                self.add("directive", shown, lineno, *options, *filter(None, entries))
                return
            case Body.TERMS:
                entries = re.findall(r"^\S.*\n(?=[^\S\n]+\S)", f"{body}\n", re.MULTILINE)
                shown = f"{shown} of {len(entries)} entries"
                # An indented definition would otherwise be read as the term's second line.
                body = re.sub(r"^[^\S\n]+", "", body, flags=re.MULTILINE)
        self.add("directive", shown, lineno, *options)
        opener = self.blocks[-1]
        self.read(body, body_offset)
        self._close(opener, body_offset + len(parsed.body) + 1)

    def _inline(self, token: Token, lineno: int) -> None:
        for child in token.children or []:
            match child.type:
                case "softbreak" | "hardbreak":
                    lineno += 1
                case "link_open":
                    href = _PYTHON_DOCS.sub("https://docs.python.org/", str(child.attrs["href"]))
                    self._found("link", href, lineno)
                case "image":
                    self._found("image", str(child.attrs["src"]), lineno)
                case "span_open" if "id" in child.attrs:
                    self._found("label", str(child.attrs["id"]), lineno)
                case "footnote_ref":
                    self._found("link", f"[^{child.meta.get('label', '')}]", lineno)
                case "myst_role" if child.meta["name"] not in PROSE_ROLES:
                    target = _TITLE_AND_TARGET.sub(r"\1", child.content).lstrip("~")
                    name = "zh|en" if child.meta["name"] in TWIN_ROLES else child.meta["name"]
                    self._found("role", f"{{{name}}}`{target}`", lineno)

    def _found(self, kind: str, name: str, lineno: int) -> None:
        self.inlines.setdefault(self.section, []).append(Item(kind, name, lineno))


def _inside(tokens: list[Token]) -> Iterator[Token]:
    """Yield what belongs to the container that the first token opens, itself excepted."""
    for previous, token in pairwise(tokens):
        if token.level <= tokens[0].level and previous is not tokens[0]:
            return
        yield token


def _count(inside: list[Token], kind: str) -> int:
    """Count the tokens of a kind on their own highest level: a nested list's items are its own."""
    levels = Counter(token.level for token in inside if token.type == kind)
    return levels[min(levels)] if levels else 0


def _keys(mapping: object, prefix: str = "") -> Iterator[str]:
    """Yield the dotted keys of front matter; a value that is not text is part of its key."""
    if isinstance(mapping, dict):
        for key, value in mapping.items():
            yield from _keys(value, f"{prefix}.{key}" if prefix else str(key))
    else:
        yield prefix if isinstance(mapping, str) else f"{prefix}: {mapping}"
