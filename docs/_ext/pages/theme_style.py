"""The theme's own style, without the parts for what no page of this site has.

Each page loads all of it, and an eighth of furo's is about documentation of classes, indexes by
letter, announcements and kinds of notes that pages may not use. A test looks for them in all pages.
"""

from __future__ import annotations

import re

ABSENT = frozenset(
    {
        # Notes and quotations of other kinds than those that pages may use.
        *(
            "admonition-todo",
            "attention",
            "caution",
            "danger",
            "error",
            "hint",
            "topic",
            "topic-title",
        ),
        *(
            "attribution",
            "epigraph",
            "highlights",
            "pull-quote",
            "rubric",
            "sidebar",
            "sidebar-title",
        ),
        # Documentation of classes and functions, citations, lists of options.
        *(
            "sig-inline",
            "sig-name",
            "sig-param",
            "sig-paren",
            "sig-prename",
            "property",
            "citation",
        ),
        *("field-list", "option-list", "viewcode-back", "viewcode-link", "guilabel"),
        # Pages that Sphinx could make, and what it could put around them.
        *("announcement", "announcement-content", "domainindex-jumpbox", "domainindex-section"),
        *("genindex-jumpbox", "genindex-section", "search", "highlight-link", "highlighted"),
        *("only-dark", "only-light", "sidebar-logo", "sidebar-logo-container", "toc-backref"),
        # Drawers, steps and buttons that are made otherwise here.
        *("sidebar-toggle", "overlay", "sidebar-overlay", "toc-overlay", "toctree-checkbox"),
        *("back-to-top", "edit-this-page", "view-this-page", "page-info", "furo-related-icon"),
        *("icon", "icons", "theme-icon-when-auto-light", "theme-icon-when-auto-dark"),
        # Other ways to set what is set here as code, figures and lines.
        *("centered", "figure", "highlighttable", "line-block", "literal-block", "problematic"),
        *("loweralpha", "lowerroman", "upperalpha", "upperroman"),
    }
)
"""Classes that no element has."""
_RULE = re.compile(r"([^{}@]+)\{([^{}]*)\}")
_COMMA = re.compile(r",(?![^(]*\))")
_NOT = re.compile(r":not\([^)]*\)")
_CLASS = re.compile(r"\.([A-Za-z][\w-]*)")
_DESCRIBED = "dl[class]"
"""Of a list that describes a class or a function; ours are `simple`, or the glossary."""
_BARE = "dl:not([class])"
"""No list is without a class. Where a style asks for what has none, whatever changes its class has
the browser match again all that is in it, and scripts change that of the whole page."""


def without(style: str, absent: frozenset[str] = ABSENT) -> str:
    """Return a style without selectors that need a class of ``absent``, and rules without any."""
    return _RULE.sub(lambda rule: _rule(rule[1], rule[2], absent), style)


def _rule(selectors: str, body: str, absent: frozenset[str]) -> str:
    kept = ",".join(one for one in _COMMA.split(selectors) if not _needs(one, absent))
    return f"{kept}{{{body}}}" if kept else ""


def _needs(selector: str, absent: frozenset[str]) -> bool:
    """Say whether a selector matches only what no page has: such lists, or these classes."""
    positive = _NOT.sub("", selector)
    lists = _DESCRIBED in positive or _BARE in selector
    return lists or not absent.isdisjoint(_CLASS.findall(positive))
