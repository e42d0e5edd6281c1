"""Call the commands as a user does, in a process of their own."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def turns(*arguments: object, stdin: str = "") -> "subprocess.CompletedProcess[str]":
    """Call ``python -m turns`` as the pages say; the machine may be busy with other things."""
    patiently = () if {"--limit", "record", "play"} & {*arguments} else ("--limit", "200")
    return subprocess.run(
        [sys.executable, "-m", "turns", *map(str, arguments), *patiently],
        cwd=ROOT,
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
