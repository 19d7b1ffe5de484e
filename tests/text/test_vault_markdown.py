import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.text.vault_markdown import plain_markdown
from inkwright.text.vault_names import VaultNames

VAULT = {
    "a.md": "---\nx: 1\n---\nWords of A.\n", "Dir/Note.md": "In dir, see [[a]].\n", "Note.md": "At the root.\n",
    "h.md": "# Top\n\nFirst.\n\n## One\n\nIn one. ^blk\n\n### Deep\n\nx\n\n## Two\n\ny\n", "p q.png": "", "f.pdf": "",
    "loop.md": "L ![[pool]]\n", "pool.md": "P ![[loop]]\n", "self.md": "## A\n\n![[#B]]\n\n## B\n\nb ![[#B]]\n",
}  # fmt: skip


def made(text, path="root.md", vault=VAULT):
    return plain_markdown(path, text, VaultNames([*vault, path]), {**vault, path: text}.get)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[a]] [[A]] [[a.md]] [[ a ]]", "[a](a.md) [A](a.md) [a.md](a.md) [a](a.md)"),
        ("[[a|the **A**]]", "[the **A**](a.md)"),
        ("[[h#One]] [[h#^blk]] [[#Top|t]]", "[h > One](h.md#one) [h > ^blk](h.md#blk) [t](root.md#top)"),
        ("[[Dir/Note]] [[Note]]", "[Dir/Note](Dir/Note.md) [Note](Note.md)"),
        ("[[_u_]]", "*\\_u\\_*"),
        ("`[[a]]` [[open", "`[[a]]` [[open"),
        (
            "![[p q.png]] ![[p q.png|100]] ![[p q.png|A q]]",
            "![p q.png](p%20q.png) ![p q.png](p%20q.png) ![A q](p%20q.png)",
        ),
        ("![[f.pdf]]", "[f.pdf](f.pdf)"),
        ("![[a]]", "Words of A."),
        ("> ![[h#One]]\n", "> ## One\n> \n> In one. ^blk\n> \n> ### Deep\n> \n> x\n"),
        ("![[h#^blk]]", "In one."),
        ("![[h#Nope]] ![[nope]].", " ."),
        ("![[loop]]", "L P → [loop](loop.md)"),
        ("![[root]]", "→ [root](root.md)"),
    ],
)
def test_links_and_embeds(text, expected):
    assert made(text)[0] == expected


def test_links_of_an_embedded_note_lead_from_where_it_is_read():
    assert made("![[Dir/Note]]", "x/y/root.md")[0] == "In dir, see [a](../../a.md)."


def test_a_note_may_embed_its_own_section_but_not_without_end():
    assert (
        made(VAULT["self.md"], "self.md")[0]
        == "## A\n\n## B\n\nb → [B](self.md#b)\n\n## B\n\nb ## B\n\nb → [B](self.md#b)\n"
    )


def test_names_that_nothing_answers_to_are_told_once():
    assert made("[[x]] ![[y]] [[x]] [[a]]")[1] == ("x", "y")


def test_what_embeds_without_measure_ends():
    vault = {f"n{number}.md": f"![[n{number + 1}]]\n" * 10 for number in range(30)}
    assert len(made("![[n0]]", vault=vault)[0]) < 100_000
    assert made("![[a]]", vault={"a.md": "x" * 2_000_000})[0] == "→ [a](a.md)"


@given(st.text(alphabet=st.sampled_from("[]!|#^a >\n`\\é"), max_size=60))
def test_any_text_is_converted_and_one_without_names_stays(text):
    plain, _ = made(text)
    if "[[" not in text:
        assert plain == text


@given(st.lists(st.text(alphabet="ab/É.", min_size=1, max_size=8), max_size=6), st.text(max_size=8))
def test_a_name_means_a_file_of_the_vault_or_none(paths, name):
    found = VaultNames(paths).find(name)
    assert found is None or found in paths


CASES = "vaults/obsidian-export-cases"
WITHOUT = {
    "postprocessors": "a program's own plug-ins change the words",
    "filter-by-tags": "which notes are taken is a setting of the program",
}


def leveled(text: str) -> list[str]:
    """Lines without what a program that writes all Markdown anew changes besides links: fences, bullets, escapes."""
    text = unicodedata.normalize("NFC", text).replace("'", "%27").replace("\\", "")
    text = re.sub(r"(?m)^(\s*)(?:[-*+]|\d+\.)[ \t]", r"\1- ", text)
    text = re.sub(r"`{3,}", "```", text)
    text = re.sub(r"(?m)^[ \t]*((?:>[ \t]*)+)", lambda quote: "> " * quote[1].count(">"), text)
    text = re.sub(r"(?<!\w)_(\S(?:.*?\S)?)_(?!\w)", r"*\1*", text)
    lines = [line.strip() for line in text.splitlines() if line.strip("> ")]
    return [re.sub(r"[ -]", "", line) if line.startswith("|") else line for line in lines]


@pytest.mark.corpus
def test_the_expected_markdown_of_obsidian_export(corpus):
    right, wrong = [], []
    for folder in sorted((corpus / CASES / "expected").iterdir()):
        if folder.name in WITHOUT:
            continue
        source = corpus / CASES / "input" / folder.name
        texts = {path.relative_to(source).as_posix(): path for path in source.rglob("*") if path.is_file()}
        names = VaultNames(texts)
        for path in sorted(folder.rglob("*.md")):
            name = path.relative_to(folder).as_posix()
            if name not in texts:
                continue
            only = {name: texts[name]} if folder.name == "single-file" else texts
            plain, _ = plain_markdown(
                name, texts[name].read_text("utf-8"), VaultNames(only) if len(only) == 1 else names,
                lambda one, known=texts: known[one].read_text("utf-8") if one in known else None,
            )  # fmt: skip
            (right if leveled(plain) == leveled(path.read_text("utf-8")) else wrong).append(f"{folder.name}/{name}")
    assert (wrong, len(right)) == ([], 24)
