"""Captions of tables, as Pandoc and Quarto write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.render.html import RenderOptions, render
from inkwright.text.markdown import parse_text

TABLE = "| a |\n|---|\n| 1 |\n\n"


def html(text, **options):
    return render(parse_text(text), RenderOptions(**options))


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("Table: Some *words* and `code`.", "<table>\n<caption>Some <em>words</em> and <code>code</code>.</caption>"),
        (": Some words", "<table>\n<caption>Some words</caption>"),
        ("table: Small", "<table>\n<caption>Small</caption>"),
        ("Table: Named {#tbl-speed}", '<table id="tbl-speed">\n<caption>Named</caption>'),
        (": *Slanted* {#tbl-a .striped}", '<table id="tbl-a">\n<caption><em>Slanted</em></caption>'),
        ("Table: a <b> & {x}", "<table>\n<caption>a <b> &amp; {x}</caption>"),
    ],
)
def test_a_caption_belongs_to_the_table_before_it(words, head):
    made = html(TABLE + words + "\n\nafter\n")
    assert head in made
    assert made.count("<p>") == 1 and "<p>after</p>" in made


@pytest.mark.parametrize(
    "text",
    ["Table: alone\n", TABLE + "Words\n\nTable: too late\n", TABLE + "Table:\n", TABLE + "Tables: many\n",
     TABLE + ":smile: x\n", TABLE + "*Table: slanted*\n", TABLE + "> Table: quoted\n"],
)  # fmt: skip
def test_what_is_no_caption_stays_a_paragraph(text):
    made = html(text)
    assert "<caption>" not in made
    assert html(text.removeprefix(TABLE)).strip() in made


def test_one_caption_is_enough():
    made = html(TABLE + "Table: One\n\nTable: Two\n")
    assert "<caption>One</caption>" in made and "<p>Table: Two</p>" in made


def test_ids_are_kept_apart_and_elsewhere_nothing_changes():
    text = TABLE + "Table: One {#tbl-x}\n"
    assert '<table id="p-tbl-x">' in html(text, id_prefix="p-")
    assert "caption" not in html(text, profile="gfm") and "Table: One" in html(text, profile="gfm")
    assert html("- x\n\n  " + (TABLE + "Table: In a list").replace("\n", "\n  ")).count("<caption>In a list") == 1


@given(st.text(st.characters(codec="utf-8", exclude_categories=("C",)), max_size=40))
def test_any_words_are_survived_and_none_is_lost(words):
    assert render(parse_text(f"{TABLE}Table: {words}\n{{#tbl-x}}\n"), RenderOptions()).count("<table") == 1
