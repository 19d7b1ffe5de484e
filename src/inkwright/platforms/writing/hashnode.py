"""Hashnode by its GraphQL API, which only paying writers may use.

**Source:** apidocs.hashnode.com (publishPost, updatePost, publication.post; looked at 2026-11-21);
hashnode.com/changelog (the API is paid since 2026-05). Not tried against the live service.
"""

import re
from collections.abc import Mapping
from typing import Any

from inkwright.platforms.writing.copies import Account, Article, Copy, Platform, Wire
from inkwright.platforms.writing.talk import Refused, ask, field, words_of
from inkwright.render.markdown.flavour import Flavour

KEY, PUBLICATION, URL = "INKWRIGHT_HASHNODE_KEY", "INKWRIGHT_HASHNODE_PUBLICATION", "INKWRIGHT_HASHNODE_URL"
_LABEL = "Hashnode"
_CREATE = "mutation Publish($input: PublishPostInput!) { publishPost(input: $input) { post { id url } } }"
_UPDATE = "mutation Update($input: UpdatePostInput!) { updatePost(input: $input) { post { id url } } }"
_FIND = (
    "query Find($id: ObjectId!, $slug: String!) "
    "{ publication(id: $id) { post(slug: $slug) { id url title canonicalUrl } } }"
)


def server(account: Account) -> str:
    """Where its API is."""
    return account.get(URL, "https://gql.hashnode.com").rstrip("/")


def create(wire: Wire, account: Account, article: Article) -> Copy:
    """Publish a post in the writer's publication."""
    given = {**_input(article), "publicationId": account[PUBLICATION], "slug": article.slug}
    return _copy(_asked(wire, account, _CREATE, {"input": given}), "publishPost", "post")


def update(wire: Wire, account: Account, article: Article, copy: Copy) -> Copy:
    """Replace what a post says."""
    return _copy(_asked(wire, account, _UPDATE, {"input": {**_input(article), "id": copy.id}}), "updatePost", "post")


def find(wire: Wire, account: Account, article: Article) -> Copy | None:
    """The post of the same slug, if it names the same original or, at home there, has the same title."""
    data = _asked(wire, account, _FIND, {"id": account[PUBLICATION], "slug": article.slug})
    found = (data.get("publication") or {}).get("post") if isinstance(data, Mapping) else None
    if not isinstance(found, Mapping):
        return None
    same = found.get("canonicalUrl") == article.canonical if article.canonical else found.get("title") == article.title
    return _copy(found) if same else None


def _asked(wire: Wire, account: Account, query: str, variables: Mapping[str, Any]) -> Any:
    """The data of an answer. Raises Refused for the errors that it may hold in its place."""
    sent = {"query": query, "variables": variables}
    answer = ask(wire, _LABEL, "POST", server(account), {"authorization": account[KEY]}, sent)
    faults = answer.get("errors") if isinstance(answer, Mapping) else None
    if not faults:
        return answer.get("data") if isinstance(answer, Mapping) else None
    first = faults[0] if isinstance(faults, list) and isinstance(faults[0], Mapping) else {}
    code = str((first.get("extensions") or {}).get("code", ""))
    if code == "NOT_FOUND":
        raise Refused(f"{_LABEL} does not know that post", sure=True, gone=True)
    hint = "Its API is for paying writers; look at your plan and your key there."
    raise Refused(f"{_LABEL} refuses it: {words_of(first.get('message'))}", sure=True, hint=hint)


def _input(article: Article) -> dict[str, Any]:
    tags = [{"name": tag, "slug": re.sub(r"[^a-z0-9]+", "-", tag.lower()).strip("-")} for tag in article.tags[:5]]
    told: dict[str, Any] = {
        "title": article.title, "subtitle": article.subtitle, "contentMarkdown": article.body, "tags": tags,
        "originalArticleURL": article.canonical,
        "metaTags": {"description": article.description} if article.description else "",
        "coverImageOptions": {"coverImageURL": article.image} if article.image else "",
    }  # fmt: skip
    return {key: value for key, value in told.items() if value not in ("", [])}


def _copy(answer: Any, *names: str) -> Copy:
    return Copy(field(_LABEL, answer, *names, "id"), field(_LABEL, answer, *names, "url"))


PLATFORM = Platform(
    name="hashnode", label=_LABEL, form="markdown",
    asks=((KEY, "a personal access token from hashnode.com/settings/developer"),
          (PUBLICATION, "the id of your publication, in its dashboard's address")),
    may_ask=((URL, "another address of its API"),),
    truth="Its API is paid since 2026-05; the canonical address is kept; five tags; it sets TeX itself.",
    server=server, create=create, update=update, find=find, tags=5, lacks=("series",),
    flavour=Flavour(math=("\\\\(", "\\\\)"), display=("$$\n", "\n$$"), notes=False, highlight=("**", "**")),
)  # fmt: skip
