"""Let Sphinx's own search find Chinese: text and query are cut into pairs of characters.

Sphinx's Chinese search needs jieba (42 MB), takes a phrase without spaces for one term, and breaks
the search page altogether on Sphinx 9.0 (sphinx#14229).
"""

import re
from typing import TYPE_CHECKING

import snowballstemmer
from sphinx.search import SearchLanguage
from sphinx.search.en import SearchEnglish

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

WORDS = re.compile(r"[\u4e00-\u9fff]+|[a-zA-Z0-9_]+")

# Search demands every term: a pair that straddles two words and occurs on no page is left out.
SPLITTER = """
function splitQuery(query) {
  const known = Search._index ? Search._index.terms : {};
  return (query.match(/[\\u4e00-\\u9fff]+|[a-zA-Z0-9_]+/g) || []).flatMap((word) => {
    if (!/^[\\u4e00-\\u9fff]{2,}$/.test(word)) return [word];
    const pairs = Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2));
    const found = pairs.filter((pair) => Object.hasOwn(known, pair));
    return found.length ? found : pairs;
  });
}
"""


class ChinesePairs(SearchLanguage):
    """Index Chinese as overlapping pairs of characters, and Latin words as English stems."""

    lang = "zh"
    language_name = "English"  # names the stemmer's class in the browser
    js_stemmer_rawcode = SearchEnglish.js_stemmer_rawcode
    js_splitter_code = SPLITTER
    stopwords = SearchEnglish.stopwords

    def __init__(self, options: dict[str, str]) -> None:
        """Prepare the stemmer."""
        super().__init__(options)
        self.stemmer = snowballstemmer.stemmer("english")

    def split(self, input: str) -> list[str]:  # noqa: A002 (Sphinx's signature)
        """Return the terms of a text, in order."""
        terms: list[str] = []
        for word in WORDS.findall(input):
            if word[0] >= "\u4e00" and len(word) > 1:
                terms += [word[i : i + 2] for i in range(len(word) - 1)]
            else:
                terms.append(word)
        return terms

    def stem(self, word: str) -> str:
        """Return the stem under which a term is filed."""
        return str(self.stemmer.stemWord(word.lower()))


def setup(app: "Sphinx") -> "ExtensionMetadata":
    """Take the place of Sphinx's Chinese search."""
    app.add_search_language(ChinesePairs)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
