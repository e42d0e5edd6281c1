"""Put the extensions and the tools where the tests can import them; keep what is compiled."""

import os
import sys
from pathlib import Path

# Hundreds of processes are started, each of which would compile all of Sphinx anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

ROOT = Path(__file__).resolve().parent.parent
for folder in ("docs/_ext", "tools"):
    sys.path.insert(0, str(ROOT / folder))

pytest_plugins = ["sphinx.testing.fixtures"]
