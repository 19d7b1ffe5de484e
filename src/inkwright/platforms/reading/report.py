"""The account of an import in numbers and in words: what was kept, what changed, what was lost."""

from collections import Counter
from collections.abc import Iterable, Sequence

from inkwright.model.imports import ImportedPost, ImportReport, Item, Tally

_FIRST = ("post", "picture", "footnote", "date", "redirect")
"""Kinds that stand first; the others follow by name."""
MOST = 200
"""Things of one kind and one reason that are named one by one in the file."""


def tallies(posts: Iterable[ImportedPost], items: Iterable[Item]) -> tuple[Tally, ...]:
    """How many things of each kind were kept, changed and lost; posts are counted too."""
    posts = tuple(posts)
    counted: Counter[tuple[str, str]] = Counter((one.kind, one.fate) for post in posts for one in post.items)
    counted.update((one.kind, one.fate) for one in items)
    counted["post", "kept"] += sum(1 for post in posts if post.state != "failed")
    counted["post", "lost"] += sum(1 for post in posts if post.state == "failed")
    kinds = sorted({kind for kind, _ in counted}, key=lambda kind: (kind not in _FIRST, _place(kind), kind))
    return tuple(_tally(kind, counted) for kind in kinds if sum(counted[kind, fate] for fate in _FATES))


_FATES = ("kept", "changed", "lost")


def _place(kind: str) -> int:
    return _FIRST.index(kind) if kind in _FIRST else 0


def _tally(kind: str, counted: Counter[tuple[str, str]]) -> Tally:
    kept, changed, lost = (counted[kind, fate] for fate in _FATES)
    return Tally(kind, kept + changed + lost, kept, changed, lost)


def report_text(report: ImportReport, label: str) -> str:
    """The account as a readable file: the numbers, then each thing that is not as it was, by post."""
    lines = [
        f"# Import from {label}: {report.source}", "",
        "What was in the source and what became of it. Nothing is missing here: kept, changed and lost add up.", "",
        "| what | in the source | kept | changed | lost |", "| --- | ---: | ---: | ---: | ---: |",
        *(f"| {one.kind} | {one.source} | {one.kept} | {one.changed} | {one.lost} |" for one in report.counts), "",
    ]  # fmt: skip
    if report.troubles:
        lines += ["## Could not be read", "", *(f"- {_cell(name)}: {why}" for name, why in report.troubles), ""]
    general = list(_named(report.items))
    if general:
        lines += ["## Of no single post", "", *general, ""]
    for post in report.posts:
        named = list(_named(post.items))
        if named or post.state == "failed":
            lines += [f"## {_cell(post.title) or post.source}", "", f"{post.path or 'not written'} ({post.source})", ""]
            lines += [*([f"- {post.note}"] if post.state == "failed" else []), *named, ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _named(items: Sequence[Item]) -> Iterable[str]:
    """A line for each thing that changed or was lost; equal ones are one line with their number."""
    counted = Counter(one for one in items if one.fate != "kept")
    shown: Counter[tuple[str, str]] = Counter()
    for one, number in counted.items():
        shown[one.kind, one.why] += 1
        if shown[one.kind, one.why] > MOST:
            continue
        times = f" ({number} times)" if number > 1 else ""
        yield f"- {one.fate}: {one.kind} {_cell(one.what)}{times}{f': {one.why}' if one.why else ''}"
    for (kind, why), number in shown.items():
        if number > MOST:
            yield f"- and {number - MOST} more of the kind {kind}: {why}"


def _cell(text: str) -> str:
    """A text of the source on one line, with nothing that Markdown would act on."""
    plain = " ".join(text.split())
    return f"`{plain.replace('`', chr(39))}`" if plain else ""
