"""Why a line stands where it stands, in a few short sentences."""

from collections.abc import Iterator

from turns.drawing.words import say
from turns.recording.cause import Beside, Cause, Departure, How, Origin, Party, Relation, Role
from turns.recording.recording import State, WaitKind

_ALWAYS = {
    Relation.FIRST: "always",
    Relation.SAME_TASK: "same-task",
    Relation.AFTER: "after",
}
"""What to say of a line that the program promises; of the others, that no schedule has it so."""


def because(cause: Cause, lang: str) -> str:
    """Say how its turn came, what promises its place, and what else could happen."""
    sentences = [*filter(None, [where(cause, lang)]), *_promise(cause, lang)]
    if cause.departure is not None:
        sentences.append(_departs(cause.departure, lang))
        if cause.departs:
            sentences.append(say(lang, f"then-{cause.departs}"))
        if cause.departures > 1:
            sentences.append(say(lang, "more-decisions", count=cause.departures))
    return say(lang, "space").join(sentences)


def where(cause: Cause, lang: str) -> str:
    """Say how the line came to be printed there."""
    return say(lang, "space").join(_where(cause, lang))


def _where(cause: Cause, lang: str) -> Iterator[str]:
    place = cause.place
    if place.relation is Relation.SAME_TURN:
        yield say(lang, "same-turn" if cause.because == "program" else "same-turn-here")
        if place.until is not None:
            yield say(lang, "lasts", until=_time(place.until))
        return
    if place.beside is not None:
        yield _beside(place.beside, lang)
    if place.origin is not None:
        yield came(place.origin, lang) + say(lang, "stop")
        if (held := place.origin.held) is not None:
            times = {"begins": _time(held.begins), "ends": _time(held.ends)}
            yield say(lang, "holds", who=held.who, turn=held.turn, **times)
    if place.begun is not None:
        yield say(lang, "begun-in", turn=place.begun)


def _beside(beside: Beside, lang: str) -> str:
    if beside.thread is not None:
        return say(
            lang,
            "beside-thread",
            thread=beside.thread,
            time=_time(beside.time),
            after=say(lang, "after-turn", turn=beside.after) if beside.after else "",
        )
    return say(lang, "beside-program" if beside.after else "beside-before", after=beside.after)


def _time(seconds: float | None) -> str:
    if seconds is None:
        return ""
    return f"{seconds:.6g}" if seconds < _LONG else f"{seconds:,.0f}"


_LONG = 1e6
"""Seconds that are written as a whole number."""


def came(origin: Origin, lang: str) -> str:
    """Say how a turn came, without the full stop."""
    at, since = _line(origin.at, lang), _line(origin.since, lang)
    text = say(
        lang,
        f"came-{_key(origin)}",
        who=origin.who,
        by=origin.by or say(lang, "nobody-it"),
        in_turn=say(lang, "in-turn", turn=origin.in_turn) if origin.in_turn else "",
        error=origin.error or "",
        through=origin.through or "",
        at=at,
        since=since,
        on=origin.wait.on if origin.wait else "",
        due=_time(origin.due),
    )
    if origin.behind and origin.how in {How.MADE, How.YIELDED, How.ASKED, How.WOKEN}:
        names = say(lang, "comma").join(origin.behind)
        text += say(lang, "came-behind", names=names)
    if text.startswith(say(lang, "nobody-it")):  # all other names stay as they are
        text = text[:1].upper() + text[1:]
    return text


def _key(origin: Origin) -> str:
    how = origin.how
    if how in {How.CANCELLED, How.TIMED_OUT} and origin.through not in {None, origin.who}:
        return f"{how}-through"
    waits = origin.wait is not None or how in {How.BEGUN, How.THREAD}
    if how in _OF_CALLBACKS and (origin.is_callback or not waits):
        return f"{how}-callback"
    if how is How.CANCELLED and origin.wait is None:
        return "cancelled-first" if origin.is_first else "cancelled-ready"
    if how is How.CANCELLED and origin.was_woken:
        return "cancelled-woken"
    if how is How.WOKEN and origin.wait is not None:
        return _woken(origin, origin.wait.kind)
    return how.value


_OF_CALLBACKS = frozenset([How.BEGUN, How.DUE, How.TIMED_OUT, How.THREAD, How.IO, How.SIGNAL])
"""Ways in which a callback comes, too, or a task that waits for nothing."""


def _woken(origin: Origin, kind: WaitKind) -> str:
    if origin.error is not None:
        return "failed"
    if origin.at is not None or origin.ended is None or kind is WaitKind.SHARED:
        return "woken"
    return "ended-cancelled" if origin.ended is State.CANCELLED else "ended"


def _line(line: int | None, lang: str) -> str:
    return "" if line is None else say(lang, "at-line", line=line)


def _promise(cause: Cause, lang: str) -> list[str]:
    place = cause.place
    is_same = place.relation is Relation.SAME_TURN  # then that is said already
    if cause.because == "program" and not is_same:
        key = _ALWAYS.get(place.relation, "always-after")
        return [say(lang, key, who=place.origin.who if place.origin else "")]
    if cause.because == "documented":
        return [say(lang, "registered")]
    if cause.because == "clock" and not is_same and place.relation is not Relation.FIRST:
        time, above = place.time, place.above
        key = "by-time" if time is not None and above is not None and time > above else "by-clock"
        if cause.departs == "missing":
            key = "by-clock-at-all"
        return [say(lang, key, time=_time(time), above=_time(above))]
    if cause.because == "nobody":
        return [say(lang, "by-chance")]
    return []


def _departs(departure: Departure, lang: str) -> str:
    usual = _party(departure.usual, lang)
    if departure.instead is None:
        return say(lang, "could-be-held", turn=departure.turn, usual=usual)
    instead = _party(departure.instead, lang)
    key = "could-come-early" if departure.is_early else "could-go-first"
    if Role.THREAD in {departure.instead.role, departure.usual.role}:
        key = "could-go-on"
    due = _time(departure.due)
    if instead == usual:
        instead = _party(departure.instead, lang, other="another-")
    return say(lang, key, turn=departure.turn, usual=usual, instead=instead, due=due)


def _party(party: Party, lang: str, other: str = "") -> str:
    """Name somebody; an ``other`` one of the same name, if the key of its words begins so."""
    if other or party.role in {Role.WAKER, Role.TIMEOUT}:
        return say(lang, f"{other}{party.role}", name=party.name)
    return party.name
