"""Where the small test sites are, and what their builds warned of."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from sphinx.testing.util import SphinxTestApp
from sphinx.util.console import strip_colors


@pytest.fixture(scope="session")
def rootdir() -> Path:
    """Return the folder of the test roots, as `sphinx.testing` wants it."""
    return Path(__file__).parent / "roots"


@pytest.fixture
def warnings_of() -> Callable[[SphinxTestApp], list[str]]:
    """Return a function that lists a build's warnings, sorted, with paths below the test root."""

    def listed(app: SphinxTestApp) -> list[str]:
        text = strip_colors(app.warning.getvalue())
        text = text.replace(f"{app.srcdir}/", "").replace(f"{app.srcdir}\\", "")
        return sorted(re.findall(r".+", text.replace("WARNING: ", "")))

    return listed
