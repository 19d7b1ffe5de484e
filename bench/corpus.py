"""Posts for the benchmarks: seeded, made of the demo workspace's own sentences, with the mix of a technical blog."""

import random
from pathlib import Path

from inkwright.text.markdown import parse_text
from inkwright.text.prose import passages

DEMO = Path(__file__).resolve().parent.parent / "src" / "inkwright" / "demo" / "workspace"
LANGUAGES = ("python", "bash", "javascript", "rust", "sql", "yaml")


def sentences() -> list[str]:
    """Sentences of the demo's notes and posts, markup blanked, in a fixed order."""
    found: list[str] = []
    for path in sorted(DEMO.rglob("*.md")):
        document = parse_text(path.read_text(encoding="utf-8"), path.name)
        for passage in passages(document):
            if passage.kind == "paragraph":
                found += [passage.slice(span).replace("\ue000", "x").strip() for span in passage.sentences]
    return [" ".join(sentence.split()) for sentence in found if 5 < len(sentence.split()) < 40]


def code(rng: random.Random, language: str, lines: int) -> str:
    """A code block of about that many lines that reads like the language."""
    rows = {
        "python": "def step_{n}(batch, scale={n}):\n    total = sum(x * scale for x in batch)  # keep the order\n"
        '    return {{"total": total, "n": len(batch)}}\n',
        "bash": 'for shard in {n} {n}1; do\n  curl -s "http://localhost:80{n}/metrics" | grep -c "p99"\ndone\n',
        "javascript": "export async function load{n}(url) {{\n  const reply = await fetch(url + '?n={n}');\n"
        "  return reply.ok ? reply.json() : null;\n}}\n",
        "rust": "fn step_{n}(xs: &[f32]) -> f32 {{\n    xs.iter().map(|x| x * {n}.0).sum()\n}}\n",
        "sql": "SELECT host, avg(latency_ms) AS p FROM request\nWHERE shard = {n} AND status <> 'ok'\nGROUP BY host;\n",
        "yaml": "worker{n}:\n  image: registry.example/worker:{n}\n  replicas: {n}\n  env: [A, B]\n",
    }[language]
    text = ""
    while text.count("\n") < lines:
        text += rows.format(n=rng.randint(1, 99))
    return text


def post(number: int, words: int, pool: list[str]) -> str:
    """One post of about that many words: 5-8 headings, 3-5 code blocks, a table, a footnote, 1-2 images."""
    rng = random.Random(number)
    headings = rng.randint(5, 8)
    blocks = rng.randint(3, 5)
    tags = ", ".join(sorted(rng.sample(["gpu", "evals", "python", "databases", "ops", "writing"], 2)))
    title = f"Note {number} on {rng.choice(['latency', 'kernels', 'queues', 'evals', 'caches'])}"
    parts = [
        f"---\ntitle: {title}\ndate: 20{rng.randint(10, 25)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}\n"
        f"description: What post {number} of the bench shows.\ntags: [{tags}]\n---\n"
    ]
    for section in range(headings):
        parts.append(f"## Part {section + 1} of note {number}")
        count = 0
        while count < words / headings:
            paragraph = " ".join(rng.choice(pool) for _ in range(rng.randint(2, 5)))
            count += len(paragraph.split())
            parts.append(paragraph)
        if section < blocks:
            language = rng.choice(LANGUAGES)
            parts.append(f"```{language}\n{code(rng, language, rng.randint(10, 20))}```")
    parts.append("| setting | p50 | p99 |\n|---|---:|---:|\n| int8 | 12 | 45 |\n| fp16 | 19 | 71 |")
    parts.append(f"A footnote belongs here.[^n]\n\n[^n]: Measured in run {number}.")
    parts.append("![latency over time](latency.svg)")
    return "\n\n".join(parts) + "\n"


def blog(folder: Path, count: int, pool: list[str]) -> None:
    """A workspace of `count` posts of 1,200-1,800 words."""
    rng = random.Random(7)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "inkwright.toml").write_text('title = "Bench"\nbase_url = "https://bench.example"\n', encoding="utf-8")
    for number in range(count):
        place = folder / "posts" / f"note-{number:05}"
        place.mkdir(parents=True)
        (place / "index.md").write_text(post(number, rng.randint(1200, 1800), pool), encoding="utf-8")
        (place / "latency.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
