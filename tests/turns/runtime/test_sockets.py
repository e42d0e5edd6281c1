"""Sockets in memory: each program prints what it prints in reality, in every run."""

import subprocess
import sys

import pytest
from programs_with_sockets import SOCKETS
from programs_with_streams import STREAMS
from watched import run

PROGRAMS = {**STREAMS, **SOCKETS}


@pytest.mark.parametrize("name", PROGRAMS)
def test_as_in_reality(name: str) -> None:
    """Twenty times."""
    source = PROGRAMS[name]
    real = subprocess.run(
        [sys.executable, "-c", source],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert real.stderr == ""
    for _ in range(20):
        outcome = run(source)
        assert (outcome.output, outcome.problem, outcome.error) == (
            real.stdout.splitlines(),
            None,
            None,
        )
