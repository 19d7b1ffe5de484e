"""A number and what it counts, as people say it."""


def counted(number: int, noun: str, plural: str = "") -> str:
    """`1 post`, `2,400 posts`; `plural` where it is not the noun with an s."""
    return f"1 {noun}" if number == 1 else f"{number:,} {plural or f'{noun}s'}"
