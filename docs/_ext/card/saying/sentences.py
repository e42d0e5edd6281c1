"""Sentences of what `turns` says in the midst of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from language.words import word

if TYPE_CHECKING:
    from language.languages import Language


def sentence(text: str, language: Language) -> str:
    """Return a text with a capital at its beginning and a full stop at its end."""
    said = f"{text[:1].upper()}{text[1:]}"
    return word(language, "differs").format(said=said.rstrip(".。"))
