"""The JavaScript face: one TypeScript module a group, with overloads and TSDoc, and the catalogue's records."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path

from names import HEADER, MARKS, camel, file_of, groups, javascript_parameter, number

TYPES = {
    "list": "List",
    "lists": "readonly List[]",
    "label": "string",
    "labels": "readonly string[]",
    "label_lists": "readonly (readonly string[])[]",
    "coalitions": "Readonly<Record<string, number>>",
    "edges": "readonly (readonly [string, string, number])[]",
}


def literal(value: object) -> str:
    if isinstance(value, str):
        return json.dumps(value)
    if isinstance(value, (int, float)):
        return number(float(value))
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key)}: {literal(inner)}" for key, inner in value.items()) + " }"
    assert isinstance(value, list)
    if len(value) > 20 and len(set(map(str, value))) == 1:
        return f"Array({len(value)}).fill({literal(value[0])})"
    return "[" + ", ".join(literal(inner) for inner in value) + "]"


def result(record: dict) -> str:
    expected = record["example"]["expected"]
    if isinstance(expected, dict):
        return "Record<string, number>"
    if isinstance(expected, list):
        return "Float64Array"
    return "number"


def as_object(record: dict) -> bool:
    return len(record["inputs"]) > 3


def example(record: dict) -> list[str]:
    given = record["example"]["inputs"]  # in the order of their names; arguments go by place
    inputs = {entry["name"]: given[entry["name"]] for entry in record["inputs"]}
    if as_object(record):
        call = "{ " + ", ".join(f"{camel(name)}: {literal(value)}" for name, value in inputs.items()) + " }"
    else:
        call = ", ".join(literal(value) for value in inputs.values())
    expected = record["example"]["expected"]
    if isinstance(expected, list):  # short enough that the comment stays on its line
        expected = [float(f"{number:.6g}") if isinstance(number, float) else number for number in expected]
    line = f"metrics.{camel(record['id'])}({call});"
    gives = f"// {literal(expected)}"
    # A comment that does not fit on the line would be wrapped into code.
    return [f"{line} {gives}"] if len(line) + len(gives) < 110 else [line, gives]


def documentation(record: dict, indent: str = "") -> list[str]:
    lines = [record["definition"], ""]
    lines += [f"{record['title']}. Formula: `{record['formula']}`. Unit: {record['unit']}. Roll-up: {record['rollup']}."]
    if record["family"]:
        default = " (default)" if record["family"]["default"] else ""
        lines.append(f"Variant{default} of the family {record['family']['name']}: {record['family']['use_when']}")
    if text := MARKS[record["best_mark"]]:
        lines.append(text)
    if record["notes"]:
        lines.append(record["notes"])
    lines.append("")
    for entry in record["inputs"]:
        name = f"inputs.{camel(entry['name'])}" if as_object(record) else javascript_parameter(entry["name"])
        rule = "" if entry["domain"] == "any" else f"; {entry['expected']}"
        lines.append(f"@param {name} - {entry['description']} ({entry['unit']}{rule})")
    lines.append(f"@returns {record['returns']}")
    conditions = "; ".join(f"`{c['when']}`: `{c['status']}`" for c in record["conditions"])
    lines.append(f"@throws RangeError with a `code`: an input outside its domain{'; ' + conditions if conditions else ''}")
    lines += ["@example", "```js", *example(record), "```", f"@see {record['source']}"]
    text: list[str] = []
    for line in lines:
        text += textwrap.wrap(line, 108) or [""]
    safe = [line.replace("*/", "*\\/") for line in text]
    return [f"{indent}/**"] + [f"{indent} * {line}".rstrip() for line in safe] + [f"{indent} */"]


def parameters(record: dict, number_type: str) -> str:
    if as_object(record):
        fields = "; ".join(
            f"readonly {camel(e['name'])}: {TYPES.get(e['shape'], number_type)}" for e in record["inputs"]
        )
        return f"inputs: {{ {fields} }}, options?: Options"
    fields = ", ".join(f"{javascript_parameter(e['name'])}: {TYPES.get(e['shape'], number_type)}" for e in record["inputs"])
    return f"{fields}, options?: Options"


def function(record: dict) -> list[str]:
    name = camel(record["id"])
    if as_object(record):
        arguments = "inputs"
    else:
        arguments = "[" + ", ".join(javascript_parameter(e["name"]) for e in record["inputs"]) + "]"
    lines = documentation(record)
    if record["elementwise"]:
        lines.append(f"export function {name}({parameters(record, 'number')}): number;")
        lines.append(f"export function {name}({parameters(record, 'Column')}): Float64Array;")
        lines.append(f"export function {name}({parameters(record, 'Column')}): number | Float64Array {{")
        lines.append(f"  return ${name}.compute({arguments}, options) as number | Float64Array;")
    else:
        lines.append(f"export function {name}({parameters(record, 'number')}): {result(record)} {{")
        lines.append(f"  return ${name}.compute({arguments}, options) as {result(record)};")
    lines.append("}")
    return lines


def as_javascript(record: dict) -> dict:
    """A record with JavaScript's names for its fields. Inputs keep the names that they have in the catalogue."""
    renamed = {camel(field): value for field, value in record.items() if field != "edges"}
    if family := record["family"]:
        renamed["family"] = {camel(field): value for field, value in family.items()}
    return renamed


def modules(records: list[dict], texts: Path) -> dict[str, str]:
    files: dict[str, str] = {}
    for group, members in groups(records).items():
        body: list[str] = []
        for record in members:
            body += ["", f'const ${camel(record["id"])} = new Metric("{record["id"]}");', ""] + function(record)
        text = "\n".join(body)
        types = [t for t in ("Column",) if f": {t}" in text]
        door = ["Options"] + (["List"] if "List" in text.replace("Lists", "") else [])
        head = [f"// {HEADER}", "", f"/** Metrics of the group `{group}`. */", ""]
        if types:
            head.append('import type { Column } from "../inputs.js";')
        head.append('import { Metric } from "../metric.js";')
        head.append(f'import type {{ {", ".join(sorted(door))} }} from "../metric.js";')
        files[f"{file_of(group)}.ts"] = "\n".join(head) + "\n" + text + "\n"
    index = [f"// {HEADER}", "", "/** Every metric, group by group. */", ""]
    index += [f'export * from "./{file_of(group)}.js";' for group in groups(records)]
    files["names.ts"] = "\n".join(index) + "\n"
    data = json.dumps([as_javascript(record) for record in records], ensure_ascii=False, separators=(",", ":"))
    files["records.ts"] = (
        f"// {HEADER}\n\n/** The catalogue's records; loaded only by who asks for them. */\n\n"
        'import type { MetricRecord } from "../catalogue.js";\n\n'
        "// Text, since parsing it is quicker than running the same as code.\n"
        f"export const records: readonly MetricRecord[] = JSON.parse(\n  {json.dumps(data, ensure_ascii=False)},\n);\n"
    )
    translations = {name: json.loads((texts / f"{name}.json").read_text(encoding="utf-8")) for name in ("id", "ms", "families")}
    text = json.dumps(translations, ensure_ascii=False, separators=(",", ":"))
    files["texts.ts"] = (
        f"// {HEADER}\n\n/** Indonesian and Malay, and the advice on families; loaded only by who asks for them. */\n\n"
        'import type { Texts } from "../catalogue.js";\n\n'
        f"export const texts: Texts = JSON.parse(\n  {json.dumps(text, ensure_ascii=False)},\n);\n"
    )
    return files
