"""Which constructs of other tools our pages render, and as what: data, read by the renderer, the docs and reports."""

from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct, field

from inkwright.render.calls import Call

Support = Literal["rendered", "hidden", "kept"]
"""`rendered` becomes HTML; `hidden` has no place on a page (imports, comments); `kept` shows a labelled placeholder
with the source, the Markdown between its tags rendered."""


class Known(Struct, frozen=True):
    """A construct that is understood: the shape it takes with its options; `says` tells readers what it becomes."""

    shape: str
    says: str
    options: Mapping[str, str] = field(default_factory=dict)


CALLOUTS: dict[str, tuple[str, str]] = {
    "note": ("note", "Note"), "info": ("info", "Info"), "information": ("info", "Info"), "tip": ("tip", "Tip"),
    "hint": ("tip", "Hint"), "important": ("important", "Important"), "warning": ("warning", "Warning"),
    "warn": ("warning", "Warning"), "attention": ("warning", "Attention"), "caution": ("caution", "Caution"),
    "danger": ("danger", "Danger"), "error": ("danger", "Error"), "alert": ("warning", "Alert"),
    "critical": ("danger", "Critical"), "failure": ("failure", "Failure"), "fail": ("failure", "Failure"),
    "missing": ("failure", "Missing"), "bug": ("bug", "Bug"), "success": ("success", "Success"),
    "check": ("success", "Check"), "done": ("success", "Done"), "question": ("question", "Question"),
    "help": ("question", "Help"), "faq": ("question", "FAQ"), "example": ("example", "Example"),
    "quote": ("quote", "Quote"), "cite": ("quote", "Quote"), "abstract": ("abstract", "Abstract"),
    "summary": ("abstract", "Summary"), "tldr": ("abstract", "TL;DR"), "todo": ("todo", "To do"),
    "secondary": ("note", "Note"), "primary": ("info", "Info"), "default": ("note", "Note"),
    "course": ("info", "Course"), "lead": ("abstract", "Summary"),
}  # fmt: skip
"""The kinds of callouts that writers use: the kind it is styled as and its title when none is given."""

_FIGURE = Known("figure", "a picture with its caption")
_YOUTUBE = Known("youtube", "a video player without cookies, loaded when it is reached")
_VIMEO = Known("vimeo", "a video player that does not track, loaded when it is reached")
_VIDEO = Known("media", "a video with controls", {"tag": "video"})
_AUDIO = Known("media", "a sound with controls", {"tag": "audio"})
_GITHUB = Known("link", "a link to the repository", {"base": "https://github.com/", "label": "GitHub"})
_GALLERY = Known("inside", "its pictures one after another", {"class": "gallery"})
_GIST = Known("link", "a link to the gist", {"base": "https://gist.github.com/", "label": "Gist"})
_TWEET = Known("tweet", "a link to the post")
_CALLOUT = Known("callout", "a callout of the kind that its argument names", {"kind": ""})
_DETAILS = Known("details", "a part that unfolds")
_CODE = Known("code", "highlighted code")
_PLAIN = Known("inside", "what stands between its tags")
_RAW = Known("raw", "what stands between its tags, as it is")
_HIDDEN = Known("nothing", "nothing: it has no place on a page")
_TABS = Known("inside", "its parts one after another", {"class": "tabs"})
_TAB = Known("tab", "a part under its label")
_COLUMN = Known("inside", "its content in a row of columns", {"class": "column"})
_COLUMNS = Known("inside", "a row of columns", {"class": "columns"})
_REF = Known("ref", "the address of the page it names")
_PARAM = Known("param", "the setting it names")
_BUTTON = Known("button", "a link")
_DIAGRAM = Known("diagram", "the diagram's source", {"language": "mermaid"})
_MATH = Known("math", "a formula")
_MARK = Known("wrap", "marked text", {"tag": "mark"})
_KBD = Known("wrap", "a key", {"tag": "kbd"})
_SMALL = Known("wrap", "text", {"tag": "span"})


def _callout(kind: str) -> Known:
    return Known("callout", f"a callout of kind {CALLOUTS[kind][0]}", {"kind": kind})


_KINDS = {kind: _callout(kind) for kind in CALLOUTS}

_QUOTATION = Known("wrap", "a quotation", {"tag": "blockquote"})
_ASIDE = Known("inside", "a remark", {"class": "aside"})
_TITLED = Known("tab", "a part under its heading")
_AMBIGUOUS = frozenset({"alert", "lead", "cite", "summary", "default", "details"})

