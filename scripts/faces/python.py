"""The Python face: one module a group, with signatures, types and numpydoc docstrings."""

from __future__ import annotations

import textwrap

from names import HEADER, MARKS, file_of, groups, number, parameter

TYPES = {
    "list": "ColumnLike",
    "lists": "Sequence[ColumnLike]",
    "label": "str",
    "labels": "Sequence[str]",
    "label_lists": "Sequence[Sequence[str]]",
    "coalitions": "Mapping[str, float]",
    "edges": "Sequence[tuple[str, str, float]]",
}
WORDS = {
    "number": "float or array-like of float",
    "list": "array-like of float",
    "lists": "sequence of array-like of float",
    "label": "str",
    "labels": "sequence of str",
    "label_lists": "sequence of sequences of str",
    "coalitions": "mapping of str to float",
    "edges": "sequence of (str, str, float)",
}


def wrapped(text: str, indent: int, width: int = 110) -> list[str]:
    return textwrap.wrap(text, width, initial_indent=" " * indent, subsequent_indent=" " * indent)


def literal(value: object) -> str:
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return repr(value)
    if isinstance(value, (int, float)):
        return number(float(value))
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key!r}: {literal(inner)}" for key, inner in value.items()) + "}"
    assert isinstance(value, list)
    if len(value) > 20 and len(set(map(str, value))) == 1:
        return f"[{literal(value[0])}] * {len(value)}"
    return "[" + ", ".join(literal(inner) for inner in value) + "]"


def returned(record: dict) -> str:
    expected = record["example"]["expected"]
    if isinstance(expected, dict):
        return "dict[str, float]"
    if isinstance(expected, list):
        return "FloatArray"
    return "FloatOut" if record["elementwise"] else "float"


def example(record: dict) -> list[str]:
    """A doctest; rounded so that it prints the same everywhere."""
    inputs = record["example"]["inputs"]
    arguments = ", ".join(f"{parameter(name)}={literal(value)}" for name, value in inputs.items())
    call = f"ukur.metrics.{record['id']}({arguments})"
    expected = record["example"]["expected"]
    if isinstance(expected, dict):
        shown = {key: round(value, 6) for key, value in expected.items()}
        return [f">>> {{name: round(value, 6) for name, value in {call}.items()}} == {shown!r}", "True"]
    if isinstance(expected, list):
        return [f">>> [round(float(value), 6) for value in {call}]", f"{[round(float(v), 6) for v in expected]!r}"]
    tolerance = max(record["example"]["tolerance"], 1e-12) * max(1.0, abs(expected))
    digits = 0
    while digits < 9 and 10.0**-digits > 4 * tolerance and round(expected, digits) != expected:
        digits += 1
    if record["example"]["tolerance"] > 1e-9:
        digits = max(0, digits - 1)
    return [f">>> round({call}, {digits})", repr(round(float(expected), digits))]


def docstring(record: dict) -> list[str]:
    lines = [f'    """{record["definition"]}', ""]
    lines += wrapped(f"{record['title']}. Formula: ``{record['formula']}``.", 4)
    lines += ["", "    Parameters", "    ----------"]
    for entry in record["inputs"]:
        lines.append(f"    {parameter(entry['name'])} : {WORDS[entry['shape']]}")
        rule = "" if entry["domain"] == "any" else f", {entry['expected']}"
        lines += wrapped(f"{entry['description'][:1].upper()}{entry['description'][1:]} (unit: {entry['unit']}{rule}).", 8)
    if record["elementwise"]:
        lines.append('    on_invalid : {"raise", "nan"}, default "raise"')
        lines += wrapped("Whether an invalid value in a column raises or gives NaN for its row.", 8)
    kind = {
        "FloatOut": "float or numpy.ndarray",
        "float": "float",
        "FloatArray": "numpy.ndarray",
        "dict[str, float]": "dict of str to float",
    }[returned(record)]
    lines += ["", "    Returns", "    -------", f"    {kind}"]
    lines += wrapped(f"{record['returns'][:1].upper()}{record['returns'][1:]} (unit: {record['unit']}).", 8)
    lines += ["", "    Raises", "    ------", "    InvalidInputError", "        An input is outside its domain."]
    if record["conditions"]:
        lines.append("    UndefinedError")
        conditions = "; ".join(f"``{c['when']}``: ``{c['status']}``" for c in record["conditions"])
        lines += wrapped(f"There is no value, by code: {conditions}.", 8)
    notes = [f"Roll-up: {record['rollup']}."]
    if record["family"]:
        family = record["family"]
        default = " (default)" if family["default"] else ""
        notes.append(f"Variant{default} of the family {family['name']}: {family['use_when']}")
    if text := MARKS[record["best_mark"]]:
        notes.append(text)
    if record["notes"]:
        notes.append(record["notes"])
    lines += ["", "    Notes", "    -----"]
    for note in notes:
        lines += wrapped(note, 4)
    lines += ["", "    References", "    ----------"] + wrapped(record["source"], 4)
    lines += ["", "    Examples", "    --------", "    >>> import ukur"]
    lines += ["    " + line for line in example(record)]
    lines.append('    """')
    return lines


