"""Of whom and of what statements are made: people, what they do, and the parts of machines."""

from inkwright.lint.wordsets import wordset

PEOPLE = wordset(
    "people developers engineers programmers teams companies users organizations organisations businesses folks "
    "practitioners researchers scientists customers startups start-ups enterprises managers leaders professionals "
    "readers employees executives firms consumers students beginners newcomers maintainers founders experts "
    "designers analysts architects admins administrators recruiters adults bloggers authors banks publishers "
    "shops vendors reviewers juniors seniors testers hires newbies contributors candidates applicants humans "
    "academics visitors subscribers interviewers buyers sellers doctors teachers learners hobbyists freelancers "
    "contractors agencies governments universities schools labs editors stakeholders directors ctos ceos cfos "
    "bosses investors hackers attackers sysadmins providers "
    "graduates interns volunteers speakers listeners"
)
PERSON = wordset(
    "developer engineer programmer team company user organization organisation business person employee manager "
    "customer startup enterprise student reader worker designer founder shop vendor architect maintainer reviewer "
    "beginner newcomer tester operator hire candidate researcher scientist analyst human brain programmer's "
    "engineer's developer's"
)
PRACTICE = wordset(
    "meetings reviews tests documentation docs estimates deadlines rewrites migrations refactorings dashboards "
    "alerts incidents outages post-mortems postmortems retrospectives stand-ups standups interviews projects "
    "products features flags tickets specs roadmaps backlogs comments commits careers salaries offices "
    "microservices monoliths monorepos benchmarks papers courses bootcamps certificates books blogs newsletters "
    "prototypes bugs codebases notebooks demos launches budgets metrics kpis okrs surveys handovers onboarding "
    "hiring code software work apps sites websites company site product project"
)
"""What people make and do: said to go well or badly at large it asks for a source."""
OUTCOMES = (
    wordset(
        "productivity morale bugs defects turnover engagement retention creativity velocity burnout churn outages "
        "incidents attrition happiness satisfaction motivation focus concentration flow learning collaboration "
        "innovation regressions rework load debt quality maintainability onboarding conflicts misunderstandings "
        "mistakes stress trust ownership hiring communication attention curiosity readability conversion conversions "
        "revenue sales adoption growth success failure failures performance accuracy hallucinations reliability "
        "security vulnerabilities costs complexity confusion friction delays tickets support strain fatigue energy "
        "sleep confidence loyalty sign-ups salaries applicants candidates talent teamwork culture understanding "
        "comprehension recall tension anxiety productive surprises errors risk risks efficiency effort interruptions "
        "distraction distractions competition speed memory money time teams colleagues newcomers hours clarity "
        "honesty interest willingness ambition expertise skills skill knowledge judgement judgment decisions decision "
        "planning estimation accountability visibility discussion discussions debate feedback review reviews leakage "
        "overfitting robustness generalisation generalization uptake traffic spam abuse fraud theft downtime "
        "drop-outs sign-up sick absence health eyes posture employees hallucination bias job jobs career careers "
        "interviews everybody everyone anyone nobody maintenance release releases deployments lead problems issues "
        "disagreement disagreements dissent questions habits motivation adopters answers applications customers "
        "eyes eye brain mind nerves wellbeing well-being weekends evenings profit profits margins budgets spending "
        "rankings ranking reach reputation credibility childhood posture pay autonomy responsibility discipline "
        "battery batteries belonging loneliness boredom chaos bureaucracy waste guilt"
    )
    | PEOPLE
    | PERSON
)
"""What people and projects gain or suffer."""
PARTS = wordset(
    "value values key keys string strings list lists array arrays function functions method methods class classes "
    "object objects variable variables argument arguments parameter parameters field fields column columns row "
    "rows table tables index indexes query queries transaction transactions lock locks mutex thread threads "
    "process processes request requests response responses header headers body cookie cookies token tokens "
    "session sessions server servers client clients node nodes pod pods container containers cluster clusters "
    "volume volumes image images layer layers weight weights tensor tensors gradient gradients batch batches "
    "epoch epochs step steps loss kernel kernels buffer buffers byte bytes bit bits cache page pages file files "
    "folder folders directory path paths line lines character characters commit commits branch branches hash "
    "hashes tree blob stream streams queue queues message messages event events handler handlers callback "
    "callbacks channel channels generator iterator iterators module modules package packages import imports "
    "decorator closure closures compiler interpreter parser scheduler planner router controller leader leaders "
    "follower followers shard shards replica replicas partition partitions worker workers task tasks job jobs "
    "pipeline stage run runs flag flags option options setting settings default defaults config configuration "
    "command commands output input inputs outputs stdout exit signal signals pointer pointers reference "
    "references scope type types integer integers float floats double boolean null none schema record records "
    "document documents entry entries item items element elements attribute attributes property properties tag "
    "tags selector style link links url port socket sockets connection connections packet packets frame frames "
    "pixel pixels vector vectors matrix matrices embedding dimension dimensions sample samples label labels "
    "feature features prefill decode attention head heads mask encoder decoder checkpoint checkpoints prompt "
    "sentence word words comment comments template templates widget component components hook hooks plugin "
    "plug-ins plugins extension middleware proxy gateway endpoint endpoints route routes api database databases "
    "disk memory cpu gpu kv lease member members raft log logs snapshot snapshots backup version versions release "
    "releases update upgrade api-server probe timeout retry interval date dates number numbers name names result "
    "results user-agent estimator estimators dataset datasets notebook notebooks metric metrics workflow action "
    "actions"
)
"""The parts of machines and programs: what is said of them is most often how they work."""
TECHNICAL = wordset("attention load memory flow performance accuracy memory speed time cost costs lead review release")
"""What is gained in machines as well, where manuals tell of it."""
GAINED = OUTCOMES - TECHNICAL
"""What people alone gain or suffer."""
AT_WORK = (PRACTICE - wordset("code software work apps sites websites site product")) | GAINED
"""What is said of work among people."""
