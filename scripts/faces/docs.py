"""A documentation page for each group of metrics."""

from __future__ import annotations

import json
from pathlib import Path

from mathematics import latex
from names import HEADER, MARKS, camel, file_of, groups, number


def files(records: list[dict], texts: Path) -> dict[str, str]:
    """The pages and their index."""
    about = json.loads((texts / "groups.json").read_text(encoding="utf-8"))
    families = json.loads((texts / "families.json").read_text(encoding="utf-8"))
    translations = {
        language: json.loads((texts / f"{language}.json").read_text(encoding="utf-8")) for language in ("id", "ms")
    }
    by_group = groups(records)
    written = {f"{file_of(group)}.md": page(group, members, about[group], families, translations) for group, members in by_group.items()}
    written["README.md"] = index(by_group, about, translations)
    return written


def index(by_group: dict[str, list[dict]], about: dict, translations: dict) -> str:
    count = sum(len(members) for members in by_group.values())
    lines = [f"<!-- {HEADER} -->", "", "# Metrics", "", f"{count} metrics in {len(by_group)} groups.", ""]
    lines += ["| group | Indonesian | Malay | metrics | what it is about |", "|---|---|---|---|---|"]
    for group, members in by_group.items():
        local = [translations[language]["groups"].get(group, "") for language in ("id", "ms")]
        lines.append(f"| [{about[group]['title']}]({file_of(group)}.md) | {local[0]} | {local[1]} | {len(members)} | {about[group]['about']} |")
    lines += ["", "## How totals are made", ""]
    lines += [
        "| roll-up | what it does |",
        "|---|---|",
        "| `sum` | adds the values |",
        "| `ratio_of_sums` | adds numerators, adds denominators, divides once |",
        "| `mean`, `mean_of_ratios` | averages the values, each row alike |",
        "| `recompute` | adds the inputs that can be added, keeps those that are the same in every row, computes once |",
        "| `not_rollable` | refuses: the values of parts say nothing about the whole |",
        "",
        "A metric that takes lists gets the rows of a group as its lists.",
        "",
    ]
    return "\n".join(lines)


def page(group: str, members: list[dict], about: dict, families: dict, translations: dict) -> str:
    lines = [f"<!-- {HEADER} -->", "", f"# {about['title']}", "", about["about"], ""]
    local = [translations[language]["groups"].get(group, "") for language in ("id", "ms")]
    lines += [f"Indonesian: {local[0]}. Malay: {local[1]}. [All groups](README.md)", ""]
    lines += ["| metric | what it is |", "|---|---|"]
    lines += [f"| [`{record['id']}`](#{record['id']}) | {record['definition']} |" for record in members]
    lines.append("")
    shown: set[str] = set()
    for record in members:
        family = record["family"]["name"] if record["family"] else None
        if family and family not in shown:
            shown.add(family)
            lines += family_section(family, families[family], members)
    for record in members:
        lines += entry(record, translations)
    return "\n".join(lines).rstrip() + "\n"


def family_section(family: str, text: dict, members: list[dict]) -> list[str]:
    variants = [record for record in members if record["family"] and record["family"]["name"] == family]
    if len(variants) < 2:
        return []
    lines = [f"## {text['title']}: which variant", "", text["question"], "", text["advice"], ""]
    lines += ["| variant | default | when |", "|---|---|---|"]
    for record in variants:
        default = "yes" if record["family"]["default"] else ""
        lines.append(f"| [`{record['id']}`](#{record['id']}) | {default} | {record['family']['use_when']} |")
    return [*lines, ""]


def entry(record: dict, translations: dict) -> list[str]:
    lines = [f"## {record['id']}", "", f"**{record['title']}.** {record['definition']}", ""]
    for language, label in (("id", "Indonesian"), ("ms", "Malay")):
        text = translations[language]["metrics"].get(record["id"])
        if text:
            lines.append(f"*{label}: {text['title']}.* {text['definition']}  ")
    lines.append("")
    formula = latex(record)
    lines += [f"$${formula}$$" if formula else f"```rust\n{record['formula']}\n```", ""]
    lines += ["| input | unit | values | what it is |", "|---|---|---|---|"]
    for one in record["inputs"]:
        lines.append(f"| `{one['name']}` | {one['unit']} | {one['expected']} | {one['description']} |")
    lines += ["", f"Gives: {record['returns']} ({record['unit']}). Roll-up: `{record['rollup']}`.", ""]
    if record["conditions"]:
        text = "; ".join(f"`{c['when']}`: `{c['status']}`" for c in record["conditions"])
        lines += [f"No value when {text}.", ""]
    example = record["example"]
    # In the order of the signature: JavaScript takes up to three without their names.
    names = [given["name"] for given in record["inputs"]]
    inputs = ", ".join(f"{name}={short(example['inputs'][name])}" for name in names if name in example["inputs"])
    lines += [f"Example: `{record['id']}({inputs})` is {short(example['expected'])}. In JavaScript: `metrics.{camel(record['id'])}`.", ""]
    if text := MARKS[record["best_mark"]]:
        lines += [text, ""]
    if record["notes"]:
        lines += [record["notes"], ""]
    lines += [f"Source: {record['source']}.", ""]
    return lines


def short(value: object) -> str:
    if isinstance(value, (int, float)):
        return number(float(value))
    if isinstance(value, list) and len(value) > 20:
        return f"[{short(value[0])}, ... {len(value)} values]"
    if isinstance(value, list):
        return "[" + ", ".join(short(one) for one in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {short(one)}" for key, one in value.items()) + "}"
    return str(value)
