"""The file of voice profiles, `inkwright/voice.toml`: readable, made by `voice build`, safe to delete."""

import json
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any

from inkwright.model.errors import UnreadableError
from inkwright.model.voice import VoiceProfile
from inkwright.workspace.folder import Workspace
from inkwright.workspace.settings import toml_error_line

PATH = "inkwright/voice.toml"
_HEAD = """\
# How you write, learnt from your published posts by `inkwright voice build`. It never leaves this folder.
# Features: mean and spread over your paragraphs. Words: how often you used each. Delete the file to forget it all.
"""
_LINE = 100


def save_voices(workspace: Workspace, profiles: Iterable[VoiceProfile]) -> None:
    """Write all profiles in place of what was there. Raises UnwritableError."""
    workspace.write(PATH, _HEAD + "".join(f"\n{_written(profile)}" for profile in profiles))


def load_voices(workspace: Workspace) -> tuple[VoiceProfile, ...]:
    """All profiles; empty when none was built. Raises UnreadableError for a file that is not what we wrote."""
    if not workspace.exists(PATH):
        return ()
    hint = "Run `inkwright voice build` again."
    try:
        data = tomllib.loads(workspace.read(PATH).text.removeprefix("\ufeff"))
        return tuple(_read(one) for one in data.get("voice", ()))
    except tomllib.TOMLDecodeError as error:
        said, line = toml_error_line(error)
        raise UnreadableError(f"this is no TOML: {said}", path=PATH, line=line, hint=hint) from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UnreadableError(f"a voice profile lacks or misstates {error}", path=PATH, hint=hint) from error


def _written(profile: VoiceProfile) -> str:
    lines = [
        "[[voice]]",
        f"author = {_quoted(profile.author)}",
        f"posts = {profile.posts}",
        f"paragraphs = {profile.paragraphs}",
        f"words = {profile.words}",
        f"usual = {profile.usual:.3f}",
        f"far = {profile.far:.3f}",
        "",
        "[voice.features]",
        *(f"{_quoted(name)} = [{mean:.2f}, {spread:.2f}]" for name, (mean, spread) in profile.features.items()),
        "",
        "[voice.counts]",
        *_counts(profile.counts),
    ]
    return "\n".join(lines) + "\n"


def _counts(counts: Mapping[str, int]) -> list[str]:
    """Words by how often they were used, the most used first, as lines that a person can read."""
    by_count: dict[int, list[str]] = {}
    for word, count in sorted(counts.items()):
        by_count.setdefault(count, []).append(word)
    lines = []
    for count in sorted(by_count, reverse=True):
        rows, row = [], ""
        for word in by_count[count]:
            if len(row) + len(word) > _LINE:
                rows.append(row)
                row = ""
            row = f"{row} {word}".strip()
        rows.append(row)
        many = len(rows) > 1
        listed = ",\n".join(f"  {_quoted(one)}" for one in rows)
        lines.append(f"{count} = [\n{listed},\n]" if many else f"{count} = [{_quoted(rows[0])}]")
    return lines


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _read(data: Mapping[str, Any]) -> VoiceProfile:
    counts = {word: int(count) for count, rows in data["counts"].items() for row in rows for word in row.split()}
    features = {name: (float(mean), float(spread)) for name, (mean, spread) in data["features"].items()}
    return VoiceProfile(
        str(data["author"]), int(data["posts"]), int(data["paragraphs"]), int(data["words"]),
        features, counts, float(data["usual"]), float(data["far"]),
    )  # fmt: skip
