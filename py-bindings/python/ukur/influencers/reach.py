"""Unduplicated reach: the number from audience ids, an estimate from sketches, bounds from pairwise overlaps."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from .. import _core
from .._checked import checked
from .._frames import open_frame
from .._inputs import as_array, as_number
from .._labels import as_labels, as_people, places
from .._records import build, record
from .._typing import ColumnLike
from ..errors import InvalidTypeError

__all__ = ["Reach", "ReachBounds", "ReachEstimate", "Sketch", "reach", "reach_bounds"]


@dataclass(frozen=True)
class Reach:
    """Unduplicated reach from audience ids.

    Attributes
    ----------
    unique : float
        Different people reached by at least one influencer.
    gross : float
        The audience sizes added up.
    duplication_rate : float or None
        ``1 - unique / gross``; None where the audiences are empty.
    average_frequency : float or None
        By how many of the influencers a reached person is reached.
    influencers : tuple
        The influencers, in the order of `sizes` and `exclusive`.
    sizes : tuple of float
        The size of each audience.
    exclusive : tuple of float
        For each influencer, people whom no other of them reaches.
    reached_by : tuple of float
        People reached by exactly one, two, ... influencers.
    """

    unique: float
    gross: float
    duplication_rate: float | None
    average_frequency: float | None
    influencers: tuple[Any, ...]
    sizes: tuple[float, ...]
    exclusive: tuple[float, ...]
    reached_by: tuple[float, ...]


@dataclass(frozen=True)
class ReachBounds:
    """What pairwise overlaps say about unduplicated reach.

    Attributes
    ----------
    lower, upper : float
        At least and at most so many people: the best of the bounds below.
    bonferroni, dawson_sankoff, de_caen : float
        Lower bounds.
    hunter_worsley : float
        The sizes less the largest spanning tree of overlaps: an upper bound.
    gross : float
        The sizes added up.
    """

    lower: float
    upper: float
    bonferroni: float
    dawson_sankoff: float
    de_caen: float
    hunter_worsley: float
    gross: float


@dataclass(frozen=True)
class ReachEstimate:
    """An estimated number of people.

    Attributes
    ----------
    estimate : float
        People.
    standard_error : float
        Its standard error; 0 where the sketch still holds everybody.
    exact : bool
        True where the sketch still holds everybody.
    """

    estimate: float
    standard_error: float
    exact: bool


@checked
def reach(
    frame: Any, *, influencer: str = "influencer", person: str = "person", of: Iterable[Any] | None = None
) -> Reach:
    """Count the different people that several influencers reach.

    Parameters
    ----------
    frame : eager frame
        One row a pair of influencer and person; repeated pairs count once.
    influencer, person : str
        The columns; people by whole numbers or text.
    of : iterable, optional
        Only these influencers.

    Returns
    -------
    Reach
        People, duplication, and what each influencer adds.

    Raises
    ------
    InvalidInputError
        For an unknown column or influencer, or a missing name.
    UndefinedError
        Without an influencer; code ``"insufficient_data"``.

    Examples
    --------
    >>> import ukur
    >>> pairs = {"influencer": ["A", "A", "B", "B"], "person": [1, 2, 2, 3]}
    >>> import pandas as pd
    >>> ukur.influencers.reach(pd.DataFrame(pairs)).unique
    3.0
    """
    opened = open_frame("frame", frame)
    who = as_labels("influencer", opened, influencer)
    ids, codes = as_people("person", opened, person)
    table = _core.AudienceTable(len(who.names), who.codes, ids, codes)
    chosen = None if of is None else places("of", of, who.names)
    names = who.names if chosen is None else tuple(who.names[place] for place in chosen)
    made: Reach = build(Reach, {**json.loads(table.reach(chosen)), "influencers": names})
    return made


@checked
def reach_bounds(sizes: ColumnLike, pair_overlaps: ColumnLike, *, population: float | None = None) -> ReachBounds:
    """Bound the unduplicated reach when only pairwise overlaps are known.

    The union of three or more audiences is not determined by their pairwise overlaps, so there is no one number.

    Parameters
    ----------
    sizes : array-like of float
        The audience sizes.
    pair_overlaps : array-like of float
        The overlaps in the order 12, 13, ..., 1n, 23, ...
    population : float, optional
        How many people there are at most.

    Returns
    -------
    ReachBounds
        The best lower and upper bound, and where they come from.

    Raises
    ------
    UndefinedError
        Where the overlaps contradict the sizes or each other; code ``"infeasible"``.

    Examples
    --------
    >>> import ukur
    >>> bounds = ukur.influencers.reach_bounds([1000, 800, 500], [200, 100, 50])
    >>> bounds.lower, bounds.upper
    (1950.0, 2000.0)
    """
    text = _core.influencers_reach_bounds(
        as_array("sizes", sizes),
        as_array("pair_overlaps", pair_overlaps),
        None if population is None else as_number("population", population),
    )
    return record(ReachBounds, text)


class Sketch:
    """A mergeable sketch of an audience: reach and overlaps without handing over who follows whom.

    Up to `k` people it is exact; above, the relative standard error is about ``1 / sqrt(k - 2)``. Sketches made in
    Python, Rust and JavaScript merge to the same bits.

    Parameters
    ----------
    people : sequence of int or str, optional
        The audience. Repeats count once.
    k : int, default 4096
        How many hashes to keep.

    Examples
    --------
    >>> import ukur
    >>> a, b = ukur.influencers.Sketch([1, 2, 3]), ukur.influencers.Sketch([3, 4])
    >>> (a | b).reach().estimate
    4.0
    >>> a.overlap(b).estimate
    1.0
    """

    __slots__ = ("_native",)

    @checked
    def __init__(self, people: Any = (), *, k: int = 4096) -> None:
        rows = people.to_list() if hasattr(people, "to_list") else people
        if isinstance(rows, (str, bytes, Mapping)) or not hasattr(rows, "__iter__") or hasattr(rows, "columns"):
            raise InvalidTypeError(f"`people` must be a column of ids, got a {type(people).__name__}", "invalid_type")
        try:
            array = rows if isinstance(rows, np.ndarray) else np.asarray(list(rows))
        except ValueError as error:
            raise InvalidTypeError(f"`people` must be one column of ids: {error}", "invalid_type") from error
        if array.ndim != 1:
            raise InvalidTypeError(f"`people` must be one column of ids, got {array.ndim} dimensions", "invalid_type")
        if array.size == 0:
            self._native = _core.AudienceSketch(k, None, None)
        elif array.dtype.kind in "iu":
            self._native = _core.AudienceSketch(k, np.ascontiguousarray(array, dtype=np.int64), None)
        elif array.dtype.kind in "UO" and all(isinstance(name, str) for name in array.tolist()):
            self._native = _core.AudienceSketch(k, None, array.tolist())
        else:
            raise InvalidTypeError("`people` must be whole numbers or text, all of one kind", "invalid_type")

    @classmethod
    def _of(cls, native: _core.AudienceSketch) -> Sketch:
        made = cls.__new__(cls)
        made._native = native
        return made

    @classmethod
    @checked
    def from_bytes(cls, data: bytes) -> Sketch:
        """Read what :meth:`to_bytes` wrote, in any language.

        Parameters
        ----------
        data : bytes
            The bytes.

        Returns
        -------
        Sketch
            The sketch.

        Raises
        ------
        InvalidInputError
            For any other bytes; code ``"not_a_sketch"``.
        """
        return cls._of(_core.AudienceSketch.from_bytes(data))

    def to_bytes(self) -> bytes:
        """Write the sketch, the same bytes in every language."""
        return self._native.to_bytes()

    @property
    def k(self) -> int:
        """How many hashes it keeps at most."""
        return self._native.k

    def __or__(self, other: Sketch) -> Sketch:
        return self.union(other)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sketch) and self.to_bytes() == other.to_bytes()

    def __hash__(self) -> int:
        return hash(self.to_bytes())

    def __reduce__(self) -> tuple[Any, tuple[bytes]]:
        return Sketch.from_bytes, (self.to_bytes(),)

    def __repr__(self) -> str:
        estimate = self.reach()
        sign = "" if estimate.exact else "about "
        return f"Sketch(k={self.k}, {sign}{estimate.estimate:,.0f} people)"

    @checked
    def union(self, other: Sketch) -> Sketch:
        """Sketch the people of either.

        Parameters
        ----------
        other : Sketch
            The other audience.

        Returns
        -------
        Sketch
            Both audiences.
        """
        return Sketch._of(self._native.union(other._native))

    def reach(self) -> ReachEstimate:
        """Estimate how many people it stands for."""
        return record(ReachEstimate, self._native.reach())

    @checked
    def overlap(self, other: Sketch) -> ReachEstimate:
        """Estimate how many people both hold.

        Parameters
        ----------
        other : Sketch
            The other audience.

        Returns
        -------
        ReachEstimate
            The people in both.
        """
        return record(ReachEstimate, self._native.overlap(other._native))
