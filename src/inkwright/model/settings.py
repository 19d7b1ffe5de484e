"""Every setting of `inkwright.toml`, typed, with its default. All are optional; the docs derive from this file.

The text after a field is its documentation: one paragraph, shown in the reference and by `inkwright schema`.
"""

from collections.abc import Mapping
from typing import Any, TypeGuard

from msgspec import Struct, field


class SiteSettings(Struct, frozen=True):
    """`[site]`: what `build` and `serve` make."""

    theme: str = "plain"
    """Name of the theme; files of the workspace's `theme` folder stand in for its own."""
    posts_per_page: int = 10
    """Posts on one numbered page of the index and of tags, 1 or more; a front page holds up to twice as many."""
    out: str = ""
    """Output folder relative to the workspace; "" means `public`, in a foreign repository `.inkwright/site`."""
    resize: bool = True
    """Whether pictures are also offered in the sizes that screens need, as WebP; needs `inkwright[images]`."""
    search: bool = False
    """Whether there is a page `/search/` that works without a server; `build --search` makes it once."""
    signup: str = ""
    """Address that the box for new readers sends an e-mail address to (a form, field `email`); "" shows no box."""
    signup_text: str = "New posts by e-mail"
    """What the box for new readers promises."""
    signup_readers: int = 0
    """How many readers you have, for the box: it names them rounded down (1,834 as "more than 1,800"), and none up to
    fifty. `inkwright subscribers list` counts them."""
    cite: bool = True
    """Whether a post with a date ends with how to cite it, BibTeX included, folded away; needs `base_url`."""
    portfolio: bool = False
    """Whether there is a page `/portfolio/` of the posts by the `roles` in their front matter, with their `level`."""
    cards: bool = False
    """Whether each post without an `image` gets a picture of its title for previews on other sites; needs the extra
    `inkwright[diagrams]` or `inkwright[images]`, and about a tenth of a second for each new post."""


class CheckSettings(Struct, frozen=True):
    """`[check]`: what the editor looks for."""

    on: tuple[str, ...] = ()
    """Rules or categories to switch on besides the default ones."""
    off: tuple[str, ...] = ()
    """Rules or categories to switch off."""
    severity: Mapping[str, str] = field(default_factory=dict)
    """Severity by rule: error, warning or suggestion."""
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Options by rule, for example `[check.options.long-sentence] words = 45`."""
    words: tuple[str, ...] = ()
    """Terms and acronyms that your readers know: never reported as undefined or misspelled."""
    grammar: bool = False
    """Whether `check` also asks Harper, a grammar checker on this machine; needs the extra `inkwright[grammar]`."""
    phase: str = ""
    """How much `check` shows to people: habit shows what blocks and the five most valuable cuts, quality shows all; ""
    is habit until six posts are published."""


class RunSettings(Struct, frozen=True):
    """`[run]`: how snippets are run."""

    timeout: float = 30.0
    """Seconds that one snippet may take."""
    memory: int = 2048
    """Megabytes of memory that each process of a post's snippets may take, where the system can limit it."""
    environment: tuple[str, ...] = ()
    """Names of environment variables that snippets may see besides PATH, LANG and VIRTUAL_ENV; HOME is an empty folder
    unless it is named here."""
    languages: Mapping[str, str] = field(default_factory=dict)
    """Languages that run besides Python, each with its command: `{ bash = "bash -eu", javascript = "node" }`. `{file}`
    in a command is the file of the snippet, else it comes last. `python` takes another interpreter."""
    repositories: tuple[str, ...] = ()
    """Clones, or folders that hold clones, with which excerpts (`source=owner/repo@commit:path#L1-L9`) are compared:
    `["~/src"]`. The repository that the workspace lies in is always looked at."""


