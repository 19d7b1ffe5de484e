"""How many messages a new address may send on its first days, so that mailboxes learn to know it. Pure."""

from collections.abc import Mapping, Sequence


def left_today(curve: Sequence[int], sent: Mapping[str, int], today: str) -> int | None:
    """How many more may go out today; None without a limit.

    `curve` holds the most messages of the first, second, ... day of sending; after its end, and for an empty one,
    there is no limit. `sent` counts what went out on each day (ISO) on which something did: a weekly letter warms up
    over weeks, since quiet days teach nobody anything.
    """
    number = sum(1 for day, count in sent.items() if count and day < today)
    return max(0, curve[number] - sent.get(today, 0)) if number < len(curve) else None