_TABLE: tuple[tuple[str, Known, str], ...] = (
    ("shortcode", _FIGURE, "figure img image imgproc lightbox"),
    ("shortcode", _YOUTUBE, "youtube youtubelite youtube-lite"),
    ("shortcode", _VIMEO, "vimeo vimeo_simple"),
    ("shortcode", _VIDEO, "video"),
    ("shortcode", _AUDIO, "audio"),
    ("shortcode", _GIST, "gist"),
    ("shortcode", _TWEET, "tweet twitter x twitter_simple x_simple"),
    ("shortcode", _GITHUB, "github"),
    ("shortcode", _GALLERY, "gallery"),
    ("shortcode", _CALLOUT, "notice alert admonition admonish callout"),
    ("shortcode", _KINDS["info"], "pageinfo"),
    ("shortcode", _KINDS["abstract"], "lead"),
    ("shortcode", _CODE, "highlight"),
    ("shortcode", _DETAILS, "details collapse expand accordionitem"),
    ("shortcode", _PLAIN, "accordion timeline keywordlist center md markdown rtl ltr"),
    ("shortcode", _REF, "ref relref"),
    ("shortcode", _PARAM, "param"),
    ("shortcode", _TABS, "tabs tabpane tabgroup"),
    ("shortcode", _TAB, "tab"),
    ("shortcode", _TITLED, "timelineitem"),
    ("shortcode", _COLUMNS, "columns"),
    ("shortcode", _COLUMN, "column"),
    ("shortcode", _BUTTON, "button asciinema"),
    ("shortcode", _DIAGRAM, "mermaid"),
    ("shortcode", _RAW, "rawhtml raw"),
    ("shortcode", _HIDDEN, "comment toc icon css"),
    ("shortcode", _MATH, "math katex mathjax"),
    ("shortcode", _MARK, "keyword mark"),
    ("shortcode", _KBD, "kbd"),
    ("shortcode", _SMALL, "badge"),
    ("shortcode", _QUOTATION, "blockquote quote"),
    ("liquid", _CODE, "highlight"),
    ("liquid", _RAW, "raw"),
    ("liquid", _HIDDEN, "comment assign capture include\xa0toc"),
    ("liquid", _REF, "post_url link"),
    ("liquid", _GIST, "gist include\xa0gist"),
    ("liquid", _YOUTUBE, "youtube include\xa0youtube include\xa0youtubeplayer"),
    ("liquid", _VIMEO, "vimeo include\xa0vimeo"),
    ("liquid", _TWEET, "twitter tweet include\xa0twitter include\xa0tweet"),
    ("liquid", _FIGURE, "include\xa0image include\xa0figure include\xa0screenshot"),
    ("liquid", _VIDEO, "include\xa0video"),
    ("liquid", _AUDIO, "include\xa0audio"),
    ("liquid", _KINDS["alert"], "include\xa0alert"),
    ("liquid", _KINDS["warning"], "include\xa0warning"),
    ("liquid", _KINDS["info"], "include\xa0info"),
    ("liquid", _KINDS["note"], "include\xa0note"),
    ("liquid", _KINDS["tip"], "include\xa0tip"),
    ("liquid", _KINDS["important"], "include\xa0important"),
    ("liquid", _DETAILS, "details"),
    ("liquid", _PLAIN, "rtl ltr"),
    ("liquid", _CALLOUT, "alert"),
    ("jsx", _PLAIN, "fragment cards cardgrid steps"),
    ("jsx", _KINDS["tip"], "tip"),
    ("jsx", _KINDS["note"], "note"),
    ("jsx", _KINDS["info"], "info"),
    ("jsx", _KINDS["warning"], "warning"),
    ("jsx", _KINDS["caution"], "caution"),
    ("jsx", _KINDS["danger"], "danger"),
    ("jsx", _CALLOUT, "callout admonition alert aside"),
    ("jsx", _TABS, "tabs"),
    ("jsx", _TAB, "tab tabitem tabpanel card step"),
    ("jsx", _FIGURE, "image figure img"),
    ("jsx", _YOUTUBE, "youtube liteyoutubeembed"),
    ("jsx", _VIMEO, "vimeo"),
    ("jsx", _TWEET, "tweet twittertweetembed"),
    ("jsx", _GIST, "gist"),
    ("jsx", _DETAILS, "details accordion collapse"),
    ("jsx", _BUTTON, "link"),
    ("jsx", _VIDEO, "video"),
    ("jsx", _AUDIO, "audio"),
    ("jsx", _COLUMNS, "columns"),
    ("jsx", _COLUMN, "column"),
    ("jsx", _KBD, "kbd"),
    ("jsx", _CODE, "codeblock"),
    ("jsx", _HIDDEN, "coursefloatingbanner frameworkswitchcourse tocinline head"),
    ("div", _DETAILS, "details"),
    ("div", _COLUMNS, "columns"),
    ("div", _COLUMN, "column"),
    ("div", _TABS, "panel-tabset tabs"),
    ("div", _PLAIN, "card-group figure center content-visible cell cell-output"),
    ("div", _HIDDEN, "hidden content-hidden"),
    ("div", _ASIDE, "aside column-margin"),
)
"""Family, what becomes of it, names (an include's file after a no-break space)."""


