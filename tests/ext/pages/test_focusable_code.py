"""Who has no mouse can scroll code."""

from pages import focusable_code


def test_every_pre_can_be_focused() -> None:
    """All code blocks get a place in the tab order; text and other elements stay as they are."""
    html = (
        '<pre>a</pre><pre class="x"><b></b></pre><pre tabindex="0">b</pre><prefix>&lt;pre></prefix>'
    )
    assert focusable_code.make_focusable(html) == (
        '<pre tabindex="0">a</pre><pre tabindex="0" class="x"><b></b></pre>'
        '<pre tabindex="0">b</pre><prefix>&lt;pre></prefix>'
    )
