"""The program of a request, as the file that it becomes."""

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from turns.exploring.watching import without_folders
from turns.snippet.source import digest

FOLDER = Path("/home/pyodide")
"""Where it is; nothing else is there."""
_NAME = "program.py"
_T = TypeVar("_T")


@dataclass(frozen=True)
class Program:
    """A program's name and text."""

    name: str
    source: str

    @classmethod
    def of(cls, asked: dict[str, Any]) -> "Program":
        """Return that of a request, which may name its file."""
        name = str(asked.get("name") or "")
        return cls(name if re.fullmatch(r"\w+\.py", name) else _NAME, asked["source"])

    @property
    def _content(self) -> bytes:
        return self.source.encode(errors="replace")  # half a character, as JavaScript may have it

    @property
    def digest(self) -> str:
        """See `turns.snippet.source.digest`."""
        return digest(self._content)

    def write(self) -> Path:
        """Write it to its folder, take everything else out of that, and go there."""
        FOLDER.mkdir(parents=True, exist_ok=True)
        os.chdir(FOLDER)
        for path in FOLDER.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()
        path = FOLDER / self.name
        path.write_bytes(self._content)
        return path

    def bare(self, thing: _T) -> _T:
        """Take folders out of what a run has printed; see `without_folders`."""
        return without_folders(thing, f"{FOLDER}{os.sep}")

    def without_folder(self, text: str) -> str:
        """Take its own folder out of a traceback."""
        return text.replace(f"{FOLDER}{os.sep}", "")

    def line(self, text: str) -> int | None:
        """Return the last line of it that a traceback, or a message, names."""
        lines = re.findall(rf'\b{re.escape(self.name)}(?:", line |:)(\d+)', text)
        return int(lines[-1]) if lines else None
