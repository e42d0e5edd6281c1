"""The editor paints code as Pygments does when the pages are built."""

import re

import pytest
from playwright.sync_api import Browser
from pygments.lexers import PythonLexer
from pygments.styles import get_style_by_name
from pygments.token import STANDARD_TYPES

from tools.project import HERE

CONFIGURED = (HERE.docs / "conf.py").read_text("utf-8")
STYLES = [
    get_style_by_name(name)
    for name in re.findall(r'^pygments_(?:dark_)?style = "(.+)"', CONFIGURED, re.MULTILINE)
]
TYPES = {short: kind for kind, short in STANDARD_TYPES.items()}
TOKENS = (HERE.docs / "_assets" / "playground" / "tokens.js").read_text("utf-8")
HARD = """\
x = f"{a!r:>{width}} {b:%H:%M} {{c}} {d['e']} {f'{g}'}" rf'\\{h}\\' 'it\\'s' 0x_ff 1e-3 .5j
'never closed
y = "nor this
if (n := len(a)) != 1_000: a[1:2], b'\\0', R"\\"
"""


@pytest.mark.slow
def test_the_editor_paints_as_pygments_does(browser: Browser) -> None:
    """Every letter of every program of the site has the same colour, in both themes."""
    programs = [path.read_text("utf-8") for path in HERE.programs()]
    page = browser.new_page()
    page.evaluate(TOKENS)
    found = page.evaluate("all => all.map((one) => [...Turns.tokensOf(one)])", programs)
    page.close()
    for program, tokens in zip(programs, found, strict=True):
        ours = [colours(TYPES[kind]) for kind, text in tokens for _ in text if kind]
        lexer = PythonLexer(stripnl=False, ensurenl=False)
        theirs = [
            (letter, colours(kind)) for kind, text in lexer.get_tokens(program) for letter in text
        ]
        assert "".join(text for _, text in tokens) == program
        spaces = [letter.isspace() for kind, text in tokens for letter in text if kind]
        painted = [one for one, is_space in zip(ours, spaces, strict=True) if not is_space]
        assert painted == [colour for letter, colour in theirs if not letter.isspace()]


@pytest.mark.slow
@pytest.mark.parametrize("length", range(0, len(HARD), 7))
def test_no_text_is_lost(browser: Browser, length: int) -> None:
    """However much of it is there already, and however wrong it is."""
    page = browser.new_page()
    page.evaluate(TOKENS)
    found = page.evaluate("one => [...Turns.tokensOf(one)]", HARD[:length])
    page.close()
    assert "".join(text for _, text in found) == HARD[:length]


def colours(kind: object) -> tuple[str, ...]:
    """Return the colours of a type in both themes."""
    return tuple(style.style_for_token(kind)["color"] for style in STYLES)
