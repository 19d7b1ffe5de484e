"""A workspace -> its site where readers find it: built, compared with what is there, and what differs sent."""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256

from msgspec import Struct

from inkwright.flows.build import build
from inkwright.flows.deploy_doors import doors
from inkwright.flows.deploy_files import host_files
from inkwright.model.deploy import Deployed
from inkwright.model.errors import ConflictError, SettingsError, UsageError
from inkwright.model.settings import DeployTarget
from inkwright.model.site import Built
from inkwright.platforms.deploy.target import LIST, difference, lists, read_list, safe
from inkwright.platforms.deploy.targets import example, kind_named, kinds
from inkwright.workspace.folder import Workspace
from inkwright.workspace.output import built_files
from inkwright.workspace.public import all_bytes


class Sending(Struct, frozen=True):
    """The moment, the target's name ("" for the usual one), whether to say only what would be done, and whether every
    file is sent, over whatever is there."""

    now: datetime
    to: str = ""
    dry: bool = False
    everything: bool = False


def deploy(
    workspace: Workspace, how: Sending, progress: Callable[[int, int], None] | None = None
) -> tuple[Built, Deployed]:
    """Build the site and send it. Raises UsageError without a target or with one that refuses, SettingsError, NetError.

    A dry run builds, too, because only what is built can be compared; it sends nothing.
    """
    usual(workspace, how.to, must=True)
    built = build(workspace, how.now.date().isoformat(), progress=progress)
    return built, send(workspace, built, how)


def usual(workspace: Workspace, name: str = "", must: bool = False) -> tuple[str, DeployTarget] | None:
    """The target of that name; without a name the one that the settings name, or the only one, else None.

    Raises UsageError for an unknown name, and when there `must` be one; SettingsError for one that cannot be used.
    """
    targets = workspace.settings.deploy.targets
    wanted = name or workspace.settings.deploy.to or (next(iter(targets)) if len(targets) == 1 else "")
    if wanted in targets:
        target = targets[wanted]
        if wrong := kind_named(target.kind, wanted).fault(target):
            raise SettingsError(f"[deploy.targets.{wanted}]: {wrong}", path="inkwright.toml")
        return wanted, target
    known = f"There are: {', '.join(targets)}." if targets and wanted not in kinds() else example(wanted)
    if wanted:
        raise UsageError(f"there is no target `{wanted}`", hint=known)
    if must:
        raise UsageError("it is not said where to send the site" + (", with --to" if targets else ""), hint=known)
    return None


def send(workspace: Workspace, built: Built, how: Sending) -> Deployed:
    """Send what the last build made, those files alone. Raises ConflictError for one that changed since."""
    found = usual(workspace, how.to, must=True)
    assert found is not None
    name, settings = found
    kind, made = kind_named(settings.kind, name), built_files(workspace, built.out)
    extra = {**host_files(workspace, settings, how.now.date().isoformat()), **kind.files(settings)}
    extra = {path: data for path, data in extra.items() if path not in made}
    now = {**made, **{path: sha256(data).hexdigest() for path, data in extra.items()}}
    if wrong := next((path for path in now if not safe(path) or path == LIST), ""):
        raise UsageError("a file of this name cannot be sent", path=f"{built.out}/{wrong}", hint="Rename it.")

    def read(path: str) -> bytes:
        data = extra[path] if path in extra else all_bytes(workspace, f"{built.out}/{path}")
        if sha256(data).hexdigest() != now[path]:
            raise ConflictError("it changed since it was built", path=f"{built.out}/{path}", hint="Deploy again.")
        return data

    place = kind.open(settings, doors(workspace, name, built.out, how.now, how.everything))
    before = read_list(place.listed())
    changes = difference(now, before, how.everything)
    if not how.dry and (changes.send or changes.remove):
        place.transfer(changes, read, lists(now, before, changes))
    return Deployed(name, settings.kind, place.said, changes, how.dry, place.note)
