"""The reference is what the product says about itself, and leaves nothing out."""

import importlib
import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SPEC = importlib.util.spec_from_file_location("reference", ROOT / "scripts" / "reference.py")
reference = importlib.util.module_from_spec(SPEC)
sys.modules["reference"] = reference
SPEC.loader.exec_module(reference)


@pytest.mark.parametrize("name", sorted(reference.PAGES))
def test_a_committed_page_is_up_to_date(name: str) -> None:
    committed = (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8")
    assert committed == reference.PAGES[name](), f"docs/reference/{name} is old; run `make reference`"


def test_every_setting_is_explained() -> None:
    notes = reference.field_notes()
    for kind in (reference.settings.Settings, reference.settings.SiteSettings):
        for field in reference.fields(kind):
            if not reference.settings.is_table(field.type):
                assert notes[kind.__name__][field.name].strip()


def test_the_index_names_every_rule_and_no_page_is_left_over() -> None:
    index = (ROOT / "docs" / "reference" / "rules.md").read_text(encoding="utf-8")
    pages = {path.stem for path in (ROOT / "docs" / "reference" / "rules").glob("*.md")}
    assert pages == set(reference.page_names())
    assert all(f"(rules/{name}.md)" in index for name in pages)


def test_old_and_foreign_names_lead_to_the_rule() -> None:
    index = reference.rules()
    for name in reference.page_names():
        for other in reference.read_page(name).aliases:
            assert f"| {other} | [{name}](rules/{name}.md) |" in index


def test_every_verb_is_there_with_its_example() -> None:
    page = reference.commands()
    for name in reference.command_names():
        command = importlib.import_module(f"inkwright.cli.commands.{reference.module_name(name)}").command
        for verb, text in reference.verbs(command, name):
            assert f"\n#### {verb}\n" in page
            assert f"inkwright {name}" in text.partition("Example")[2], f"{verb} shows no example"
