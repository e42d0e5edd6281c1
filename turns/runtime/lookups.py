"""Looking names up where no thread can be started, to which asyncio would leave that.

In memory nobody waits for the answer. So the loop does it itself, when the thread of its pool
would: the first one at once, as a new thread begins at once, and others when the loop waits.
"""

from asyncio import wrap_future
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any


class Lookups:
    """What one loop is asked to look up."""

    def __init__(self) -> None:
        """Nothing was asked yet."""
        self._has_begun = False
        self._left: deque[tuple[Future[Any], Callable[[], Any]]] = deque()

    async def look_up(self, job: Callable[[], Any]) -> Any:
        """Return what ``job`` returns, which waits for nothing; others go on meanwhile."""
        answer: Future[Any] = Future()
        self._left.append((answer, job))
        if not self._has_begun:
            self._has_begun = True
            self.answer()
        return await wrap_future(answer)

    def answer(self) -> None:
        """Answer all that was asked, as the thread of a pool does."""
        while self._left:
            answer, job = self._left.popleft()
            if answer.set_running_or_notify_cancel():
                try:
                    answer.set_result(job())
                except BaseException as error:  # noqa: BLE001 - it belongs to who has asked
                    answer.set_exception(error)
