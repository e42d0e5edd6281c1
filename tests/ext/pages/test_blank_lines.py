"""Empty lines of programs, as Pygments writes them."""

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from pages.blank_lines import fold_blank_lines

CODE = "import asyncio\n\n\ndef f():\n    a = 1\n\n    return a\n"


def test_two_empty_lines_are_one_gap_and_one_stays_a_line() -> None:
    """The numbers stay with their lines; without numbers nothing changes."""
    numbered = highlight(CODE, PythonLexer(), HtmlFormatter(linenos="inline", linenostart=8))
    folded = fold_blank_lines(numbered)
    gap = '<span class="linenos"> 9</span>\n<span class="linenos">10</span>\n'
    assert folded == numbered.replace(gap, f'<span class="blank">{gap}</span>')
    assert folded.count('class="blank"') == 1
    plain = highlight(CODE, PythonLexer(), HtmlFormatter())
    assert fold_blank_lines(plain) == plain
