"""The pile: 36 notes of which 12 are about GPU programming, in no way told apart but by what they say."""

import re
from pathlib import Path

import pytest

from inkwright.text.markdown import parse_text

GPU = set((Path(__file__).parent / "gpu_notes.txt").read_text(encoding="utf-8").split())


@pytest.fixture(scope="module")
def notes(shipped: Path) -> dict[str, str]:
    root = shipped / "workspace" / "notes"
    return {
        path.relative_to(root).with_suffix("").as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(root.rglob("*.md"))
    }


def tags_of(text: str) -> set[str]:
    front = parse_text(text, "note.md").front_matter.data.get("tags") or []
    return {*front, *re.findall(r"(?<!\S)#([a-z][\w-]*)", text)}


def test_the_pile_holds_twelve_notes_on_gpu_programming_among_twenty_four_others(notes: dict[str, str]) -> None:
    assert len(notes) == 36
    assert len(GPU) == 12
    assert set(notes) > GPU


def test_no_folder_and_no_tag_gives_the_twelve_away(notes: dict[str, str]) -> None:
    folders = {name: name.rpartition("/")[0] for name in notes}
    for folder in set(folders.values()):
        here = {name for name in notes if folders[name] == folder}
        assert 0 < len(here & GPU) < len(here), folder
    for tag in {tag for text in notes.values() for tag in tags_of(text)}:
        here = {name for name in notes if tag in tags_of(notes[name])}
        assert len(here & GPU) <= 5, f"{tag} marks half of them"


def test_notes_are_as_long_as_notes_are(notes: dict[str, str]) -> None:
    for name, text in notes.items():
        body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S)
        assert 60 <= len(body.split()) <= 250, name


def test_links_between_notes_lead_to_notes(notes: dict[str, str]) -> None:
    links = [(name, link) for name, text in notes.items() for link in re.findall(r"\[\[([^\]|#]+)", text)]
    assert len(links) >= 12
    assert [(name, link) for name, link in links if link not in notes] == []


def test_clips_say_where_they_come_from(notes: dict[str, str]) -> None:
    clips = {name: parse_text(text, "n.md").front_matter.data for name, text in notes.items() if "clips/" in name}
    hearsay = [name for name, data in clips.items() if data.get("source") == "hearsay"]
    assert len(hearsay) == 1
    for name, data in clips.items():
        assert data["kind"] in ("paragraph", "code", "paper", "discussion"), name
        assert data["author"], name
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", str(data["date"])), name
        assert name in hearsay or str(data["url"]).startswith("https://"), name
