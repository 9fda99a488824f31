"""Whether numbers were measured, estimated or modelled, and what that makes of a result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from . import _core
from ._typing import Provenance
from .errors import InvalidInputError

__all__ = ["marks_of", "worst"]


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
    marks = dict(provenance or {})
    there = {*names, *known}
    unknown = [name for name in marks if name not in there]
    if unknown:
        raise InvalidInputError(
            f"`provenance` marks {unknown[0]!r}, which is none of the columns used: "
            + ", ".join(repr(name) for name in sorted(there)),
            "unknown_column",
        )
    worst(marks.values())  # an unknown mark is refused even where this result has no use for it
    return worst(marks.get(name) for name in names)
