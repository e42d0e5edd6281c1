"""`llms.txt` above both languages: it leads programs to the list of each language's pages."""

from language.languages import CHINESE, ENGLISH
from language.words import word

_ORDER = (ENGLISH, CHINESE)
"""The heading below the summary is English."""


def llms(site_url: str) -> str:
    """Return the file; `site_url` is the public address of the site, "" if it has none."""
    root = f"{site_url.rstrip('/')}/" if site_url else ""
    title = " / ".join(language.title for language in _ORDER)
    summary = "".join(
        f"> {sentence}\n"
        for language in _ORDER
        for sentence in word(language, "llms-summary").splitlines()
    )
    lists = "".join(
        f"- [{one.name}]({root}{one.folder}/llms.txt): {word(one, 'llms-list')}\n" for one in _ORDER
    )
    return f"# {title}\n\n{summary}\n## Languages\n\n{lists}"
