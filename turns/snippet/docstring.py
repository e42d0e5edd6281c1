"""Find a program's docstring from its first tokens, without parsing the rest."""

import ast
import io
import tokenize


def find(text: str) -> tuple[str, int]:
    """Return the docstring, indentation removed, and the number of lines up to its end.

    Without one, or where ``text`` does not begin like Python, an empty docstring and 0.
    """
    strings: list[str] = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.STRING:
                strings.append(token.string)
            elif token.type == tokenize.NEWLINE and strings:
                value = ast.literal_eval(f"({' '.join(strings)})")
                return (_dedent(value), token.start[0]) if isinstance(value, str) else ("", 0)
            elif token.type not in {tokenize.COMMENT, tokenize.NL}:
                break
    except (tokenize.TokenError, SyntaxError, ValueError):
        # Not Python, or newer than this one: running the program will tell.
        pass
    return "", 0


def _dedent(docstring: str) -> str:
    """Remove the indentation of a docstring and its outer blank lines, as PEP 257 says."""
    lines = docstring.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins, default=0)
    return "\n".join([lines[0].strip(), *(line[margin:].rstrip() for line in lines[1:])]).strip(
        "\n"
    )
