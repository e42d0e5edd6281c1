"""What the sessions of noxfile.py run, as ``python -m tools.build``; nothing of it goes to readers.

Some of what the extensions are made of needs no Sphinx and is of use here, too: languages, words,
the recordings' store, Chromium. Importing this package lets them be found.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "docs" / "_ext"))
