"""What a grammar checker beside our own rules says about a text."""

from dataclasses import dataclass

from inkwright.model.span import Span


@dataclass(frozen=True, slots=True)
class Slip:
    """One thing that the checker marked: `rule` and `kind` are its own names, `span` counts characters of the text that
    it was given, `said` is its sentence. `instead` is what should stand there, None where it does not say."""

    rule: str
    kind: str
    span: Span
    said: str
    instead: str | None = None
