"""What cards show beyond a snippet's file: the answers of `turns.commands.record`, found by text.

They are pinned in a folder of the sources, a file for each snippet, recorded on one Python for all.
A text that is not pinned is recorded on the Python at hand, once, and kept in a folder of builds.
Nothing here runs a program, and nothing is found that was recorded of another text.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markup import sources
from turns.exploring import findings
from turns.exploring.findings import Answer, Findings, Refusal
from turns.recording.codec import MalformedError, encode
from turns.snippet.source import digest

if TYPE_CHECKING:
    from collections.abc import Iterator

_TURNS = Path(findings.__file__).resolve().parents[1]
_PLAYED = frozenset({"recording", "marks", "orders", "documented", "departures"})
"""The fields of `Findings` that scripts read; the rest is in the page as text."""
_HERE = f"{sys.version_info[0]}.{sys.version_info[1]}"


@dataclass(frozen=True)
class Recorded:
    """What there is to show of one text."""

    answer: Answer
    text: str
    """What the scripts of a page need of it, as JSON."""
    board: str
    """What there is to play on, as JSON; empty if there is nothing."""
    is_pinned: bool

    @property
    def findings(self) -> Findings | None:
        """What was found out; None if that was nothing."""
        return self.answer if isinstance(self.answer, Findings) else None

    @property
    def python(self) -> tuple[int, int]:
        """The Python that ran it."""
        answer = self.answer
        version = answer.python if isinstance(answer, Refusal) else answer.recording.python
        major, _, minor = version.partition(".")
        return int(major), int(minor)


class Recordings:
    """The recordings of the snippets below a folder."""

    def __init__(self, snippets: Path, pins: Path, kept: Path) -> None:
        """Look into ``pins`` first, then into ``kept``."""
        self.snippets = snippets
        self.machinery = machinery()
        """Of another tool nothing that is kept is found."""
        self._pins = pins
        self._kept = kept
        self._read: dict[Path, tuple[str, Recorded]] = {}
        """By file, its text and what that said."""

    def sources(self) -> dict[str, Path]:
        """Return the snippets by name."""
        paths = sources.below(self.snippets, ".py")
        return {path.relative_to(self.snippets).with_suffix("").as_posix(): path for path in paths}

    def pin(self, name: str) -> Path:
        """Return where a snippet's recording is pinned, if it is."""
        return self._pins.joinpath(*name.split("/")).with_suffix(".json")

    def named(self, pin: Path) -> str:
        """Return the name of the snippet of which this is pinned."""
        return pin.relative_to(self._pins).with_suffix("").as_posix()

    def pins(self) -> Iterator[Path]:
        """Yield all that is pinned."""
        yield from sources.below(self._pins, ".json")

    def of(self, name: str) -> Recorded | None:
        """Return what was recorded of a snippet as its file is now; None if nothing was.

        Raise `MalformedError` where something is pinned that is no recording.
        """
        wanted = self._wanted(name)
        if wanted is None:
            return None
        for place in (self.pin(name), self._place(name, wanted)):
            found = self._load(place)
            if found is not None and found.answer.digest == wanted:
                return found
        return None

    def unpinned(self) -> dict[str, Path]:
        """Return the snippets that are not pinned as their files are now; parse no pin for that."""
        return {name: path for name, path in self.sources().items() if not self._is_pinned(name)}

    def missing(self) -> dict[str, Path]:
        """Return the snippets of whose present text there is no recording."""
        return {name: path for name, path in self.unpinned().items() if not self.is_kept(name)}

    def is_kept(self, name: str) -> bool:
        """Say whether a snippet's present text was recorded at hand; also if it cannot be read."""
        wanted = self._wanted(name)
        return wanted is None or self._place(name, wanted).is_file()

    def _is_pinned(self, name: str) -> bool:
        wanted = self._wanted(name)
        try:
            text = self.pin(name).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return False
        return wanted is not None and f'"{wanted}"' in text

    def _wanted(self, name: str) -> str | None:
        """Return the digest of a snippet's present text; None if it has none."""
        try:
            return digest(self.snippets.joinpath(*name.split("/")).with_suffix(".py").read_bytes())
        except OSError:
            return None

    def keep(self, answer: Answer) -> None:
        """Keep what was recorded at hand, in one step: another build may be at it too."""
        self._kept.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", dir=self._kept, encoding="utf-8", delete=False, suffix=".new"
        ) as file:
            new = Path(file.name)
            try:
                json.dump(encode(answer), file, ensure_ascii=False)
                file.close()
                new.replace(self._place(answer.name, answer.digest))
            except BaseException:  # of a full disk, most likely
                new.unlink()
                raise

    def _place(self, name: str, text: str) -> Path:
        """Return where a text's recording is kept; another tool or Python has another place."""
        what = json.dumps([_HERE, self.machinery, name, text])
        return self._kept / f"{hashlib.sha256(what.encode()).hexdigest()[:32]}.json"

    def _load(self, place: Path) -> Recorded | None:
        try:
            text = place.read_text(encoding="utf-8")
        except OSError:
            return None
        before = self._read.get(place)
        if before is None or before[0] != text:
            try:
                data = json.loads(text)
                answer = findings.read(data)
            except ValueError as error:
                anew = "`nox -s recordings -- --accept` writes it anew"
                raise MalformedError(f"{place}: {error}; {anew}") from None
            played = _compact({key: value for key, value in data.items() if key in _PLAYED})
            board = _compact(data["board"]) if data.get("board") else ""
            is_pinned = place.is_relative_to(self._pins)
            before = self._read[place] = text, Recorded(answer, played, board, is_pinned)
        return before[1]


def _compact(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def machinery() -> str:
    """Return the digest of the tool that records, as its files are now."""
    content = b"".join(path.read_bytes() for path in sources.below(_TURNS, ".py"))
    return hashlib.sha256(content).hexdigest()


def recordings_of(config: Any) -> Recordings:  # noqa: ANN401 - Sphinx's, which is not imported here
    """Return the recordings of the build that is configured so."""
    places = (config.snippets_root, config.recordings_pinned, config.recordings_kept)
    if places not in _stores:
        _stores[places] = Recordings(*map(Path, places))
    return _stores[places]


_stores: dict[tuple[str, str, str], Recordings] = {}
"""Each reads a file once for all that ask."""
