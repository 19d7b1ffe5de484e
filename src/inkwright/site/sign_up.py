"""What the box for new readers says."""

from inkwright.model.settings import SiteSettings

FEWEST = 50
"""Readers below which a number would keep people away. **Source:** own choice."""


def promise(look: SiteSettings) -> str:
    """The words of the box, with how many read already."""
    count = rounded(look.signup_readers)
    return f"{look.signup_text}, read by more than {count:,} people" if count else look.signup_text


def rounded(readers: int) -> int:
    """A number of readers with its first two digits, rounded down; 0 for few. 1,834 are more than 1,800."""
    if readers <= FEWEST:
        return 0
    step: int = 10 ** max(len(str(readers - 1)) - 2, 1)
    return (readers - 1) // step * step
