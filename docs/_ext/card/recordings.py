"""The films of all snippets, at build time: what the cards show beyond the file (`turns.commands.record`).

Programs are not run in Sphinx's own process: one child runs all of which there is no film yet.
Marks take the longest to find; they are pinned in `_marks/`, for the Python that is named there,
and looked up by the content of the snippet's file, so that only what changed is explored. Films are
kept in a folder beside that and serve both languages.
"""

from __future__ import annotations

import functools
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.util import logging

from language.languages import CHINESE, of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

logger = logging.getLogger(__name__)

Film = dict[str, Any]
PATIENCE = 120.0
"""Seconds of real time for a film: however many there are, a build ends."""
TURNS = Path(__file__).resolve().parents[3] / "turns"
PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"


def digest(path: Path) -> str:
    """Return the digest of a file, by which its pins are found; line ends do not matter."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()[:16]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def shoot(requests: Iterable[Film]) -> Iterator[Film]:
    """Let a child make films, and return them one by one; `TimeoutError` if one takes too long.

    `turns.commands.record.main` says what requests and answers are.
    """
    text = "".join(json.dumps(request) + "\n" for request in requests)
    environment = {**os.environ, "PYTHONPATH": str(TURNS.parent), "PYTHONHASHSEED": "0"}
    command = [sys.executable, "-m", "turns.commands.record"]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, env=environment, encoding="utf-8"
    ) as child:
        assert child.stdin is not None  # noqa: S101 - for mypy
        child.stdin.write(text)
        child.stdin.close()
        while answer := _answer(child):
            yield json.loads(answer)


def _answer(child: subprocess.Popen[str]) -> str:
    """Wait for a line of the child; it is empty at the end."""
    assert child.stdout is not None  # noqa: S101 - for mypy
    late = threading.Event()

    def give_up() -> None:
        late.set()
        child.kill()

    watchdog = threading.Timer(PATIENCE, give_up)
    watchdog.start()
    try:
        answer = child.stdout.readline()
    finally:
        watchdog.cancel()
    if late.is_set():
        raise TimeoutError
    return answer


class Films:
    """The films of the snippets below ``root``; ``pins`` and ``cache`` are folders."""

    def __init__(self, root: Path, pins: Path, cache: Path) -> None:
        """Read the pins of this Python, if there are any."""
        self.root = root
        self._cache = cache
        pinned = pins / f"{PYTHON}.json"
        self._pins = json.loads(pinned.read_text(encoding="utf-8")) if pinned.is_file() else {}
        # The names of kept films come from this; to hash it for each of them anew takes long.
        self._pin_digests = {
            (name, pin["digest"]): _hash(json.dumps(pin["film"]))
            for name, pin in self._pins.items()
        }
        sources = sorted(TURNS.rglob("*.py"))
        self._machinery = hashlib.sha256(b"".join(map(Path.read_bytes, sources))).hexdigest()

    def sources(self) -> dict[str, Path]:
        """Return the snippets by name; hidden files, such as editors' locks, are none."""
        paths = (path for path in sorted(self.root.rglob("*.py")) if path.name[0] != ".")
        return {path.relative_to(self.root).with_suffix("").as_posix(): path for path in paths}

    def pinned(self, name: str, path: Path) -> Film | None:
        """Return the marks and the order of this very file, if they are pinned."""
        pin = self._pins.get(name)
        return pin["film"] if pin is not None and pin["digest"] == digest(path) else None

    def _kept(self, name: str, path: Path) -> Path:
        """Return where the film of this file is kept."""
        found = digest(path)
        pinned = self._pin_digests.get((name, found))
        what = json.dumps([PYTHON, self._machinery, name, found, pinned])
        return self._cache / f"{_hash(what)}.json"

    def address(self, name: str) -> str:
        """Return the address of the film's file below `_static`; another film has another."""
        path = self.root.joinpath(*name.split("/")).with_suffix(".py")
        return f"films/{name.replace('/', '--')}.js?v={self._kept(name, path).stem[:8]}"

    def prepare(self, *, backwards: bool = False) -> None:
        """Make the films that are missing.

        Two builds that begin at both ends share the work: neither makes what the other has made.
        """
        missing = {
            name: path
            for name, path in self.sources().items()
            if not self._kept(name, path).is_file()
        }
        if not missing:
            return
        self._cache.mkdir(parents=True, exist_ok=True)
        answers = shoot(
            {
                "name": name,
                "path": str(missing[name]),
                "pinned": self.pinned(name, missing[name]),
                "kept": str(self._kept(name, missing[name])),
            }
            for name in (reversed(missing) if backwards else missing)
        )
        for answer in answers:
            self._keep(self._kept(answer["name"], missing[answer["name"]]), answer)

    def _keep(self, place: Path, answer: Film) -> None:
        """Write in one step: another build may be at it too."""
        with tempfile.NamedTemporaryFile(
            "w", dir=self._cache, encoding="utf-8", delete=False, suffix=".new"
        ) as file:
            json.dump(answer, file, ensure_ascii=False, separators=(",", ":"))
        Path(file.name).replace(place)

    def film(self, name: str) -> Film | None:
        """Return the film of a snippet; None if it cannot be watched, or there is no such file."""
        return self._answer(name).get("film")

    def fault(self, name: str) -> tuple[int, str] | None:
        """Return the line of a snippet (0: none) and what is wrong, if nobody could run it."""
        found = self._answer(name).get("fault")
        return (found[0], found[1]) if found else None

    def _answer(self, name: str) -> Film:
        path = self.root.joinpath(*name.split("/")).with_suffix(".py")
        try:
            answer: Film = json.loads(self._kept(name, path).read_text(encoding="utf-8"))
        except OSError:
            return {}
        return answer


def films_of(config: Config) -> Films:
    """Return the films of the build that is configured so."""
    places = (config.snippets_root, config.films_pins, config.films_cache)
    return _films(*map(Path, places))


_films = functools.lru_cache(maxsize=1)(Films)  # its pins are read once


def _forget(_app: Sphinx) -> None:
    _films.cache_clear()


def _prepare(app: Sphinx, _env: BuildEnvironment, _docnames: list[str]) -> None:
    try:
        films_of(app.config).prepare(backwards=of(app.config.language) is CHINESE)
    except TimeoutError:
        logger.warning("a film took over %s s; cards lack their marks", PATIENCE, type="films")


def _resolve(app: Sphinx, config: Config) -> None:
    """Take relative folders as relative to ``conf.py``."""
    config.films_pins = str(Path(app.confdir, config.films_pins))
    config.films_cache = str(Path(app.confdir, config.films_cache))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Make the films before pages are read, in live preview each time."""
    app.add_config_value("films_pins", "_marks", "env", str)
    app.add_config_value("films_cache", "../.build/films", "env", str)
    app.connect("config-inited", _resolve)
    app.connect("builder-inited", _forget)
    app.connect("env-before-read-docs", _prepare)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
