"""The words by which a statement at large shows, besides its nouns: verbs, comparisons, amounts, and what speaks
against one."""

from inkwright.lint.claim_nouns import PEOPLE
from inkwright.lint.wordsets import wordset

OWN = wordset(
    "i i'm i've i'd i'll we we're we've we'd we'll our ours us my mine me let's he she his her him was were had "
    "did wasn't weren't hadn't didn't may might could would should must couldn't wouldn't shouldn't perhaps maybe "
    "probably possibly seem seems appears suppose imagine example instance here below above following ago "
    "yesterday tomorrow tonight week's month's today's i.e e.g etc figure table section chapter said told wrote "
    "asked sometimes occasionally"
)
"""What speaks of one's own case, of a wish, a guess or a place in the text: nothing is said at large."""
POINTING = wordset("this these those")
LONG_AGO = wordset("years decades decade generation")
PRESENT = wordset("post article session meeting lesson talk version release date build run issue example topic")
"""What is of today in the writer's own case."""
WIDE = wordset(
    "area field industry decade year trade business profession kind sort kinds sorts size scale day age who level"
)
"""What may stand behind a pointing word without making the statement one of a single case: "in this industry"."""

OPENING = wordset(
    "and but so yet still also however moreover besides today nowadays actually frankly honestly generally "
    "unfortunately sadly luckily increasingly indeed meanwhile instead even of course then too now again only"
)
"""What may open a sentence without being its subject."""
ADJUNCT = wordset(
    "in at over for to as when if without with despite unlike after because on by once while whenever since "
    "unless compared across among during throughout given from under like although though before until outside "
    "these apart off beyond near via using based thanks due upon behind against about inside within except "
    "regardless depending according rather following between"
)
"""What opens a phrase or a clause that ends at a comma, with the main clause behind it."""
NO_OPENING = wordset("then neither nor first second third finally left things")
"""What opens a step of a story or an order of words that puts something else than the subject first."""
NO_NOUN = wordset(
    "when if after once what how why whether which who that on in at by for with against from to as into and or"
)
"""What stands behind a participle that begins a sentence."""
NO_SUBJECT = wordset(
    "it they you that this these those there here he she both each either another such how why where who whose "
    "whom not first second third next finally let make keep use set run add put take give get see note check try "
    "help beware look remember avoid consider create start stop choose pick prefer ask tell say think write read build "
    "call return move click press install define copy delete remove replace turn never always don't do does be please "
    "just only its their your his her my our some several two three four five six seven eight nine ten twelve "
    "twenty thirty forty fifty hundred dozens hundreds thousands one yes no-op well maybe perhaps ok okay thanks "
    "thank welcome given suppose imagine increase decrease reduce wait expect it's that's there's here's they're "
    "you're things you've you'll you'd i've what's who's where's how's there're"
)
"""What opens a sentence about a case, a count of things or an order to the reader."""
BEHIND_ORDER = wordset("the a an your it them all both each every this my our any these those its their one")
"""What stands behind a verb that gives an order: "pin the version"."""
NAMED = wordset(
    "human average typical median mean majority bulk vast single biggest best worst main most only whole industry "
    "cloud web internet world reason greatest largest leading primary top hardest easiest number overwhelming lion's "
    "real rest fastest cheapest safest strongest smartest quickest key root market field community trade profession "
    "growing rising mounting increasing"
)
"""What may stand behind "the" where the statement is still one at large."""
SHARES = wordset(
    "half most majority bulk percent quarter third two-thirds three-quarters fraction tenth thirds quarters tenths "
    "fifths fifth minority proportion percentage share chunk"
)
MANY = wordset("many few hardly barely almost nearly virtually every all any no nothing nobody everyone everybody none")

NOBODY = wordset("nobody everyone everybody")
NOBODY_CAN = wordset("nobody no few hardly barely none nothing")
"""Who can do something as few of a kind can."""
NO_SAYING = wordset("is has does else needs was had did")
DOING = wordset(
    "abandon accept admit agree answer argue ask assume avoid believe bounce browse build buy care change chase "
    "choose churn click compare complain confuse continue cope copy debug demand deploy deserve discover discuss "
    "distrust do don't doubt drift drop earn end enjoy expect fail fall fear feel fight find finish fix focus "
    "forget google grow guess happen hate have hide hire hold hope ignore insist invest judge jump keep know lack "
    "learn leave like listen live look lose love maintain make measure mind miss mistake move need neglect never "
    "notice optimise optimize outgrow overestimate overlook overrate pay pick plan post postpone prefer "
    "pretend promise publish push quit raise reach read realise realize recommend regret reject remember rely "
    "resent resist respect respond run say scan scroll see seek settle share ship shop show skim skip solve spend "
    "start stay stick still stop struggle suffer survive switch talk tend think tire trust try turn under-invest "
    "underestimate understand value wait want waste watch win wish work worry write burn treat stare strive "
    "refuse hesitate gravitate default resort forgive blame decide depend overrate copy punish praise admire envy "
    "tolerate dread despise adore cherish celebrate mistrust misjudge misread misremember rationalise rationalize "
    "procrastinate multitask gossip panic complain obsess overthink overpay underpay overbuild hoard chase imitate "
    "mimic cling adapt revert relapse defend hunt crave adopt communicate struggle "
    "cut build skip demand reject exaggerate lie cheat improvise"
)
"""What people do, think and want, as said in the plural."""

