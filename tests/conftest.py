"""What all tests share: Sphinx's own fixtures, and what is compiled. Paths: see pyproject.toml."""

import os

# Hundreds of processes are started, each of which would compile all of Sphinx anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

pytest_plugins = ["sphinx.testing.fixtures"]
