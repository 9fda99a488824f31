"""Whether numbers were measured, estimated or modelled, in which units they are, and what that makes of a result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from . import _core
from ._typing import Provenance
from .errors import InvalidInputError

__all__ = ["by_column", "marks_of", "units_of", "worst"]


def worst(marks: Iterable[str | None]) -> Provenance | None:
    """Take the worst of some marks.

    Parameters
    ----------
    marks : iterable of str or None
        ``"measured"``, ``"estimated"``, ``"modelled"``, or None where nothing is known.

    Returns
    -------
    str or None
        The worst; None where the worst is ``"measured"`` and something has no mark.
    """
    found: Provenance | None = _core.worst_provenance(list(marks))  # type: ignore[assignment]
    return found


def marks_of(provenance: Mapping[str, str] | None, names: Sequence[str], known: Iterable[str] = ()) -> Provenance | None:
    """Take the worst mark of the columns that a result is made of.

    Parameters
    ----------
    provenance : mapping of str to str, or None
        The marks by column.
    names : sequence of str
        The columns that the result is made of.
    known : iterable of str
        Further names that may have a mark without being part of this result.

    Returns
    -------
    str or None
        The mark of the result.

    Raises
    ------
    InvalidInputError
        For a mark of a column that is not there, or an unknown mark.
    """
    marks = by_column("provenance", provenance, names, known)
    worst((provenance or {}).values())  # an unknown mark is refused even where this result has no use for it
    return worst(mark or None for mark in marks)


def by_column(
    argument: str, given: Mapping[str, str] | None, names: Sequence[str], known: Iterable[str] = ()
) -> list[str]:
    """Take what is said of each column.

    Parameters
    ----------
    argument : str
        The argument that says it, for the message.
    given : mapping of str to str, or None
        What it says, by column.
    names : sequence of str
        The columns that the result is made of.
    known : iterable of str
        Further names of which something may be said.

    Returns
    -------
    list of str
        What is said of each of `names`; empty where nothing is.

    Raises
    ------
    InvalidInputError
        For a column that is not there; ``"unknown_column"``.
    """
    there = {*names, *known}
    unknown = [name for name in given or {} if name not in there]
    if unknown:
        raise InvalidInputError(
            f"`{argument}` names {unknown[0]!r}, which is none of the columns: "
            + ", ".join(repr(name) for name in sorted(there)),
            "unknown_column",
        )
    return [(given or {}).get(name, "") for name in names]


def units_of(
    table: str,
    units: Mapping[str, str] | None,
    columns: Mapping[str, str],
    results: Sequence[str],
    known: Iterable[str] = (),
) -> list[str]:
    """Hold stated units against the columns of a table, and take the units of its results.

    Parameters
    ----------
    table : str
        The function that takes the table.
    units : mapping of str to str, or None
        The units by column.
    columns : mapping of str to str
        The columns used: the names that the function has for them, and the names in the table.
    results : sequence of str
        The units of the results, money without its currency.
    known : iterable of str
        Further names of which a unit may be stated.

    Returns
    -------
    list of str
        The units of the results, money with its currency where one is stated.

    Raises
    ------
    InvalidInputError
        ``"unknown_column"``, ``"unknown_unit"``, ``"wrong_unit"`` for a column of another unit than the function takes,
        ``"two_currencies"``.
    """
    stated = by_column("units", units, list(columns.values()), known)
    found: list[str] = _core.stated_units(
        table, list(zip(columns, columns.values(), map(str, stated), strict=True)), list(results)
    )
    return found
