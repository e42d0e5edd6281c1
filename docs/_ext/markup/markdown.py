"""What a node of ours may ask of whoever writes a page as Markdown (`plain.markdown` does)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.config import Config


class MarkdownWriter(Protocol):
    """Writes a page."""

    builder: Any
    config: Config
    document: nodes.document

    def add(self, value: str, prefix_eol: int = 0, suffix_eol: int = 0) -> None:
        """Add Markdown, between so many ends of lines."""

    def fenced(self, text: str, language: str) -> None:
        """Add a block of code or output."""

    def escaped(self, text: str) -> str:
        """Return a text as Markdown that shows it."""
