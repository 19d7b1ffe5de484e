"""A workspace with a word that nobody may read in every place that is the writer's own."""

import io
import sqlite3
import struct
from datetime import date, timedelta
from pathlib import Path

from PIL import Image, PngImagePlugin

from inkwright.model.post import PLANNING_KEYS

MARK = "qzxcanary"
"""Every such word begins with this and goes on with the name of its place; no other word of the tests does."""
LATER = (date.today() + timedelta(days=400)).isoformat()
SCALE = 300
"""Pixels of a picture that is large enough to be made smaller."""

PUBLIC = f"""---
# {MARK}yamlcomment
title: Ring buffers
date: 2026-03-01
description: What a ring forgets, and when.
tags: [buffers, memory]
image: cover.jpg
{{planning}}
---

<!-- plan
Q: {MARK}planquestion
- {MARK}planbullet [[{MARK}plannote]]
-->

## Why <!-- section: {MARK}section 1-9 -->
<!-- section: {MARK}section 100-200 -->

A ring forgets the oldest<!-- {MARK}inlinecomment --> entry after 45 ms<!--=results.json#{MARK}binding .1f ms-->, see
[the other post](../{MARK}draftname/index.md) and [[{MARK}notetarget|the note]], or
![[embedded]].%%{MARK}percent%%

<!-- inkwright: allow long-sentence -- {MARK}allowreason -->

%%
{MARK}percentblock
%%

<!-- {MARK}blockcomment
over [lines]({MARK}commentlink.csv) ![pictures](commented.png)
-->

- one <!-- {MARK}listcomment -->
- two

> quoted <!-- {MARK}quotecomment -->

| a | b |
|---|---|
| 1 <!-- {MARK}tablecomment --> | 2 |

```python timeout=3
print(45)
```

```python norun="{MARK}norun"
print(46)
```

```output tolerance="{MARK}tolerance"
45
```

```mermaid
%% {MARK}mermaidcomment
graph TD; A-->B
```

![The ring as a photograph](ring.jpg) ![as PNG](ring.png) ![as WebP](ring.webp) ![as GIF](ring.gif)
![as SVG](ring.svg) ![as AVIF](ring.avif) ![drawn](ring.excalidraw) ![from draw.io](flow.drawio.svg)

<div><!-- {MARK}htmlcomment --><b>bold</b><img src="ring.png" alt="again"></div>

It ends here.[^1]

[^1]: A note <!-- {MARK}footnotecomment --> on it.
[^never]: {MARK}footnote

[never]: https://example.com/{MARK}definition
"""


def _exif() -> bytes:
    made = Image.Exif()
    made[0x010E], made[0x013B] = f"{MARK}exifdescription", f"{MARK}exifartist"
    return made.tobytes()


def _picture(kind: str, size: int, **more: object) -> bytes:
    out = io.BytesIO()
    Image.radial_gradient("L").resize((size, size)).convert("RGB").save(out, kind, **more)
    return out.getvalue()


def pictures() -> dict[str, bytes]:
    """A picture of every kind that a browser shows, each with a word beside what is seen."""
    said, exif = PngImagePlugin.PngInfo(), _exif()
    said.add_text("Comment", f"{MARK}pngtext", zip=True)
    xmp = f"<x>{MARK}xmp</x>".encode()
    scene = (
        '{"type":"excalidraw","version":2,"source":"x","elements":[{"id":"a","type":"text","x":0,"y":0,"width":90,'
        '"height":25,"text":"Ring","fontSize":20,"isDeleted":false},{"id":"b","type":"text","x":0,"y":40,"width":90,'
        f'"height":25,"text":"{MARK}deletedelement","fontSize":20,"isDeleted":true}}],"appState":{{"name":"{MARK}scene"}},'
        '"files":{}}'
    )
    return {
        "ring.jpg": _picture("JPEG", 4 * SCALE, exif=exif, xmp=xmp, comment=f"{MARK}jpegcomment".encode()),
        "cover.jpg": _picture("JPEG", SCALE, exif=exif), "ring.png": _picture("PNG", SCALE, pnginfo=said, exif=exif),
        "ring.webp": _picture("WEBP", SCALE, exif=exif, xmp=xmp), "ring.avif": _picture("AVIF", 32, exif=exif),
        "ring.gif": _picture("GIF", 16, comment=f"{MARK}gifcomment".encode()),
        "ring.svg": f'<svg xmlns="http://www.w3.org/2000/svg"><!-- {MARK}svgcomment --><metadata>{MARK}svgmetadata'
        "</metadata><text>Ring</text></svg>".encode(),
        "flow.drawio.svg": f'<svg xmlns="http://www.w3.org/2000/svg" content="&lt;mxfile&gt;{MARK}drawio"><text>Flow'
        "</text></svg>".encode(),
        "ring.excalidraw": scene.encode(),
        "commented.png": _picture("PNG", 8), "film.mp4": struct.pack(">I4s4s", 12, b"ftyp", b"isom")
        + struct.pack(">I4s", 8 + 20, b"moov") + struct.pack(">I4s", 20, b"udta") + f"{MARK}film----".encode()[:12],
    }  # fmt: skip