def signature(record: dict, number_type: str, result: str, default: str) -> str:
    parameters = ", ".join(
        f"{parameter(entry['name'])}: {TYPES.get(entry['shape'], number_type)}" for entry in record["inputs"]
    )
    if record["elementwise"]:
        parameters += f", *, on_invalid: OnInvalid = {default}"
    return f"def {record['id']}({parameters}) -> {result}:"


def function(record: dict) -> list[str]:
    lines = [signature(record, "FloatLike", returned(record), '"raise"')]
    lines += docstring(record)
    arguments = ", ".join(parameter(entry["name"]) for entry in record["inputs"])
    if len(record["inputs"]) == 1:
        arguments += ","
    mode = "on_invalid" if record["elementwise"] else '"raise"'
    lines.append(f"    return _{record['id']}.compute(({arguments}), {mode})  # type: ignore[no-any-return]")
    return lines


def stub(record: dict) -> list[str]:
    """Overloads say that numbers give a number and columns a column."""
    if returned(record) != "FloatOut":
        return [signature(record, "FloatLike", returned(record), "...") + " ..."]
    one = signature(record, "float", "float", "...")
    many = signature(record, "FloatLike", "FloatArray", "...")
    return ["@overload", one + " ...", "@overload", many + " ..."]


def modules(records: list[dict]) -> dict[str, str]:
    files: dict[str, str] = {}
    public: list[str] = []
    for group, members in groups(records).items():
        module = file_of(group)
        names = [record["id"] for record in members]
        public += names
        text = "\n".join("\n".join(function(record)) for record in members)
        head = [f'"""Metrics of the group ``{group}``. {HEADER.capitalize()}."""', "", "from __future__ import annotations", ""]
        containers = [name for name in ("Mapping", "Sequence") if f"{name}[" in text]
        if containers:
            head += [f"from collections.abc import {', '.join(containers)}", ""]
        types = [t for t in ("ColumnLike", "FloatArray", "FloatLike", "FloatOut", "OnInvalid") if t in text]
        head += ["from .._core import Metric", f"from .._typing import {', '.join(types)}", ""]
        head += ["__all__ = ["] + [f'    "{name}",' for name in names] + ["]", ""]
        body = [f'_{name} = Metric("{name}")' for name in names]
        for record in members:
            body += ["", ""] + function(record)
        files[f"{module}.py"] = "\n".join(head + body) + "\n"

        stubs = "\n".join("\n".join(stub(record)) for record in members)
        containers = [name for name in ("Mapping", "Sequence") if f"{name}[" in stubs]
        types = [t for t in ("ColumnLike", "FloatArray", "FloatLike", "OnInvalid") if t in stubs]
        head = [f"# {HEADER}"]
        if containers:
            head.append(f"from collections.abc import {', '.join(containers)}")
        if "@overload" in stubs:
            head.append("# A number is a column of one too: the first signature that fits is the one that holds.")
            head.append('# mypy: disable-error-code="overload-overlap"')
            head.append("from typing import overload")
        head += ["", f"from .._typing import {', '.join(types)}", ""]
        head += ["__all__ = ["] + [f'    "{name}",' for name in names] + ["]", ""]
        files[f"{module}.pyi"] = "\n".join(head) + "\n" + stubs + "\n"
    lines = [f'"""Every metric\'s name in one place. {HEADER.capitalize()}."""', ""]
    for group, members in groups(records).items():
        for record in members:
            lines.append(f"from .{file_of(group)} import {record['id']} as {record['id']}")
    lines += ["", "__all__ = ["] + [f'    "{name}",' for name in public] + ["]"]
    files["_names.py"] = "\n".join(lines) + "\n"
    return files
