"""The command line: its verbs, their options, and an example of each."""

import argparse
import importlib
import sys
from collections.abc import Callable
from pathlib import Path

from turns import __version__
from turns.commands import check, child
from turns.commands.language import preferred
from turns.drawing.words import LANGUAGES
from turns.runtime import internals
from turns.runtime.limits import Limits
from turns.snippet.check import DEFAULT_JOBS, DEFAULT_LIMIT

_ABOUT = """Run an asyncio program in virtual time, see its turns, and find out what promises the
order of what it prints. The program's own arguments stand behind `--`.

exit status: 0 fine; 1 the order is broken or the program failed; 2 a file is malformed or cannot be
run here. With several files, the highest."""
_SEARCHES = {"why", "outcomes", "grade"}
"""Verbs that show what they have found so far when they are interrupted."""
_LONGEST = 24 * 3600.0
"""Seconds that somebody may think about who runs next."""
_Parsers = argparse._SubParsersAction  # noqa: SLF001 - it has no public name


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    whole = argparse.ArgumentParser(
        prog=_called(), description=_ABOUT, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    whole.add_argument("--version", action="version", version=f"turns {__version__}")
    verbs = whole.add_subparsers(required=True, metavar="COMMAND")
    _add_show(verbs)
    _add_why(verbs)
    _add_outcomes(verbs)
    _add_play(verbs)
    _add_draw(verbs)
    _add_check(verbs)
    _add_grade(verbs)
    # For our own builds, see there; it is not in the list of commands.
    verbs.add_parser("record").set_defaults(run=_record)
    return whole


def _called() -> str:
    """Return how it was called: by its own name, if it is installed."""
    return "turns" if Path(sys.argv[0]).stem == "turns" else "python -m turns"


def _add_show(verbs: "_Parsers[argparse.ArgumentParser]") -> None:
    verb = _watching(verbs, "show", "run a program and show its turns", "order.py -- --fast")
    verb.add_argument("--json", action="store_true", help="as JSON")
    verb.add_argument("--all", action="store_true", help="internal callbacks and all turns too")
    _add_schedule(verb)
    _add_limit(verb)


def _add_why(verbs: "_Parsers[argparse.ArgumentParser]") -> None:
    about = "say what promises the order of a program's lines, and why"
    verb = _watching(verbs, "why", about, "order.py --lang zh")
    form = verb.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="as JSON")
    form.add_argument("--markdown", action="store_true", help="to paste into an answer")
    form.add_argument(
        "--witness", type=_count, metavar="N", help="run the schedule in which line N departs"
    )
    _add_lang(verb)
    _add_limit(verb)


def _add_outcomes(verbs: "_Parsers[argparse.ArgumentParser]") -> None:
    about = "list all that a program could print"
    verb = _watching(verbs, "outcomes", about, "order.py --clock")
    form = verb.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="as JSON")
    form.add_argument("--map", action="store_true", help="all states and choices, as JSON")
    verb.add_argument("--clock", action="store_true", help="of clock schedules: timers come early")
    _add_limit(verb)


def _add_play(verbs: "_Parsers[argparse.ArgumentParser]") -> None:
    verb = _watching(verbs, "play", "choose yourself who runs next", "order.py")
    verb.add_argument("--clock", action="store_true", help="timers may come early")
    _add_lang(verb)
    verb.set_defaults(limit=_LONGEST)


def _add_draw(verbs: "_Parsers[argparse.ArgumentParser]") -> None:
    about = "draw the turns of a program: one SVG that needs nothing else"
    verb = _watching(verbs, "draw", about, "order.py -o order.svg --theme dark")
    verb.add_argument("-o", dest="output", type=Path, metavar="FILE.svg", help="else to stdout")
    verb.add_argument("--theme", choices=["light", "dark"], default="light", help="its colours")
    _add_schedule(verb)
    _add_lang(verb)
    _add_limit(verb)


def _add_check(verbs: "_Parsers[argparse.ArgumentParser]") -> None:
    about = "run files as a reader would and check what they print"
    verb = verbs.add_parser(
        "check", help=about, description=about, epilog=_example("check", "*.py")
    )
    verb.add_argument("files", nargs="+", type=Path, metavar="FILE")
    verb.add_argument("--python", default=sys.executable, metavar="EXE", help="run with this one")
    verb.add_argument("--loop", choices=["uvloop"], help="the loop instead of asyncio's own")
    verb.add_argument("--update", action="store_true", help="rewrite the Output blocks")
    verb.add_argument(
        "--limit", type=_seconds, default=DEFAULT_LIMIT, metavar="SECONDS", help="per file"
    )
    verb.add_argument("--jobs", type=_count, default=DEFAULT_JOBS, metavar="N", help="side by side")
    verb.set_defaults(run=check.command)


def _add_grade(verbs: "_Parsers[argparse.ArgumentParser]") -> None:
    about = "prove that every schedule of an answer reaches a challenge's goals, or show one"
    verb = verbs.add_parser(
        "grade", help=about, description=about, epilog=_example("grade", "challenge.py answer.py")
    )
    verb.add_argument("challenge", type=Path, metavar="CHALLENGE", help="a file with goals")
    answer = "the program to grade; else the challenge itself"
    verb.add_argument("answer", nargs="?", type=Path, metavar="ANSWER", help=answer)
    verb.add_argument("--json", action="store_true", help="as JSON")
    _add_lang(verb)
    _add_limit(verb)
    verb.set_defaults(run=_in_a_child("grade"))


def _watching(
    verbs: "_Parsers[argparse.ArgumentParser]", name: str, about: str, example: str
) -> argparse.ArgumentParser:
    """Add a verb that watches a program."""
    verb = verbs.add_parser(name, help=about, description=about, epilog=_example(name, example))
    named = verb.add_mutually_exclusive_group(required=True)
    named.add_argument("file", nargs="?", metavar="FILE", help="or FILE::TEST, a test of pytest's")
    named.add_argument("-m", dest="module", metavar="MODULE", help="as `python -m` runs it")
    verb.set_defaults(run=_in_a_child(name))
    return verb


def _example(name: str, rest: str) -> str:
    return f"example: {_called()} {name} {rest}"


def _in_a_child(name: str) -> Callable[[argparse.Namespace], int]:
    """Return what runs a verb in a process of its own, on a Python on which that can be done."""

    def run(options: argparse.Namespace) -> int:
        if not child.inside():
            return child.repeat(options.arguments, options.limit, searches=name in _SEARCHES)
        _check_python()
        # It relies on what was checked just now.
        module = importlib.import_module(f"turns.commands.{name}")
        return int(module.command(options))

    return run


def _record(_options: argparse.Namespace) -> int:
    _check_python()
    module = importlib.import_module("turns.commands.record")
    return int(module.command())


def _check_python() -> None:
    """End with one line on a Python on which a run could fail or a mark be wrong."""
    if (problem := internals.unexpected()) is not None:
        print(f"turns: {problem}", file=sys.stderr)
        sys.exit(2)


def _add_schedule(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--schedule", metavar="TOKEN", help="one that `why` or `outcomes` has named")


def _add_lang(verb: argparse.ArgumentParser) -> None:
    about = "en or zh; by default the language of the terminal"
    verb.add_argument("--lang", choices=LANGUAGES, default=preferred(), help=about)


def _add_limit(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--limit", type=_seconds, default=Limits().seconds, metavar="SECONDS", help="of real time"
    )


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
