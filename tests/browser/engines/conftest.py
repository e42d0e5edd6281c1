"""Firefox and WebKit, where they are installed, and the site with a script that watches it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import firefox
import pytest
import webkit
from reader import Reader, watched

from tools.project import HERE
from tools.static_server import served

# Each is started once: all its tests are for one process.
ENGINES = [
    pytest.param(engine, id=engine.__name__, marks=pytest.mark.xdist_group(engine.__name__))
    for engine in (firefox, webkit)
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


@pytest.fixture(scope="session", params=ENGINES)
def reader(
    request: pytest.FixtureRequest,
    watched_site: tuple[str, Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Reader]:
    """Start an engine."""
    engine = request.param
    name = engine.__name__
    if engine.MISSING:
        pytest.skip(f"NOT WALKED IN {name.upper()}: no {', no '.join(engine.MISSING)}")
    profile = tmp_path_factory.mktemp(name)
    with engine.started(profile) as started:
        yield Reader(started, *watched_site)
