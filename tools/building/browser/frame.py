"""The frame in which programs run, and the script of its workers.

The frame's policy names its one script by its digest, so the page is made here.
"""

import base64
import hashlib
from pathlib import Path
from string import Template

from rjsmin import jsmin  # type: ignore[import-untyped]

SOURCES = Path("_assets", "sandbox")
"""Of the frame and its workers, below ``docs/``."""


def page(sources: Path) -> str:
    """Return the frame, a page that is complete in itself."""
    script = _script(sources / "frame.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    template = Template((sources / "frame.html").read_text(encoding="utf-8"))
    return template.substitute(script=script, digest=digest)


def worker(sources: Path) -> str:
    """Return the script that each worker begins with."""
    return _script(sources / "worker.js")


def _script(path: Path) -> str:
    script: str = jsmin(path.read_text(encoding="utf-8"))
    return script