RARELY = wordset("rarely seldom hardly scarcely tend tends inevitably invariably routinely consistently")
OFTEN = wordset("often usually mostly always never typically generally commonly frequently")
COMPARED = wordset(
    "more less fewer better worse faster slower cheaper dearer easier harder simpler safer riskier quicker sooner "
    "earlier later longer shorter stronger weaker smarter dumber happier healthier calmer cleaner clearer nicer "
    "richer poorer closer deeper wider tighter looser newer older younger friendlier leaner lighter heavier smoother "
    "rougher steadier sharper tougher kinder busier lazier noisier quieter bigger smaller larger higher lower fairer "
    "broader greener fresher finer truer warmer colder further farther likelier costlier "
    "steeper gentler stricter rarer commoner milder bolder"
)
OUTDO = wordset(
    "outperform outperforms beat beats outrank outranks outclass outclasses surpass surpasses dwarf dwarfs trump "
    "trumps outlive outlives outlast outlasts outnumber outnumbers outgrow outgrows outweigh outweighs rival rivals "
    "outpace outpaces outsell outsells "
    "outdeliver outship outproduce outrun outscale outshine outshines overtake overtakes"
)
EFFECTS = wordset(
    "reduces reduce increases increase improves improve boosts boost hurts hurt harms harm kills kill destroys "
    "destroy ruins ruin slows slow speeds cuts cut lowers lower raises raise halves halve doubles double triples "
    "eliminates eliminate prevents prevent predicts predict drains drain erodes erode undermines undermine wastes "
    "waste saves save stifles stifle discourages discourage encourages encourage fosters foster breeds breed "
    "cripples cripple attracts attract shortens shorten lengthens worsens worsen strengthens weakens weaken "
    "motivates motivate demotivates distracts distract delays delay accelerates accelerate hinders hinder invites "
    "invite rewards reward multiplies amplify amplifies hides hide prolongs deters fuels fuel sharpens costs cost "
    "burns creates create bring brings cause causes protects protect damages damage worries spoils spoil poisons "
    "poison corrupts corrupt scares scare sabotages trains teaches teach tempts tempt frustrates frustrate annoys "
    "annoy alienates alienate tires exhausts exhaust shields rescues rescue steals steal removes remove stops "
    "stop drives drive pushes turns turn pulls guarantees guarantee ensures ensure cures cure solves solve pays "
    "punishes punish signals stabilises stabilizes simplifies simplify complicates complicate limits limit blocks "
    "give gives calm calms force forces free frees bore bores help helps makes make keep keeps leaves leave unite "
    "unites separate separates overstate overstates understate understates exaggerate "
    "exaggerates earn earns shape shapes lock locks trap traps divide divides impress impresses degrade degrades "
    "hamper hampers impede impedes enrich enriches cheapen cheapens disrupt disrupts impair impairs inflate inflates "
    "inhibit inhibits inspire inspires intimidate intimidates isolate isolates jeopardize jeopardise overwhelm "
    "overwhelms paralyse paralyses paralyze paralyzes penalise penalises penalize penalizes perpetuate perpetuates "
    "relieve relieves revive revives shatter shrink shrinks slash slashes smother stimulate suffocate suffocates "
    "suppress suppresses threaten threatens upset upsets wreck wrecks obscure obscures inflame deepen "
    "deepens distort distorts favour favours favor favors repel repels sink sinks skew skews "
    "sour sours warp warps"
)
EVERYDAY = wordset(
    "give gives make makes keep keeps leave leaves turn turns bring brings help helps create creates cost costs "
    "cause causes signals limit limits blocks ensure ensures remove removes stop stops solve solves cut cuts lower "
    "raise delay train trains teach drive protect protects free force simplify simplifies degrade degrades "
    "increase increases separate separates prevent prevents shield shields hide hides save saves"
)
"""Effects that every manual tells of."""
MAKES = wordset(
    "makes make keeps keep gets get leads lead ends end produces produce delivers deliver gives give writes write "
    "ships ship results help helps reason perform performs learn learns scale scales work works age ages run runs "
    "feel feels sell sells rank ranks convert converts adapt recover live lives last lasts become becomes turn turns "
    "attract attracts need needs build builds grow grows hire hires favour favours favor favors prefer prefers"
)
DEGREES = wordset(
    "drastically dramatically significantly substantially considerably massively hugely enormously greatly vastly "
    "radically noticeably measurably comfortably effortlessly poorly badly sweat crawl nowhere terribly remarkably "
    "surprisingly hardly margin cheaply forever overnight"
)
FALTERS = wordset(
    "struggle struggles suffer suffers falter falters collapse collapses excel excels shine shines thrive thrives "
    "fail fails rot rots decay decays crumble crumbles stall stalls break breaks survive survives scale scales "
    "cope copes compete work works matter matters age ages pay pays win wins lose loses die dies drift drifts "
    "last lasts help helps reason plan generalise generalize replace handle handles degrade degrades leak leaks"
)
JUDGED = wordset(
    "useless pointless harmful essential crucial indispensable unreliable painful toxic dangerous overkill worthless "
    "worth underused overused irrelevant counterproductive superior inferior unbeatable unmatched unavoidable wasteful "
    "addictive contagious unnecessary brittle fragile resilient immature mature mediocre incompetent ineffective "
    "effective inefficient productive unproductive unhappy happy miserable lazy slow expensive cheap "
    "noise waste myth failure disaster revolution commodity bottleneck secret noisy wrong broken unusable unreadable "
    "unmaintainable unscalable insecure secure outdated out stale late ignored poor poorly bad badly "
    "better"
)
"""What is said of a whole kind and cannot be seen at a glance."""
SUFFERS = wordset(
    "suffers suffer drops drop falls rises improves plummets evaporates disappears vanishes vanish soars "
    "doubles halves goes erodes declines sinks climbs stagnates"
)
"""What productivity and its like do."""
TURNED = wordset(
    "stalled become overtaken replaced won lost died exploded grown shrunk shifted fallen "
    "risen matured plateaued peaked converged displaced eaten killed outgrown "
    "slowed vanished disappeared collapsed doubled tripled surged forgotten learned learnt ruined "
    "improved worsened declined transformed eroded broadened narrowed rendered commoditised commoditized "
    "emptied conquered democratised democratized revolutionised revolutionized stagnated soared plummeted dominated "
    "flooded "
    "overwhelmed rewritten swallowed faded aged sunk climbed redefined reshaped "
)
ADOPTION = wordset("adoption usage interest popularity demand hype uptake use appetite evidence")
PEAKED = wordset("peaked stalled exploded collapsed plateaued declined grew doubled surged fell tripled")
EXAMPLES = wordset("use example case value scenario setup workflow way")
YEARLY = wordset("year month week decade day release version")
MET = wordset(
    "ignored forgotten skipped promoted fired abandoned shared quoted praised blamed rejected read deleted copied hired"
)
"""What becomes of something among people: "automated mails get ignored"."""
VERDICTS = wordset(
    "motivator predictor proxy indicator investment substitute measure teacher judge adviser advisor gauge yardstick "
    "guide metric signal bet"
)
"""What is called good or bad at large: "a poor motivator"."""
PAST = wordset("been took saw gave ran went got came cost fell rose grew made found kept brought lost won held")
DISPLACED = wordset("overtook displaced dethroned popularised popularized dominates dominate dominated pioneered")
POPULAR = wordset("popular mainstream dominant fashionable ubiquitous commonplace obsolete irrelevant")
LEADING = wordset("default standard dominant preferred norm go-to leading predominant")
CHOICES = wordset("choice choices language tool platform pick norm framework")
"""What is said of how widely something is used, and since when."""
TURNS = wordset("made caught come gone moved turned taken changed failed raised lowered ended stopped")
IN_TURN = wordset("becoming moving leaving taking getting returning")
"""What is said of a trade or of people as a turn of things, and of parts of machines as what they do."""
TURNING = wordset(
    "dying dead obsolete winning losing catching shrinking growing disappearing shifting dropping "
    "abandoning switching overrated underrated broken doomed flocking replacing "
    "eating killing rising falling fading vanishing overhyped everywhere rare scarce overpaid "
    "underpaid misunderstood unavoidable inevitable everywhere"
)
TOPS = wordset(
    "best worst biggest greatest largest leading hardest easiest fastest slowest cheapest safest strongest weakest "
    "smartest quickest most least richest cleanest finest surest"
)
RANKED = wordset(
    "predictor predictors source sources cause causes reason reasons way ways tool tools language languages framework "
    "frameworks database databases skill skills mistake mistakes problem problems risk risks threat threats obstacle "
    "obstacles bottleneck challenge challenges cost costs expense option choice investment return driver enemy killer "
    "part waste thing things factor factors indicator sign barrier barriers benefit benefits advantage weakness "
    "strength complaint complaints platform cloud engine runtime editor library format technique method approach "
    "strategy practice protocol system habit lesson topic step predictor use used adopted loved popular"
)
TIMES = wordset(
    "second seconds minute minutes hour hours day days week weeks month months year years percent times dollars euros "
    "lines pages"
)
NUMBERS = wordset(
    "two three four five six seven eight nine ten eleven twelve fifteen sixteen twenty twenty-three thirty forty fifty "
    "sixty seventy eighty ninety hundred thousand million half"
)
CLAUSE = wordset("because until unless if when whenever while whereas although though where")
"""What opens another clause behind the one that makes the statement."""
REASON = wordset("because since so therefore hence thus due thanks")
"""What gives a reason, or a consequence that is one."""
NO_TOP = wordset(
    "latest newest oldest largest smallest longest shortest highest lowest earliest nearest closest biggest request "
    "test rest interest west guest manifest digest harvest modest honest forest contest ingest suggest"
)
"""Superlatives that measure or date, and words that look like one."""
NO_OTHER = wordset("it its necessary needed expected usual usually normal before that what ever planned others this")
"""What stands behind "than" where nothing else is compared."""
LIMITS = wordset("maximum minimum limit previous default current last one allowed")
"""What stands behind "than the" where a size is measured."""
BE = wordset("is are isn't aren't remain remains")
HAVE = wordset("has have")
NOT = wordset("don't doesn't can't cannot not never won't isn't aren't")
ARTICLES = wordset("the a an their its your his her of to and or in on for")
PREPOSITIONS = wordset("with in of from on by at without for")
RELATIVE = wordset("who that which when where")
BETWEEN = wordset("still now already also don't not just only") | RARELY | OFTEN
"""What may stand between a subject and its verb, besides adverbs in -ly."""
FEW = wordset("few hardly barely almost nearly virtually")
WHOLLY = wordset("every all any no nobody everyone everybody")
ALTERS = wordset("change improve solve guarantee make fix save prevent protect teach predict")
"""What something does not do, for all that is hoped."""
GOES_WRONG = wordset("fail lose struggle suffer degrade break collapse stall falter excel shine rot")
FORETOLD = wordset("gone disappear vanish die win kill dominate dead obsolete extinct overtake forgotten collapse")
"""What the future is said to bring."""
UNDER = wordset("on in at under when without against once down beyond past")
FOLD = wordset("twofold threefold fourfold fivefold tenfold hundredfold two-fold ten-fold")
WAYS = wordset("way ways part thing things option step")
AS_GOOD = wordset("well good productive fast effective reliable accurate capable useful")
SIZES = wordset("rather other greater later earlier larger smaller higher lower")
"""Comparisons of sizes and times, and words that look like one."""
BEHIND_BETTER = wordset("when if to for at with until once by and") | {""}
"""What follows a comparison that stands as a predicate."""
_CUES = wordset(
    "come comes from than only known notoriously famously infamously famous notorious increasingly "
    "progressively growing "
    "rising countless significant several multiple lead leads result results contributes translates huge vast enormous "
    "massive go goes die dies rot rots everything halve halves earlier costs represents milestone likely there "
    "evidence universally widely comeback rise decline twice half little correlate correlates fad like fell replaced "
    "conquered thirds factor median gaining tax toll burden overhead traction coming responsible too "
    "misleading highest "
    "waste myth foundation backbone replace unsuited unfit demotivates candidates recipe wins hard rank punish rewards "
    "interviews conferences estimates deadlines rewrites stand-ups retrospectives careers salaries offices hackathons "
    "newsletters surveys budgets layoffs certifications degrees headlines podcasts meetings "
    "thousands millions billions bottleneck revolutionised revolutionized transformed disrupted google "
    "failed term nowadays engines learn extinct unsafe"
)
"""Further words that may make a statement at large."""
SIGNS = (
    PEOPLE
    | RARELY
    | OUTDO
    | EFFECTS
    | TURNED
    | TURNING
    | TURNS
    | IN_TURN
    | SHARES
    | MANY
    | COMPARED
    | TOPS
    | FALTERS
    | OFTEN
    | TIMES
    | SUFFERS
    | {"match", "matches", "average", "typical", "every", "pays", "pay"}
    | VERDICTS
    | MET
    | ADOPTION
    | DISPLACED
    | POPULAR
    | LEADING
    | JUDGED
    | FORETOLD
    | AS_GOOD
    | FOLD
    | _CUES
    | {f"{word[:-1]}st" for word in COMPARED if word.endswith("er")}
) - {"any", "over", "work", "works", "get", "time", "out", "run", "use", "one"}
"""A sentence without any of these words, and without a sign of percent, makes no statement at large."""
