"""Command lines whose errors are one line that lists the choices."""

import argparse
import sys
from collections.abc import Sequence
from typing import NoReturn


class Parser(argparse.ArgumentParser):
    """An argument parser for a nox session."""

    def __init__(self, session: str, description: str) -> None:
        """Name the session, which is how people call the program."""
        super().__init__(prog=f"nox -s {session} --", description=description, allow_abbrev=False)
        self.session = session
        for stream in (sys.stdout, sys.stderr):
            # A console that has no Chinese must not turn a report into a traceback.
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]

    def parse(self, arguments: Sequence[str]) -> argparse.Namespace:
        """Parse, or exit with status 2."""
        # First of all: argparse would rather complain of the value after a mistyped option.
        for argument in arguments:
            option = argument.partition("=")[0]
            if option.startswith("-") and option not in self._option_string_actions:
                self.error(f"unknown argument {option!r}")
        known, unknown = self.parse_known_args(arguments)
        if unknown:
            self.error(f"unknown argument {unknown[0]!r}")
        return known

    def error(self, message: str) -> NoReturn:
        """Exit with one line."""
        self.exit(2, f"{self.session}: {message}; choices: {', '.join(self._choices())}\n")

    def _choices(self) -> list[str]:
        found: list[str] = []
        for action in self._actions:
            if isinstance(action, argparse._HelpAction):  # noqa: SLF001 (has no public name)
                continue
            values = [str(value) for value in action.choices or ()]
            if not action.option_strings:
                found += values
            elif action.nargs == 0:
                found.append(action.option_strings[0])
            else:
                found.append(f"{action.option_strings[0]} {'|'.join(values) or action.metavar}")
        return found
