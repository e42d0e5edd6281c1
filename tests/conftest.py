"""What all tests share: Sphinx's own fixtures, and what is compiled. Paths: see pyproject.toml."""

import os
import signal
from pathlib import Path

import pytest

from tools.building.static_site import build
from tools.project import HERE
from turns.snippet.fresh_run import heed_ctrl_c

# Hundreds of processes are started, each of which would compile all of Sphinx anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# A hook of Git's that runs the tests names its own repository, also to those that tests make.
for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_WORK_TREE"):
    os.environ.pop(name, None)

# What is here is not asked for through a proxy.
os.environ["NO_PROXY"] = os.environ["no_proxy"] = "127.0.0.1,localhost"

heed_ctrl_c()
# With `nohup` it is the end of the terminal; a handler is not handed on.
if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    signal.signal(signal.SIGHUP, lambda *_: None)

pytest_plugins = ["sphinx.testing.fixtures"]


@pytest.fixture(scope="session")
def local() -> Path:
    """Return the folder of the site as `nox -s build` makes it: nobody knows its address."""
    assert build(HERE, "site") == 0, "nox -s build fails: its messages are above"
    return HERE.site
