"""The words of the site, which Python has by row."""

import re

from language import words


def test_same_words_in_both_languages() -> None:
    """Each row has the same blanks to fill in."""
    for key, row in words.WORDS.items():
        english, chinese = (sorted(re.findall(r"\{(\w+)\}", text)) for text in row)
        assert english == chinese, key
