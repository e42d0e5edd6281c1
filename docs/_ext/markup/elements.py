"""What pages may be written in beyond plain Markdown: the one list for build, preview and lint.

All of it is right in HTML, Markdown, EPUB and PDF; the page “style” shows each element, in both
languages. What is not here is refused by `markup.refused`, with what to write instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Body(Enum):
    """What stands between the fences of a directive."""

    MARKDOWN = "Markdown"
    TEXT = "text"
    """Shown as it is: code, formulas."""
    NAMES = "names"
    """Of pages."""
    TERMS = "terms"
    """Each with its definition indented below it."""
    NOTHING = "nothing"


class Argument(Enum):
    """What stands behind the name of a directive."""

    NONE = "none"
    """Text there already belongs to the body."""
    TITLE = "title"
    """Words for readers."""
    NAME = "name"
    """A path, a language."""
    VERSION = "version"
    """The rest of the line belongs to the body."""


@dataclass(frozen=True)
class Directive:
    """A directive that pages may use."""

    body: Body
    argument: Argument = Argument.NONE
    options: tuple[str, ...] = ()


_CODE_OPTIONS = ("caption", "emphasize-lines", "lineno-start", "linenos", "name")
_NOTE = Directive(Body.MARKDOWN, options=("collapsible", "name"))
_VERSION = Directive(Body.MARKDOWN, Argument.VERSION)

DIRECTIVES = {
    **dict.fromkeys(("important", "note", "seealso", "tip", "warning"), _NOTE),
    "admonition": Directive(Body.MARKDOWN, Argument.TITLE, ("collapsible", "name")),
    "code-block": Directive(Body.TEXT, Argument.NAME, _CODE_OPTIONS),
    "catalogue": Directive(Body.NOTHING),
    "challenges": Directive(Body.TEXT),
    "chapters": Directive(Body.NAMES),
    "deprecated": _VERSION,
    "doctest": Directive(Body.TEXT),
    "extract": Directive(Body.NOTHING, Argument.NAME, ("cause", "outcomes")),
    "figure": Directive(Body.MARKDOWN, Argument.NAME, ("alt", "name", "width")),
    "glossary": Directive(Body.TERMS),
    "include": Directive(Body.NOTHING, Argument.NAME),
    "list-table": Directive(
        Body.MARKDOWN, Argument.TITLE, ("header-rows", "name", "stub-columns", "widths")
    ),
    "living": Directive(Body.MARKDOWN, Argument.NAME),
    "literalinclude": Directive(
        Body.NOTHING,
        Argument.NAME,
        (
            *(*_CODE_OPTIONS, "dedent", "end-before", "language", "lineno-match", "lines"),
            *("pyobject", "start-at", "start-after"),
        ),
    ),
    "math": Directive(Body.TEXT),
    "playground": Directive(Body.NOTHING, Argument.NAME),
    "plot": Directive(Body.NOTHING, Argument.NAME),
    "practice": Directive(Body.NOTHING),
    "rule": Directive(
        Body.MARKDOWN, Argument.TITLE, ("name", "promised-by", "since", "snippet", "source")
    ),
    "rules": Directive(Body.NOTHING),
    "snippet": Directive(Body.MARKDOWN, Argument.NAME, ("emphasize-lines", "name", "predict")),
    "table": Directive(Body.MARKDOWN, Argument.TITLE, ("name", "widths")),
    "toctree": Directive(Body.NAMES, options=("caption", "hidden", "maxdepth")),
    "versionadded": _VERSION,
    "versionchanged": _VERSION,
    "versionremoved": _VERSION,
    "versions": Directive(Body.NOTHING),
}
"""By name."""

PROSE_ROLES = frozenset({"abbr", "repository", "sub", "sup", "term"})
"""Their text is for readers; that of all others points at something."""
TWIN_ROLES = frozenset({"en", "zh"})
"""They link to a page of the other language."""
PYTHON_ROLES = frozenset({"attr", "class", "const", "data", "exc", "func", "meth", "mod"})
"""They link to Python's documentation, as ``{py:func}``."""
ROLES = (
    PROSE_ROLES
    | TWIN_ROLES
    | {f"py:{name}" for name in PYTHON_ROLES}
    | {"download", "legend", "lines", "made", "math", "measured", "ref", "snippet", "turn"}
)

INSTEAD = {
    "attention": "{important}",
    "caution": "{warning}",
    "centered": "a paragraph",
    "code": "{code-block}",
    "csv-table": "{list-table}, or a table of Markdown",
    "cssclass": "nothing",
    "danger": "{warning}",
    "div": "{note} or {admonition}",
    "dropdown": "{admonition} with `:collapsible: closed`",
    "epigraph": "a quotation with `>`",
    "error": "{warning}",
    "eval-rst": "Markdown",
    "graphviz": "{figure} with an SVG file",
    "hint": "{tip}",
    "hlist": "a list, or a table",
    "image": "`![what it shows](its path)`, or {figure}",
    "mermaid": "{figure} with an SVG file",
    "only": "what is right in every form of the page",
    "raw": "Markdown: HTML is not carried into books",
    "rubric": "a heading with a label",
    "sidebar": "{admonition}",
    "sourcecode": "{code-block}",
    "tab-set": "one after the other, each under a heading",
    "tabs": "one after the other, each under a heading",
    "todo": "a `%` comment",
    "topic": "{admonition}",
    # roles
    "abbreviation": "{abbr}",
    "command": "`code`",
    "dfn": "*emphasis*",
    "doc": "a link to the label of its title: `[](#its-page)`",
    "eq": "a link to the heading above it",
    "file": "`code`",
    "guilabel": "“quotation marks”",
    "kbd": "`code`",
    "numref": "a link to its name, with words: `[the table](#its-name)`",
    "subscript": "{sub}",
    "superscript": "{sup}",
}
"""What to write instead of directives and roles that authors know from elsewhere."""
