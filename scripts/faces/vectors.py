"""The shared test vectors: every known answer and every documented refusal, for all three languages."""

from __future__ import annotations

import json

from names import HEADER, file_of, groups


def files(records: list[dict]) -> dict[str, str]:
    written: dict[str, str] = {}
    for group, members in groups(records).items():
        metrics = [
            {"metric": record["id"], "cases": [record["example"], *record["edges"]]} for record in members
        ]
        lines = ",\n".join(
            '  { "metric": '
            + json.dumps(entry["metric"])
            + ', "cases": [\n'
            + ",\n".join("    " + json.dumps(case, ensure_ascii=False) for case in entry["cases"])
            + "\n  ] }"
            for entry in metrics
        )
        written[f"{file_of(group)}.json"] = (
            '{ "about": ' + json.dumps(HEADER) + ',\n  "group": ' + json.dumps(group) + ',\n  "metrics": [\n' + lines + "\n] }\n"
        )
    return written
