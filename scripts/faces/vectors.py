"""The shared test vectors: every known answer and every documented refusal, for all three languages."""

from __future__ import annotations

import json

from names import HEADER, file_of, groups


def files(records: list[dict]) -> dict[str, str]:
    """One file a group, in the form that tests/vectors/README.md describes."""
    written: dict[str, str] = {}
    for group, members in groups(records).items():
        blocks = ",\n".join(block(record) for record in members)
        written[f"{file_of(group)}.json"] = f"[\n{blocks}\n]\n"
    return written


def block(record: dict) -> str:
    """The known answers and refusals of one metric."""
    head = {"function": f"metrics.{record['id']}", "source": record["source"], "about": HEADER}
    lines = [json.dumps(case(record, one), ensure_ascii=False) for one in [record["example"], *record["edges"]]]
    return json.dumps(head, ensure_ascii=False)[:-1] + ', "cases": [\n  ' + ",\n  ".join(lines) + "\n]}"


def case(record: dict, example: dict) -> dict:
    """Arguments in the order of the inputs, and what they give."""
    found: dict = {"args": {entry["name"]: example["inputs"][entry["name"]] for entry in record["inputs"]}}
    if "status" in example:
        return found | {"error": example["status"]}
    tolerance = example["tolerance"]
    return found | {"want": example["expected"], "rtol": tolerance}
