"""What a digest raises instead of guessing."""


class Opaque(Exception):  # noqa: N818 - a reason, not an error
    """Something whose state cannot be seen is reachable; the message says what."""


class Undecided(Opaque):
    """No schedule decides what is in the state: nothing can be proven about it."""
