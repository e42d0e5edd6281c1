"""How far a search has come, for whoever waits for it; he may also end it before its time."""

from collections.abc import Callable

ENDED = "the search was ended"


class Progress:
    """Counts the turns of all searches for one program."""

    def __init__(self, tell: Callable[[int], None] | None = None) -> None:
        """``tell`` is called with that number, often."""
        self._tell = tell
        self._turns = 0
        self.is_over = False
        """Whoever waits has had enough: what was found so far is to be shown."""

    def spend(self, turns: int) -> None:
        """Take note of a run of so many turns."""
        self._turns += turns
        if self._tell is not None:
            self._tell(self._turns)
