"""How long customers stay: Kaplan-Meier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from .. import _core
from .._checked import checked
from .._inputs import as_array
from .._typing import ColumnLike, FlagArray, FloatArray
from ..errors import InvalidInputError

__all__ = ["SurvivalCurve", "kaplan_meier"]


@dataclass(frozen=True, eq=False)
class SurvivalCurve:
    """A Kaplan-Meier curve: one row for each different duration, ascending.

    Attributes
    ----------
    time : numpy.ndarray
        The duration.
    at_risk : numpy.ndarray
        Customers who stayed at least so long.
    events, censored : numpy.ndarray
        Those of them who left then, and those who were last seen then, still there.
    survival : numpy.ndarray
        The share that stays longer.
    standard_error : numpy.ndarray
        Its standard error (Greenwood); NaN once the curve has reached 0.
    lower, upper : numpy.ndarray
        The pointwise interval; NaN once the curve has reached 0.
    confidence : float
        Its level.
    """

    time: FloatArray
    at_risk: FloatArray
    events: FloatArray
    censored: FloatArray
    survival: FloatArray
    standard_error: FloatArray
    lower: FloatArray
    upper: FloatArray
    confidence: float

    @checked
    def at(self, time: float) -> float:
        """The share that stays longer than `time`.

        Parameters
        ----------
        time : float
            A time within the durations seen.

        Returns
        -------
        float
            The share.

        Raises
        ------
        UndefinedError
            Beyond the longest duration; code ``"extrapolation"``.
        """
        return _core.customers_survival_at(self.time, self.survival, time)

    @checked
    def time_to(self, share: float) -> float:
        """The shortest time at which the curve has fallen to `share`.

        Parameters
        ----------
        share : float
            Between 0 and 1; 0.5 for the median.

        Returns
        -------
        float
            The time.

        Raises
        ------
        UndefinedError
            Where the curve stays above the share; code ``"not_reached"``.
        """
        return _core.customers_survival_time(self.time, self.survival, share)

    def to_dict(self) -> dict[str, FloatArray]:
        """The columns by name, for a table of any library."""
        names = ("time", "at_risk", "events", "censored", "survival", "standard_error", "lower", "upper")
        return {name: getattr(self, name) for name in names}

    def __len__(self) -> int:
        return len(self.time)


@checked
def kaplan_meier(
    durations: ColumnLike,
    observed: ColumnLike | None = None,
    *,
    weights: ColumnLike | None = None,
    confidence: float = 0.95,
    scale: Literal["log_log", "log", "plain"] = "log_log",
) -> SurvivalCurve:
    """Estimate how long customers stay (Kaplan and Meier 1958).

    Parameters
    ----------
    durations : column of float
        How long each customer stayed, or has stayed so far.
    observed : column of bool, optional
        True where the customer has left, False where he or she was still there at the last look; by default all
        have left.
    weights : column of float, optional
        How many customers a row stands for.
    confidence : float, default 0.95
        The level of the pointwise interval.
    scale : {"log_log", "log", "plain"}, default "log_log"
        The scale on which the interval is symmetric.

    Returns
    -------
    SurvivalCurve
        The curve with standard errors and interval.

    Raises
    ------
    InvalidInputError
        For a negative or missing duration, columns of different length, flags other than 0 and 1.

    Examples
    --------
    >>> curve = ukur.customers.kaplan_meier([1, 2, 2, 3, 4, 5, 5, 6], [1, 1, 0, 1, 0, 1, 1, 0])
    >>> [round(float(share), 3) for share in curve.survival]
    [0.875, 0.75, 0.6, 0.6, 0.2, 0.2]
    >>> curve.time_to(0.5)
    5.0

    References
    ----------
    Kaplan and Meier (1958), J. Amer. Statist. Assoc. 53, 457-481; Greenwood (1926).
    """
    named = _core.customers_kaplan_meier(
        as_array("durations", durations),
        None if observed is None else _flags("observed", observed),
        None if weights is None else as_array("weights", weights),
        confidence,
        scale,
    )
    return SurvivalCurve(**dict(named), confidence=confidence)


def _flags(name: str, values: ColumnLike) -> FlagArray:
    numbers = as_array(name, values)
    flags = numbers == 1.0
    wrong = ~(flags | (numbers == 0.0))
    if wrong.any():
        row = int(np.argmax(wrong))
        raise InvalidInputError(
            f"`{name}` must hold True and False (or 1 and 0), got {numbers[row]} in row {row}", "out_of_domain"
        )
    return np.ascontiguousarray(flags)
