"""Every page of the site has what a page needs: the same call that lint makes."""

from tools.checking import pages
from tools.project import HERE


def test_no_page_lacks_anything() -> None:
    """Neither its description and label nor its question."""
    assert list(pages.problems(HERE)) == []
