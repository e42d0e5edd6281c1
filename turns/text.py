"""Text for a terminal: what it must not do, and how many columns it takes."""

import unicodedata


def clip(text: str, columns: int) -> str:
    """Escape control characters, and cut off the end of a text wider than ``columns``."""
    start = text[: columns + 1]  # a program may print a line of a megabyte
    shown = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in start)
    if width(shown) <= columns:
        return shown
    while width(shown) >= columns:
        shown = shown[:-1]
    return f"{shown}\N{HORIZONTAL ELLIPSIS}"


def width(text: str) -> int:
    """Count the columns of ``text``: Chinese characters and emoji take two, accents none."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.combining(character) > 0 for character in text)
