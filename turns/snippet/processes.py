"""Find the processes that a program started, in Linux's /proc."""

import contextlib
import os


def find(group: int, mark: bytes) -> dict[int, str]:
    """Return the living processes of a group or with ``mark`` in their environment.

    By number, with their command lines. A zombie is not living: in a container whose first process
    does not reap, it would stay for ever.
    """
    found = {}
    try:
        os.killpg(group, 0)
        in_group = True
    except OSError:
        in_group = False
    for name in os.listdir("/proc"):  # noqa: PTH208 (a Path for each is slow)
        if not name.isdecimal():
            continue
        with contextlib.suppress(OSError):
            if mark in _read(f"/proc/{name}/environ").split(b"\0") or (
                in_group and _is_in_group(name, group)
            ):
                command = _read(f"/proc/{name}/cmdline").rstrip(b"\0").replace(b"\0", b" ")
                found[int(name)] = command.decode("utf-8", "replace")
    return found


def _is_in_group(pid: str, group: int) -> bool:
    # "pid (name) state parent group …": the name may hold spaces and brackets.
    state, _, number = _read(f"/proc/{pid}/stat").rpartition(b")")[2].split()[:3]
    return int(number) == group and state not in b"ZX"


def _read(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 (as above)
        return file.read()
