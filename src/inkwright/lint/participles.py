"""Past participles that do not end in -ed, and the words in -ed and others that are no passive after *be*."""

from inkwright.lint.wordsets import wordset

IRREGULAR = wordset(
    "arisen awoken beat beaten begun bent bet bid bitten blown bought bound bred broken brought built burnt burst "
    "cast caught chosen clung cost cut dealt done drawn driven dug eaten fed felt flung forbidden forecast foreseen "
    "forgiven forgotten fought found frozen given ground grown heard held hidden hit hung hurt input kept known laid "
    "leant learnt led left lent let lit lost made meant met misled misread mistaken misunderstood mown outdone output "
    "overcome overridden overrun overseen overtaken overthrown overwritten paid precast preset proven put quit read "
    "rebuilt recast redone redrawn remade rerun resent reset resold retaken retold rewritten ridden run rung said "
    "sawn seen sent set sewn shaken shed shod shone shorn shot shown shrunk shut slain slit slung smitten sold sought "
    "sown spelt spent spilt split spoken spread sprung spun stolen strewn stricken struck strung stuck stung sung "
    "sunk swept sworn swum swung taken taught thought thrown told torn trodden typeset unbuilt understood undertaken "
    "undone unwound upheld upset withdrawn withheld woken won worn wound woven written wrung"
)
"""Irregular participles of verbs that take an object."""

NO_PARTICIPLES = wordset(
    "aged bed beloved biped bleed breed creed crooked deed embed exceed feed fred greed hatred heed hundred indeed "
    "infrared jagged kindred learnedleft-handed led moped naked need newsfeed proceed rabid ragged red reed rugged "
    "sacred seed shed sled speed steed succeed ted unaffected unanswered unauthenticated unauthorized unbounded "
    "unchanged undefined unencrypted unexpected unfinished unfixed unhandled uninstalled unlabeled unlimited "
    "unmatched unmodified unnamed unneeded unordered unpaid unpublished unrelated unreleased unresolved unsafe "
    "unsigned unsolved unspecified unstructured unsupervised unsupported untested untouched untrained untyped unused "
    "unverified unversioned unwanted unweighted wed weed wicked"
)
"""Words in -ed that are no participle, or have no verb behind them ("unused")."""

ADVERBS = wordset(
    "again all almost already also always anyway badly been being best better both currently each either even ever "
    "far first fully further hard hence here however indeed instead just later long maybe mostly nearly never not now "
    "often once only otherwise perhaps pretty quite rather seldom somehow sometimes soon still then thereby therefore "
    "thus too twice very well yet"
)
"""Words besides those in -ly that may stand between the auxiliary and its participle."""

STATES = wordset(
    "accustomed acquainted addicted advanced afraid alarmed amazed annoyed ashamed assured astonished baffled bent "
    "biased blessed bored committed complicated concerned confused convinced crowded curved dated dedicated delighted "
    "deserted detailed determined devoted disappointed divorced dressed educated embarrassed engaged entitled excited "
    "exhausted experienced fascinated finished flawed frightened frustrated gifted gone honored honoured horrified "
    "humbled impressed inclined interconnected interested intrigued invested involved jammed limited localized "
    "married minded motivated nested obsessed opinionated opposed outdated outnumbered overwhelmed passionate "
    "perplexed pleased pointed prepared privileged puzzled qualified related relaxed relieved retired rounded "
    "satisfied scared seated shocked skewed skilled sophisticated striped stuck stunned surprised talented tempted "
    "terrified thrilled tired unfounded unrelated worn worried wound"
)
"""Participles that after "be" tell a state or a feeling unless "by" follows."""

WITHOUT_OBJECT = wordset(
    "agreed appeared arisen arrived become been belonged coincided come consisted depended died disappeared elapsed "
    "emerged evolved existed fallen gone got had happened lasted laughed lived mattered occurred rained remained "
    "resided risen seemed slept vanished"
)
"""Participles of verbs without an object: no passive is made of them."""

GET_STATES = wordset(
    "a accustomed acquainted along an back better bored confused divorced done dressed drunk engaged excited going "
    "interested involved it let lost married put ready rid scared set settled started stuck that the this tired up "
    "used worried"
)
"""What "get" makes a state: "get started", "got stuck"."""
