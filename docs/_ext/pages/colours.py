"""Colours of both themes, each written once: ``--color-now: light-dark(#d9eff1, #10363c)``.

The build writes the rule of each theme from that. Browsers could choose by themselves from Chrome
123, Firefox 120 and Safari 17.5 on; those before, which show all else, would know no colour at all,
and neither do e-readers. Paper, and readers whose system forces its colours, have the light ones.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).resolve().parents[2] / "_assets" / "site"
GROUND = (_FOLDER / "ground.css").read_text(encoding="utf-8")
"""The style that names what the site is painted in."""
MEANINGS = (_FOLDER / "colours.css").read_text(encoding="utf-8")
"""The style that names the colours of marks and states."""

_PAIR = re.compile(r"light-dark\(\s*([^(),]+),\s*([^(),]+)\)")
_NAMED = re.compile(rf"--([\w-]+):\s*{_PAIR.pattern};")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"^(body|:root) \{([^{}]*)\}", re.MULTILINE)


class Pair(NamedTuple):
    """A colour in both themes, as CSS writes it."""

    light: str
    dark: str


@cache
def named() -> dict[str, Pair]:
    """Return the colours of the site by their names, such as ``color-now``."""
    found = _NAMED.findall(GROUND + MEANINGS)
    return {name: Pair(light.strip(), dark.strip()) for name, light, dark in found}


def light(style: str) -> str:
    """Return a style with the colours of the light theme only."""
    return _PAIR.sub(r"\1", style)


def asked_for(style: str, element: str) -> str:
    """Return the rule that gives an element the colours of the site that a style asks for."""
    pairs = ((name, pair) for name, pair in named().items() if f"var(--{name})" in style)
    lines = (f"  --{name}: light-dark({pair.light}, {pair.dark});\n" for name, pair in pairs)
    return f"{element} {{\n{''.join(lines)}}}\n"


def dark() -> str:
    """Return the dark theme for e-readers: they choose, and what paper has is the light one."""
    lines = "".join(f"--{name}: {pair.dark};" for name, pair in named().items())
    return f"@media screen and (prefers-color-scheme: dark) {{body {{{lines}}}}}"


def themed(style: str) -> str:
    """Return a style in which each rule for ``body`` or ``:root`` is followed by its dark one.

    The theme is that of the reader's system, or the one in the element's ``data-theme``.
    """
    return light(_RULE.sub(_with_dark, _COMMENT.sub("", style)))


def _with_dark(rule: re.Match[str]) -> str:
    element, body = rule.groups()
    pairs = [f"{one.strip()};" for one in body.split(";") if _PAIR.search(one)]
    if not pairs:
        return rule[0]
    dark = _PAIR.sub(r"\2", "".join(pairs))
    return (
        f"{rule[0]}\n@media screen and (forced-colors: none) {{"
        f'{element}[data-theme="dark"] {{{dark}}}'
        f'@media (prefers-color-scheme: dark) {{{element}:not([data-theme="light"]) {{{dark}}}}}}}'
    )
