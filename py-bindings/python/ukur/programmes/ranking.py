"""Is a ranking any good: lift, cumulative gain, area under the curve, calibration."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass

import numpy as np

from .. import _core
from .._checked import checked
from .._inputs import as_array, as_whole
from .._records import record
from .._typing import ColumnLike, FloatArray

__all__ = ["Calibrated", "Calibration", "CalibrationRow", "GainRow", "RankingQuality", "calibrate", "judge_ranking"]


@dataclass(frozen=True)
class GainRow:
    """One group of the ranking, best first.

    Attributes
    ----------
    share_targeted : float
        The share of customers up to and including this group.
    customers, advocates : float
        In the group; fractions where equal scores straddle a border.
    rate, lift : float
        ``advocates / customers``, and that over the overall rate.
    share_captured : float
        The share of all advocates up to and including this group.
    cumulative_lift : float
        ``share_captured / share_targeted``.
    """

    share_targeted: float
    customers: float
    advocates: float
    rate: float
    lift: float
    share_captured: float
    cumulative_lift: float


@dataclass(frozen=True)
class CalibrationRow:
    """One group of customers with similar predictions.

    Attributes
    ----------
    predicted, observed : float
        Mean predicted probability, and observed rate.
    customers : float
        Customers.
    """

    predicted: float
    observed: float
    customers: float


@dataclass(frozen=True)
class Calibration:
    """Scores held against outcomes as probabilities.

    Attributes
    ----------
    mean_predicted, mean_observed : float
        Mean prediction and observed rate.
    brier, brier_skill : float
        The mean squared error, and by what share it is below that of predicting the overall rate.
    calibration_error : float
        The mean distance of group rates from group predictions.
    groups : tuple of CalibrationRow
        Lowest predictions first.
    """

    mean_predicted: float
    mean_observed: float
    brier: float
    brier_skill: float
    calibration_error: float
    groups: tuple[CalibrationRow, ...]


@dataclass(frozen=True)
class RankingQuality:
    """How good a ranking is.

    Attributes
    ----------
    customers, advocates, rate : float
        Customers with a score, those who advocated, and their share.
    auc : float
        The probability that an advocate is ranked above a customer who is none.
    auc_standard_error : float or None
        DeLong's standard error.
    gain : tuple of GainRow
        Cumulative gain, best group first.
    calibration : Calibration or None
        Where the scores lie between 0 and 1.
    """

    customers: float
    advocates: float
    rate: float
    auc: float
    auc_standard_error: float | None
    gain: tuple[GainRow, ...]
    calibration: Calibration | None


@dataclass(frozen=True)
class Calibrated:
    """Scores turned into probabilities.

    Attributes
    ----------
    from_ : tuple of float
        The scores at which a step begins.
    probability : tuple of float
        The probability from there on.
    customers : tuple of float
        The customers behind each step.
    calibrated : numpy.ndarray
        The probability of each score asked for.
    """

    from_: tuple[float, ...]
    probability: tuple[float, ...]
    customers: tuple[float, ...]
    calibrated: FloatArray = dataclasses.field(default_factory=lambda: np.empty(0), compare=False)


@checked
def judge_ranking(score: ColumnLike, advocated: ColumnLike, *, groups: int = 10) -> RankingQuality:
    """Hold a ranking against what happened.

    Parameters
    ----------
    score : array-like of float
        The score of each customer, larger is better; customers without one are left out.
    advocated : array-like of float
        1 for a customer who did advocate, 0 otherwise.
    groups : int
        Into how many groups to cut the ranking.

    Returns
    -------
    RankingQuality
        Lift, cumulative gain, area under the curve, calibration.

    Raises
    ------
    UndefinedError
        Where all or none advocated; code ``"not_identified"``.

    Examples
    --------
    >>> import ukur
    >>> quality = ukur.programmes.judge_ranking([0.9, 0.8, 0.7, 0.2], [1, 1, 0, 0], groups=2)
    >>> quality.auc, quality.gain[0].lift
    (1.0, 2.0)
    """
    text = _core.programmes_judge_ranking(as_array("score", score), as_array("advocated", advocated), as_whole("groups", groups))
    return record(RankingQuality, text)


@checked
def calibrate(score: ColumnLike, advocated: ColumnLike, *, apply_to: ColumnLike | None = None) -> Calibrated:
    """Turn scores into probabilities that never fall with the score (isotonic regression).

    Parameters
    ----------
    score, advocated : array-like of float
        Scores, and 1 or 0 for what happened.
    apply_to : array-like of float, optional
        Scores to give a probability; `score` by default.

    Returns
    -------
    Calibrated
        The steps, and the probabilities.

    Examples
    --------
    >>> import ukur
    >>> ukur.programmes.calibrate([1, 2, 3, 4], [0, 1, 0, 1], apply_to=[2.7]).calibrated.tolist()
    [0.5]
    """
    scores = as_array("score", score)
    wanted = scores if apply_to is None else as_array("apply_to", apply_to)
    text, applied = _core.programmes_calibrate(scores, as_array("advocated", advocated), wanted)
    found = json.loads(text)
    return Calibrated(
        from_=tuple(found["from"]),
        probability=tuple(found["probability"]),
        customers=tuple(found["customers"]),
        calibrated=applied,
    )
