"""Firefox and WebKit, where they are installed, and the site with a script that watches it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import firefox
import pytest
import webkit
from reader import Engine, Reader, watched

from tools.project import HERE
from tools.static_server import served


@dataclass(frozen=True)
class Kind:
    """An engine, or one as others have it."""

    name: str
    missing: list[str]
    """What it needs and is not here."""
    start: Callable[[Path], AbstractContextManager[Engine]]
    """Starts it, with a new folder for what it keeps."""


NO_SWITCHING = {"javascript.options.wasm_js_promise_integration": False}
"""Firefox as it was before 153: it cannot switch the stacks of WebAssembly."""
FIREFOX = Kind("firefox", firefox.MISSING, firefox.started)
OLDER = Kind("firefox-152", firefox.MISSING, partial(firefox.started, settings=NO_SWITCHING))
WEBKIT = Kind("webkit", webkit.MISSING, webkit.started)


def engines(*kinds: Kind) -> list[object]:
    """Return parameters for `reader`; each is started once: all its tests are for one process."""
    return [
        pytest.param(kind, id=kind.name, marks=pytest.mark.xdist_group(kind.name)) for kind in kinds
    ]


@pytest.fixture(scope="session")
def watched_site(site: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Serve a copy of the site in which a script comes first on each page; yield both places."""
    assert site
    copy = tmp_path_factory.mktemp("watched") / "site"
    shutil.copytree(HERE.site, copy, ignore=shutil.ignore_patterns("*.epub", "*.pdf", "*.png"))
    watched(copy)
    with served(copy) as address:
        yield address, copy


@pytest.fixture(scope="session", params=engines(FIREFOX, WEBKIT))
def reader(
    request: pytest.FixtureRequest,
    watched_site: tuple[str, Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Reader]:
    """Start an engine."""
    kind = request.param
    if kind.missing:
        pytest.skip(f"NOT WALKED IN {kind.name.upper()}: no {', no '.join(kind.missing)}")
    with kind.start(tmp_path_factory.mktemp(kind.name)) as engine:
        yield Reader(engine, *watched_site)
