"""What all tests share: Sphinx's own fixtures, and what is compiled. Paths: see pyproject.toml."""

import os
import signal

# Hundreds of processes are started, each of which would compile all of Sphinx anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# A hook of Git's that runs the tests names its own repository, also to those that tests make.
for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_WORK_TREE"):
    os.environ.pop(name, None)

# What is here is not asked for through a proxy.
os.environ["NO_PROXY"] = os.environ["no_proxy"] = "127.0.0.1,localhost"

# Whoever is started in the background of a shell has Ctrl-C ignored, and would hand that on.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
# With `nohup` it is the end of the terminal; a handler is not handed on.
if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    signal.signal(signal.SIGHUP, lambda *_: None)

pytest_plugins = ["sphinx.testing.fixtures"]
