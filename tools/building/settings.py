"""What is wrong with the variables that a build is told things by."""

import re
from collections.abc import Iterator, Mapping

_ADDRESS = re.compile(r"https?://[^/?#\s]+(/[^?#\s]*)?")
# The first and the last second that a file in an EPUB can be from.
_FIRST, _LAST = 315532800, 4354819199


def problems(environ: Mapping[str, str]) -> Iterator[str]:
    """Refuse what would make every address, or every date, of the site a wrong one."""
    site_url = environ.get("SITE_URL", "")
    if site_url and not _ADDRESS.fullmatch(site_url):
        example = "https://example.org/book"
        yield f"SITE_URL is {site_url!r}; set it to an address such as {example}, or not at all"
    epoch = environ.get("SOURCE_DATE_EPOCH")
    if epoch is not None and not (epoch.isdecimal() and _FIRST <= int(epoch) <= _LAST):
        what = "the seconds since 1970 of a day from 1980 on, such as 1764115200"
        yield f"SOURCE_DATE_EPOCH is {epoch!r}; set it to {what}, or not at all"
