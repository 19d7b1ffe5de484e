import subprocess
import sys

import pytest

from inkwright.model.errors import SettingsError
from inkwright.platforms.generators import all_generators, detect, generator_named
from inkwright.platforms.platform import Folder
from inkwright.workspace.globs import matcher


def folder(files):
    return Folder(
        tuple(sorted(n for n in files if not n.startswith("."))), files.__getitem__, files.__contains__, matcher
    )


def named(files, inside=False):
    return detect(folder(files), inside).name


def test_an_empty_folder_is_plain():
    assert named({}) == "plain"


def test_a_workspace_without_any_other_sign_is_ours():
    assert named({"inkwright.toml": ""}, inside=True) == "inkwright"


def test_a_workspace_inside_a_site_keeps_the_sites_layout():
    assert named({"inkwright.toml": "", "hugo.toml": "", "posts/a.md": ""}, inside=True) == "hugo"


def test_a_blog_of_ours_that_is_opened_in_obsidian_publishes_no_notes():
    files = {"inkwright.toml": "", ".obsidian/app.json": "{}", "posts/a.md": "", "notes/n.md": "see [[a]]"}
    assert named(files, inside=True) == "inkwright"


@pytest.mark.parametrize(
    ("files", "name"),
    [
        ({"samples/_index.md": "---\ntitle: x\n---\n"}, "hugo"),
        ({"a/index.md": "{{< youtube x >}}"}, "hugo"),
        ({"blog/authors.yml": "", "blog/a.md": ""}, "docusaurus"),
        ({"blog/a.md": "x\n<!-- truncate -->\n"}, "docusaurus"),
        ({"a/index.qmd": ""}, "quarto"),
        ({"en/_toctree.yml": "", "en/a.mdx": ""}, "mdxcourse"),
        ({"_posts/2020-01-01-a.md": ""}, "jekyll"),
        ({"a.md": "see [[b]]", "b.md": ""}, "obsidian"),
        ({".obsidian/app.json": "{}", "a.md": ""}, "obsidian"),
        ({"a.md": "# plain"}, "plain"),
        ({"a.md": "# Title[[anchor]]"}, "plain"),
        ({"config.toml": "", "src/main.rs": ""}, "plain"),
    ],
)
def test_texts_tell_where_marker_files_are_lacking(files, name):
    assert named(files) == name


def test_one_stray_bracket_among_many_notes_is_no_vault():
    notes = {f"{n}.md": "plain" for n in range(100)} | {"x.md": "a [[link]]"}
    assert named(notes) == "plain"


def test_names_are_unique_and_an_unknown_one_is_answered_with_all():
    names = [generator.name for generator in all_generators()]
    assert len(set(names)) == len(names)
    with pytest.raises(SettingsError, match="hugo"):
        generator_named("huge")


def test_the_readers_of_exports_are_not_imported_to_find_a_generator():
    code = (
        "import sys\nfrom inkwright.platforms.generators import all_generators\nassert all_generators()\n"
        "print([name for name in sys.modules if 'platforms.reading' in name or name.endswith('.wordpress')])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
