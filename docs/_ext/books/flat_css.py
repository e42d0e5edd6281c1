"""Styles without rules within rules: e-readers know none, and EPUBCheck refuses them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_STRING = r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\''
_TOKEN = re.compile(
    rf'((?:/\*.*?\*/|{_STRING}|url\([^"\')]*\)|[^{{}};"\'])*)([{{}};]|\Z)', re.DOTALL
)
_COMMENT = re.compile(rf"({_STRING})|/\*.*?\*/", re.DOTALL)
_GROUPING = ("@media", "@supports", "@layer", "@container")
"""Rules that may stand within another one, and mean that one."""

_Item = tuple[str, "list[_Item] | None"]
"""A declaration, or what stands before a block and the block."""


def flat(css: str) -> str:
    """Return a style that says the same with each rule by itself."""
    text = _COMMENT.sub(lambda found: found[1] or "", css)
    tokens = ((found[1].strip(), found[2]) for found in _TOKEN.finditer(text))
    return "".join(_rules(_block(tokens), ""))


def _block(tokens: Iterator[tuple[str, str]]) -> list[_Item]:
    """Return what stands up to the end of a block."""
    items: list[_Item] = []
    for text, end in tokens:
        if end == "{":
            items.append((text, _block(tokens)))
        elif text:
            items.append((text, None))
        if end in {"}", ""}:
            break
    return items


def _rules(items: list[_Item], parent: str) -> Iterator[str]:
    """Yield what a block says of ``parent``, a selector; without one, as it stands."""
    own = [text for text, block in items if block is None]
    if own:
        yield f"{parent}{{{';'.join(own)}}}" if parent else "".join(f"{text};" for text in own)
    for before, block in items:
        if block is None:
            continue
        if before.startswith("@"):
            within = parent if before.startswith(_GROUPING) else ""
            yield f"{before}{{{''.join(_rules(block, within))}}}"
        else:
            yield from _rules(block, _joined(parent, before))


def _joined(parent: str, child: str) -> str:
    """Return the selector of a rule within another one."""
    if not parent:
        return child
    return ",".join(
        one.replace("&", above) if "&" in one else f"{above} {one}"
        for one in _listed(child)
        for above in _listed(parent)
    )


def _listed(selector: str) -> list[str]:
    """Return the selectors in a list; commas within brackets do not divide it."""
    parts, depth = [""], 0
    for sign in selector:
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts]
