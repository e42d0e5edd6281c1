"""What Chromium's PDF needs before it is a book: its date, and the characters that were written.

A Chinese font draws some characters with the same glyph as the radical of the same shape, and
Chromium takes the first of the two in Unicode for what was meant: ⼀ for 一. It looks right, but is
not found by a search and copied wrong.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from pikepdf import Dictionary, Pdf, Stream

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

RADICALS = range(0x2E80, 0x2FE0)
"""Unicode's blocks “CJK Radicals Supplement” and “Kangxi Radicals”."""
# Where Unicode knows no equivalent, or that of another region: what shares the glyph in Noto Sans
# CJK SC.
_CHARACTERS = str.maketrans(
    "⺂⺃⺅⺉⺋⺏⺐⺒⺓⺔⺕⺖⺘⺙⺛⺞⺠⺡⺣⺤⺦⺨⺭⺯⺰⺱⺳⺹⺺⺾⻂⻅⻆⻈⻉⻋⻌⻐⻑⻒⻓⻔⻖⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻮⻯⻰⻱⻲⼾",
    "乛乚亻刂㔾尣尢巳幺彑彐忄扌攵旡歺民氵灬爫丬犭礻糹纟罓㓁耂肀艹衤见角讠贝车辶钅長镸长门阝青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐齿竜龙龜亀户",
)
_RANGE = re.compile(r"<(\w+)> <(\w+)> <(\w{4})>")
_CHARACTER = re.compile(r"(?<=> <)\w{4}(?=>\n)")


def character(code: int) -> int:
    """Return the character that is meant by one or by the radical of its shape."""
    if code not in RADICALS:
        return code
    return ord(unicodedata.normalize("NFKC", chr(code).translate(_CHARACTERS)))


def with_characters(table: str) -> str:
    """Return a font's table of what its glyphs stand for, without radicals."""

    def spelled(match: re.Match[str]) -> str:
        first, last, code = (int(number, 16) for number in match.groups())
        codes = range(code, code + last - first + 1)
        if all(one == character(one) for one in codes):
            return match[0]
        characters = " ".join(f"<{character(one):04X}>" for one in codes)
        return f"<{match[1]}> <{match[2]}> [{characters}]"

    table = _RANGE.sub(spelled, table)
    return _CHARACTER.sub(lambda match: f"{character(int(match[0], 16)):04X}", table)


def _tables(book: Pdf) -> Iterator[Stream]:
    """Yield the tables of all fonts, each once."""
    met = set()
    for page in book.pages:
        for font in page.resources.get("/Font", Dictionary()).as_dict().values():
            table = font.get("/ToUnicode")
            if isinstance(table, Stream) and table.objgen not in met:
                met.add(table.objgen)
                yield table


def finish(book: Pdf, date: datetime) -> None:
    """Correct a book; ``date`` takes the place of when it was printed."""
    for table in _tables(book):
        table.write(with_characters(table.read_bytes().decode("ascii")).encode("ascii"))
    stamp = date.strftime("D:%Y%m%d%H%M%S+00'00'")
    book.docinfo["/CreationDate"] = book.docinfo["/ModDate"] = stamp
