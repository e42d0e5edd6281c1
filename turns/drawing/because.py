"""Why a line stands where it stands, in a few short sentences."""

from turns.drawing.words import say
from turns.recording.cause import Cause, Departure, How, Origin, Party, Relation, Role
from turns.recording.recording import WaitKind

_ALWAYS = {
    Relation.FIRST: "always",
    Relation.SAME_TASK: "same-task",
    Relation.AFTER: "after",
}
"""What to say of a line that the program promises; of the others, that no schedule has it so."""


def because(cause: Cause, lang: str) -> str:
    """Say how its turn came, what promises its place, and what else could happen."""
    place = cause.place
    if place.relation is Relation.SAME_TURN and cause.because == "program":
        return say(lang, "same-turn")
    sentences = [say(lang, "same-turn-here")] if place.relation is Relation.SAME_TURN else []
    if place.origin is not None and place.relation is not Relation.SAME_TURN:
        sentences.append(came(place.origin, lang) + say(lang, "stop"))
        if (held := place.origin.held) is not None:
            times = {"begins": f"{held.begins:.6g}", "ends": f"{held.ends:.6g}"}
            sentences.append(say(lang, "holds", who=held.who, turn=held.turn, **times))
    sentences += _promise(cause, lang)
    if cause.departure is not None:
        sentences.append(_departs(cause.departure, lang))
        if cause.departs:
            sentences.append(say(lang, f"then-{cause.departs}"))
        if cause.departures > 1:
            sentences.append(say(lang, "more-decisions", count=cause.departures))
    return say(lang, "space").join(sentences)


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
        at=at,
        since=since,
        on=origin.wait.on if origin.wait else "",
        due="" if origin.due is None else f"{origin.due:.6g}",
    )
    if origin.behind and origin.how in {How.MADE, How.YIELDED, How.ASKED, How.WOKEN}:
        names = say(lang, "comma").join(origin.behind)
        text += say(lang, "came-behind", names=names)
    return text[:1].upper() + text[1:] if origin.by is None else text  # a name stays as it is


def _key(origin: Origin) -> str:
    if origin.how is How.BEGUN and origin.is_callback:
        return "begun-callback"
    if origin.how is How.CANCELLED:
        begun = "cancelled" if origin.since is not None else "cancelled-first"
        return begun if origin.wait is not None or origin.since is None else "cancelled-ready"
    if origin.how is How.DUE and (origin.wait is None or origin.since is None):
        return "due-callback"
    if origin.how is How.WOKEN and origin.wait is not None:
        if origin.error is not None:
            return "failed"
        ended = origin.wait.kind is WaitKind.TASK and origin.at is None
        return "ended" if ended else "woken"
    return origin.how.value


def _line(line: int | None, lang: str) -> str:
    return "" if line is None else say(lang, "at-line", line=line)


def _promise(cause: Cause, lang: str) -> list[str]:
    if cause.because == "program":
        origin = cause.place.origin
        key = _ALWAYS.get(cause.place.relation, "always-after")
        return [say(lang, key, who=origin.who if origin else "")]
    if cause.because == "documented":
        return [say(lang, "registered")]
    if cause.because == "clock":
        time, above = cause.place.time, cause.place.above
        if time is None or above is None or time <= above:
            return [say(lang, "by-clock")]
        return [say(lang, "by-time", time=f"{time:.6g}", above=f"{above:.6g}")]
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
    due = "" if departure.due is None else f"{departure.due:.6g}"
    return say(lang, key, turn=departure.turn, usual=usual, instead=instead, due=due)


def _party(party: Party, lang: str) -> str:
    if party.role in {Role.WAKER, Role.TIMEOUT}:
        return say(lang, party.role, name=party.name)
    return party.name
