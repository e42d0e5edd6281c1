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
        parts = [
            say(lang, f"line{'s' * (len(where) > 1)}-of", what=what, lines=comma.join(where))
            for what, where in lines.items()
        ]
        yield say(lang, "cannot-follow", what=comma.join(parts))
    for text in reasons:
        if place(text, lang) is None:
            yield say(lang, "nothing-proven", why=reason(text, lang))