class CriticSettings(Struct, frozen=True):
    """`[critic]`: the model that reads a post and asks; off until `url` and `model` are set."""

    url: str = ""
    """Address of the model's server, for example `http://localhost:11434/v1` for Ollama, `https://api.openai.com/v1`
    or `https://api.anthropic.com`; "" keeps the critic off."""
    model: str = ""
    """Name of the model there; "" keeps the critic off."""
    api: str = "openai"
    """How the server is spoken to: openai (also Ollama, llama.cpp, vLLM) or anthropic."""
    key: str = "INKWRIGHT_CRITIC_KEY"
    """Name of the environment variable that holds the server's key; the key itself never stands in a file. A server of
    your own needs none."""
    personas: tuple[str, ...] = ("practitioner",)
    """Readers that are asked when none is named: practitioner, leader, newcomer, sceptic, or a file of
    `inkwright/critic`."""
    code: bool = False
    """Whether fenced code is sent too; without it the server sees one line that says how long it is."""
    timeout: float = 60.0
    """Seconds that one reader may take to answer."""


class PlanSettings(Struct, frozen=True):
    """`[plan]`: when you write."""

    week: tuple[str, ...] = ()
    """The sittings of one article in order, each `"mon 19:00 30 outline"`: day, time, minutes, what. Empty takes half
    an hour to outline on Monday, an hour to draft on Tuesday and on Wednesday, an hour to edit on Thursday and half an
    hour to publish on Friday."""
    every: int = 0
    """How many days you want between two posts; 0 is no goal, and `stats writing` proposes a step from what you do."""


class ReadingSettings(Struct, frozen=True):
    """`[reading]`: what you mean to read, and when."""

    file: str = ""
    """The reading list: one line for each page, paper or feed; "" means `reading.md` beside the file of ideas."""
    weeknight: int = 0
    """Minutes that you mean to read on each evening from Monday to Friday; with `weekend` 0 there is no plan."""
    weekend: int = 0
    """Minutes that you mean to read on Saturday and on Sunday, each."""
    summary: int = 1000
    """Words that the summary of the paper of the month has, due on its last day; 0 asks for none."""


class DeployTarget(Struct, frozen=True):
    """`[deploy.targets.NAME]`: one place that the built site is sent to, under a name of your own."""

    kind: str = ""
    """What it is: folder, github-pages, rsync or s3."""
    to: str = ""
    """The place: a folder; the remote or the address of the repository for github-pages (`origin`); `user@host:path`
    for rsync; `bucket` or `bucket/prefix` for s3."""
    host: str = ""
    """Who shows the files to readers, when that host reads rules from files beside them: netlify or vercel; the site
    then brings its redirects and cache rules along."""
    branch: str = "gh-pages"
    """github-pages: the branch that the site is committed to."""
    domain: str = ""
    """github-pages: your own domain, for example `me.dev`; it is written to `CNAME`."""
    endpoint: str = ""
    """s3: the server, for example `https://s3.eu-central-1.amazonaws.com`."""
    region: str = "us-east-1"
    """s3: the region that requests are signed for."""
    key: str = "AWS_ACCESS_KEY_ID"
    """s3: name of the environment variable that holds the key's id; the key itself never stands in a file."""
    secret: str = "AWS_SECRET_ACCESS_KEY"
    """s3: name of the environment variable that holds the secret key."""
    token: str = "AWS_SESSION_TOKEN"
    """s3: name of the environment variable that holds a session's token, where there is one."""


class DeploySettings(Struct, frozen=True):
    """`[deploy]`: where the built site is sent."""

    to: str = ""
    """Name of the target that `publish` and `deploy` send to unless told; "" takes the only one."""
    targets: Mapping[str, DeployTarget] = field(default_factory=dict)
    """The targets by name, each a table of its own: `[deploy.targets.home]` with `kind = "rsync"` and
    `to = "me@me.dev:/srv/blog"`. Keys and passwords never stand here."""


