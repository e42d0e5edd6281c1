"""What the history of this checkout says; that of a repository around it says nothing of it."""

import os
import subprocess
from pathlib import Path

WITHOUT = "no history here: pages and books are without their dates; a clone has them"


def last_commit(root: Path) -> str:
    """Return the commit from which pages have their dates; empty where there is none."""
    command = ["git", "rev-parse", "HEAD"]
    inside = {"GIT_CEILING_DIRECTORIES": str(root.resolve().parent)}  # see docs/conf.py
    try:
        done = subprocess.run(
            command,
            cwd=root,
            env=os.environ | inside,
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
