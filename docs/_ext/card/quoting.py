"""What programs print, quoted in a sentence: that is no prose, and nothing in it is markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTED = re.compile("(?<=\u201c)(.*?)(?=\u201d)")


def quoting(sentence: str) -> Iterator[nodes.Node]:
    """Yield a sentence as nodes: what stands between quotation marks as it was printed."""
    for index, part in enumerate(_QUOTED.split(sentence)):
        if part:
            yield nodes.literal("", part, classes=["quoted"]) if index % 2 else nodes.Text(part)
