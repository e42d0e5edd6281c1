"""Compare what two engines say that a program can print."""

from turns.exploring.dfa import Dfa


def difference(one: Dfa, other: Dfa) -> str:
    """Say where two automata part, of which every place leads to an end; empty if nowhere."""
    todo: list[tuple[int, int, tuple[str, ...]]] = [(0, 0, ())]
    seen = {(0, 0)}
    for a, b, texts in todo:  # grows meanwhile
        here, there = one.places[a], other.places[b]
        if here.ends != there.ends:
            return f"after {texts}: ends {here.ends ^ there.ends}"
        if here.after.keys() != there.after.keys():
            return f"after {texts}: {here.after.keys() ^ there.after.keys()}"
        for text in here.after:
            pair = here.after[text], there.after[text]
            if pair not in seen:
                seen.add(pair)
                todo.append((*pair, (*texts, text)))
    return ""
