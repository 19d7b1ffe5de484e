"""Inline fields `[key:: value]` as they stand at the end of a captured line, and what a captured text may hold."""

from inkwright.model.regex import regex

_FIELD = regex(r"\[(\w[\w -]*)::([^\[\]\n]*)\]")

Fields = tuple[tuple[str, str], ...]


def split_fields(line: str) -> tuple[str, Fields]:
    """A line without the fields at its end, and all its fields in order; those inside the text stay there too."""
    found = list(_FIELD.finditer(line))
    end = len(line.rstrip())
    for one in reversed(found):
        start = _before_blanks(line, one.start())
        if one.end() != end or (start == one.start() and start):
            break
        end = start
    return line[:end], tuple((one[1], one[2].strip(" \t")) for one in found)


def _before_blanks(line: str, end: int) -> int:
    """Where the blanks begin that stand before a place."""
    while end and line[end - 1] in " \t":
        end -= 1
    return end


def join_fields(text: str, fields: Fields) -> str:
    """A text with its fields after it; those that stand in the text already are not said twice."""
    inside = len(_FIELD.findall(text))
    return " ".join([*([text] if text else []), *(f"[{key}:: {value}]" for key, value in fields[inside:])])


def one_line(text: str) -> str:
    """A text on one line: every run of white space and control characters is one blank."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def field_value(text: str) -> str:
    """A text as the value of a field: on one line, without square brackets."""
    return one_line(text.replace("[", "(").replace("]", ")"))
