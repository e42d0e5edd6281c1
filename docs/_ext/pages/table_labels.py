"""What stands in the head of a table of three columns or more is said of each cell on a phone.

There `tables.css` sets the cells of a row below each other, with the names of their columns, which
it can only know from the table: each has them once, as variables of its style.
"""

from __future__ import annotations

import re
from html import escape, unescape

_TABLE = re.compile(r"<table\b([^>]*)>((?:(?!<table\b).)*?)</thead>", re.DOTALL)
_HEAD = re.compile(r"<th\b([^>]*)>(.*?)</th>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
FEWEST = 3
"""Two columns have room side by side on every screen."""


def label_cells(html: str) -> str:
    """Give each table of a page that has so many columns the names of these."""
    return _TABLE.sub(_labelled, html)


def _labelled(found: re.Match[str]) -> str:
    heads = _HEAD.findall(found[2])
    if len(heads) < FEWEST or any("colspan" in attributes for attributes, _ in heads):
        return found[0]
    names = (" ".join(unescape(_TAG.sub("", text)).split()) for _, text in heads)
    style = ";".join(f"--c{at}:{_css_string(name)}" for at, name in enumerate(names, start=1))
    return f'<table{found[1]} data-labelled style="{escape(style)}">{found[2]}</thead>'


def _css_string(text: str) -> str:
    return '"' + text.replace("\\", r"\\").replace('"', r"\"") + '"'
