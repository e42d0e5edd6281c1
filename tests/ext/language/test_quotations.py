"""What a Chinese page quotes in English is said to be English; nothing else is."""

import pytest
from docutils import nodes

from language.quotations import _parts


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('文档说 "in the order in which they are registered"。', 1),
        ('"Yes, this is intentional." 他这样回答："no guarantees"', 2),
        ("他说“可以”，没有别的。", 0),
        ("没有引号的 English words here", 0),
        ('引号里是中文："可以 but 不行"', 0),
    ],
)
def test_quotations_are_marked(text: str, quoted: int) -> None:
    """And the text stays what it was."""
    parts = list(_parts(text))
    assert "".join(part.astext() for part in parts) == text
    marked = [part for part in parts if isinstance(part, nodes.inline)]
    assert [part["classes"] for part in marked] == [["language-en"]] * quoted
