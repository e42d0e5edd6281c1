"""The run that is under way in this process: what every stand-in for a library's function asks."""

from turns.runtime.run import Run

current: Run | None = None
"""None while no program is watched."""
