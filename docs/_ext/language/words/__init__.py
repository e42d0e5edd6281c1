"""Every word that the site's own machinery shows, a row for each: its key, English, Chinese.

A row has both or is not valid Python. Words of furo and of Sphinx are in ``docs/_locale``, those of
pictures in `turns.drawing.words`.
"""

from __future__ import annotations

from typing import Final

from language.languages import CHINESE, Language
from language.words import (
    card,
    challenges,
    game,
    home,
    marks,
    outcomes,
    player,
    playground,
    plots,
    practice,
    predict,
    running,
    site,
)

WORDS: Final[dict[str, tuple[str, str]]] = {
    key: texts
    for part in (
        *(card, challenges, game, home, marks, outcomes, predict, practice),
        *(player, playground, plots, running, site),
    )
    for key, texts in part.WORDS.items()
}


def word(language: Language, key: str) -> str:
    """Return the words for ``key`` in a language."""
    return WORDS[key][language is CHINESE]


def words_of(language: Language, prefix: str) -> dict[str, str]:
    """Return the words whose keys begin with a prefix, by the rest of their keys."""
    return {
        key.removeprefix(prefix): word(language, key) for key in WORDS if key.startswith(prefix)
    }
