"""What was read from one file, before it is kept: values that fell, days before a post was out, names and places that
are added up. Nothing is lost or counted twice without a word."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from inkwright.measure.counts import place_at
from inkwright.model.reading import Fell, Reading, Told, Unread


class Posts(Struct, frozen=True):
    """The posts that pages are of: `post_of` gives the id of one, "" for none; `dates` the ISO day on which each came
    out; `own_host` the host of the own site."""

    post_of: Callable[[str], str]
    dates: Mapping[str, str]
    own_host: str = ""


def kept_high(
    values: Iterable[Reading], before: Mapping[Reading, int], replaced: bool
) -> tuple[list[Reading], list[Fell]]:
    """The values to write down, and those that were higher before: of a file that is cut off the last day is low, so
    the higher stays unless the new ones were asked for. **Source:** decision 0067."""
    found, fell = [], []
    for one in values:
        was = before.get(replace(one, value=0), 0)
        if one.value < was:
            fell.append(Fell(one.line, one.page, one.metric, one.day, was, one.value))
        found.append(one if replaced or one.value >= was else replace(one, value=was))
    return found, fell


def before_the_post(values: Iterable[Reading], posts: Posts) -> tuple[list[Reading], list[Unread]]:
    """Readings, and lines that count a day before their post came out."""
    found, early = [], []
    for one in values:
        out = _out_after(one, posts)
        if out:
            name = posts.post_of(one.page)
            early.append(Unread(one.line, f"{one.day} is before `{name}` came out on {out}; --early takes it"))
        else:
            found.append(one)
    return found, list(dict.fromkeys(early))


def early_told(values: Iterable[Reading], posts: Posts) -> list[Told]:
    """That days before a post came out are among those taken in."""
    early = [one for one in values if _out_after(one, posts)]
    if not early:
        return []
    first = min(early, key=lambda one: one.day)
    many = f"{len(early):,} readings are of days" if len(early) > 1 else "1 reading is of a day"
    return [Told(f"{many} before the post came out, the first of {first.day}, `{posts.post_of(first.page)}`")]


def named_otherwise(values: Iterable[Reading], posts: Posts, source: str) -> list[Told]:
    """That rows which call one post by several names are added up."""
    first: dict[tuple[str, ...], str] = {}
    others = [
        one for one in values
        if one.line and (key := _counted(one, posts, source)) and first.setdefault(key, one.page) != one.page
    ]  # fmt: skip
    if not others:
        return []
    return [Told("added to others of the same post and day that call it by another name", _lines(others))]


def known_otherwise(values: Iterable[Reading], known: Iterable[Reading], posts: Posts, source: str) -> list[Told]:
    """That rows add to what earlier files counted of the same post under another name. `known` are all readings of the
    source."""
    mine = [one for one in values if one.line]
    pages = {one.page for one in mine}
    names: dict[tuple[str, ...], str] = {}
    for one in known:
        if one.page not in pages and (key := _counted(one, posts, source)):
            names[key] = one.page
    others = [one for one in mine if (key := _counted(one, posts, source)) and key in names]
    if not others:
        return []
    name = names[_counted(others[0], posts, source)]
    return [Told(f"added to what an earlier file counted of the post as `{name}`", _lines(others))]


def _counted(one: Reading, posts: Posts, source: str) -> tuple[str, ...]:
    """What is counted, whatever its page is called; () for a page of no post. A total is one whatever its day."""
    post = posts.post_of(one.page)
    day = one.day if one.over == "day" else ""
    place = place_at(source, one, posts.own_host)
    return (post, place, one.metric, day, one.over, one.referrer) if post else ()


def places_told(values: Iterable[Reading], source: str, own_host: str) -> list[Told]:
    """Where the rows of a file are held to be read, when that is not one place for all."""
    lines: dict[str, set[int]] = defaultdict(set)
    for one in values:
        lines[place_at(source, one, own_host)].add(one.line)
    if len(lines) < 2:
        return []
    rows = Counter({place: len(some) for place, some in lines.items()})
    said = ", ".join(f"{place} ({count:,})" for place, count in rows.most_common(5))
    more = f" and {len(rows) - 5:,} more places" if len(rows) > 5 else ""
    return [Told(f"read at {said}{more}; places are added up")]


def _out_after(one: Reading, posts: Posts) -> str:
    """The day on which the post of a reading came out, when the reading is of a day before it; else ""."""
    out = posts.dates.get(posts.post_of(one.page), "") if one.over == "day" else ""
    return out if one.day < out else ""


def _lines(some: Iterable[Reading]) -> tuple[int, ...]:
    return tuple(sorted({one.line for one in some if one.line}))
