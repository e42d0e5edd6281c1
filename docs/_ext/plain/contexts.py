"""Parts of a Markdown page whose text is put together once all of it is there."""

from __future__ import annotations

import re

from sphinx_markdown_builder.contexts import (
    IndentContext,
    SubContext,
    SubContextParams,
    TableContext,
)


class Quote(IndentContext):
    """A block quote, without spaces at the ends of its lines."""

    def __init__(self) -> None:
        """Begin each line with its sign."""
        super().__init__("> ", empty=True, params=SubContextParams(2, 2))

    def make(self) -> str:
        """Return the lines."""
        return re.sub(r" +$", "", super().make(), flags=re.MULTILINE)


class Emphasis(SubContext):
    """Text between asterisks; the library's own puts a space before what is not Latin."""

    def __init__(self, asterisks: str, lines_after: int = 0) -> None:
        """Begin with nothing."""
        super().__init__(SubContextParams(0, lines_after))
        self.asterisks = asterisks

    def make(self) -> str:
        """Return the text."""
        return f"{self.asterisks}{super().make().strip()}{self.asterisks}"


class Table(TableContext):
    """A table whose cells are as they are: not padded, and numbers not rounded."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__(SubContextParams(2, 2))
        self.rules: list[str] = []
        """What stands below each column's head: dashes, with colons that align it."""

    def make(self) -> str:
        """Return the text."""
        headers = self.headers or [[[""] for _ in self.body[0]]]  # Markdown has no table without
        rows = [self._row(row) for row in (*headers, *self.body)]
        rows.insert(1, f"|{'|'.join(self.rules)}|")
        title = self.internal_context.make()
        return "\n".join([f"{title.strip()}\n", *rows] if title else rows)

    @staticmethod
    def _row(row: list[list[str]]) -> str:
        cells = ("".join(cell).strip().replace("|", r"\|") for cell in row)
        return f"| {' | '.join(cells)} |"
