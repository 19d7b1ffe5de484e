"""A post and the platforms it is to go to -> what each would get, and what is lost on the way. Nothing is sent."""

from collections.abc import Mapping, Sequence

from inkwright.flows.abroad import Abroad, abroad
from inkwright.flows.crosspost_account import account_of
from inkwright.flows.crosspost_copy import Prepared, prepared_for
from inkwright.flows.crosspost_private import refuse_what_is_private
from inkwright.flows.drawing import Draughtsman
from inkwright.model.errors import UsageError
from inkwright.platforms.writing.found import platform_of, takes_copies
from inkwright.workspace.folder import Workspace

PLATFORMS = takes_copies()
"""The platforms that take copies."""


def prepare(
    workspace: Workspace,
    name: str,
    targets: Sequence[str],
    today: str,
    environment: Mapping[str, str] | None,
    whole: bool = False,
) -> tuple[Abroad, list[Prepared]]:
    """The post and what each platform would get of it. Keys are looked for in `environment` and the keyring; None for
    a dry run, which needs none and shows a draft as well. `whole` takes no beginning of a name.

    Raises UsageError for a name that fits no post, a post to be sent that is not published at home, a text that holds
    something private, an unknown platform and a missing key; UnreadableError.
    """
    _require_known(targets)
    post = abroad(workspace, name, today, whole)
    if post.why_held and environment is not None:
        said = f"this post is not published ({post.why_held})"
        raise UsageError(said, path=post.post.file.path, hint="Publish it at home first.")
    refuse_what_is_private(workspace, post.post.document)
    platforms = [platform_of(target) for target in dict.fromkeys(targets)]
    accounts = [account_of(one, environment) if environment is not None else {} for one in platforms]
    draughtsman = Draughtsman(workspace)
    made = [prepared_for(post, one, account, draughtsman) for one, account in zip(platforms, accounts, strict=True)]
    draughtsman.close(sweep=False)
    return post, made


def _require_known(targets: Sequence[str]) -> None:
    """Raises UsageError for a platform that takes no copies, and where none is named."""
    unknown = [target for target in targets if target not in PLATFORMS]
    if unknown or not targets:
        said = f"there is no platform `{', '.join(unknown)}`" if unknown else "name a platform with --to"
        hint = f"There are: {', '.join(PLATFORMS)}. Medium, Substack and LinkedIn have no API for writing: "
        raise UsageError(said, hint=f"{hint}`inkwright export` makes pages to paste there.")
