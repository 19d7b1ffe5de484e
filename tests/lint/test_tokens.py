import pytest

from inkwright.lint.engine import check
from inkwright.lint.tokens import is_english, starts_sentence, tokens
from inkwright.model.context import Context
from inkwright.text.markdown import parse_text

ENGLISH = "The cache is full, and that is what the reader of this page has to know before the next run. " * 4
FILLER = (
    "Cras vulputate sodales turpis nec porttitor fringilla, mauris mauris tincidunt libero, quis pretium augue velit"
    " sollicitudin erat. Nunc viverra dictum lectus. Sed mattis. Donec porta. Aliquam congue. Vivamus ornare."
)
SPANISH = "La caché está llena y nadie sabe por qué los datos antiguos siguen ahí después de cada ejecución nocturna."


@pytest.mark.parametrize("foreign", [FILLER, SPANISH, f"> {SPANISH}"])
def test_a_passage_in_another_language_is_no_prose_of_an_english_post(foreign: str) -> None:
    document = parse_text(f"{ENGLISH}\n\n{foreign}\n", "a.md")
    assert is_english(document)
    assert [held.passage.text.strip() for held in tokens(document)] == [ENGLISH.strip()]
    named = {finding.rule for finding in check(document, Context())}
    assert named.isdisjoint({"repeated-word", "misspelling", "long-paragraph"})


@pytest.mark.parametrize(
    "terse",
    [
        "Prefill nodes process prompt tokens; decode nodes generate output tokens; gateway nodes route requests.",
        "Kept: Grafana, Prometheus, Loki, Tempo, Kubernetes, Terraform, Ansible, Redis, Postgres, Kafka, Spark, Flink.",
    ],
)
def test_terse_english_and_lists_of_names_are_kept(terse: str) -> None:
    assert len(tokens(parse_text(f"{ENGLISH}\n\n{terse}\n", "a.md"))) == 2


def test_a_post_in_another_language_keeps_its_passages() -> None:
    document = parse_text(f"{SPANISH}\n\n{SPANISH} {SPANISH} {SPANISH}\n", "a.md")
    assert not is_english(document)
    assert len(tokens(document)) == 2


SPEECH = (
    '"The team was surprised, and the index was rebuilt by everyone in a single night," said the lead of the group.'
)


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        ("“We are thrilled to unlock the full potential of the queue, and to take it to the next level.”", "quote"),
        ('"We are thrilled to unlock the full potential of the queue, and to take it to the next level."', "quote"),
        (SPEECH, "paragraph"),
        (
            '"Fast" is what the page of the queue calls it, and every reader of that page takes it to be "fast"',
            "paragraph",
        ),
        ("“Fast.”", "paragraph"),
    ],
)
def test_a_paragraph_in_quotation_marks_is_a_quotation(paragraph: str, kind: str) -> None:
    (held,) = tokens(parse_text(paragraph, "a.md"))
    assert held.passage.kind == kind


@pytest.mark.parametrize("blank", ["\xa0", "\u2003", "&nbsp;"])
def test_a_no_break_space_may_stand_before_what_somebody_said(blank: str) -> None:
    said = '"The index was rebuilt by everyone in a single night, and nobody slept," said the lead."'
    check(parse_text(f"# A\n\n{blank}{said}\n", "a.md"), Context())


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("**Note:** He left.", ["note", "he"]),
        ("**Note**: he left.", ["note", "he"]),
        ("*Side note:* He left. She stayed.", ["side", "he", "she"]),
        ("Note: he left.", ["note"]),
        ("He **left: gone** for good.", ["he"]),
        ("He said to all of us **in March:** stay.", ["he"]),
    ],
)
def test_a_sentence_opens_behind_a_bold_label(text: str, opening: list[str]) -> None:
    (held,) = tokens(parse_text(text, "a.md"))
    assert [word for at, word in enumerate(held.words) if starts_sentence(held.passage, at)] == opening
