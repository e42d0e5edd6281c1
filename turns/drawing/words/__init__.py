"""The words of pictures and of what tells their story, a row for each: key, English, Chinese."""

import re
from typing import Final

from turns.drawing.reasons import reason
from turns.drawing.words import answers, causes, fates, game, grading, pictures

LANGUAGES: Final = ("en", "zh")
_WORDS: Final[dict[str, tuple[str, str]]] = {
    key: texts
    for part in (pictures, answers, game, grading, causes, fates)
    for key, texts in part.WORDS.items()
}


def counted(count: int, inexact: str, mode: str, lang: str) -> str:
    """Say in one line how many outcomes there are; ``inexact``: why it may be more."""
    schedules = say(lang, f"{mode}-schedules")
    key = "none-seen" if not count else "at-least" if inexact else "exactly"
    return say(
        lang,
        f"{key}-one" if count == 1 else key,
        count=f"{count:,}",
        schedules=schedules,
        why=reason(inexact, lang),
    )


_BETWEEN_CHINESE = re.compile(r"(?<=[\u2e80-\uffff]) (?=[\u2e80-\uffff])")
"""A space that is one too many: what was filled in begins or ends with Chinese."""


def say(lang: str, key: str, **values: object) -> str:
    """Return the words for ``key`` in one of `LANGUAGES`, with ``{names}`` filled in."""
    text = _WORDS[key][LANGUAGES.index(lang)].format(**values)
    return _BETWEEN_CHINESE.sub("", text)
