"""The catalogue: every metric's record, and the families of variants."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from .._checked import checked
from .._core import catalogue_json, family_texts_json, translations_json
from .._frames import frame_like
from ..errors import InvalidInputError

__all__ = ["Family", "catalogue", "family"]


@cache
def _records() -> tuple[dict[str, Any], ...]:
    return tuple(json.loads(catalogue_json()))


@cache
def _translations(language: str) -> dict[str, Any]:
    text = translations_json(language)
    return {} if text is None else json.loads(text)


@checked
def catalogue(*, language: str = "en", frame: str | None = None) -> Any:
    """Every metric's record: name, title, definition, inputs, formula, statuses, roll-up, example, source.

    Parameters
    ----------
    language : {"en", "id", "ms"}, default "en"
        English, Indonesian or Malay for titles and definitions.
    frame : str, optional
        ``"pandas"``, ``"polars"`` or ``"pyarrow"``: give a table with one row a metric instead of a list.

    Returns
    -------
    list of dict, or frame
        The records in the order of the documentation.

    Raises
    ------
    InvalidInputError
        For another language; code ``"unknown_language"``.

    Examples
    --------
    >>> import ukur
    >>> [record["rollup"] for record in ukur.metrics.catalogue() if record["id"] == "cpm"]
    ['ratio_of_sums']
    """
    records = json.loads(json.dumps(_records()))  # a copy: records are the caller's to change
    translated = _translations(language).get("metrics", {})
    for record in records:
        record |= translated.get(record["id"], {})
    if frame is None:
        return records
    columns = {
        "id": [record["id"] for record in records],
        "group": [record["group"] for record in records],
        "title": [record["title"] for record in records],
        "definition": [record["definition"] for record in records],
        "inputs": [", ".join(entry["name"] for entry in record["inputs"]) for record in records],
        "unit": [record["unit"] for record in records],
        "formula": [record["formula"] for record in records],
        "rollup": [record["rollup"] for record in records],
        "family": [record["family"]["name"] if record["family"] else "" for record in records],
        "default": [bool(record["family"] and record["family"]["default"]) for record in records],
        "source": [record["source"] for record in records],
    }
    return frame_like(frame, columns)


@dataclass(frozen=True)
class Family:
    """Variants of one idea.

    Attributes
    ----------
    name : str
        The family.
    default : str or None
        The variant to take when nothing speaks for another; some families have none on purpose.
    variants : dict of str to str
        Each variant's name with when to take it, default first.
    title, question, advice : str
        What the family is called, what it answers, and how to choose.
    """

    name: str
    default: str | None
    variants: dict[str, str]
    title: str
    question: str
    advice: str


@checked
def family(name: str) -> Family:
    """The variants of a family, the default, and when to use which.

    Parameters
    ----------
    name : str
        The family, such as ``"engagement_rate"``.

    Returns
    -------
    Family
        The default and the variants.

    Raises
    ------
    InvalidInputError
        When there is no such family; code ``"unknown_family"``.

    Examples
    --------
    >>> import ukur
    >>> ukur.metrics.family("engagement_rate").default
    'engagement_rate_followers'
    """
    members = [record for record in _records() if record["family"] and record["family"]["name"] == name]
    if not members:
        names = sorted({record["family"]["name"] for record in _records() if record["family"]})
        raise InvalidInputError(f"there is no family {name!r}; there are {', '.join(names)}", "unknown_family")
    members.sort(key=lambda record: not record["family"]["default"])
    default = members[0]["id"] if members[0]["family"]["default"] else None
    texts = json.loads(family_texts_json())[name]
    variants = {record["id"]: record["family"]["use_when"] for record in members}
    return Family(name, default, variants, texts["title"], texts["question"], texts["advice"])
