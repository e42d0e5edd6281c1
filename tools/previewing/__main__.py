"""Preview both languages live: ``nox -s docs [-- zh|en] [--open] [--port N]``."""

# The build processes do not import this module: `multiprocessing` leaves out what is called
# `__main__`, and imports the main program where it has another name. They need no server.

import argparse
import signal
import socket
import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path

from tools.arguments import Parser
from tools.previewing.live_language import LiveLanguage, Notices
from tools.previewing.server import serve
from tools.project import HERE, LANGUAGES

HOST = "127.0.0.1"


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line; exit with status 2 and one line if something is wrong with it."""
    parser = Parser("docs", __doc__ or "")
    parser.add_argument(
        "language", nargs="?", choices=LANGUAGES, help="one language; default: both"
    )
    parser.add_argument("--open", action="store_true", help="open a browser when pages are ready")
    parser.add_argument("--port", type=_port, default=8000, metavar="1-65535", help="default: 8000")
    options = parser.parse(arguments)
    options.listener = _listener(parser, options.port)
    return options


def _port(text: str) -> int:
    if text.isdecimal() and 0 < int(text) < 65536:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a port")


def _listener(parser: Parser, port: int) -> socket.socket:
    """Take the port, before anything is built."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if sys.platform != "win32":  # there it would let two servers share a port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        # Only a socket that listens keeps others away from the port.
        listener.listen()
    except OSError as error:
        listener.close()
        parser.error(f"port {port} cannot be used: {error.strerror}")
    return listener


def main(arguments: Sequence[str]) -> int:
    """Serve until Ctrl-C and return the exit status."""
    options = parse(arguments)
    languages = (options.language,) if options.language else LANGUAGES
    # As after Ctrl-C: processes are ended and the folder is removed.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    print(f"building {' and '.join(languages)} …", flush=True)
    # Outside the checkout: several previews may run, and none sees its own output change.
    with tempfile.TemporaryDirectory(prefix="preview-", ignore_cleanup_errors=True) as folder:
        notices = Notices()
        live = {
            name: LiveLanguage(HERE, name, languages, Path(folder, name), notices)
            for name in languages
        }
        try:
            serve(HERE, live, options.listener, browser=options.open)
        except KeyboardInterrupt:
            print("ended")
        except Exception as error:  # noqa: BLE001 (of the watcher, most likely)
            traceback.print_exc()
            print(f"preview cannot go on: {error}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
