"""Whose words a note holds: the line that says where a clip comes from, or which paper a note is about."""

from collections.abc import Mapping, Sequence

from inkwright.notes.fields import one_line


def source_of(front: Mapping[str, object]) -> str:
    """Author, title, year, place and address of what a note was taken from; "" for the writer's own words.

    `front` is its front matter. What a note calls hearsay says so.
    """
    said = {key: one_line(str(front.get(key) or "")) for key in ("author", "url", "year", "venue", "doi", "arxiv")}
    paper = _is_paper(front)
    parts = [
        _people(front.get("authors")) or said["author"],
        one_line(str(front.get("title") or "")) if paper else "",
        said["venue"] if paper else "",
        said["year"] if paper else "",
        _place(front),
        _number(said) or said["url"],
        "hearsay" if str(front.get("source") or "").strip().lower() == "hearsay" else "",
    ]
    known = paper or said["url"] or front.get("repo") or said["author"] or parts[-1]
    return ", ".join(part for part in parts if part) if known else ""


def _is_paper(front: Mapping[str, object]) -> bool:
    return front.get("kind") == "paper" or bool(front.get("doi") or front.get("arxiv"))


def _people(names: object) -> str:
    """Up to two names; the first of more and "et al."."""
    listed: Sequence[object] = names if isinstance(names, list) else [names] if names else []
    people = [one_line(str(name)) for name in listed]
    return " and ".join(people) if len(people) < 3 else f"{people[0]} et al."


def _place(front: Mapping[str, object]) -> str:
    """Where in a source: the lines of a file at a commit, a page, a section."""
    repo, path, commit, lines = (one_line(str(front.get(key) or "")) for key in ("repo", "path", "commit", "lines"))
    code = f"{repo}@{commit[:12]}:{path}".replace("@:", ":") + (f" lines {lines}" if lines else "") if repo else ""
    page, section = (one_line(str(front.get(key) or "")) for key in ("page", "section"))
    told = (code, f"p. {page}" if page else "", f"section {section}" if section else "")
    return ", ".join(part for part in told if part)


def _number(said: Mapping[str, str]) -> str:
    if said["doi"]:
        return f"doi:{said['doi']}"
    return f"arXiv:{said['arxiv']}" if said["arxiv"] else ""
