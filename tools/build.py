"""Build both languages: ``nox -s build`` and, with another builder, ``nox -s doctest``."""

import sys
from collections.abc import Sequence

from arguments import Parser
from building.static_site import build
from project import HERE

# What is asked for by a session or useful to a reader; each is tried in the tests.
BUILDERS = ("html", "doctest", "epub", "pdf", "text")


def main(arguments: Sequence[str]) -> int:
    """Build and return the exit status."""
    parser = Parser("build", __doc__ or "")
    parser.add_argument(
        "--builder", choices=BUILDERS, default="html", help="what to make; html makes _site/"
    )
    options = parser.parse(arguments)
    try:
        return build(HERE, options.builder)
    except KeyboardInterrupt:
        print("interrupted; _site/ is as it was", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
