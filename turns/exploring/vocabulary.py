"""Stub until the survey is merged."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Unknown:
    line: int
    what: str
    kind: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.what}"


def survey(path: Path) -> list[Unknown]:

    words = {
        "random": "chance",
        "environ": "state",
        "json": "state",
        "Thread": "outside",
        "threading": "outside",
        "open(": "state",
        "time_ns": "clock",
        "set(": "chance",
    }
    text = path.read_text()
    found = [Unknown(0, k, v) for k, v in words.items() if k in text]
    return found
