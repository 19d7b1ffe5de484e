"""The batcher of this post, run over every setting of its table. Writes results.json; needs Python 3.11 or later."""

import json
import random
from pathlib import Path

FIXED_MS, PER_ITEM_MS = 8.0, 0.5
SECONDS, SEED = 600, 11


def batch_cost(size) -> float:
    """What one batch takes, in milliseconds."""
    return FIXED_MS + PER_ITEM_MS * size


def arrivals(per_second, seconds=SECONDS, seed=SEED) -> list[float]:
    """When requests come, in milliseconds: a Poisson process that the seed repeats."""
    rng = random.Random(seed)
    clock, times = 0.0, []
    while clock < seconds * 1000:
        clock += rng.expovariate(per_second / 1000)
        times.append(clock)
    return times


def serve(times, max_batch, max_wait) -> tuple[list[float], list[int]]:
    """The time each request waits for its answer, in milliseconds, and the sizes of the batches."""
    latencies, sizes = [], []
    first, free_at = 0, 0.0
    while first < len(times):
        full = first + max_batch - 1
        filled_at = times[full] if full < len(times) else float("inf")
        start = max(free_at, min(times[first] + max_wait, filled_at))
        last = first
        while last < len(times) and last - first < max_batch and times[last] <= start:
            last += 1
        free_at = start + batch_cost(last - first)
        latencies += [free_at - t for t in times[first:last]]
        sizes.append(last - first)
        first = last
    return latencies, sizes


def percentile(values, share) -> float:
    """The value that a share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def measure(per_second, max_batch, max_wait) -> dict[str, float]:
    """One cell of the table: latencies, batch size and busy share under one setting."""
    latencies, sizes = serve(arrivals(per_second), max_batch, max_wait)
    return {
        "requests": len(latencies),
        "p50": round(percentile(latencies, 0.50), 2),
        "p99": round(percentile(latencies, 0.99), 2),
        "mean_batch": round(sum(sizes) / len(sizes), 2),
        "busy": round(sum(map(batch_cost, sizes)) / (SECONDS * 1000), 3),
    }


SETTINGS = {"single": (1, 0), "greedy": (16, 0), "wait5": (16, 5), "wait20": (16, 20)}
LOADS = {"quiet": 20, "steady": 300, "rush": 800}


def overload(per_second, seconds) -> dict[str, float]:
    """One request at a time at a load it cannot carry: the queue grows for as long as one measures."""
    latencies, _ = serve(arrivals(per_second, seconds), 1, 0)
    return {"seconds": seconds, "p50": round(percentile(latencies, 0.50), 1), "last": round(latencies[-1], 1)}


def main() -> None:
    """Measure every setting at every load and write results.json."""
    results = {"facts": {"seconds": SECONDS, "seed": SEED, "fixed_ms": FIXED_MS, "per_item_ms": PER_ITEM_MS}}
    results["one"] = {"cost": batch_cost(1), "per_second": round(1000 / batch_cost(1), 1)}
    results["sixteen"] = {"cost": batch_cost(16), "per_second": round(16 * 1000 / batch_cost(16), 1)}
    for load, per_second in LOADS.items():
        results[load] = {"per_second": per_second}
        for name, (max_batch, max_wait) in SETTINGS.items():
            if max_batch > 1 or per_second < results["one"]["per_second"]:
                results[load][name] = measure(per_second, max_batch, max_wait)
    results["overload"] = overload(LOADS["steady"], 60)
    Path(__file__).with_name("results.json").write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
