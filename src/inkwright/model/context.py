"""Everything a rule may know besides the document itself; built by `flows/check`, read by rules, never changed."""

from collections.abc import Mapping

from msgspec import Struct, field

from inkwright.model.data import BlockFault
from inkwright.model.design import NO_DESIGN, Design
from inkwright.model.diagram import Export
from inkwright.model.excerpt import ExcerptState
from inkwright.model.grammar import Slip
from inkwright.model.mailing import Projected
from inkwright.model.net import LinkAnswer
from inkwright.model.number import NumberState
from inkwright.model.pages import Pages
from inkwright.model.picture import Trace
from inkwright.model.post import Audience, Metadata
from inkwright.model.reference import Bibliography
from inkwright.model.run import Standing
from inkwright.model.sources import Sources
from inkwright.model.template import Template
from inkwright.model.voice import VoiceProfile


class Context(Struct, frozen=True):
    """The surroundings of one document under check.

    `root` is the workspace root as given ("" outside a workspace). `files` holds the existing paths that a relative
    link may reach, relative to the root, POSIX; `anchors` maps a path to the anchors it offers; `pages` tells what
    is known of the site's pages. `rules_on`/`rules_off` are the user's choices by rule name or
    category. `severities` overrides a rule's severity. `options` holds per-rule settings. `accepted_words` are terms
    that are known here (dictionary, vault). `today` is ISO, "" when the caller gives no clock. `generator` names the
    layout of the folder ("" when unknown) and `roots` pairs each of its static folders with the site path where its
    files land. `is_post` says that the document is a post of a workspace, not any file; `unreadable` says in a few
    words why a file could not be read (the document is then empty). `template` is the kind of post that the metadata
    name, None without one; `own_posts` are the paths of the workspace's posts; `sizes` gives the bytes of those `files`
    that are pictures, `pictures` what their files say beside the picture.
    `sources` finds the texts that a passage may have been taken from, None where there are none;
    `voice` is how its author writes, None where that was not learnt.
    `private_words` are terms that no post may show; `run` says how the snippets of a workspace's post stand since
    they were last run, None when nobody knows. `ignores` are fingerprints of findings
    that the author wants left alone, `always_ignored` holds `rule: words` that are never reported.
    `hearsay` are the paths of linked notes that call themselves so, `experiments` says by path what linked notes of
    experiments lack. `answers` tells what asking for external addresses
    (without fragment) showed, `slips` what a grammar checker said of each plain text that it was given; both are empty
    when nothing was asked. `rates` gives by rule how many findings per 1,000
    words are usual for the author of a post; empty where that was not measured. `numbers` tells how the figures that
    are bound to data stand against it, in reading order, `excerpts` the same of code taken from repositories;
    `bibliography` holds the works that may be cited by key, `data_faults` what is wrong with tables and charts drawn
    from data, `exports` how each drawing stands that a picture names by its file, by target as written;
    `design` holds the labels in its drawings and the age of its companion code, `letter` what the post would take as
    one, None where there is no newsletter or the post is short.
    """

    path: str = ""
    root: str = ""
    metadata: Metadata = field(default_factory=Metadata)
    audience: tuple[Audience, ...] = ("team",)
    today: str = ""
    files: frozenset[str] | None = None
    anchors: Mapping[str, frozenset[str]] = field(default_factory=dict)
    pages: Pages = field(default_factory=Pages)
    accepted_words: frozenset[str] = frozenset()
    rules_on: frozenset[str] = frozenset()
    rules_off: frozenset[str] = frozenset()
    severities: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    ignores: frozenset[str] = frozenset()
    always_ignored: frozenset[str] = frozenset()
    generator: str = ""
    roots: tuple[tuple[str, str], ...] = ()
    is_post: bool = False
    unreadable: str = ""
    template: Template | None = None
    own_posts: frozenset[str] = frozenset()
    sizes: Mapping[str, int] = field(default_factory=dict)
    pictures: Mapping[str, tuple[Trace, ...]] = field(default_factory=dict)
    sources: Sources | None = None
    voice: VoiceProfile | None = None
    private_words: tuple[str, ...] = ()
    run: Standing | None = None
    hearsay: frozenset[str] = frozenset()
    experiments: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    answers: Mapping[str, LinkAnswer] = field(default_factory=dict)
    slips: Mapping[str, tuple[Slip, ...]] = field(default_factory=dict)
    rates: Mapping[str, float] = field(default_factory=dict)
    numbers: tuple[NumberState, ...] = ()
    data_faults: tuple[BlockFault, ...] = ()
    bibliography: Bibliography = field(default_factory=Bibliography)
    excerpts: tuple[ExcerptState, ...] = ()
    exports: Mapping[str, Export] = field(default_factory=dict)
    design: Design = NO_DESIGN
    letter: Projected | None = None
