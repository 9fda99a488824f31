"""Members moving among tiers: migration, where it ends, and where "where it ends" is not one answer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import narwhals as nw
import numpy as np

from .. import _core
from .._checked import checked
from .._frames import column, open_frame
from .._inputs import as_array, as_whole
from .._labels import as_labels, known_names
from .._records import build
from .._typing import ColumnLike, FloatArray
from ..errors import InvalidInputError

__all__ = ["ClosedClass", "TierMigration", "project_tiers", "tier_migration", "tier_migration_from_matrix"]


@dataclass(frozen=True)
class ClosedClass:
    """Tiers among which members circulate, and which they never leave.

    Attributes
    ----------
    tiers : tuple
        The tiers.
    period : int
        After how many periods a member can be back; 1 where the shares settle.
    shares : tuple of float
        The share of the class's members in each of `tiers` in the long run.
    """

    tiers: tuple[Any, ...]
    period: int
    shares: tuple[float, ...]


@dataclass(frozen=True)
class TierMigration:
    """Migration among tiers and its long run.

    Attributes
    ----------
    tiers : tuple
        The tiers, in the order of rows and columns.
    probabilities : tuple of tuple of float
        Row from, column to.
    standard_errors : tuple of tuple of float or None
        Their standard errors; None where probabilities were given.
    long_run : str
        ``"steady"``, ``"absorbing"``, ``"periodic"`` or ``"depends_on_start"``.
    shares : tuple of float or None
        The share of members in each tier in the long run; None where it depends on the start.
    closed : tuple of ClosedClass
        The groups of tiers that nobody leaves.
    transient : tuple
        Tiers that empty in the end.
    absorption : tuple of tuple of float
        Row from, column closed class: the probability of ending there.
    periods_to_absorption : tuple of float
        The expected periods until a closed class is reached.
    """

    tiers: tuple[Any, ...]
    probabilities: tuple[tuple[float, ...], ...]
    standard_errors: tuple[tuple[float, ...], ...] | None
    long_run: str
    shares: tuple[float, ...] | None
    closed: tuple[ClosedClass, ...]
    transient: tuple[Any, ...]
    absorption: tuple[tuple[float, ...], ...]
    periods_to_absorption: tuple[float, ...]


@checked
def tier_migration(
    frame: Any, *, before: str = "tier_before", after: str = "tier_after", tiers: Sequence[Any] | None = None
) -> TierMigration:
    """Estimate the migration among tiers from members before and after a period.

    Parameters
    ----------
    frame : eager frame
        One row a member and period.
    before, after : str
        The columns with the tier at the start and at the end. Leaving the programme is a tier too.
    tiers : sequence, optional
        The tiers in their order; those of both columns, sorted, by default.

    Returns
    -------
    TierMigration
        Probabilities, errors and the long run.

    Examples
    --------
    >>> import pandas as pd, ukur
    >>> frame = pd.DataFrame({"tier_before": ["basic"] * 10 + ["gold"] * 10,
    ...                       "tier_after": ["basic"] * 9 + ["gold"] + ["basic"] * 3 + ["gold"] * 7})
    >>> migration = ukur.programmes.tier_migration(frame)
    >>> migration.long_run, round(migration.shares[1], 6)
    ('steady', 0.25)
    """
    opened = open_frame("frame", frame)
    start, end = column("before", opened, before), column("after", opened, after)
    both = nw.concat(
        [opened.select(start.alias("tier")), opened.select(end.alias("tier"))], how="vertical"
    )
    labels = as_labels("before and after", both, "tier")
    rows = len(start)
    names: Sequence[Any] = labels.names if tiers is None else known_names("tiers", tiers)
    index = {name: place for place, name in enumerate(names)}
    unknown = [name for name in labels.names if name not in index]
    if unknown:
        raise InvalidInputError(f"`tiers` does not name {unknown[0]!r}, which the table holds", "unknown_tier")
    place = np.asarray([index[name] for name in labels.names], dtype=np.uint32)
    codes = place[labels.codes] if len(place) else labels.codes
    text = _core.programmes_tier_moves(
        len(names), np.ascontiguousarray(codes[:rows]), np.ascontiguousarray(codes[rows:])
    )
    return _named(text, names)


@checked
def tier_migration_from_matrix(
    matrix: Sequence[ColumnLike], *, tiers: Sequence[Any] | None = None, counts: bool = True
) -> TierMigration:
    """Read a migration matrix of counts of members, or of probabilities.

    Parameters
    ----------
    matrix : sequence of array-like of float
        Row from, column to.
    tiers : sequence, optional
        The tiers' names; 0, 1, ... by default.
    counts : bool, default True
        Whether the numbers are members; otherwise probabilities, each row adding up to 1.

    Returns
    -------
    TierMigration
        Probabilities, errors (from counts) and the long run.

    Examples
    --------
    >>> import ukur
    >>> swing = ukur.programmes.tier_migration_from_matrix([[0, 1], [1, 0]], counts=False)
    >>> swing.long_run, swing.shares
    ('periodic', (0.5, 0.5))
    """
    rows = [as_array("matrix", row) for row in matrix]
    names: Sequence[Any] = tuple(range(len(rows))) if tiers is None else known_names("tiers", tiers)
    if len(names) != len(rows):
        raise InvalidInputError(
            f"`tiers` has {len(names)} names but `matrix` has {len(rows)} rows; give one name a row", "length_mismatch"
        )
    return _named(_core.programmes_tier_matrix(rows, counts), names)


@checked
def project_tiers(migration: TierMigration, members: ColumnLike, *, periods: int) -> tuple[FloatArray, ...]:
    """Project members in each tier, period after period.

    Parameters
    ----------
    migration : TierMigration
        The migration.
    members : array-like of float
        Members in each tier today.
    periods : int
        How many periods.

    Returns
    -------
    tuple of numpy.ndarray
        Members in each tier, today first.

    Examples
    --------
    >>> import ukur
    >>> migration = ukur.programmes.tier_migration_from_matrix([[0.9, 0.1], [0.3, 0.7]], counts=False)
    >>> ukur.programmes.project_tiers(migration, [100, 0], periods=1)[1].tolist()
    [90.0, 10.0]
    """
    rows = [np.asarray(row, dtype=np.float64) for row in migration.probabilities]
    return tuple(_core.programmes_project_tiers(rows, as_array("members", members), as_whole("periods", periods)))


def _named(text: str, names: Sequence[Any]) -> TierMigration:
    found = json.loads(text)
    found["tiers"] = names
    found["transient"] = [names[tier] for tier in found["transient"]]
    for group in found["closed"]:
        group["tiers"] = [names[tier] for tier in group["tiers"]]
    made: TierMigration = build(TierMigration, found)
    return made
