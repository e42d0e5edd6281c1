"""What stands at the foot of a previewed page as long as its language has problems."""

import html

from tools.building.messages import Result

# Words by language.
_WORDS = {
    "zh": {"warnings": "构建警告", "crash": "构建失败：页面还是旧的"},
    "en": {"warnings": "Build warnings", "crash": "Build failed; pages are old"},
}

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
    """Return the HTML that lists a language's problems; "" if there are none."""
    if result.ok:
        return ""
    words = _WORDS[language]
    texts = list(result.problems)
    title = f"{words['warnings']}: {len(result.problems)}"
    if result.crash:
        title = words["crash"]
        texts.insert(0, result.crash.summary)
    lines = "".join(f"<pre>{html.escape(text)}</pre>" for text in texts)
    return (
        f'\n<style>{_STYLE}</style>\n<details id="preview-problems" role="alert" open>'
        f"<summary>{html.escape(title)}</summary>{lines}</details>\n"
    )
