"""Text that is no program because of where it was copied: a notebook, a prompt, a page."""

import re
from collections.abc import Iterator
from typing import Final

TOP: Final = (
    "a notebook can await at the top, and a program cannot: put it into async def main(), and"
    " start that with asyncio.run(main())"
)
DEF: Final = "only a function made by async def can await"
PROMPT: Final = "take out the >>> and ... of the prompt, and the output"
NOTEBOOK: Final = "this is a notebook's command and no Python: take it out"
FENCE: Final = "this is the edge of a block of code in a text: take it out"
SHELL: Final = "this is a command for a terminal and no Python: take it out"

_ASYNC: Final = re.compile(r"'await' outside|'async (?:for|with)' outside|asynchronous .+ outside")
_LINES: Final = (
    (re.compile(r">>> |\.\.\. "), PROMPT),
    (re.compile(r"%{1,2}[a-z]|!\w"), NOTEBOOK),
    (re.compile(r"```|~~~"), FENCE),
    (re.compile(r"\$ |(?:pip3?|python3?|py|uv|conda) [\w.-]+"), SHELL),
)
"""What a line begins with."""


def instead(error: SyntaxError) -> Iterator[str]:
    """Yield what to do about it, if that can be told."""
    line = error.text or ""
    if _ASYNC.match(error.msg):
        yield DEF if line[:1].isspace() else TOP
    for pattern, how in _LINES:
        if pattern.match(line):
            yield how
            return
