"""The readers that the critic plays: shipped ones beside this file, the writer's own in the workspace.

A writer's file of the same name stands in for the shipped one, any other name adds a reader. What a reader may answer
is no part of them: it is said by `contract.md`, which nothing replaces.
"""

from collections.abc import Mapping
from importlib.resources import files

from inkwright.model.critic import Persona
from inkwright.model.errors import UsageError
from inkwright.text.front_matter import read_front_matter

FOLDER = "inkwright/critic"
"""Workspace folder of the writer's own readers, `<name>.md` each."""
LONGEST = 8_000
"""Characters that may say who a reader is."""


def shipped() -> Mapping[str, str]:
    """The text of each shipped reader's file by name, sorted."""
    folder = files("inkwright.critic") / "prompts"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".md"))
    return {name.removesuffix(".md"): (folder / name).read_text(encoding="utf-8") for name in names}


def contract() -> str:
    """What every reader is told about the answer."""
    return (files("inkwright.critic") / "contract.md").read_text(encoding="utf-8").strip()


def persona(name: str, own: Mapping[str, str]) -> Persona:
    """The reader of that name; `own` holds the texts of the writer's own files by workspace path.

    Raises UsageError for a name that no file has, and for a file that says nothing or too much.
    """
    paths = {path.rpartition("/")[2].removesuffix(".md"): path for path in own}
    known = shipped()
    if name not in paths and name not in known:
        hint = f"There are: {', '.join(sorted({*paths, *known}))}. {FOLDER}/{name}.md makes one."
        raise UsageError(f"there is no reader `{name}`", hint=hint)
    path = paths.get(name, "")
    written = own[path] if path else known[name]
    text = written[read_front_matter(written).span.end :].strip()
    if not text or len(text) > LONGEST:
        said = f"holds {len(text):,} characters" if text else "says nothing about the reader"
        raise UsageError(said, path=path, hint=f"Say who reads, in at most {LONGEST:,} characters.")
    return Persona(name, text, path)