class NewsletterSettings(Struct, frozen=True):
    """`[newsletter]`: what your readers get by mail, and how an issue is sent."""

    sender: str = ""
    """Whom the mail comes from, for example `"Ada <ada@me.dev>"`; needed before an issue can be sent."""
    reply_to: str = ""
    """Where answers go when that is not the sender."""
    name: str = ""
    """Name of the newsletter; "" takes the title of the blog."""
    list_id: str = ""
    """Name of the list for mail programs, for example `letters.me.dev`; "" takes the domain of the sender."""
    url: str = ""
    """Public address of `inkwright newsletter server`, for example `https://letters.me.dev`; the links to confirm and
    to leave start with it."""
    bounces: str = ""
    """Mailbox that takes mail which could not be delivered, for example `bounces@me.dev`; each reader's mail returns to
    an address of its own there, `bounces+...@me.dev`. "" returns it to the sender."""
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Lists that readers choose from, each with the pillars whose posts go to it: `{ gpu = ["GPU programming"] }`.
    Empty means one list that gets every post."""
    text: str = "full"
    """How much of a post its mail holds: `full` or `teaser` (up to its `<!-- more -->`, else its first paragraphs); a
    post's `mail: teaser` says it for that post."""
    greeting: str = "Hello {name},"
    """First line for a reader whose name is known; `{name}` stands for it. "" greets nobody."""
    greeting_unnamed: str = "Hello,"
    """First line for a reader whose name is not known; "" leaves it out."""
    sign_off: str = ""
    """Last lines before the footer, in Markdown, for example `"See you next week. Ada"`; "" has none."""
    cadence: str = ""
    """How often you write, as readers are told at the foot: `"One letter each week."`"""
    recent: int = 3
    """Earlier posts that the foot of a mail names with their first words; 0 names none."""
    postal: str = ""
    """Postal address at the foot; some laws ask for one (for example CAN-SPAM in the USA)."""
    window: str = ""
    """Hours in which mail goes out, in your time zone: `"08:00-20:00"`; "" is any hour."""
    warm_up: tuple[int, ...] = ()
    """Messages that may go out on the first, second, ... day from a new address, for example `[200, 400, 800]`; after
    the last there is no limit. Empty has none."""
    tracking: bool = False
    """Whether opened mails and followed links are counted; off unless you say so."""
    on_uncertain: str = "resend"
    """What is done with a mail when a crash left open whether the relay took it: `resend` (perhaps twice) or `hold`."""
    visits: bool = False
    """Whether the server counts visits of the blog's pages, by day and page; who visited is kept nowhere."""
    trusted_proxies: tuple[str, ...] = ("127.0.0.1", "::1")
    """Addresses or networks of the reverse proxies in front of the server: only they are believed when they say in
    `X-Forwarded-For` for whom they ask."""
    ses_topic: str = ""
    """ARN of the SNS topic that Amazon SES tells of bounces and complaints; "" listens to none."""
    imap_host: str = ""
    """Server on which the mailbox `bounces` is read over IMAP with TLS, for example `imap.me.dev`; its password comes
    from INKWRIGHT_IMAP_PASSWORD or the keyring. "" reads none."""
    imap_port: int = 993
    """Port of that server."""
    imap_user: str = ""
    """User name there; "" takes the address of `bounces`."""
    imap_folder: str = "INBOX"
    """Folder there in which bounces arrive."""


class RelaySettings(Struct, frozen=True):
    """`[relay]`: the SMTP server that takes your mail. Its password never stands here: it comes from the environment
    variable INKWRIGHT_SMTP_PASSWORD or the keyring."""

    host: str = ""
    """Name of the server, for example `smtp.me.dev`; needed before anything can be sent."""
    port: int = 587
    """Its port: 587 with `starttls`, 465 with `tls`."""
    security: str = "starttls"
    """How the line is encrypted: `starttls`, `tls` from the first byte, or `none` for a server on this machine."""
    user: str = ""
    """User name there; "" logs in nowhere."""
    connections: int = 4
    """Lines kept open at once; also the most readers who may get one mail twice after a crash."""
    rate: float = 10.0
    """Messages that may go out each second over all lines; 0 sets no limit."""
    dkim_domain: str = ""
    """Domain that signs each message (DKIM); "" leaves that to the relay. The private key comes from
    INKWRIGHT_DKIM_KEY (the key itself in PEM, or the path of its file) or the keyring."""
    dkim_selector: str = ""
    """Name below which the public key stands in that domain's DNS, for example `ink` for `ink._domainkey.me.dev`."""


