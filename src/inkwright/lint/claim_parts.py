"""What the wordings of claims share: who is spoken of at large, and what begins a sentence that is not."""

from inkwright.lint.wordings import any_of

PEOPLE = any_of(
    "people developers engineers programmers teams companies users organizations organisations businesses folks "
    "practitioners researchers scientists data_scientists customers startups start-ups enterprises managers "
    "leaders software_engineers engineering_teams software_teams software_developers web_developers data_teams "
    "ML_engineers professionals readers employees executives firms consumers students beginners newcomers "
    "maintainers founders experts designers analysts architects admins administrators recruiters adults workers "
    "bloggers authors banks publishers shops vendors reviewers juniors seniors testers operators hires new_hires "
    "newbies contributors"
)
"""Everybody of a kind, in the plural."""
PERSON = any_of(
    "developer engineer programmer team company user organization organisation business person employee manager "
    "customer startup enterprise project student reader worker designer founder shop vendor architect maintainer "
    "reviewer beginner newcomer tester operator"
)
"""One who stands for a kind: "the average developer"."""
NOT_AT_LARGE = (
    r"(?!(?:the|our|my|this|these|those|that|it|its|we|you|your|they|their|i|he|she|his|her|there|here|if|when|an?|both|"
    r"in|on|at|for|with|then|so|but|and|as|to|not|no|now|what|which|who|all|each|some|make|let|keep|use|set|run|once|"
    r"while|after|before|since|because|first|second|next|also|still|even|one|two|three|four|five|six|seven|"
    r"eight|nine|ten|eleven|twelve|sixteen|twenty|fifty|hundreds?|dozens?|another|such|by|from|how|why|where|"
    r"results?|things|everything|nothing|something|only|just)\b)"
)
"""What opens a sentence about something certain, a count of things, an instruction or a condition: no whole kind is
spoken of."""
