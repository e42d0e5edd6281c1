"""Run programs written in a test on the watched loop."""

import textwrap
from pathlib import Path
from typing import Any

from turns.recording.recorder import Recorder
from turns.recording.recording import Recording
from turns.runtime.execute import Outcome, execute
from turns.runtime.limits import Limits
from turns.runtime.target import Target


def run(source: str, **options: Any) -> Outcome:  # noqa: ANN401 - those of execute()
    """Run ``source`` as the file program.py, for as long as it takes on a busy machine."""
    options.setdefault("limits", Limits(seconds=300))
    code = compile(textwrap.dedent(source), "program.py", "exec", dont_inherit=True)
    return execute(Target(Path("program.py").resolve(), code), **options)


def recorded(source: str, **options: int) -> tuple[Outcome, Recording]:
    """Run ``source`` and return its outcome and its recording; the options are the recorder's."""
    recorder = Recorder(**options)
    outcome = run(source, observer=recorder)
    return outcome, recorder.recording(outcome)


def main_of(body: str) -> str:
    """Wrap the body of an ``async def main()`` into a program."""
    return (
        "import asyncio, threading, time\nasync def main():\n"
        + textwrap.indent(textwrap.dedent(body).strip(), "    ")
        + "\nasyncio.run(main())\n"
    )
