"""Whether a sentence tells what something changes for people before it tells how it works. Told by its words."""

import re

from inkwright.model.regex import regex

_PEOPLE = regex(
    r"\b(?:users?|customers?|clients?|people|readers?|patients?|students?|visitors?|buyers?|shoppers?|drivers?|"
    r"listeners?|viewers?|everybody|everyone|nobody|somebody|colleagues?|teams?|families|companies|the business|"
    r"the company|on-?call)\b",
    re.I,
)
_FELT = regex(
    r"\b(?:wait(?:s|ed|ing)?|paus\w+|bills?|costs?|pay(?:s|ing)?|paid|sav(?:es?|ed|ing)|cheaper|money|budget|sleep|"
    r"lost|los(?:e|es|ing)|left|leaves?|outages?|fell over|falls over|went down|crash\w*|broke|breaks|wrong|risk\w*|"
    r"trust\w*|angry|complain\w*|faster|slower|slow|sooner|late|in time|fit|fits|a third|half|twice)\b|[$€£]\s?\d",
    re.I,
)
_MEANS = regex(
    r"\b(?:by \w+ing|using|via|implement\w*|algorithms?|kernels?|threads?|tensors?|layers?|matri(?:x|ces)|schemas?|"
    r"protocols?|functions?|modules?|parameters?|arguments?|config\w*|pods?|endpoints?|buffers?|pipelines?|"
    r"schedulers?|librar(?:y|ies)|framework|percentiles?|queries|quer(?:y|ied)|index(?:es)?|batch\w*|caches?|cached|"
    r"tokens?|vectors?|heads?|weights?|embedding\w*|compil\w+|serialis\w+|serializ\w+|p\d\d)\b|"
    r"\b[A-Z]{2,6}s?\b|\w+_\w+|\w+\(\)",
)
"""Words of how something works: of the trade, abbreviations, names of code."""
LEAST = 1.0
"""Worth from which a sentence puts first what changes."""


def impact(text: str) -> float:
    """How plainly a sentence says what changes for whom, before how: 0 or less where it names nobody and nothing felt,
    or begins with the means. **Source:** own choice of words and weights, tried on posts and read."""
    felt, people = list(_FELT.finditer(text)), list(_PEOPLE.finditer(text))
    if not felt or (not people and len(felt) < 2):
        return 0.0
    first = min(found.start() for found in (*felt, *people))
    means = list(_MEANS.finditer(text))
    before = sum(found.start() < first for found in means)
    return 1.0 * min(len(people), 2) + 0.7 * min(len(felt), 3) - 0.4 * (len(means) - before) - 1.0 * before
