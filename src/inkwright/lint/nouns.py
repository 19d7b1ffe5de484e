"""Nouns whose number is certain, and how to tell a plural; nothing here knows grammar beyond single words."""

from inkwright.lint.wordsets import wordset

SINGULAR = wordset(
    "model file function server system value user tool library method page program script problem idea approach "
    "dataset database table query image example feature layer network application app package project command "
    "parameter variable class object module version language reason question answer error bug cache queue index job "
    "device machine book paper article author token sample metric score algorithm notebook repository branch commit "
    "container cluster node process request message event thread result test task step rule schema record column row "
    "key string number list array matrix vector tensor graph tree loop type field option setting template component "
    "element button browser website link document section chapter paragraph sentence word letter character chart "
    "diagram figure product service platform framework engine compiler interpreter editor plugin extension pipeline "
    "workflow experiment benchmark optimizer tokenizer encoder decoder transformer agent prompt developer engineer "
    "company customer student reader teacher computer laptop kernel driver disk drive directory folder path session "
    "connection client endpoint host account password certificate release update difference change solution "
    "limitation advantage disadvantage assumption"
)
"""Countable nouns of technical prose in the singular; no groups of people ("the team are" is British English)."""

COUNTED = wordset(
    "parameters lines steps tokens bugs errors files users people tests features layers models examples samples calls "
    "requests queries cores nodes servers machines dependencies options columns rows tables links images characters "
    "letters mistakes problems issues questions posts articles readers customers clicks keystrokes commits branches "
    "functions methods classes objects variables arguments conditions rules cases items elements things ways tools "
    "choices changes iterations epochs passes instructions allocations copies threads jobs tasks workers connections "
    "packets messages events alerts warnings notifications surprises neurons experiments parts pieces components "
    "libraries packages modules words sentences paragraphs sections chapters pages books papers engineers developers "
    "services containers labels annotations weights gradients batches datasets records entries keys fields buttons "
    "values"
)
"""Plurals of things that are counted one by one."""

UNCOUNTABLE = {
    "informations": "pieces of information",
    "softwares": "pieces of software",
    "hardwares": "pieces of hardware",
    "equipments": "pieces of equipment",
    "feedbacks": "feedback",
    "advices": "pieces of advice",
    "knowledges": "knowledge",
    "furnitures": "pieces of furniture",
    "homeworks": "homework",
    "traffics": "traffic",
    "stuffs": "stuff",
    "machineries": "machinery",
    "firmwares": "firmware",
    "malwares": "malware",
    "luggages": "pieces of luggage",
    "sceneries": "scenery",
    "slangs": "slang",
    "jewelries": "jewelry",
    "documentations": "documentation",
    "evidences": "pieces of evidence",
}
"""Plurals that English does not make, with the form that it uses."""

_NO_PLURALS = wordset(
    "this is was has as its us his yes always perhaps thus plus minus versus across towards besides sometimes news "
    "series species means lens physics mathematics kubernetes pandas redis postgres canvas atlas alias bias gas chaos "
    "kudos pathos ethos cosmos macos ios axis basis crisis analysis thesis process access address business success "
    "progress class pass loss less unless cross glass mass press stress boss bus status virus focus bonus campus "
    "corpus census consensus nucleus radius genius apparatus headquarters corps gallows mars texas christmas paris "
    "rails keras jenkins windows does goes others whereas afterwards overseas ours theirs yours hers s aws os css "
    "https dns sms tls js ms gps gpus-s savings earnings sports tennis diabetes measles scissors pants thanks "
    "congratulations times odds whats hans needs wants uses works runs makes takes says gets lets looks seems helps "
    "shows gives keeps puts comes begins starts happens allows contains provides requires returns includes becomes "
    "remains depends exists matters counts costs"
)
"""Words in -s that are no plural, or that may be verbs."""


def is_plural(word: str) -> bool:
    """Whether a lower-case word can only be a plural noun as far as its form tells."""
    if len(word) < 4 or not word.endswith("s") or word in _NO_PLURALS or not word.isalpha():
        return False
    return not word.endswith(("ss", "us", "is", "ics", "ous"))
