"""The command line: ``python -m turns VERB FILE``, or ``turns VERB FILE`` where it is installed."""

import os
import sys

if sys.path[0] == os.getcwd():  # noqa: PTH109 - pathlib, too, could be a program of this folder
    del sys.path[0]  # `python -m` lets the folder's modules stand for the standard library's

import signal
from types import FrameType

from turns.commands import child
from turns.commands.parser import parser
from turns.snippet.fresh_run import heed_ctrl_c
from turns.snippet.interpreter import InterpreterError


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return the exit status."""
    # A terminal that cannot show a character gets its escape: reporting must not fail.
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    if not child.inside():  # there it is the program's
        signal.signal(signal.SIGTERM, _interrupt)
        heed_ctrl_c()
    given = sys.argv[1:] if arguments is None else arguments
    end = given.index("--") if "--" in given else len(given)
    options = parser().parse_args(given[:end])
    options.arguments, options.program_arguments = given, given[end + 1 :]
    try:
        return int(options.run(options))
    except KeyboardInterrupt:
        print("interrupted; the programs were killed", file=sys.stderr)
        return 130
    except InterpreterError as error:
        print(f"turns: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # whoever reads has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # for what is still to be written at the end
        return 1


def _interrupt(number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt(number)


if __name__ == "__main__":
    sys.exit(main())
