"""What Python writes when an exception ends a program."""

HEAD = "Traceback (most recent call last):"
GROUP_HEAD = "  + Exception Group Traceback (most recent call last):"


def raised(text: str) -> str | None:
    """Return the line that names the exception in the last traceback of a text, if it has one.

    More lines may follow: of the message, and notes.
    """
    lines = text.split("\n")
    heads = [i for i, line in enumerate(lines) if line in (HEAD, GROUP_HEAD)]
    if not heads:
        return None
    # Frames are indented; in an exception group's box, by more than the two columns of its edge.
    edge = "  | " if lines[heads[-1]] == GROUP_HEAD else ""
    for line in lines[heads[-1] + 1 :]:
        text = line.removeprefix(edge)
        if line.startswith(edge) and text and not text.startswith(" "):
            return text
    return None
