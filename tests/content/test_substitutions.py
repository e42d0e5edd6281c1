"""What `{{ name }}` stands for on the pages is what the tools know."""

from markup.syntax import SUBSTITUTIONS
from tools.interpreters import SUPPORTED
from tools.recordings import REFERENCE


def test_pages_say_the_pythons_of_the_tools() -> None:
    """A Python that is added reaches every page that names the oldest or the newest."""
    assert {
        "oldest": SUPPORTED[0],
        "newest": SUPPORTED[-1],
        "recorded": REFERENCE,
    } == SUBSTITUTIONS
