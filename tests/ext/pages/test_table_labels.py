"""The names of a table's columns, for screens on which these have no room."""

from pages.table_labels import label_cells


def table(*heads: str) -> str:
    """Return the beginning of a table."""
    cells = "".join(f"<th class='head'><p>{head}</p></th>" for head in heads)
    return f'<table class="docutils"><thead><tr>{cells}</tr></thead><tbody>'


def test_three_columns_are_named() -> None:
    """Once, in the style of the table; what a style could take for its end is text."""
    html = label_cells(table("a <b>b</b>", 'c"; d', "e\\ &lt;"))
    style = "--c1:&quot;a b&quot;;--c2:&quot;c\\&quot;; d&quot;;--c3:&quot;e\\\\ &lt;&quot;"
    assert html.startswith(f'<table class="docutils" data-labelled style="{style}"><thead>')
    assert html.endswith("<tbody>")


def test_others_stay_as_they_are() -> None:
    """Two columns have room; a head over several columns names none; one table does not eat two."""
    headless = "<table><tbody><tr><td>1</td></tr></tbody></table>"
    spanned = table("a", "b", "c").replace("class='head'", 'colspan="2"', 1)
    for html in (table("a", "b"), headless, spanned, headless + table("a", "b")):
        assert label_cells(html) == html
    assert label_cells(headless + table("a", "b", "c")).startswith(f"{headless}<table class=")
