"""The story of a picture in sentences, where nothing is drawn."""

from collections.abc import Iterator

from turns.drawing.rows import Row
from turns.drawing.telling import TURNS, Tone, did_in, headed, left_by, name_of, pieces
from turns.drawing.timeline import timeline
from turns.drawing.words import say
from turns.recording.recording import Recording, Stream, Turn, Written


def tell(recording: Recording, lang: str) -> Iterator[str]:
    """Yield a sentence for each row."""
    for _, said in told(recording, lang):
        yield said


def told(recording: Recording, lang: str) -> Iterator[tuple[int | None, str]]:
    """Yield the same, each with the number of its turn; None for what comes between turns."""
    for row in timeline(recording, lang).rows:
        if row.kind in TURNS and row.turn is not None:
            yield row.turn.number, _turn(row, row.turn, recording, lang)
        else:
            yield None, _between(row, recording, lang)


def _turn(row: Row, turn: Turn, recording: Recording, lang: str) -> str:
    did = [*did_in(row, turn, recording, lang), *_written(row.written, lang)] or [say(lang, "runs")]
    did += [say(lang, "told-left", left=left) for left in left_by(row, lang)]
    time = say(lang, "seconds", time=f"{row.time:.6g}")
    lead = say(lang, "told-turn", n=turn.number, time=time, who=name_of(turn))
    return lead + say(lang, "and-then").join(did) + say(lang, "stop")


def _between(row: Row, recording: Recording, lang: str) -> str:
    said = pieces(row, recording, lang)
    texts = [one.text for one in said if one.tone not in {Tone.OUTPUT, Tone.ERRORS}]
    lead = headed(row, lang)
    if lead:
        texts[0] = say(lang, "lead", lead=lead, text=texts[0])
    return say(lang, "space").join([*texts, *_written(row.written, lang)]) + say(lang, "stop")


def _written(written: tuple[Written, ...], lang: str) -> Iterator[str]:
    for stream, key in ((Stream.OUTPUT, "prints"), (Stream.ERRORS, "writes")):
        texts = [f"\u201c{one.shown}\u201d" for one in written if one.stream is stream]
        if texts:
            yield say(lang, key, text=say(lang, "comma").join(texts))
