"""Why nothing is proven, in as few sentences as possible."""

from collections.abc import Iterator, Sequence

from turns.drawing.reasons import place, reason
from turns.drawing.words import say


def unproven(reasons: Sequence[str], lang: str) -> Iterator[str]:
    """Yield one sentence for all that stands in a line of the program, and one for each other."""
    comma = say(lang, "comma")
    lines: dict[str, list[str]] = {}
    for text in reasons:
        if (found := place(text, lang)) is not None:
            lines.setdefault(found.what, []).append(found.where)
    if lines:
        parts = [_placed(what, where, lang) for what, where in lines.items()]
        yield say(lang, "cannot-follow", what=comma.join(parts))
    for text in reasons:
        if place(text, lang) is None:
            yield say(lang, "nothing-proven", why=reason(text, lang))


def _placed(what: str, where: Sequence[str], lang: str) -> str:
    """Say what stands in which lines."""
    numbers = [line for line in where if line.isdecimal()]
    key = "places-of" if len(numbers) < len(where) else "lines-of" if len(where) > 1 else "line-of"
    return say(lang, key, what=what, lines=say(lang, "comma").join(where))
