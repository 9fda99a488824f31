"""What a programme added: difference in differences with errors clustered by customer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from .. import _core
from .._checked import checked
from .._frames import column, float_column, open_frame
from .._inputs import as_array, as_number
from .._labels import as_labels
from .._records import record
from .._statistics import Interval
from .._typing import FlagArray
from ..errors import InvalidTypeError

__all__ = ["Lift", "incremental_lift"]


@dataclass(frozen=True)
class Lift:
    """The lift of a programme.

    Attributes
    ----------
    lift : float
        ``(member_after - member_before) - (other_after - other_before)``.
    standard_error : float
        Clustered by customer.
    interval : Interval
        Its interval.
    p_value, degrees_of_freedom : float
        The p value of "no lift", by Student's t.
    relative_lift : float or None
        As a share of what members would have had without the programme.
    member_before, member_after, other_before, other_after : float
        The four means.
    before_after : float
        The members' change: often printed as lift, but it is not.
    member_vs_other : float
        Members against others, after: not lift either, members select themselves.
    rows, clusters : float
        Rows and customers.
    """

    lift: float
    standard_error: float
    interval: Interval
    p_value: float
    degrees_of_freedom: float
    relative_lift: float | None
    member_before: float
    member_after: float
    other_before: float
    other_after: float
    before_after: float
    member_vs_other: float
    rows: float
    clusters: float


@checked
def incremental_lift(
    frame: Any,
    *,
    outcome: str = "spend",
    member: str = "member",
    after: str = "after",
    customer: str = "customer",
    level: float = 0.95,
) -> Lift:
    """Estimate what a programme added, as a difference in differences.

    It assumes that without the programme members and others would have changed alike. To look for signs against it,
    call it on the time before the programme, with a later and an earlier part: a lift there says that both were
    drifting apart already; none shown is no proof that they were not.

    Parameters
    ----------
    frame : eager frame
        One row a customer and period.
    outcome, member, after, customer : str
        The columns: what should rise; whether the customer is a member; whether the period lies after joining (both
        true and false, or 0 and 1); who.
    level : float
        The level of the interval.

    Returns
    -------
    Lift
        The lift, its error, and beside it what is often printed as lift.

    Examples
    --------
    >>> import pandas as pd, ukur
    >>> frame = pd.DataFrame({"customer": [1, 1, 2, 2, 3, 3, 4, 4], "member": [True] * 4 + [False] * 4,
    ...                       "after": [False, True] * 4, "spend": [90, 115, 110, 135, 85, 95, 95, 103]})
    >>> result = ukur.programmes.incremental_lift(frame)
    >>> result.lift, result.before_after
    (16.0, 25.0)
    """
    opened = open_frame("frame", frame)
    text = _core.programmes_lift(
        float_column("outcome", opened, outcome),
        _flags("member", column("member", opened, member).to_native(), member),
        _flags("after", column("after", opened, after).to_native(), after),
        as_labels("customer", opened, customer).codes,
        as_number("level", level),
    )
    return record(Lift, text)


def _flags(name: str, values: Any, wanted: str) -> FlagArray:
    """A column of true and false, or of 0 and 1."""
    numbers = as_array(wanted, values)
    good = (numbers == 0) | (numbers == 1)
    if not good.all():
        row = int(np.argmin(good))
        raise InvalidTypeError(
            f"`{name}` must hold true and false, got {numbers[row]} in row {row} of the column {wanted!r}",
            "invalid_type",
        )
    return np.asarray(numbers == 1)
