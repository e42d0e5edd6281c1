"""The selector of a watched loop: for sockets in memory, and for what only the kernel knows."""

import selectors
from typing import Any

from turns.runtime.network.ends import READ, WRITE, Watch
from turns.runtime.network.network import Network
from turns.runtime.sockets import outside, polling


class Selector(selectors._BaseSelectorImpl):
    """Sockets in memory come first, in the order of ``epoll``."""

    _fd_to_key: dict[int, selectors.SelectorKey]

    def __init__(self, network: Network, real: selectors.BaseSelector | None = None) -> None:
        """Wait for sockets of ``network``; ask ``real``, if there is one, about the others."""
        super().__init__()
        self._network = network
        self._outside = outside.BySelector(lambda: real or outside.RealSelector())
        self.watch = Watch(network.baton, self._outside)

    @property
    def asks_outside(self) -> bool:
        """Whether there is something that only the kernel knows."""
        return len(self._outside) > 0

    def register(self, fileobj: Any, events: int, data: Any = None) -> selectors.SelectorKey:
        """Watch a socket."""
        key: selectors.SelectorKey = super().register(fileobj, events, data)
        try:
            self.watch.add(key.fd, self._network.find(key.fd), _bits(events))
        except BaseException:
            super().unregister(fileobj)
            raise
        return key

    def unregister(self, fileobj: Any) -> selectors.SelectorKey:
        """Watch it no longer."""
        key: selectors.SelectorKey = super().unregister(fileobj)
        self.watch.remove(key.fd)
        return key

    def modify(self, fileobj: Any, events: int, data: Any = None) -> selectors.SelectorKey:
        """Watch it for something else."""
        key: selectors.SelectorKey = self.get_key(fileobj)
        if events != key.events:
            try:
                self.watch.change(key.fd, _bits(events))
            except BaseException:
                super().unregister(fileobj)
                raise
        key = key._replace(events=events, data=data)
        self._fd_to_key[key.fd] = key
        return key

    def close(self) -> None:
        """Watch nothing any more."""
        self.watch.clear()
        self._outside.close()
        super().close()

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Return what is ready, after at most ``timeout`` seconds."""
        return self._keys(polling.wait(self.watch, None if timeout is None else max(0.0, timeout)))

    def collect(self) -> list[tuple[selectors.SelectorKey, int]]:
        """Return what is ready now."""
        return self._keys(self.watch.collect())

    def ask(self, seconds: float) -> list[tuple[selectors.SelectorKey, int]]:
        """Return what the kernel says, after at most so many seconds of real time."""
        return self._keys(self._outside.ask(seconds))

    def _keys(self, found: list[tuple[int, int]]) -> list[tuple[selectors.SelectorKey, int]]:
        ready = []
        for fd, mask in found:
            key = self._fd_to_key.get(fd)
            if key is not None:
                events = selectors.EVENT_READ if mask & ~WRITE else 0
                events |= selectors.EVENT_WRITE if mask & ~READ else 0
                ready.append((key, events & key.events))
        return ready


def _bits(events: int) -> int:
    """Translate what a selector is asked for into the bits of ``poll()``."""
    found = READ if events & selectors.EVENT_READ else 0
    return found | (WRITE if events & selectors.EVENT_WRITE else 0)