def _post(title: str, front: str, words: str) -> str:
    return f"---\ntitle: {title}\n{front}\n---\n\n{words}\n"


def _texts() -> dict[str, str]:
    planning = "\n".join(f"{key}: {MARK}key{key}" for key in sorted(PLANNING_KEYS - {"audience", "syndicated"}))
    other = f"{planning}\nsyndicated: {{devto: 'https://dev.to/{MARK}syndicated'}}"
    public = {
        "posts/ring/index.md": PUBLIC.replace("{planning}", other),
        "posts/pages-of-memory.md": _post("Pages of memory", "date: 2026-03-02\ntags: [memory]", "Words on pages."),
        "posts/taken-back.md": _post("Taken back", "date: 2026-03-03\ntags: [memory]", f"{MARK}takenback words."),
        "posts/renamed.md": _post("Renamed", "date: 2026-03-04\ntags: [memory]", "Words on names."),
        "posts/hidden-later.md": _post("Hidden", "date: 2026-03-05\ntags: [memory]", f"{MARK}hiddenlater words."),
        "posts/shortened.md": _post("Shortened", "date: 2026-03-06", f"Words.\n\n{MARK}removedparagraph here."),
        "inkwright.toml": f'# {MARK}settingscomment\ntitle = "Blog"\nauthor = "Ada"\nbase_url = "https://me.example"\n'
        '[site]\nsearch = true\n[deploy.targets.web]\nkind = "folder"\nto = "../web"\nhost = "netlify"\n'
        f'[critic]\nmodel = "{MARK}model"\n',
    }
    held = {
        f"posts/{MARK}draftname/index.md": _post(f"{MARK}drafttitle", f"draft: true\ntags: [{MARK}drafttag]\nseries: "
                                                 f"{MARK}draftseries\nauthor: {MARK}draftauthor", f"{MARK}drafttext"),
        f"posts/{MARK}draftname/{MARK}draftfile.csv": f"{MARK}draftdata",
        "posts/private.md": _post(f"{MARK}privatetitle", "date: 2026-01-01\nvisibility: private", f"{MARK}privatetext"),
        "posts/later.md": _post(f"{MARK}latertitle", f"date: {LATER}", f"{MARK}latertext"),
        "posts/ring/results.json": f'{{"{MARK}binding": 45, "other": "{MARK}results"}}',
        f"posts/ring/{MARK}raw.csv": f"{MARK}rawdata", f"posts/ring/{MARK}commentlink.csv": f"{MARK}commentdata",
        f"notes/{MARK}notetarget.md": _post(f"{MARK}notetitle", f"tags: [{MARK}notetag]", f"{MARK}notetext"),
        "notes/embedded.md": f"{MARK}embedtext", "notes/clips/c.md": f"{MARK}clip",
        "ideas.md": f"- 2026-11-01 {MARK}idea [to:: ring]\n", "reading.md": f"- [ ] {MARK}reading\n",
        "log/2026-11-01.md": f"- 14:05 {MARK}log [project:: {MARK}project]\n", "inbox/in.txt": f"{MARK}inbox",
        "papers/p.md": _post(f"{MARK}paper", "year: 2026", f"{MARK}papertext"), ".env": f"TOKEN={MARK}environment",
        "inkwright/topics.md": f"# {MARK}topics\n",
        "inkwright/reflections.md": f"- 2026-03-02 {MARK}reflection [asked:: learned] [post:: ring]\n",
        "inkwright/demand.toml": f'[[demand]]\ntopic = "{MARK}demand"\nsource = "x"\ntext = "ring buffers"\n',
        "inkwright/dictionary.txt": f"{MARK}dictionary\n",
        "inkwright/private.txt": f"{MARK}privateword\n", "inkwright/baseline.json": f'{{"{MARK}baseline": 1}}',
        "inkwright/imports/2026-01-01-medium.md": f"{MARK}import", "inkwright/design/d.md": f"{MARK}design",
        "inkwright/posts/ring.toml": f'ignores = ["{MARK}ignored"]\n[planning]\nthesis = "{MARK}recordthesis"\n'
        f'[publishing]\nstate = "published"\n[[publishing.trail]]\nwhat = "published"\nwhy = "{MARK}trail"\n',
        ".obsidian/workspace.json": f'"{MARK}obsidian"', "private/subscribers.csv": f"{MARK}@example.com",
        "private/backup/b.sql": f"{MARK}backup", ".inkwright/cache/note.txt": f"{MARK}cache",
        "drafts/d.md": _post(f"{MARK}draftsfolder", "date: 2026-01-01", f"{MARK}draftsfoldertext"),
    }  # fmt: skip
    return {**public, **held}


def fill(root: Path) -> None:
    """Write it all."""
    for name, text in _texts().items():
        _write(root / name, text.encode())
    for name, data in pictures().items():
        _write(root / "posts/ring" / name, data)
    _write(root / "static/me.jpg", _picture("JPEG", 64, exif=_exif()))
    with sqlite3.connect(root / "private/inkwright.db") as ledger:
        ledger.execute("CREATE TABLE subscribers (email TEXT)")
        ledger.execute("INSERT INTO subscribers VALUES (?)", (f"{MARK}ledger@example.com",))
    ledger.close()


def _write(place: Path, data: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
