"""Metrics of the group ``segmentation``. Generated from the catalogue by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from .._core import Metric
from .._typing import ColumnLike, FloatLike, FloatOut, OnInvalid

__all__ = [
    "rfm_score_concat",
    "rfm_score_weighted",
    "rfm_quintile_rank",
    "top_share",
    "gini",
    "herfindahl",
]

_rfm_score_concat = Metric("rfm_score_concat")
_rfm_score_weighted = Metric("rfm_score_weighted")
_rfm_quintile_rank = Metric("rfm_quintile_rank")
_top_share = Metric("top_share")
_gini = Metric("gini")
_herfindahl = Metric("herfindahl")


def rfm_score_concat(r: FloatLike, f: FloatLike, m: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Code of an RFM cell that strings the recency, frequency and monetary scores together.

    RFM cell (concatenated). Formula: ``100.0 * r + 10.0 * f + m``.

    Parameters
    ----------
    r : float or array-like of float
        Recency score, 1 to 9, higher is more recent (unit: score, a whole number from 1 to 9).
    f : float or array-like of float
        Frequency score, 1 to 9, higher is more frequent (unit: score, a whole number from 1 to 9).
    m : float or array-like of float
        Monetary score, 1 to 9, higher is more spent (unit: score, a whole number from 1 to 9).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Three-digit code; a label, not a quantity (unit: code).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: not_rollable.
    A code, not a number: never average it.

    References
    ----------
    R package rfm 0.3.0, github.com/rsquaredacademy/rfm at 297ed8b, after Blattberg, Kim & Neslin (2008),
    Database Marketing, ch. 12

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.rfm_score_concat(f=4, m=3, r=5), 0)
    543.0
    """
    return _rfm_score_concat.compute((r, f, m), on_invalid)  # type: ignore[no-any-return]


def rfm_score_weighted(r: FloatLike, f: FloatLike, m: FloatLike, wr: FloatLike, wf: FloatLike, wm: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Weighted average of the recency, frequency and monetary scores of a customer.

    RFM weighted score. Formula: ``(wr * r + wf * f + wm * m) / (wr + wf + wm)``.

    Parameters
    ----------
    r : float or array-like of float
        Recency score, higher is more recent (unit: score, a whole number >= 1).
    f : float or array-like of float
        Frequency score, higher is more frequent (unit: score, a whole number >= 1).
    m : float or array-like of float
        Monetary score, higher is more spent (unit: score, a whole number >= 1).
    wr : float or array-like of float
        Weight of recency (unit: ratio, a finite number >= 0).
    wf : float or array-like of float
        Weight of frequency (unit: ratio, a finite number >= 0).
    wm : float or array-like of float
        Weight of monetary value (unit: ratio, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Score on the scale of the inputs (unit: score).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``wr + wf + wm == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: mean.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.rfm_score_weighted(f=4, m=3, r=5, wf=1, wm=1, wr=2), 2)
    4.25
    """
    return _rfm_score_weighted.compute((r, f, m, wr, wf, wm), on_invalid)  # type: ignore[no-any-return]


def rfm_quintile_rank(values: ColumnLike, value: FloatLike) -> float:
    """Score from 1 to 5 by how many customers have a smaller value; equal values share the lowest rank.

    Quintile score by rank (ties share the lowest rank). Formula:
    ``crate::customers::rfm_segments::rank_score(values, value, 5)``.

    Parameters
    ----------
    values : array-like of float
        Values of all customers, in any one unit (unit: any, a finite number >= 0).
    value : float or array-like of float
        Value of the customer to score, in the same unit (unit: any, a finite number >= 0).

    Returns
    -------
    float
        Score 1 to 5, 5 for the highest values (unit: score).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``values.is_empty()``: ``insufficient_data``.

    Notes
    -----
    Roll-up: not_rollable.
    Scale equivariant, unlike quantile + 1 cut points in rfm (R): there amounts 0.1 ... 0.5 all fall in bin 1.

    References
    ----------
    Hughes (1994), Strategic Database Marketing

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.rfm_quintile_rank(value=40, values=[10, 20, 30, 40, 50]), 0)
    4.0
    """
    return _rfm_quintile_rank.compute((values, value), "raise")  # type: ignore[no-any-return]


def top_share(revenue: ColumnLike, fraction: FloatLike) -> float:
    """Share of revenue that comes from the best customers, a given fraction of them all.

    Revenue share of the top fraction of customers. Formula: ``share_of_largest(revenue, fraction)``.

    Parameters
    ----------
    revenue : array-like of float
        Revenue of each customer, in one currency (unit: currency, a finite number >= 0).
    fraction : float or array-like of float
        Fraction of customers counted as the top, rounded up to whole customers (unit: ratio, a fraction from
        0 to 1).

    Returns
    -------
    float
        Fraction of revenue (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``sum(revenue) == 0.0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: recompute.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.top_share(fraction=0.2, revenue=[50, 20, 15, 10, 5]), 1)
    0.5
    """
    return _top_share.compute((revenue, fraction), "raise")  # type: ignore[no-any-return]


def gini(values: ColumnLike) -> float:
    """How unevenly revenue is spread over customers, 0 when all give the same.

    Gini coefficient of revenue. Formula: ``gini_coefficient(values)``.

    Parameters
    ----------
    values : array-like of float
        Revenue of each customer, in one currency (unit: any, a finite number >= 0).

    Returns
    -------
    float
        Between 0 and 1; close to 1 when very few customers give nearly all (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``values.is_empty()``: ``insufficient_data``; ``sum(values) == 0.0``:
        ``zero_denominator``.

    Notes
    -----
    Roll-up: recompute.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.gini(values=[5, 10, 15, 20, 50]), 1)
    0.4
    """
    return _gini.compute((values,), "raise")  # type: ignore[no-any-return]


def herfindahl(values: ColumnLike) -> float:
    """Concentration of a total, as the chance that two random units of it belong to the same part.

    Herfindahl-Hirschman index of shares. Formula: ``sum_of_squared_shares(values)``.

    Parameters
    ----------
    values : array-like of float
        Size of each part, in any one unit (unit: any, a finite number >= 0).

    Returns
    -------
    float
        Between 1 over the number of parts and 1 (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``sum(values) == 0.0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: recompute.

    References
    ----------
    Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the
    MASB Universal Marketing Dictionary, marketing-dictionary.org

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.herfindahl(values=[5, 10, 15, 20, 50]), 3)
    0.325
    """
    return _herfindahl.compute((values,), "raise")  # type: ignore[no-any-return]
