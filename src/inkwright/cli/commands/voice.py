"""Learn how you write and what is usual for you from your published posts, and show it, or a post beside it.

Group: check
"""

import click
from msgspec import Struct

from inkwright.cli.clock import today
from inkwright.cli.output import emit_json, format_option, say, table
from inkwright.flows.rates import PATH, POSTS, WORDS, WriterRates, build_rates, load_rates
from inkwright.flows.voice import Difference, DriftRow, VoiceProfile, build_voices, drift_rows, voices
from inkwright.model.counted import counted
from inkwright.workspace.folder import open_workspace, require_workspace

SHOWN = 12
"""Habits that are shown of a profile."""


class FeatureRow(Struct, frozen=True):
    """A habit: its mean and standard deviation over paragraphs, in the unit that its name says."""

    name: str
    mean: float
    spread: float


class ProfileRow(Struct, frozen=True):
    """One author's profile, without the words."""

    author: str
    posts: int
    paragraphs: int
    words: int
    usual: float
    far: float
    features: tuple[FeatureRow, ...]


class OUTPUT(Struct, frozen=True):
    """What `voice --format json` prints: the profiles and what is usual for each author, or the paragraphs of the post
    named, most different first."""

    version: int
    profiles: tuple[ProfileRow, ...] = ()
    paragraphs: tuple[DriftRow, ...] = ()
    rates: tuple[WriterRates, ...] = ()


@click.command(epilog="Examples: inkwright voice build · inkwright voice show · inkwright voice show posts/kv-cache.md")
@click.argument("verb", type=click.Choice(["build", "show"]))
@click.argument("post", required=False, metavar="[POST]")
@click.option("--author", default="", help="With a post: whose profile to lay beside it.")
@format_option
def command(verb: str, post: str | None, author: str, format_: str) -> None:
    """Build learns from the published posts and keeps `inkwright/voice.toml` and `inkwright/rates.toml`, what is usual
    for you; they never leave the folder. Show prints them; with a POST it ranks the paragraphs by how far they are from
    your voice. It never says who wrote something."""
    paragraphs: tuple[DriftRow, ...] = ()
    profiles: tuple[VoiceProfile, ...] = ()
    rates: tuple[WriterRates, ...] = ()
    workspace = open_workspace(post) if post else require_workspace()
    if verb == "build":
        workspace, day = require_workspace(), today(workspace.settings.timezone)
        profiles, rates = build_voices(workspace, day), build_rates(workspace, day)
    elif post:
        paragraphs = drift_rows(workspace, workspace.relative(post), author)
    else:
        profiles, rates = voices(workspace), load_rates(workspace)
    if format_ == "json":
        emit_json(OUTPUT(1, tuple(map(_row, profiles)), paragraphs, rates))
    elif paragraphs or post:
        _print_paragraphs(paragraphs)
    else:
        _print_profiles(profiles, verb == "build")
        _print_rates(rates, verb == "build")


def _row(profile: VoiceProfile) -> ProfileRow:
    features = tuple(FeatureRow(name, round(mean, 2), round(spread, 2)) for name, (mean, spread) in _of(profile))
    return ProfileRow(
        profile.author, profile.posts, profile.paragraphs, profile.words, profile.usual, profile.far, features
    )


def _of(profile: VoiceProfile) -> list[tuple[str, tuple[float, float]]]:
    return list(profile.features.items())


def _print_profiles(profiles: tuple[VoiceProfile, ...], built: bool) -> None:
    for profile in profiles:
        who = profile.author or "Your voice"
        say(f"{who}: {_size(profile)}", "  ")
        rows = [(f"  {name}", f"{mean:.1f}", f"± {spread:.1f}") for name, (mean, spread) in _of(profile)[:SHOWN]]
        click.echo(table(rows) + "\n")
    click.echo("Kept in inkwright/voice.toml." if built else "`inkwright voice build` learns it anew.")


def _size(profile: VoiceProfile) -> str:
    sizes = ((profile.posts, "post"), (profile.paragraphs, "paragraph"), (profile.words, "word"))
    return ", ".join(counted(number, noun) for number, noun in sizes)


def _print_rates(rates: tuple[WriterRates, ...], built: bool) -> None:
    for one in rates:
        posts = counted(one.posts, "post")
        said = f"Usual for {one.author or 'you'}, in {posts} of {one.words:,} words, per 1,000 words:"
        say(f"\n{said}", "  ")
        rows = [(f"  {rule}", f"{rate:.1f}") for rule, rate in sorted(one.rates.items(), key=lambda row: -row[1])]
        click.echo(table(rows) if rows else "  no rule marks so many of them that it is a habit")
    if rates and built:
        say(f"\nKept in {PATH}: `inkwright check` holds what is usual; --no-adapt shows it.", "  ")
    elif built:
        say(f"What is usual for you takes {POSTS} posts of {WORDS:,} words in all; nothing is held yet.", "  ")


def _print_paragraphs(paragraphs: tuple[DriftRow, ...]) -> None:
    if not paragraphs:
        click.echo("No paragraph is long enough to compare.")
    for row in paragraphs:
        mark = "  unlike your published paragraphs" if row.far else ""
        say(f"line {row.line}: {row.distance:+.2f}{mark}  {row.opening} ...", "  ")
        say("  " + "; ".join(map(_told, row.differences)), "  ")


def _told(difference: Difference) -> str:
    return f"{difference.feature} {difference.here:.1f} (yours {difference.usual:.1f})"
