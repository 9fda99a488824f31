"""Probe every input of every metric: build/vectors/probes/GROUP.json, in the format of tests/vectors/README.md.

For each input in turn, the other inputs as in the worked example: a missing value, infinities, values outside the
domain. The status that follows from the domain is the answer. Then draws inside the domains, from zero to huge,
and near the example: the answer is a finite number or a status, the same in every language, bit by bit.

    probes.py CATALOGUE.json OUTPUT_FOLDER
"""

import json
import random
import sys
from pathlib import Path

RECORDS = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
FOLDER = Path(sys.argv[2])
DRAWS = 16
NUMERIC = ("number", "list", "lists")

# What each domain refuses besides missing and infinite values, and draws that it allows.
WHOLE = [0, 1, 2, 3, 7, 100, 12_345, 10**6, 2**31, 10**12]
MONEY = [0, 1e-9, 0.5, 1, 3.25, 1000, 1e9, 1e300]
SHARES = [0, 1e-12, 0.1, 0.25, 0.5, 0.9, 1 - 2**-53, 1]
DOMAINS = {
    "real": ([], [-1e300, -2.5, -1e-9, 0, *MONEY]),
    "non_negative": ([-1e-300, -1], MONEY),
    "positive": ([0, -1], MONEY[1:]),
    "above_minus_one": ([-1, -2], [-0.999, -0.5, *MONEY]),
    "at_least_one": ([0.999, 0, -1], [1, 1.5, 10, 1e9]),
    "fraction": ([-1e-300, 1.0000000000000002, 2], SHARES),
    "open_fraction": ([0, 1, -0.5], SHARES[1:-1]),
    "fraction_below_one": ([1, -0.5], SHARES[:-1]),
    "correlation": ([-1.0000000000000002, 1.5], [-1, -0.5, 0, *SHARES]),
    "whole": ([0.5, -1, 1e6 + 0.25], WHOLE),
    "whole_positive": ([0, 0.5, -1], WHOLE[1:]),
    "whole_from_two": ([0, 1, 2.5, -2], WHOLE[2:]),
    "one_to_nine": ([0, 10, 1.5], list(range(1, 10))),
    "flag": ([0.5, 2, -1], [0, 1]),
}


def ordered(record: dict, values: dict) -> dict:
    """The arguments in the order of the signature."""
    return {given["name"]: values[given["name"]] for given in record["inputs"]}


def with_value(example: object, shape: str, probe: object) -> object:
    """The example with a probe in it: a list keeps its length."""
    if shape == "number":
        return probe
    if shape == "list":
        return [probe, *example[1:]] if example else None
    first = next((row for row in example if row), None)
    return None if first is None else [[probe, *row[1:]] if row is first else row for row in example]


def near(draw: random.Random, value: float, domain: str) -> float:
    """A value near that of the example."""
    moved = value * draw.choice([0.5, 0.9, 1, 1.1, 2, 10])
    if domain.startswith("whole") or domain in ("one_to_nine", "flag"):
        moved = float(round(moved))
    return moved if not refused(domain, moved) else value


def refused(domain: str, value: float) -> bool:
    """Whether the domain forbids it."""
    whole = value == round(value)
    return not {
        "real": True,
        "non_negative": value >= 0,
        "positive": value > 0,
        "above_minus_one": value > -1,
        "at_least_one": value >= 1,
        "fraction": 0 <= value <= 1,
        "open_fraction": 0 < value < 1,
        "fraction_below_one": 0 <= value < 1,
        "correlation": -1 <= value <= 1,
        "whole": whole and value >= 0,
        "whole_positive": whole and value >= 1,
        "whole_from_two": whole and value >= 2,
        "one_to_nine": whole and 1 <= value <= 9,
        "flag": value in (0, 1),
    }[domain]


def drawn(draw: random.Random, given: dict, example: object) -> object:
    """A legal value for an input."""
    allowed, shape = DOMAINS.get(given["domain"], ([], []))[1], given["shape"]
    if not allowed or shape not in NUMERIC:
        return example
    one = (lambda at: near(draw, at, given["domain"])) if draw.random() < 0.6 else (lambda at: draw.choice(allowed))
    if shape == "number":
        return one(example)
    if shape == "list":
        return [one(at) for at in example]
    return [[one(at) for at in row] for row in example]


def cases(record: dict) -> list[dict]:
    """Every probe of a metric."""
    example = record["example"]["inputs"]
    made = []
    for given in record["inputs"]:
        if given["domain"] not in DOMAINS or given["shape"] not in NUMERIC:
            continue
        outside = [("nan", "nan_input"), ("inf", "infinite_input"), ("-inf", "infinite_input")]
        outside += [(value, "out_of_domain") for value in DOMAINS[given["domain"]][0]]
        for probe, status in outside:
            value = with_value(example[given["name"]], given["shape"], probe)
            if value is not None:
                made.append({"args": ordered(record, example | {given["name"]: value}), "error": status})
    draw = random.Random(record["id"])
    for _ in range(DRAWS):
        values = {given["name"]: drawn(draw, given, example[given["name"]]) for given in record["inputs"]}
        made.append({"args": ordered(record, values), "probe": True})
    if record["elementwise"]:
        columns = {given["name"]: [drawn(draw, given, example[given["name"]]) for _ in range(5)] for given in record["inputs"]}
        columns[record["inputs"][-1]["name"]][2] = None
        made.append({"args": ordered(record, columns), "bits_only": True})
    return made


by_group: dict[str, list[dict]] = {}
for record in RECORDS:
    by_group.setdefault(record["group"], []).append({"function": f"metrics.{record['id']}", "cases": cases(record)})
FOLDER.mkdir(parents=True, exist_ok=True)
for old in FOLDER.glob("*.json"):
    old.unlink()
for group, blocks in by_group.items():
    (FOLDER / f"{group}.json").write_text(json.dumps(blocks), encoding="utf-8")
count = sum(len(block["cases"]) for blocks in by_group.values() for block in blocks)
print(f"{count} probes of {len(RECORDS)} metrics")
