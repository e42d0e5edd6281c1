"""Every code block can be focused, so that those which scroll can be scrolled with the keyboard.

A formatter for Pygments would be the natural place, but sees only what Pygments writes; one rule
for the whole text holds for cards, for literal blocks and for HTML in a page as well.
"""

from __future__ import annotations

import re

_PRE = re.compile(r"<pre(?=[\s>])(?![^>]*\stabindex=)")


def make_focusable(html: str) -> str:
    """Give each ``<pre>`` of a page a place in the tab order; text holds no literal ``<``."""
    return _PRE.sub('<pre tabindex="0"', html)
