"""Programs from outside Python: what this machine has, and where fetched ones are kept."""

import shutil
import sys

from tools.project import HERE

TOOLS = HERE.build / "tools"


def found(program: str) -> str:
    """Return where a program is; end with one line if it is missing."""
    path = shutil.which(program)
    if path is None:
        sys.exit(f"there is no `{program}` on the PATH; MAINTAINING.md says what this check needs")
    return path
