"""Put the extensions and the tools where the tests can import them."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
for folder in ("docs/_ext", "tools"):
    sys.path.insert(0, str(ROOT / folder))

pytest_plugins = ["sphinx.testing.fixtures"]
