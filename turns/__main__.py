"""The command line: ``python -m turns check FILE…``, ``… show FILE``, ``… why FILE``.

Exit status: 0 fine; 1 the order is broken or the program failed; 2 a file is malformed or cannot
be run here. With several files, the highest.
"""

import argparse
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from turns.commands import check, child
from turns.runtime import internals
from turns.runtime.limits import Limits
from turns.snippet.check import DEFAULT_JOBS, DEFAULT_LIMIT
from turns.snippet.interpreter import InterpreterError


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return the exit status."""
    # A terminal that cannot show a character gets its escape: reporting must not fail.
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    if not child.inside():  # there it is the program's
        signal.signal(signal.SIGTERM, _interrupt)
    options = _parser().parse_args(arguments)
    options.arguments = sys.argv[1:] if arguments is None else arguments
    try:
        return int(options.run(options))
    except KeyboardInterrupt:
        print("interrupted; the programs were killed", file=sys.stderr)
        return 130
    except InterpreterError as error:
        print(f"turns: {error}", file=sys.stderr)
        return 2


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m turns", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_check(commands.add_parser)
    _add_show(commands.add_parser)
    _add_why(commands.add_parser)
    _add_outcomes(commands.add_parser)
    # For our own builds, see there; it is not in the list of commands.
    commands.add_parser("record").set_defaults(run=_record)
    return parser


def _add_check(add_parser: Callable[..., argparse.ArgumentParser]) -> None:
    parser = add_parser("check", help="run files as a reader would and check what they print")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--python", default=sys.executable, metavar="EXE", help="run with this one")
    parser.add_argument("--loop", choices=["uvloop"], help="the loop instead of asyncio's own")
    parser.add_argument("--update", action="store_true", help="rewrite the Output blocks")
    parser.add_argument(
        "--limit", type=_seconds, default=DEFAULT_LIMIT, metavar="SECONDS", help="per file"
    )
    parser.add_argument(
        "--jobs", type=_count, default=DEFAULT_JOBS, metavar="N", help="side by side"
    )
    parser.set_defaults(run=check.command)


def _add_show(add_parser: Callable[..., argparse.ArgumentParser]) -> None:
    parser = add_parser("show", help="run a file on the watched loop and show its turns")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--all", action="store_true", help="internal callbacks and all turns too")
    parser.add_argument("--schedule", metavar="TOKEN", help="a schedule that `why` has named")
    parser.add_argument(
        "--limit", type=_seconds, default=Limits().seconds, metavar="SECONDS", help="of real time"
    )
    parser.set_defaults(run=_show)


def _show(options: argparse.Namespace) -> int:
    if not child.inside():
        return child.repeat(options.arguments, options.limit)
    _check_python()
    from turns.commands import show  # noqa: PLC0415 - it relies on what was checked just now

    return show.command(options)


def _add_why(add_parser: Callable[..., argparse.ArgumentParser]) -> None:
    parser = add_parser("why", help="say what promises the order of a program's lines")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument(
        "--witness", type=_count, metavar="N", help="run the schedule that reverses line N"
    )
    parser.add_argument(
        "--limit", type=_seconds, default=Limits().seconds, metavar="SECONDS", help="of real time"
    )
    parser.set_defaults(run=_why)


def _why(options: argparse.Namespace) -> int:
    if not child.inside():
        return child.repeat(options.arguments, options.limit)
    _check_python()
    from turns.commands import why  # noqa: PLC0415 - as above

    return why.command(options)


def _add_outcomes(add_parser: Callable[..., argparse.ArgumentParser]) -> None:
    parser = add_parser("outcomes", help="list all that a program could print")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--map", action="store_true", help="all states and choices, as JSON")
    parser.add_argument(
        "--clock", action="store_true", help="of clock schedules: timers come early"
    )
    parser.add_argument(
        "--limit", type=_seconds, default=Limits().seconds, metavar="SECONDS", help="of real time"
    )
    parser.set_defaults(run=_outcomes)


def _outcomes(options: argparse.Namespace) -> int:
    if not child.inside():
        return child.repeat(options.arguments, options.limit)
    _check_python()
    from turns.commands import outcomes  # noqa: PLC0415 - as above

    return outcomes.command(options)


def _record(_options: argparse.Namespace) -> int:
    _check_python()
    from turns.commands import record  # noqa: PLC0415 - as above

    return record.command()


def _check_python() -> None:
    """End with one line on a Python on which a run could fail or a mark be wrong."""
    if (problem := internals.unexpected()) is not None:
        print(f"turns: {problem}", file=sys.stderr)
        sys.exit(2)


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 < seconds < float("inf"):
        msg = f"{text} is not a number of seconds above 0"
        raise argparse.ArgumentTypeError(msg)
    return seconds


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        msg = f"{text} is not a number from 1 on"
        raise argparse.ArgumentTypeError(msg)
    return count


if __name__ == "__main__":
    sys.exit(main())
