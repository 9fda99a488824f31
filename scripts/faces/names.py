"""Names and small texts that every generated file shares."""

from __future__ import annotations

import keyword
import re

HEADER = "generated from the catalogue by scripts/faces; do not edit, run `make faces`"

JAVASCRIPT_WORDS = {"new", "default", "delete", "in", "function", "return", "class", "var", "let", "const", "with"}

# The file of a group, the same in core, Python and JavaScript.
FILES = {"return": "returns"}


def file_of(group: str) -> str:
    """The file name of a group, without its ending."""
    return FILES.get(group, group)


def camel(name: str) -> str:
    """`engagement_rate` as `engagementRate`."""
    return re.sub(r"(?<=[a-zA-Z0-9])_([a-z0-9])", lambda match: match.group(1).upper(), name)


def parameter(name: str) -> str:
    """A name that Python allows for a parameter."""
    return f"{name}_" if keyword.iskeyword(name) else name


def javascript_parameter(name: str) -> str:
    """A name that JavaScript allows for a parameter."""
    name = camel(name)
    return f"{name}_" if name in JAVASCRIPT_WORDS else name


def number(value: float) -> str:
    """A number as people write it: no trailing `.0`."""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def groups(records: list[dict]) -> dict[str, list[dict]]:
    """The records by group, in the order of the catalogue."""
    found: dict[str, list[dict]] = {}
    for record in records:
        found.setdefault(record["group"], []).append(record)
    return found


MARKS = {
    "measured": "",
    "estimated": "Its results are marked estimated: they infer from a sample or assume what cannot be observed.",
    "modelled": "Its results are marked modelled: they rest on a model or an assumption, however well the inputs were measured.",
}


def refusals(record: dict) -> list[str]:
    """When the metric has no value, as sentences."""
    lines = [f"`{condition['when']}`: {condition['status']}" for condition in record["conditions"]]
    return lines
