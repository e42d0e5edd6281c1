"""Who may run next, as a strategy sees it."""

from typing import NamedTuple


class Option(NamedTuple):
    """A handle of the loop, or a thread beside it, that may run next."""

    key: int
    """The turn it would be: the same under every schedule, see `turns.runtime.keys`."""
    owner: int
    """The task of which it is a step, or the thread; else the handle."""
    kind: str
    """``ready``, ``timer`` or ``thread``."""
    label: str
    """The name of the task, callback or thread."""
    parent: int
    """The number of the turn that scheduled it."""
    when: float = 0.0
    """The deadline of a timer or of a sleeping thread, in virtual seconds."""
    early: bool = False
    """Only a clock schedule may choose it: its time has not come."""
