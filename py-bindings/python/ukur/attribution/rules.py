"""Credit by rule: first, last, linear, position, time decay."""

from __future__ import annotations

from typing import Literal

from .. import _core
from .._checked import checked
from .._typing import ColumnLike
from ..errors import InvalidTypeError
from ._door import Paths, as_journeys
from .credits import Credits, named_record
from .journeys import Journeys

__all__ = ["attribute", "attribute_time_decay"]


@checked
def attribute(
    paths: Paths,
    conversions: ColumnLike | None = None,
    nulls: ColumnLike | None = None,
    values: ColumnLike | None = None,
    *,
    rule: Literal["first", "last", "linear", "position"] = "linear",
    first: float = 0.4,
    last: float = 0.4,
    separator: str = ">",
) -> Credits:
    """Share out conversions and value by a rule.

    Parameters
    ----------
    paths, conversions, nulls, values, separator
        As for :func:`count_paths`.
    rule : {"first", "last", "linear", "position"}
        All to the first touch; all to the last; the same to every touch; or `first` to the first, `last` to the
        last and the rest in equal parts to those between (one touch takes all, two take their parts).
    first, last : float
        Shares for ``"position"``.

    Returns
    -------
    Credits
        The credits; attribution is not incrementality.

    Raises
    ------
    UndefinedError
        ``insufficient_data`` where no conversion has a touch before it.

    Examples
    --------
    >>> ukur.attribution.attribute(["A > B > A > C"], [10]).by_channel()
    {'A': 5.0, 'B': 2.5, 'C': 2.5}
    """
    given = as_journeys(paths, conversions, nulls, values, separator)
    text = _core.attribution_attribute(given._columns(), rule, first, last)
    return named_record(Credits, text, given.channels)


@checked
def attribute_time_decay(journeys: Journeys, half_life: float = 7.0) -> Credits:
    """Share out conversions and value by time decay.

    A touch `a` before the conversion weighs ``2 ** (-a / half_life)``, continuously, and the weights of a journey
    add up to one.

    Parameters
    ----------
    journeys : Journeys
        From :func:`journeys`, which keeps the times.
    half_life : float
        Age at which a touch weighs half, in the unit of the times; 7 days unless given.

    Returns
    -------
    Credits
        The credits.

    Raises
    ------
    UndefinedError
        ``insufficient_data`` where no conversion has a touch before it.
    """
    if not isinstance(journeys, Journeys) or journeys.ages is None:
        raise InvalidTypeError(
            "`journeys` must come from `attribution.journeys`: counted paths have lost the times", "invalid_type"
        )
    count, offsets, steps, conversions, values, _ = journeys._columns()
    text = _core.attribution_time_decay(count, offsets, steps, journeys.ages, conversions, values, half_life)
    return named_record(Credits, text, journeys.channels)
