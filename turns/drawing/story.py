"""The story of a picture in sentences, for those who do not see it and where nothing is drawn."""

from turns.drawing.layout import lay_out
from turns.drawing.parts import Box, Layout
from turns.drawing.words import say
from turns.recording.recording import Recording, State, Stream


def tell(recording: Recording, lang: str) -> list[str]:
    """Return the sentences: one for each turn that is drawn, then what else is to be said."""
    return sentences(recording, lay_out(recording), lang)


def sentences(recording: Recording, layout: Layout, lang: str) -> list[str]:
    """Return the same of a picture that is laid out already."""
    story = [sentence(box, lang) for box in layout.boxes]
    if layout.folded is not None:
        story.append(say(lang, "folded", count=layout.folded[1]))
    last = recording.turns[-1].number
    for job in recording.jobs:
        ends = last if job.ends is None else job.ends
        words = {"name": job.function, "thread": job.thread, "begins": job.begins, "ends": ends}
        story.append(say(lang, "job", **words))
    if recording.ending.error:
        story.append(recording.ending.error)
    return story


def sentence(box: Box, lang: str) -> str:
    """Say what happened in a turn."""
    turn = box.turn
    who = turn.task or turn.callback
    text = say(lang, "turn", n=turn.number, time=f"{turn.begins:.6g}", who=who)
    if turn.printed:
        text += say(lang, "prints", text=_quoted(turn.printed, lang))
    errors = tuple(one.shown for one in turn.written if one.stream is Stream.ERRORS)
    if errors:
        text += say(lang, "writes", text=_quoted(errors, lang))
    if (state := box.state) is not None:
        on = state.wait.on if state.wait else state.error or ""
        key = "waits-for" if state.state is State.WAITING and on else state.state
        text += say(lang, key, on=on)
    text += say(lang, "stop")
    if turn.outside:
        texts = tuple(line.written.shown for line in turn.outside)
        text += say(lang, "meanwhile", text=_quoted(texts, lang))
    return text


def _quoted(lines: tuple[str, ...], lang: str) -> str:
    return say(lang, "comma").join(f"\u201c{line}\u201d" for line in lines)
