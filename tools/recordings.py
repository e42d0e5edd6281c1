"""Compare what is pinned of all snippets with what the reference Python records now.

``nox -s recordings`` names what differs; ``-- --accept`` pins it; ``-- --accept two_naps`` asks
and pins as ``nox -s snippets -- two_naps`` selects. Cards are drawn from what is pinned, so that
the same site comes out of every Python.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from typing import Any

from card.agreement import contradiction
from card.store import Recordings
from tools.arguments import Parser
from tools.building.record_missing import PYTHON, needs, recordings_of
from tools.building.recording_process import StuckError, abandon, record
from tools.interpreters import installed
from tools.matrix import SelectionError, select
from tools.project import HERE
from turns.exploring.findings import Answer, Findings
from turns.recording.codec import encode
from turns.snippet import grammar
from turns.snippet.source import digest

REFERENCE = "3.14"
"""The Python whose recordings are published."""
GET = f"`uv python install {REFERENCE}`, pyenv or your system's packages bring it"
_JOBS = 2


def main(arguments: Sequence[str]) -> int:
    """Compare, or accept; return the exit status."""
    parser = Parser("recordings", __doc__ or "")
    parser.add_argument("--accept", action="store_true", help="pin what is recorded now")
    parser.add_argument("snippets", nargs="*", help="a chapter, or part of a name; default: all")
    options = parser.parse(arguments)
    store = recordings_of(HERE)
    try:
        programs = select(HERE, options.snippets)
    except SelectionError as error:
        print(f"recordings: {error}", file=sys.stderr)
        return 2
    python = next((one for one in installed() if one.name == REFERENCE), None)
    if python is None:
        return _without_reference(store, programs, accepting=options.accept)
    try:
        answers = list(_record(programs, str(python.executable)))
    except StuckError as error:
        print(f"recordings: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("recordings: interrupted; what is pinned is as it was", file=sys.stderr)
        return 130
    if options.accept:
        return accept(store, answers)
    pinned = _pinned(store)
    if options.snippets:
        pinned = {name: data for name, data in pinned.items() if name in programs}
    changed = list(differences(pinned, {one.name: encode(one) for one in answers}))
    print(*changed, sep="\n")
    count = f"{len(answers)} snippets, Python {REFERENCE}"
    if changed:
        print(f"recordings: not as pinned ({count}); look, then `nox -s recordings -- --accept`")
    else:
        print(f"recordings: as pinned ({count})")
    return int(bool(changed))


def _without_reference(store: Recordings, programs: Mapping[str, Path], *, accepting: bool) -> int:
    """Tell whether every text is pinned; pin those that are not as they are recorded at hand."""
    new = {
        name: path
        for name, path in store.unpinned().items()
        if name in programs and needs(path) <= sys.version_info[:2]
    }
    if accepting:
        status = accept(store, list(record(new)))
        if new:
            print(
                f"recorded on Python {PYTHON}: look at it again where there is {REFERENCE}; {GET}"
            )
        return status
    lines = list(stale(store))
    for line in lines:
        print(line)
    print(f"NOT COMPARED: recordings need Python {REFERENCE}; {GET}")
    return int(bool(lines))


def accept(store: Recordings, answers: Sequence[Answer]) -> int:
    """Pin all, or nothing if something cannot be shown; return the exit status."""
    wrong = list(contradictions(store, answers))
    done = chain(remove(store), pin(store, answers))
    lines = [*wrong, "recordings: nothing is pinned"] if wrong else done
    for line in lines:
        print(line)
    return int(bool(wrong))


def contradictions(store: Recordings, answers: Sequence[Answer]) -> Iterator[str]:
    """Yield where a recording is not what the snippet's Output block says."""
    sources = store.sources()
    for one in answers:
        if isinstance(one, Findings):
            path = sources[one.name]
            wrong = contradiction(grammar.read(path), one)
            if wrong is not None:
                yield f"{path.relative_to(HERE.root).as_posix()}:{wrong[0]}: {wrong[1]}"


def stale(store: Recordings) -> Iterator[str]:
    """Yield a line for each snippet whose text is not what is pinned, and for each odd pin."""
    pinned = _pinned(store)
    for name, path in store.sources().items():
        if pinned.pop(name, {}).get("digest") != digest(path.read_bytes()):
            yield f"{name}: this text is not pinned"
    for name in pinned:
        yield f"{name}: is pinned, but there is no such snippet"


def _record(programs: Mapping[str, Path], python: str) -> Iterator[Answer]:
    """Record in a few processes side by side; yield by name."""
    names = list(programs)
    shares = [{name: programs[name] for name in names[i::_JOBS]} for i in range(_JOBS)]
    with ThreadPoolExecutor(_JOBS) as pool:
        try:
            shared = pool.map(lambda share: list(record(share, python)), shares)
            answers = [one for answers in shared for one in answers]
        except KeyboardInterrupt:
            abandon()  # else the pool would wait for what it records
            raise
    yield from sorted(answers, key=lambda one: one.name)


def _pinned(store: Recordings) -> dict[str, Any]:
    """Return what is pinned, by name, as it is written."""
    found: dict[str, Any] = {}
    for path in store.pins():
        name = store.named(path)
        try:
            found[name] = dict(json.loads(path.read_text(encoding="utf-8")))
        except ValueError:  # a merge, most likely
            found[name] = {}
    return found


def remove(store: Recordings) -> Iterator[str]:
    """Remove what is pinned of snippets that are gone; yield a line for each."""
    sources = store.sources()
    for path in store.pins():
        if store.named(path) not in sources:
            path.unlink()
            yield f"removed {path.relative_to(HERE.root).as_posix()}"


def pin(store: Recordings, answers: Sequence[Answer]) -> Iterator[str]:
    """Pin these answers; yield a line for each file that changes."""
    for one in answers:
        path, text = store.pin(one.name), written(encode(one))
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            yield f"pinned {path.relative_to(HERE.root).as_posix()}"


def written(data: object, depth: int = 0) -> str:
    """Return data as JSON whose lines are short enough to be compared: an entry a line."""
    small = json.dumps(data, ensure_ascii=False)
    if not isinstance(data, dict | list) or len(small) + depth <= 100:
        return small
    pad = " " * (depth + 1)
    if isinstance(data, dict):
        begin, end = "{}"
        parts = [f"{json.dumps(key)}: {written(value, depth + 1)}" for key, value in data.items()]
    else:
        begin, end = "[]"
        parts = [written(value, depth + 1) for value in data]
    lines = ",\n".join(f"{pad}{part}" for part in parts)
    last = "\n" if depth == 0 else ""
    return f"{begin}\n{lines}\n{' ' * depth}{end}{last}"


def differences(pinned: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    """Yield in lines what changed, by snippet."""
    for name in sorted(pinned.keys() | now.keys()):
        before, after = pinned.get(name), now.get(name)
        if before == after:
            continue
        if before is None or after is None:
            yield f"{name}: {'not pinned yet' if before is None else 'there is no such snippet'}"
            continue
        old, new = _marks(before), _marks(after)
        changed = sorted(
            key for key in before.keys() | after.keys() if before.get(key) != after.get(key)
        )
        yield f"{name}: other {', '.join(changed)}"
        if old != new:
            yield from (*(f"  - {one}" for one in old), *(f"  + {one}" for one in new))


def _marks(answer: Mapping[str, Any]) -> list[str]:
    return [
        f"{' '.join(filter(None, (mark['because'], mark['departs'])))} | {mark['text']}"
        for mark in answer.get("marks", ())
    ] or [f"refused: {answer.get('reason')}"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