def _built() -> dict[str, dict[str, Known]]:
    """The table by family and name; callouts under their kinds in Hugo and in divs."""
    found: dict[str, dict[str, Known]] = {"value": {}, "expression": {}, "liquid": {}, "jsx": {"": _PLAIN}}
    found["shortcode"] = {kind: entry for kind, entry in _KINDS.items() if kind not in _AMBIGUOUS}
    found["div"] = {**_KINDS, **{f"callout-{kind}": entry for kind, entry in _KINDS.items()}}
    for family, entry, names in _TABLE:
        found[family].update(dict.fromkeys((name.replace("\xa0", " ") for name in names.split(" ")), entry))
    return found


KNOWN: Mapping[str, Mapping[str, Known]] = _built()
"""Family of constructs -> name, lower case -> what becomes of it."""

_ELEMENT_NAMES = (
    "a abbr article aside audio b blockquote button caption center cite code col colgroup dd del details dfn div dl dt "
    "em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i iframe img ins kbd li main mark nav ol p picture pre q "
    "s samp section small source span strong sub summary sup table tbody td tfoot th thead time tr track u ul var "
    "video wbr"
)
HTML_ELEMENTS = frozenset(_ELEMENT_NAMES.split())
"""Elements that JSX shares with HTML: passed on with their attributes."""

_CONDITIONAL = frozenset({"hidden", "content-hidden", "content-visible"})
_FORMATS = frozenset({"html", "html4", "html5"})

_LOWER_JSX = {"img": _FIGURE, "br": Known("break", "a line break")}
_ELEMENT = Known("element", "the HTML element of that name")
_ANY_DIV = Known("inside", "its content in a div", {"class": ""})


ALWAYS = {
    "esm": "", "attributes": "", "citation": '<span class="citation">{}</span>', "literal": "{}",
    "template-placeholder": "{}", "tag": '<span class="tag">{}</span>', "block-id": '<span id="{prefix}{}"></span>',
    "anchor": "",
}  # fmt: skip
"""Constructs without a name of their own: their HTML around the source; `prefix` goes before ids."""


def known(call: Call) -> Known | None:
    """What becomes of a construct; None for one that is kept as a placeholder."""
    if call.family == "jsx" and call.name[:1].islower():
        own = _LOWER_JSX.get(call.name)
        return own or (_ELEMENT if call.name in HTML_ELEMENTS else None)
    if call.family == "shortcode" and call.name.endswith(".inline"):  # a template written into the text
        return _HIDDEN
    if call.family == "div" and hidden_div(call.classes or (call.name,), call.named):
        return _HIDDEN
    if call.family == "div" and call.name in _CONDITIONAL:
        return _PLAIN
    found = KNOWN[call.family].get(call.name.lower())
    if found is None and call.family == "div":
        return _ANY_DIV
    return found


def hides(call: Call | None) -> bool:
    """Whether a construct has no place on a page, nor has what stands between its tags."""
    entry = known(call) if call is not None and call.family not in ("value", "expression") else None
    return entry is not None and entry.shape == "nothing"


def hidden_div(classes: Iterable[str], named: Mapping[str, str]) -> bool:
    """Whether a div or span of Pandoc and Quarto has no place on a page of HTML. What depends on a profile or on a
    value of the document, which we do not know, is not shown.

    **Source:** quarto.org/docs/authoring/conditional.html
    """
    found = {word.lower() for word in classes}
    if not found & _CONDITIONAL:
        return False
    if "hidden" in found:
        return True
    asked = [_holds(key, value) for key, value in named.items() if key.startswith(("when-", "unless-"))]
    if "content-hidden" in found and (None in asked or all(asked)):
        return True
    return "content-visible" in found and not all(asked)


def _holds(key: str, value: str) -> bool | None:
    """Whether a condition holds for our pages, None for one that cannot be known."""
    word, _, subject = key.partition("-")
    if subject != "format":
        return None
    formats = {name.strip().lower().partition(":")[0] for name in value.split(",")}
    return bool(formats & _FORMATS) == (word == "when")


def construct_support(family: str, name: str) -> Support:
    """Whether a construct is rendered, hidden or kept as a placeholder, for docs and reports; `family` and `name` as
    in `Call`. Values and expressions are rendered when the site knows them."""
    if family in ALWAYS:
        return "rendered" if ALWAYS[family] else "hidden"
    if family not in KNOWN:
        return "kept"
    found = known(Call(family, name))  # type: ignore[arg-type]
    return "kept" if found is None else _support(found)


def _support(entry: Known) -> Support:
    return "hidden" if entry.shape == "nothing" else "rendered"


def construct_table() -> tuple[tuple[str, str, Support, str], ...]:
    """Every construct that is known: family, name, support, what it becomes; sorted, for the docs."""
    return tuple(
        (family, name.capitalize() if family == "jsx" else name, _support(entry), entry.says)
        for family, names in sorted(KNOWN.items())
        for name, entry in sorted(names.items())
        if name
    )
