"""What is shown to authors alone: problems at the foot of a page, and that there is no page yet."""

import html

from language.languages import BY_FOLDER
from language.words import word
from tools.building.messages import Result

# The page's own styles must not reach it, nor these the page.
_STYLE = """\
#preview-problems {
  all: initial; position: fixed; z-index: 1000; inset: auto 0 0 0; max-height: 40vh; overflow: auto;
  box-sizing: border-box; padding: 0.6rem 1rem; border-top: 2px solid #ff8a98;
  background: #7a1020; color: #fff; font: 14px/1.5 system-ui, sans-serif;
}
#preview-problems summary { cursor: pointer; font-weight: 600; }
#preview-problems summary:focus-visible { outline: 2px solid #fff; outline-offset: 2px; }
#preview-problems pre {
  all: unset; display: block; margin-top: 0.4rem; white-space: pre-wrap; overflow-wrap: anywhere;
  font: 13px/1.5 ui-monospace, monospace;
}
@media print { #preview-problems { display: none; } }"""


def banner(language: str, result: Result) -> str:
    """Return the HTML that lists the problems in a language's folder; "" if there are none."""
    if result.ok:
        return ""
    here = BY_FOLDER[language]
    texts = list(result.problems)
    title = f"{word(here, 'preview-warnings')}: {len(result.problems)}"
    if result.crash:
        title = word(here, "preview-crash")
        texts.insert(0, result.crash.summary)
    lines = "".join(f"<pre>{html.escape(text)}</pre>" for text in texts)
    return (
        f'\n<style>{_STYLE}</style>\n<details id="preview-problems" role="alert" open>'
        f"<summary>{html.escape(title)}</summary>{lines}</details>\n"
    )


def first(language: str) -> str:
    """Return the page that is shown until a language has been built for the first time."""
    here = BY_FOLDER[language]
    says = html.escape(word(here, "preview-first"))
    return (
        f'<!doctype html><html lang="{here.tag}"><head><meta charset="utf-8"><title>{says}</title>'
        f'<meta name="color-scheme" content="light dark"></head><body><p>{says}</p></body></html>'
    )