class PromoteSettings(Struct, frozen=True):
    """`[promote]`: how you tell people of a post."""

    networks: tuple[str, ...] = ()
    """Networks that drafts are made for, for example `["linkedin", "mastodon", "reddit"]`; empty makes one for each."""
    tagged: bool = False
    """Whether addresses in drafts carry `utm_` tags, by which a statistic tells the networks apart."""
    closing: Mapping[str, str] = field(default_factory=dict)
    """Your closing line by pillar, offered for the end of a post that lacks it:
    `serving = "Working on something similar? Write to me@me.dev."`"""


class Settings(Struct, frozen=True):
    """The top level of `inkwright.toml`."""

    title: str = ""
    """Title of the blog; "" takes the generator's title or the folder's name."""
    description: str = ""
    """One sentence about the blog, for the feed and search engines."""
    author: str = ""
    """Your name as readers see it."""
    base_url: str = ""
    """Where the site will live, for example `https://me.dev/blog`; needed for feeds and the sitemap."""
    language: str = ""
    """Language of the posts (BCP 47); "" takes the generator's, or English (`en`)."""
    timezone: str = "UTC"
    """IANA time zone that dates without one are meant in."""
    generator: str = ""
    """Site generator whose layout this folder has; "" detects it, `inkwright` is our own layout."""
    posts: tuple[str, ...] = ()
    """Folders or globs that hold posts; empty takes the layout's own."""
    notes: str = "notes"
    """Folder of notes, or of a vault that is read and never rewritten (`../vault`)."""
    ideas: str = "ideas.md"
    """The inbox file for one-line ideas."""
    inbox: str = "inbox"
    """Folder that a phone or a sync tool drops files into; `inkwright inbox` takes them in."""
    log: str = "log"
    """Folder of the dated work log."""
    pillars: tuple[str, ...] = ()
    """Your editorial themes, for example `["GPU programming", "evaluation"]`. Where some are named, each post names one
    of them as `pillar:`, and `inkwright stats pillars` shows what was written on each."""
    target: str = ""
    """Type of employer that you write for: research, product, platform, startup or consulting; it steers the kinds of
    post that `inkwright topics` proposes, and "" steers nothing."""
    exclude: tuple[str, ...] = ()
    """Globs that are never read as posts or notes."""
    site: SiteSettings = field(default_factory=SiteSettings)
    check: CheckSettings = field(default_factory=CheckSettings)
    run: RunSettings = field(default_factory=RunSettings)
    critic: CriticSettings = field(default_factory=CriticSettings)
    plan: PlanSettings = field(default_factory=PlanSettings)
    reading: ReadingSettings = field(default_factory=ReadingSettings)
    deploy: DeploySettings = field(default_factory=DeploySettings)
    promote: PromoteSettings = field(default_factory=PromoteSettings)
    newsletter: NewsletterSettings = field(default_factory=NewsletterSettings)
    relay: RelaySettings = field(default_factory=RelaySettings)

    @property
    def reading_list(self) -> str:
        """Where the reading list stands: as set, else beside the file of ideas."""
        return self.reading.file or f"{self.ideas.rpartition('/')[0]}/reading.md".lstrip("/")


def is_table(kind: object) -> TypeGuard[type[Struct]]:
    """Whether a setting of this type is a table of settings."""
    return isinstance(kind, type) and issubclass(kind, Struct)
