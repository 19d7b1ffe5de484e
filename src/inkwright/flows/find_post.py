"""What a writer calls a post -> the post's file: a path, an id, a slug, or the beginning of one."""

import difflib
from collections.abc import Sequence
from pathlib import PurePosixPath

from inkwright.flows.survey import Survey
from inkwright.model.errors import UsageError
from inkwright.model.post import PostFile
from inkwright.plan.place import slug_in
from inkwright.platforms.addresses import post_id, stem


def find_post(survey: Survey, name: str, whole: bool = False) -> PostFile:
    """The one post that `name` means: a path as typed, an id, a slug, or a beginning that fits one post only.

    `whole` takes no beginning: for what cannot be taken back, where nobody sees which post is meant. A file that is no
    post of the site is given as a page. Raises UsageError that lists what comes nearest, UnreadableError for a file
    that is no text.
    """
    typed = survey.workspace.relative(name)
    for path in (typed, *(file.path for file in survey.posts if stem(file.path) in (f"{typed}/index", typed))):
        if survey.workspace.exists(path):
            known = next((file for file in survey.posts if file.path == path), None)
            if known is None:
                survey.workspace.read(path)  # a picture or a PDF is no page
            return known or PostFile(post_id(path, survey.layout.roots), path, "page")
    wanted = name.strip().strip("/")
    for fits in (_same, _same_last) if whole else (_same, _same_last, _begins):
        found = [file for file in survey.posts if fits(file.id, wanted)]
        if found:
            return _only(found, name)
    by_slug = [file for file in survey.posts if _same_last(survey.urls.get(file.path, "").strip("/"), wanted)]
    if by_slug:
        return _only(by_slug, name)
    begun = [file.id for file in survey.posts if _begins(file.id, wanted)]
    if whole and len(begun) == 1:
        raise UsageError(f"`{name}` is only the beginning of a name", hint=f"Say it whole: {begun[0]}")
    raise UsageError(f"there is no post `{name}`", hint=_near(survey, wanted))


def _only(found: Sequence[PostFile], name: str) -> PostFile:
    """The one post that a name fits. Raises UsageError for several."""
    if len(found) > 1:
        names = ", ".join(file.id for file in found[:5])
        raise UsageError(f"`{name}` fits {len(found)} posts", hint=f"Say more of the name: {names}")
    return found[0]


def _same(id_: str, wanted: str) -> bool:
    return bool(wanted) and id_ == wanted


def _same_last(id_: str, wanted: str) -> bool:
    return bool(wanted) and wanted.casefold() in (PurePosixPath(id_).name.casefold(), slug_in(id_))


def _begins(id_: str, wanted: str) -> bool:
    return bool(wanted) and any(name.startswith(wanted) for name in (id_, PurePosixPath(id_).name, slug_in(id_)))


def _near(survey: Survey, wanted: str) -> str:
    """What to try instead of a name that fits nothing."""
    names = {PurePosixPath(file.id).name: file.id for file in survey.posts}
    close = difflib.get_close_matches(wanted, names, 3, 0.5) or [name for name in names if wanted and wanted in name]
    if close:
        return f"Did you mean {' or '.join(names[name] for name in close[:3])}?"
    if not names:
        return "There are no posts yet; `inkwright new TITLE` makes one."
    return "`inkwright board` lists them all."
