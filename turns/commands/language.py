"""The language that a terminal speaks."""

import locale
import os

from turns.drawing.words import LANGUAGES


def preferred() -> str:
    """Return the language of the locale, if it is one of ours; else English."""
    names = [os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    name = next((name for name in names if name), None) or locale.getlocale()[0] or ""
    language = name.partition("_")[0].lower()
    return language if language in LANGUAGES else LANGUAGES[0]
