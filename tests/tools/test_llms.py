"""`llms.txt` above both languages."""

import pytest

from tools.building.llms import llms
from tools.project import LANGUAGES


@pytest.mark.parametrize(
    ("site_url", "root"),
    [("", ""), ("https://example.org/book", "https://example.org/book/")],
)
def test_llms_leads_to_each_language(site_url: str, root: str) -> None:
    """A title, a summary, and a list with a link for each language, absolute if it can be."""
    title, summary, heading, links = llms(site_url).split("\n\n")
    assert title.startswith("# ")
    assert all(line.startswith("> ") for line in summary.split("\n"))
    assert heading == "## Languages"
    assert len(links.splitlines()) == len(LANGUAGES)
    for language in LANGUAGES:
        assert f"]({root}{language}/llms.txt): " in links
