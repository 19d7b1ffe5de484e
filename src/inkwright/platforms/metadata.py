"""Front matter of any generator in our words: keys mapped, values typed, nothing an error."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from inkwright.model.post import PLANNING_KEYS, Audience, Metadata
from inkwright.model.regex import regex
from inkwright.platforms.dates import iso_date
from inkwright.platforms.platform import Front

COMMON_KEYS: Mapping[str, tuple[str, ...]] = {
    "title": ("title",),
    "subtitle": ("subtitle",),
    "description": ("description", "summary", "excerpt", "abstract"),
    "slug": ("slug",),
    "date": ("date", "publishDate", "pubDate", "published", "created", "publishedAt"),
    "updated": ("updated", "lastmod", "last_modified_at", "modified_date", "modified", "last_update.date",
                "date-modified", "updatedDate"),
    "draft": ("draft",),
    "tags": ("tags", "tag", "categories", "category", "keywords"),
    "authors": ("authors", "author", "postauthors"),
    "series": ("series",),
    "canonical_url": ("canonical_url", "canonicalURL", "canonicalUrl", "canonical"),
    "aliases": ("aliases", "alias", "redirect_from"),
    "visibility": ("visibility",),
    "image": ("image.feature", "image.path", "image.src", "image", "cover.image", "cover", "featured-image",
              "featured_image",
              "heroImage", "cover_image", "thumbnail", "header.teaser", "header.image", "hero_image", "feature"),
    "show_toc": ("showToc", "ShowToc", "showTableOfContents", "toc", "!hide_table_of_contents"),
    "toc_open": ("TocOpen", "tocOpen", "toc-expand"),
    "template": ("template",),
    "pillar": ("pillar",),
    "keyword": ("keyword",),
}  # fmt: skip
"""Our name -> keys that hold it, preferred ones first; a dot goes into a nested value, `!` turns yes to no."""

_AUDIENCES: Mapping[str, Audience] = {
    "self": "self", "me": "self", "team": "team", "practitioners": "team", "engineers": "team",
    "leadership": "leadership", "leaders": "leadership", "executives": "leadership", "community": "community",
    "everyone": "community", "public": "community", "all": "community", "only_free": "community",
    "only_paid": "community", "founding": "community", "subscribers": "community", "beginners": "community",
}  # fmt: skip
"""Values of `audience`, foreign ones included (Substack's everyone, only_paid, only_free, founding)."""
_TRUE, _FALSE = frozenset({"true", "yes", "on", "1"}), frozenset({"false", "no", "off", "0"})
_TAG = regex(r"<[^>]+>")
_WIKILINK = regex(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
_LINK = regex(r"\[([^\]]*)\]\([^)]*\)")


def metadata_of(
    front: Front, keys: Mapping[str, tuple[str, ...]] | None = None, people: Mapping[str, str] | None = None,
    separator: str = ",",
) -> Metadata:  # fmt: skip
    """Front matter in our words; every value that has no place of its own is kept in `planning` or `extra`.

    `keys` are a generator's own additions to `COMMON_KEYS`, looked at first. `people` maps author keys to names.
    `separator` parts tags written as one text without a comma. Empty front matter gives empty metadata.
    """
    if not front:
        return _NOTHING
    table = COMMON_KEYS if not keys else {name: (*keys.get(name, ()), *rest) for name, rest in COMMON_KEYS.items()}
    audience = _audience(front.get("audience"))
    known = _top_keys(tuple(table.values()))
    return Metadata(
        title=_labels(_text(_first(front, table["title"]))),
        subtitle=_labels(_text(_first(front, table["subtitle"]))),
        description=_labels(_text(_first(front, table["description"]))),
        slug=_text(_first(front, table["slug"])).strip("/"),
        date=_date(front, table["date"]),
        updated=_date(front, table["updated"]),
        draft=flag(_first(front, table["draft"])) is True,
        tags=_tags(front, table["tags"], separator),
        authors=_authors(front, table["authors"], people or {}),
        audience=audience or ("team",),
        template=_text(_first(front, table["template"])),
        pillar=_text(_first(front, table["pillar"])),
        series=_series(_first(front, table["series"])),
        keyword=_text(_first(front, table["keyword"])),
        canonical_url=_text(_first(front, table["canonical_url"])),
        aliases=words(_first(front, table["aliases"])),
        visibility=_visibility(front, table["visibility"]),
        image=_image(front, table["image"]),
        show_toc=_flag_of(front, table["show_toc"]),
        toc_open=_flag_of(front, table["toc_open"]),
        planning={key.lower(): value for key, value in front.items() if key.lower() in PLANNING_KEYS},
        extra={key: value for key, value in front.items() if key.lower() not in known},
    )


_NOTHING = Metadata(audience=("team",))


@lru_cache(maxsize=32)
def _top_keys(table: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    """The keys of front matter, in lower case, that have a place of their own."""
    return PLANNING_KEYS | {key.removeprefix("!").partition(".")[0].lower() for keys in table for key in keys}


def flag(value: object) -> bool | None:
    """A value as yes or no however it was written, None when it is neither."""
    if isinstance(value, bool):
        return value
    said = str(value).strip().lower() if isinstance(value, str | int) else ""
    return True if said in _TRUE else False if said in _FALSE else None


def words(value: object, separator: str = ",") -> tuple[str, ...]:
    """A list or a comma-separated text as trimmed texts in order, empty ones and repetitions left out."""
    if value is None or value is False:
        return ()
    items: Sequence[Any] = value if isinstance(value, list | tuple) else str(value).split(separator)
    found = (_text(item).strip().removeprefix("#") for item in items)
    return tuple(dict.fromkeys(item for item in found if item))


def lookup(front: Front, key: str) -> Any:
    """The value of a key, in whatever case it is written, dotted for a nested one; None when absent."""
    if not front or key in front:
        return front.get(key)
    folded = key.lower()
    for name, value in front.items():
        if len(name) == len(folded) and name.lower() == folded:
            return value
    head, dot, rest = key.partition(".")
    inside = front.get(head) if dot else None
    return lookup(inside, rest) if isinstance(inside, Mapping) else None


def plain_name(text: str) -> str:
    """A person's name without the HTML, Markdown link or wikilink around it."""
    return _TAG.sub("", _LINK.sub(r"\1", _labels(text))).strip()


def _labels(text: str) -> str:
    """A text with wikilinks as their labels."""
    return _WIKILINK.sub(r"\1", text) if "[[" in text else text


def _first(front: Front, keys: Sequence[str]) -> Any:
    """The first value that is there and not empty."""
    for key in keys:
        value = lookup(front, key)
        if value is not None and value != "" and value != []:
            return value
    return None


def _text(value: object) -> str:
    """A scalar as text; "" for nothing and for what is no scalar."""
    if value is None or isinstance(value, list | tuple | Mapping):
        return ""
    return " ".join(value.split("\n")).strip() if isinstance(value, str) else str(value)


def _date(front: Front, keys: Sequence[str]) -> str:
    """The first value that is a date."""
    return next((found for key in keys if (found := iso_date(lookup(front, key)))), "")


def _visibility(front: Front, keys: Sequence[str]) -> str:
    """What it says, or "unlisted" for a post that another generator builds and does not list."""
    said = _text(_first(front, keys)).lower()
    hidden = flag(front.get("unlisted")) is True or flag(front.get("listed")) is False
    return said or ("unlisted" if hidden else "")


def _tags(front: Front, keys: Sequence[str], separator: str) -> tuple[str, ...]:
    """All tags and categories in order; two that differ only in case are one."""
    found: dict[str, str] = {}
    for key in keys:
        if key == "keywords" and found:
            continue
        value = lookup(front, key)
        for tag in words(value, separator if _is_run(key, value) else ","):
            found.setdefault(_labels(tag).lower(), _labels(tag))
    return tuple(found.values())


def _is_run(key: str, value: object) -> bool:
    """Whether a text holds several tags without commas; a singular key names one."""
    return isinstance(value, str) and "," not in value and key not in ("tag", "category")


def _authors(front: Front, keys: Sequence[str], people: Mapping[str, str]) -> tuple[str, ...]:
    """Author names, keys resolved; entries may be texts or tables with a name."""
    value = _first(front, keys)
    items = value if isinstance(value, list | tuple) else [value]
    return tuple(dict.fromkeys(name for item in items if (name := _person(item, people))))


def _person(item: object, people: Mapping[str, str]) -> str:
    if isinstance(item, Mapping):
        named = _text(item.get("name") or item.get("literal") or item.get("title"))
        return plain_name(named) or people.get(_text(item.get("key")), _text(item.get("key")))
    text = _text(item)
    return people.get(text, plain_name(text))


def _series(value: object) -> str:
    """The first series that a post belongs to."""
    return _text(value[0]) if isinstance(value, list | tuple) and value else _text(value)


def _image(front: Front, keys: Sequence[str]) -> str:
    return next((text for key in keys if (text := _text(lookup(front, key)))), "")


def _flag_of(front: Front, keys: Sequence[str]) -> bool | None:
    """The first key that says yes or no."""
    for key in keys:
        said = flag(lookup(front, key.removeprefix("!")))
        if said is not None:
            return not said if key.startswith("!") else said
    return None


def _audience(value: object) -> tuple[Audience, ...]:
    """Known audiences in order; values that nobody knows are left to `planning`."""
    found = (_AUDIENCES.get(said.lower()) for said in words(value))
    return tuple(dict.fromkeys(audience for audience in found if audience))
