"""Names for turns that stay the same in every schedule, in every process.

Under another schedule a turn gets another number, but it is still "the third callback that the
first turn of this task scheduled". That path, as one number, is its key. A key is arithmetic and
not a hash of Python's, so that it is equal on every platform and under every hash seed.
"""

_MODULUS = (1 << 61) - 1
_FACTORS = {"handle": 0x9E3779B97F4A7C1, "task": 0x6C8E9CF570932BD, "step": 0x2545F4914F6CDD1}

ROOT = 1
"""The key of the program itself, outside of every turn."""


def key_of(parent: int, kind: str, index: int) -> int:
    """Return the key of the ``index``-th handle, task or step that ``parent`` made."""
    factor = _FACTORS[kind]
    return ((parent ^ (index << 7)) * factor + index * 0x94D049BB133111 + len(kind)) % _MODULUS


class Actor:
    """Whoever acts: the program outside of turns, a thread, or a turn. It numbers what it makes."""

    __slots__ = ("children", "key", "lines", "n", "tasks")

    def __init__(self, key: int, n: int) -> None:
        """Take the key and the number of the turn; outside of turns, that of the turn before."""
        self.key = key
        self.n = n
        self.children = 0
        self.tasks = 0
        self.lines: dict[int, int] | None = None
        """How often each line of the program was executed here, if somebody records that."""

    def next_task(self) -> int:
        """Return the key of the next task, or thread, made here."""
        self.tasks += 1
        return key_of(self.key, "task", self.tasks)


class Turn(Actor):
    """One callback run by a loop, from start to finish."""

    __slots__ = ("callback", "internal", "owner", "parent", "task", "time")

    def __init__(  # noqa: PLR0913, PLR0917 - a record
        self,
        key: int,
        n: int,
        parent: int,
        owner: int,
        task: str | None,
        callback: str,
        internal: bool,
        time: float,
    ) -> None:
        """Describe the turn; see the attributes."""
        super().__init__(key, n)
        self.parent = parent
        """The number of the turn that scheduled it; 0 for the program outside of turns."""
        self.owner = owner
        """The key of the task it is a step of; else its own key."""
        self.task = task
        """That task's name; None for a plain callback."""
        self.callback = callback
        self.internal = internal
        self.time = time
        """When it began, in virtual seconds."""
