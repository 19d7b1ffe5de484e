"""What is true of a site as a whole: its name and address, and the files that are copied as they are."""

from pathlib import PurePosixPath

from msgspec.structs import replace

from inkwright.flows.survey import Survey
from inkwright.model.site import SiteInfo
from inkwright.platforms.platform import MARKDOWN


def site_info(found: Survey) -> SiteInfo:
    """What is true of the whole site: our settings, else the generator's, else the folder's name."""
    ours, theirs = found.workspace.settings, found.layout.info
    return replace(
        theirs,
        title=ours.title or theirs.title or found.workspace.root.name,
        description=ours.description or theirs.description,
        author=ours.author or theirs.author,
        base_url=(ours.base_url or theirs.base_url).rstrip("/"),
        language=ours.language or theirs.language or "en",
    )


def static_files(found: Survey) -> tuple[tuple[str, str], ...]:
    """Site path and file of everything in the static folders but texts and what is excluded, sorted."""
    unwanted = found.folder.matcher(found.layout.exclude)
    return tuple(
        sorted(
            (str(PurePosixPath(landing) / name[len(folder) + 1 :]), name)
            for folder, landing in found.layout.static
            for name in found.folder.names
            if name.startswith(folder + "/") and not name.lower().endswith(MARKDOWN) and not unwanted(name)
        )
    )
