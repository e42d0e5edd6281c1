"""Run programs written in a test on the watched loop."""

import textwrap
from pathlib import Path
from typing import Any

from turns.program import Outcome, execute
from turns.trouble import Limits


def run(source: str, **options: Any) -> Outcome:  # noqa: ANN401 - those of execute()
    """Run ``source`` as the file program.py, for as long as it takes on a busy machine."""
    options.setdefault("limits", Limits(seconds=300))
    code = compile(textwrap.dedent(source), "program.py", "exec", dont_inherit=True)
    return execute(code, Path("program.py").resolve(), **options)


def main_of(body: str) -> str:
    """Wrap the body of an ``async def main()`` into a program."""
    return (
        "import asyncio, threading, time\nasync def main():\n"
        + textwrap.indent(textwrap.dedent(body).strip(), "    ")
        + "\nasyncio.run(main())\n"
    )
