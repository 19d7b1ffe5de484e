"""The note of a paper -> what a list of references says of it."""

from inkwright.model.reference import Person, Reference
from inkwright.notes.papers import key_of, paper_in
from inkwright.text.front_matter import read_front_matter


def reference_of(text: str, path: str, key: str) -> Reference | None:
    """What the note of the paper of a key says to cite it by; None for a note of another paper or of none."""
    paper = paper_in(text)
    if paper is None or key_of(paper).casefold() != key.casefold():
        return None
    doi, arxiv = f"https://doi.org/{paper.doi}", f"https://arxiv.org/abs/{paper.arxiv}"
    url, label = (
        (doi, f"doi:{paper.doi}") if paper.doi else (arxiv, f"arXiv:{paper.arxiv}") if paper.arxiv
        else (paper.url, paper.url)
    )  # fmt: skip
    container = str(read_front_matter(text).data.get("venue") or "")
    people = tuple(map(_person, filter(str.strip, paper.authors)))
    return Reference(
        key, people, title=paper.title.rstrip("."), container=container, year=paper.year,
        url=url if url.startswith(("http://", "https://")) else "", label=label, path=path, line=1,
    )  # fmt: skip


def _person(name: str) -> Person:
    """A whole name: the last word and particles in small letters before it are the family's."""
    words = name.split()
    first = next((at for at, word in enumerate(words[:-1]) if at and word[0].islower()), len(words) - 1)
    return Person(" ".join(words[first:]), " ".join(words[:first]))
