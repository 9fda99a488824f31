"""The TypeScript classes of the models: what is special about each. The questions are in hand-written base classes."""

from __future__ import annotations

import textwrap

from models import HEADER, digits, histories, parameters, shape
from names import camel, number

# Of each shape: the file of the base class, the base class, what makes a fit, what it takes, the same by position.
BASES = {
    "purchase": ("purchase", "PurchaseModel", "fittedPurchases", "PurchaseData", ("frequency", "recency", "T")),
    "opportunities": ("purchase", "PurchaseModel", "fittedOpportunities", "OpportunityData", ("frequency", "recency", "n")),
    "regular": ("regular", "RegularPurchaseModel", "fittedRegular", "RegularData", ("frequency", "recency", "T")),
    "contract": ("contract", "ContractModel", "fittedContracts", "ContractData", ("tenure", "churned")),
    "spend": ("spend", "SpendModel", "fittedSpend", "SpendData", ("frequency", "monetaryValue")),
}
TYPES = {"churned": "Column | readonly boolean[]"}


def comment(lines: list[str], indent: str = "") -> list[str]:
    """TSDoc; code and empty lines stay as they are."""
    text, code = [], False
    for line in lines:
        code = code != line.startswith("```")
        text += [line] if code or not line else textwrap.wrap(line, 117 - len(indent))
    return [f"{indent}/**", *(f"{indent} * {line}".rstrip() for line in text), f"{indent} */"]


def known(record: dict) -> str:
    """The model of the example."""
    given = ", ".join(f"{name}: {number(value)}" for name, value in parameters(record).items())
    return f"models.{record['class']}.fromParams({{ {given} }})"


def question(record: dict) -> list[str]:
    example = record["example"]
    values = [(camel(name), number(value)) for name, value in example["arguments"]]
    if len(values) > 2:
        given = f"{{ {', '.join(f'{name}: {value}' for name, value in values)} }}"
    else:
        given = ", ".join(value for _, value in values)
    answer = f"{example['answer']:.{digits(example['answer'])}f}"
    return ["```js", f"const model = {known(record)};", f"model.{camel(example['question'])}({given}); // {answer}", "```"]


def fitting(record: dict) -> list[str]:
    """A fit to data, or to customers whom the model of the example simulates."""
    data = record["data"]
    lines = []
    if columns := data.get("columns"):
        lines = [f"const {camel(name)} = [{', '.join(map(number, column))}];" for name, column in columns]
        given = ", ".join(camel(name) for name, _ in columns)
    else:
        lines = [f"const truth = {known(record)};", f"const made = truth.simulate({number(data['n'])}, {number(data['T'])}, {number(data['seed'])});"]
        given = ", ".join(f"{camel(name)}: made.{camel(name)}" for name in histories(record))
    lines += [f"const model = models.{record['class']}.fit({{ {given} }});"]
    lines += [f"Object.values(model.params); // [{', '.join(f'{value:.3f}' for value in record['fitted'])}]"]
    return ["```js", *lines, "```"]


def making(record: dict) -> list[str]:
    """`fromParams`."""
    lines = ["  /** The model with these parameters. */", "  static fromParams(params: {"]
    for one in record["settings"]:
        least, most = map(number, one["range"])
        lines += [f"    /** {one['meaning'].capitalize()}; from {least} to {most}. */", f"    {one['name']}: number;"]
    for name, meaning in record["parameters"]:
        lines += [f"    /** {meaning[0].upper()}{meaning[1:]}; above 0. */", f"    {name}: number;"]
    if record["kind"] != "spend":
        lines += ["    /** The unit of time. */", "    unit?: TimeUnit;"]
    settings = f", [{', '.join('params.' + one['name'] for one in record['settings'])}]" if record["settings"] else ""
    made = f'fromNumbers("{record["name"]}", NAMES, params{settings})'
    return [*lines, f"  }}): {record['class']} {{", f"    return new {record['class']}({made});", "  }"]


def module(record: dict) -> str:
    own, name = record["class"], record["name"]
    file, base, fitted, data, places = BASES[shape(record)]
    arguments = ", ".join(f"{one}: {TYPES.get(one, 'Column')}" for one in places)
    first, *rest = record["definition"].split("\n\n")
    said = [first, "", *(line for paragraph in rest for line in (paragraph, "")), f"Source: {record['reference']}.", ""]
    helpers = ["fromNumbers", "fromText"] + ([] if record["kind"] == "spend" else ["type TimeUnit"])
    names = ", ".join(f'"{one}"' for one, _ in record["parameters"])
    lines = [f"// {HEADER}", "", f"/** The {record['title']} model. */", "", 'import type { Column } from "../inputs.js";']
    lines += [f'import {{ {", ".join(helpers)} }} from "./base.js";', f'import {{ {fitted}, {base}, type {data} }} from "./{file}.js";', ""]
    lines += [f"const NAMES = [{names}] as const;", "", *comment([*said, "@example", *question(record)])]
    lines += [f"export class {own} extends {base} {{"]
    lines += comment(["Estimates the parameters by maximum likelihood.", "", "@example", *fitting(record)], "  ")
    lines += [f"  static fit({arguments}): {own};", f"  static fit(data: {data}): {own};", f"  static fit(...given: unknown[]): {own} {{"]
    lines += [f'    return new {own}({fitted}("{name}", given));', "  }", "", *making(record), ""]
    lines += ["  /** The model of a JSON text that `toJson` wrote, to the last bit. */", f"  static fromJson(text: string): {own} {{"]
    lines += [f'    return new {own}(fromText("{name}", text));', "  }", ""]
    lines += ["  /** @internal */", "  protected override readonly names: readonly string[] = NAMES;", "}"]
    return "\n".join(lines) + "\n"


def modules(models: list[dict]) -> dict[str, str]:
    files = {f"{record['name']}.ts": module(record) for record in models}
    lines = [f"// {HEADER}", "", "/** The class of every model. */", ""]
    lines += [f'export {{ {record["class"]} }} from "./{record["name"]}.js";' for record in models]
    files["names.ts"] = "\n".join(lines) + "\n"
    return files
