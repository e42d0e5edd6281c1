"""Why there is no playground."""


class MissingError(Exception):
    """It cannot be made here; why, in one line."""


class BrokenError(Exception):
    """It is made of something that is not as expected; what, in lines."""
