"""Code has elements only for what has another colour than the text."""

from pygments import highlight
from pygments.lexers import PythonLexer
from pygments.token import Comment, Generic, Keyword, Name, Punctuation, String

from markup.plain_tokens import formatter, is_plain

LIGHT, DARK = "a11y-high-contrast-light", "github-dark-high-contrast"
CODE = "return [one, two]\n"


def test_what_has_no_colour_has_no_element() -> None:
    """And the text is whole; what has a colour in one of the styles keeps its element."""
    light = highlight(CODE, PythonLexer(), formatter((LIGHT,))(nowrap=True))
    assert light == '<span class="k">return</span> [one, two]\n'
    both = highlight(CODE, PythonLexer(), formatter((LIGHT, DARK))(nowrap=True))
    assert both.startswith('<span class="k">return</span> [<span class="n">one</span>, ')


def test_styles_decide() -> None:
    """Nothing is listed by hand."""
    assert is_plain(Punctuation, (LIGHT, DARK))
    assert is_plain(Name, (LIGHT,))
    assert not is_plain(Name, (LIGHT, DARK))
    assert is_plain(Generic.Prompt.OfALexer, (LIGHT,)) == is_plain(Generic.Prompt, (LIGHT,))
    assert not any(is_plain(kind, (LIGHT,)) for kind in (Comment, Keyword, String, Name.Class))
