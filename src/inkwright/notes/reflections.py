"""What writing a post taught its writer, a line each: `- 2026-11-22 Pages are all. [asked:: learned] [post:: kv]`."""

from inkwright.model.errors import UsageError
from inkwright.model.note import Prompt
from inkwright.model.reflection import Reflection
from inkwright.model.regex import regex
from inkwright.notes.fields import field_value, join_fields, one_line, split_fields

QUESTIONS = (
    Prompt(
        1, "learned", "What do you know now that you did not know before you wrote it?",
        "A fact, a number, a tool: one sentence that you would tell a colleague.", "post",
    ),
    Prompt(
        2, "clear", "What became clear only while you were writing?",
        "The sentence that you could not have said on the first day.", "post",
    ),
)  # fmt: skip
"""What is asked about a post. **Source:** requirement MSR-10."""
_LINE = regex(r"[-*+][ \t]+(?P<date>\d{4}-\d\d-\d\d)[ \t]+(?P<rest>\S.*)")


def new_reflection(text: str, date: str, asked: str, post: str) -> str:
    """The line of an answer; `date` is ISO. Raises UsageError for an empty one."""
    said = one_line(text)
    if not said:
        raise UsageError("there is nothing in the answer", hint="Say it in one sentence.")
    inside = split_fields(f"{said} .")[1]
    fields = (("asked", asked), ("post", field_value(post)))
    return f"- {date} {join_fields(said, (*inside, *fields))}"


def reflections(text: str) -> list[Reflection]:
    """The answers of a file in the order written; lines of another kind are none."""
    found = []
    for no, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if match := _LINE.fullmatch(line.strip()):
            said, fields = split_fields(match["rest"])
            told = dict(fields)
            if said and told.get("post") and told.get("asked"):
                found.append(Reflection(match["date"], told["asked"], told["post"], said, no))
    return found
