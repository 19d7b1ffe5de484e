"""The drafts of a post, as the files of the writer hold them: its own sentences, places left to fill, the address."""

from collections.abc import Sequence

from inkwright.model.promotion import Draft, Network, Saying, Subject
from inkwright.model.regex import regex
from inkwright.promote.compose import GAP, Filled, Picker
from inkwright.promote.counting import length
from inkwright.promote.score import Scored

BREAK = "---"
"""A line that parts the messages of a thread, and what is for one person from what is for the next."""
_CLAUSE = regex(r"\s?[:;—–]\s|\s-\s")
_LEAST_TITLE = 15


def blank(question: str) -> str:
    """A marked place that the writer fills."""
    return f"[? {question}]"


def draft(network: Network, subject: Subject, scored: Sequence[Scored]) -> Draft:
    """The draft for one network. What a post does not say is a marked place with a question; nothing is invented."""
    if network.form == "people":
        return _people(network, subject, scored)
    link = _link(network, subject)
    tail = f"\n\n{link}"
    title = _title(network, subject)
    asked = (*title, *(blank(slot.question) for slot in network.slots))
    reserved = sum(length(one, network.counting) + GAP for one in asked)
    filled = Picker(network, scored, tail, reserved).fill() if network.slots else []
    if network.form == "thread":
        body = f"\n\n{BREAK}\n\n".join(_part(one) for one in filled) + tail
    else:
        body = "\n\n".join([*title, *_paragraphs(filled)]) + tail
    said = tuple(saying for one in filled for saying in one.sayings)
    return Draft(network.name, f"{_comment(network)}\n\n{body.strip()}\n", said, body.count("[? "))


def _link(network: Network, subject: Subject) -> str:
    if not subject.url:
        return blank("The address of the post?")
    if network.limit and length(subject.url, network.counting) > network.limit // 2:
        return blank("A shorter address of the post?")
    return subject.url


def _part(one: Filled) -> str:
    return one.text or blank(one.slot.question)


def _paragraphs(filled: Sequence[Filled]) -> list[str]:
    """The first sentences alone, then the rest as one paragraph; what the writer is asked stands alone."""
    found: list[str] = []
    running: list[Saying] = []
    for at, one in enumerate(filled):
        if not one.sayings or at == 0:
            found += [_joined(running)] if running else []
            found.append(_part(one))
            running = []
        else:
            running += one.sayings
    return found + ([_joined(running)] if running else [])


def _joined(sayings: Sequence[Saying]) -> str:
    return " ".join(saying.text for saying in sayings)


def _title(network: Network, subject: Subject) -> list[str]:
    """The post's own title where the network asks for one, cut after a clause where it is too long."""
    if not network.title:
        return []
    title = " ".join(subject.title.split())
    if title and length(title, network.counting) <= network.title:
        return [title]
    for mark in reversed(list(_CLAUSE.finditer(title))):
        head = title[: mark.start()].rstrip()
        if _LEAST_TITLE <= length(head, network.counting) <= network.title:
            return [head]
    return [blank(f"A title of at most {network.title} characters?")]


def _comment(network: Network) -> str:
    """What the file says to its writer."""
    lines = [f"{network.label}. {network.hint}", *(f"- {one}" for one in network.tone)]
    said = "\n".join(lines).replace("--", "-")
    return f"<!-- {said} -->"


def _people(network: Network, subject: Subject, scored: Sequence[Scored]) -> Draft:
    """Who may be told, each with the sentence of the post that names them and the question what to write."""
    pieces, said = [], []
    for person in subject.people[: network.parts[1]]:
        where = f"{person.why}, {person.path}:{person.line}{f', {person.url}' if person.url else ''}".replace("--", "-")
        naming = next((one.saying for one in scored if person.name.split()[-1] in one.saying.text), None)
        lines = [f"## {person.name}", f"<!-- {where} -->", blank(network.slots[0].question)]
        if naming and naming.alone:
            lines.append(naming.text)
            said.append(naming)
        pieces.append("\n\n".join([*lines, _link(network, subject)]))
    body = f"\n\n{BREAK}\n\n".join(pieces) or blank("Who would want to know, and why? Two or three people.")
    return Draft(network.name, f"{_comment(network)}\n\n{body}\n", tuple(said), body.count("[? "))
