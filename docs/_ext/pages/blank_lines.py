"""Several empty lines of a numbered program are put together, so that a style can fold them.

Programs have two empty lines between functions, as is usual in Python, which on a page are a third
of a short one. The text stays as it is, and so do its numbers: what is copied is the file.
"""

from __future__ import annotations

import re

_EMPTY = re.compile(r'(?:<span class="linenos"> *\d+</span>\n){2,}')


def fold_blank_lines(html: str) -> str:
    """Put each run of two or more empty lines of a page's code into an element of its own."""
    return _EMPTY.sub(lambda lines: f'<span class="blank">{lines[0]}</span>', html)
