"""Which generator a folder belongs to: every file of this package with a `GENERATOR` is one."""

import importlib
import pkgutil
import re
from functools import cache
from pathlib import Path

import inkwright.platforms
from inkwright.model.document import FrontMatter
from inkwright.model.errors import SettingsError
from inkwright.model.post import PostFile
from inkwright.model.regex import regex
from inkwright.platforms.addresses import post_id
from inkwright.platforms.metadata import metadata_of
from inkwright.platforms.platform import MARKDOWN, Entry, Folder, Layout, SiteGenerator
from inkwright.text.diagrams import kind_of_file

_WILD = frozenset("*?[{")
_SAMPLE = 60
"""Files read at most, per generator, when only the texts can tell which one it is."""
_SHARE = 0.05
"""Share of the sampled files that must hold a generator's hint."""
_HOLDS_ONE = regex(r"^GENERATOR\b", re.M)


@cache
def all_generators() -> tuple[SiteGenerator, ...]:
    """Every generator, sorted by rank and name."""
    modules = (
        importlib.import_module(f"inkwright.platforms.{found.name}")
        for found in pkgutil.iter_modules(inkwright.platforms.__path__)
        if not found.ispkg and _may_hold_one(found.name)
    )
    found = [module.GENERATOR for module in modules if hasattr(module, "GENERATOR")]
    return tuple(sorted(found, key=lambda generator: (generator.rank, generator.name)))


def _may_hold_one(name: str) -> bool:
    """Whether a file of this package speaks of a generator; the readers of exports are not imported for that."""
    source = Path(__file__).with_name(f"{name}.py")
    return not source.is_file() or _HOLDS_ONE.search(source.read_text(encoding="utf-8")) is not None


def generator_named(name: str) -> SiteGenerator:
    """The generator of that name; the file of that name alone is imported. Raises SettingsError that lists them."""
    if name.isidentifier() and Path(__file__).with_name(f"{name}.py").is_file() and _may_hold_one(name):
        generator: SiteGenerator = importlib.import_module(f"inkwright.platforms.{name}").GENERATOR
        if generator.name == name:
            return generator
    for generator in all_generators():
        if generator.name == name:
            return generator
    names = ", ".join(generator.name for generator in all_generators())
    raise SettingsError(f"there is no generator `{name}`", path="inkwright.toml", hint=f"There are: {names}")


def detect(folder: Folder, inside: bool = False) -> SiteGenerator:
    """The generator of a folder: by its marker files, else by what its texts hold, else our own or a plain folder.

    `inside`: the folder has an `inkwright.toml`, so that without any sign of another it is in our own layout.
    """
    for generator in all_generators():
        if any(all(folder.any(pattern) for pattern in group) for group in generator.markers):
            return generator
    if inside:
        return generator_named("inkwright")
    for generator in all_generators():
        if any(_hinted(folder, pattern, expression) for pattern, expression in generator.hints):
            return generator
    return generator_named("plain")


def marker_names() -> set[str]:
    """The names that tell generators apart, those that are globs left out."""
    groups = (group for generator in all_generators() for group in generator.markers)
    return {name for group in groups for name in group if _WILD.isdisjoint(name)}


def _hinted(folder: Folder, pattern: str, expression: str) -> bool:
    """Whether enough of the files that match a glob hold an expression."""
    test = folder.matcher((pattern,))
    files = [name for name in folder.names if test(name)]
    if not files or not expression:
        return bool(files)
    sample = files[:: max(1, len(files) // _SAMPLE)]
    search = re.compile(expression, re.M).search
    return sum(1 for name in sample if search(folder.read(name))) >= max(1, len(sample) * _SHARE)


def post_files(generator: SiteGenerator, layout: Layout, folder: Folder) -> tuple[PostFile, ...]:
    """All posts and pages of a folder, sorted by path; those that the generator does not read left out, and drawings
    that Excalidraw keeps as notes."""
    is_post, unwanted = folder.matcher(layout.posts), folder.matcher(layout.exclude)
    found = [
        PostFile(post_id(path, layout.roots), path, "post" if is_post(path) else "page")
        for path in filter(folder.matcher((*layout.posts, *layout.pages)), folder.names)
        if path.lower().endswith(MARKDOWN) and not unwanted(path) and not kind_of_file(path)
    ]
    return tuple(generator.sift(found, layout))


def entry_of(generator: SiteGenerator, layout: Layout, file: PostFile, written: FrontMatter) -> Entry:
    """A post before its text is parsed; what its path implies stands where its front matter is silent."""
    implied = generator.implied(file.path, layout)
    said = {key: value for key, value in written.data.items() if value is not None or key not in implied}
    front = {**implied, **said}
    metadata = metadata_of(front, generator.keys, layout.people, generator.separator)
    return Entry(file, front, metadata, bool(written.format))
