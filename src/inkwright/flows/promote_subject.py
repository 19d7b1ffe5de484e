"""A post's name -> what its drafts are made from: its sentences with their worth, its address, whom it names."""

import contextlib
from collections.abc import Mapping

from msgspec import Struct

from inkwright.flows.find_post import find_post
from inkwright.flows.load import load_post
from inkwright.flows.load_site import site_info
from inkwright.flows.paper_notes import held
from inkwright.flows.planning import with_planning
from inkwright.flows.survey import survey
from inkwright.flows.word_weights import word_weight
from inkwright.model.errors import InkwrightError
from inkwright.model.post import Post
from inkwright.model.promotion import Person, Subject
from inkwright.model.record import PostRecord
from inkwright.plan.place import slug_in
from inkwright.promote.links import bare, plain
from inkwright.promote.people import people
from inkwright.promote.sayings import sayings, top_heading
from inkwright.promote.score import Scored, Scores
from inkwright.workspace.folder import Workspace
from inkwright.workspace.records import kept_as, load_record, sure


class Told(Struct, frozen=True):
    """A post of which people are to be told, and what its record keeps. `own` are the addresses, without scheme, that
    lead to the writer's own pages; `remarks` say what is not as it should be."""

    workspace: Workspace
    post: Post
    record: PostRecord
    subject: Subject
    own: tuple[str, ...]
    remarks: tuple[str, ...]

    @property
    def scored(self) -> tuple[Scored, ...]:
        """The sentences of the post with their worth."""
        metadata = self.post.metadata
        about = f"{self.subject.title} {metadata.subtitle} {metadata.description} {metadata.keyword}"
        return Scores(sayings(self.post.document), about, word_weight).scored


def told(workspace: Workspace, name: str, today: str) -> Told:
    """The post that `name` means. `today` is ISO. Raises UsageError, UnreadableError."""
    found = survey(workspace)
    post = with_planning(workspace, load_post(found, find_post(found, name).path, today))
    sure(workspace, post.file.id)
    record, former = load_record(workspace, post.file.id), kept_as(workspace, post.file.id)
    info, metadata = site_info(found), post.metadata
    url, remarks = _address(post, record, info.base_url)
    if former != post.file.id:
        remarks = (f"{former} is called {post.file.id} now: its record and its drafts go with it", *remarks)
    title = metadata.title or top_heading(post.document) or post.file.id
    slug = metadata.slug or slug_in(post.file.id)
    subject = Subject(title, url, slug, people=_people(workspace, post, info.author))
    own = tuple({bare(one): None for one in (info.base_url, url) if one})
    return Told(workspace, post, record, subject, own, remarks)


def _address(post: Post, record: PostRecord, base: str) -> tuple[str, tuple[str, ...]]:
    """Where readers find the post, and what is to be said of that."""
    held = () if post.published else (f"the post is not published yet ({post.held_back}): nothing leads to it so far",)
    home = post.metadata.canonical_url or (f"{base}{post.url}" if base and post.url else "")
    if home:
        return plain(home), held
    for platform, url in _elsewhere(post, record):
        return plain(url), (*held, f"`base_url` is not set, so drafts lead to the copy on {platform}")
    return "", (*held, "the post has no public address: set `base_url` in inkwright.toml")


def _elsewhere(post: Post, record: PostRecord) -> list[tuple[str, str]]:
    """Platform and address of each copy that is known, from the front matter and the record."""
    there = post.document.front_matter.data.get("syndicated")
    found = [(str(name), str(url)) for name, url in there.items()] if isinstance(there, Mapping) else []
    found += [
        (name, str(known.get("url") or "")) for name, known in record.remote.items() if isinstance(known, Mapping)
    ]
    return [(name, url) for name, url in found if url.startswith(("https://", "http://"))]


def _people(workspace: Workspace, post: Post, author: str) -> tuple[Person, ...]:
    with contextlib.suppress(InkwrightError):
        papers = [(path, paper) for path, _, paper in held(workspace)]
        return people(post.document, post.file.path, post.bibliography, papers, author)
    return people(post.document, post.file.path, post.bibliography, (), author)
