"""Build both languages: ``nox -s build`` and, with another builder, ``nox -s doctest``.

``site``, which is published, is ``html`` with what `tools.building.static_site.BESIDE` names.
"""

import signal
import sys
from collections.abc import Sequence

from tools.arguments import Parser
from tools.building.disk import refusal
from tools.building.static_site import build
from tools.project import HERE

# What is asked for by a session or useful to a reader; each is tried in the tests.
BUILDERS = ("site", "html", "markdown", "epub", "pdf", "doctest", "linkcheck", "text")


def main(arguments: Sequence[str]) -> int:
    """Build and return the exit status."""
    parser = Parser("build", __doc__ or "")
    parser.add_argument(
        "--builder",
        choices=BUILDERS,
        default="site",
        help="what to make; site is all",
    )
    options = parser.parse(arguments)
    # As after Ctrl-C: processes are ended and the old site is put back.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return build(HERE, options.builder)
    except KeyboardInterrupt:
        print("interrupted; _site/ is as it was", file=sys.stderr)
        return 130
    except OSError as error:
        if (refused := refusal(error)) is None:
            raise
        kept = "; _site/ is as it was" if HERE.site.exists() else ""
        print(f"build: {refused}{kept}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
