"""The words of a short message that leads to a post."""

import re

MOST = 260
"""Characters without the address: what the smallest of the networks leaves. **Source:** docs.bsky.app (300 graphemes
for a post), docs.joinmastodon.org (500 characters, 23 of them for any link)."""


def message(title: str, summary: str, tags: tuple[str, ...]) -> str:
    """Title, summary as far as it fits, and up to three tags; the address is not in it."""
    named = [f"#{tag}" for tag in (re.sub(r"[^\w]", "", tag) for tag in tags) if tag and not tag.isdigit()][:3]
    tail = f"\n\n{' '.join(named)}" if named else ""
    head = title if len(title) <= MOST // 2 else title[: MOST // 2 - 1].rstrip() + "…"
    room = MOST - len(head) - len(tail) - 2
    said = summary if len(summary) <= room else summary[: max(room - 1, 0)].rsplit(" ", 1)[0].rstrip() + "…"
    return f"{head}\n\n{said}{tail}" if said.strip("…") and room > 20 else f"{head}{tail}"
