"""What a grammar checker beside our own rules says about a text."""

from msgspec import Struct

from inkwright.model.span import Span


class Slip(Struct, frozen=True):
    """One thing that the checker marked: `rule` and `kind` are its own names, `span` counts characters of the text that
    it was given, `said` is its sentence. `instead` is what should stand there, None where it does not say."""

    rule: str
    kind: str
    span: Span
    said: str
    instead: str | None = None
