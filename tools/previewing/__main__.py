"""Preview both languages live: ``nox -s docs [-- zh|en] [--open] [--port N] [--host ADDRESS]``."""

# The build processes do not import this module: `multiprocessing` leaves out what is called
# `__main__`, and imports the main program where it has another name. They need no server.

import argparse
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Sequence

from tools.arguments import Parser
from tools.building import settings
from tools.building.disk import refusal
from tools.previewing.folder import own_folder
from tools.previewing.listening import NoListenerError, is_open, listeners
from tools.previewing.live_language import LiveLanguage, Notices
from tools.previewing.live_playground import missing
from tools.previewing.server import serve
from tools.project import HERE, LANGUAGES

_LOOK_AGAIN = 0.5  # seconds


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line; exit with status 2 and one line if something is wrong with it."""
    parser = Parser("docs", __doc__ or "")
    parser.add_argument(
        "language", nargs="?", choices=LANGUAGES, help="one language; default: both"
    )
    parser.add_argument("--open", action="store_true", help="open a browser when pages are ready")
    parser.add_argument("--port", type=_port, default=8000, metavar="1-65535", help="default: 8000")
    parser.add_argument("--host", metavar="ADDRESS", help="default: for this machine alone")
    options = parser.parse(arguments)
    try:
        # Before anything is built.
        options.listeners = listeners(options.host, options.port)
    except NoListenerError as error:
        parser.error(str(error))
    return options


def _port(text: str) -> int:
    if text.isdecimal() and 0 < int(text) < 65536:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a port")


def _end_with_others() -> None:
    """End as after Ctrl-C when asked to, when the terminal is closed, or when nox is no more.

    Processes are ended and the folder is removed.
    """
    signal.signal(signal.SIGTERM, _end)
    # Not where somebody has said that the preview is to outlive the terminal.
    if sys.platform != "win32" and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        signal.signal(signal.SIGHUP, lambda *_: signal.raise_signal(signal.SIGTERM))
    threading.Thread(target=_end_with_parent, args=(os.getppid(),), daemon=True).start()


def _end(*_: object) -> None:
    """End, once: a closed terminal ends nox as well, and that must not cut short the removing."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.exit(0)


def _end_with_parent(parent: int) -> None:
    """Wait until the process has another parent; on Windows it never has."""
    while os.getppid() == parent:
        time.sleep(_LOOK_AGAIN)
    os.kill(os.getpid(), signal.SIGTERM)


def main(arguments: Sequence[str]) -> int:
    """Serve until Ctrl-C and return the exit status."""
    options = parse(arguments)
    if wrong := list(settings.problems(os.environ)):
        print(*wrong, sep="\n", file=sys.stderr)
        return 2
    languages = (options.language,) if options.language else LANGUAGES
    _end_with_others()
    if any(map(is_open, options.listeners)):
        print(f"--host {options.host}: everybody who can reach this machine can read the drafts")
    if why := missing(HERE):
        print(f"without the playground: {why}")
    print(f"building {' and '.join(languages)} …", flush=True)
    try:
        with own_folder() as folder:
            notices = Notices()
            live = {
                name: LiveLanguage(HERE, name, languages, folder / name, notices)
                for name in languages
            }
            serve(HERE, live, options.listeners, browser=options.open)
    except KeyboardInterrupt:
        print("ended")
    except Exception as error:  # noqa: BLE001 (of the watcher, most likely)
        if refused := refusal(error):
            print(f"docs: {refused}", file=sys.stderr)
            return 2
        traceback.print_exc()
        print(f"preview cannot go on: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
