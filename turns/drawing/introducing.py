"""Who is who: the coroutines of tasks that sentences speak of."""

import re
from collections.abc import Iterable

from turns.drawing.words import say
from turns.recording.recording import Recording

_NAMES = 12
"""Tasks that are introduced."""


def introduce(recording: Recording, texts: Iterable[str], lang: str) -> str:
    """Say which coroutines the tasks run that are spoken of; empty if none is."""
    said = " ".join(texts)
    spoken = [one for one in recording.tasks if re.search(rf"{re.escape(one.name)}\b", said)]
    names = [f"{one.name} {one.coroutine}" for one in spoken[:_NAMES] if one.coroutine]
    return say(lang, "tasks", names=say(lang, "comma").join(names)) if names else ""
