"""The Content-Security-Policy of a page, in the page: a host of static files sets no headers.

It allows what comes with the site, and of scripts in the page those that stand there when it is
written: their digests are computed from the page. Neither a text that is taken for markup nor a
link can bring a script, or send anything anywhere. What programs of the playground may do says the
policy of the frame that they run in.
"""

import base64
import hashlib
import re

RULES = {
    # The rest: requests, frames, and pages that Firefox fetches because `rel="next"` names them.
    "default-src": "'self'",
    "script-src": "'self'",
    # What is computed has a style of its own: columns of code, pictures, furo's colours.
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data:",
    "worker-src": "'none'",
    "object-src": "'none'",
    "base-uri": "'none'",
    # In Firefox, the search of a page that was opened from a disk is no part of that page's self.
    "form-action": "'self' file:",
}
"""What may come from where; the digests of a page's scripts come to ``script-src``."""
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_SOURCE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_PLACE = re.compile(r'<meta charset="utf-8"\s*/?>', re.IGNORECASE)
"""What the policy stands behind: it counts for what comes after it."""


def with_policy(page: str) -> str:
    """Return a page, as it is written, with its policy; one without `_PLACE` is an error."""
    rules = RULES | {"script-src": " ".join([RULES["script-src"], *_digests(page)])}
    policy = "; ".join(f"{name} {value}" for name, value in rules.items())
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    text, count = _PLACE.subn(lambda found: f"{found[0]}\n{meta}", page, count=1)
    if not count:
        raise ValueError("a page without the line that says its encoding has no place for a policy")
    return text


def _digests(page: str) -> list[str]:
    """Return the sources that allow the scripts within a page, each once."""
    texts = [text for attributes, text in _SCRIPT.findall(page) if not _SOURCE.search(attributes)]
    digests = (hashlib.sha256(text.encode()).digest() for text in texts)
    return [*dict.fromkeys(f"'sha256-{base64.b64encode(one).decode()}'" for one in digests)]
