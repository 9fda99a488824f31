"""Segments by recency, frequency and monetary value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import narwhals as nw
import numpy as np

from .. import _core
from .._checked import checked
from .._frames import float_column, open_frame
from .._inputs import as_array
from ..errors import InvalidInputError

__all__ = ["rfm_segments"]


@checked
def rfm_segments(
    summary: Any,
    *,
    time_since_last: str | None = None,
    frequency: str = "frequency",
    monetary_value: str | None = None,
    scores: int = 5,
    weights: tuple[float, float, float] = (1.0, 1.0, 1.0),
    segments: Mapping[str, Mapping[str, tuple[int, int]]] | None = None,
) -> Any:
    """Score customers by rank on recency, frequency and money, and name their segment.

    The score of a value is ``floor(scores * worse / n) + 1``, where `worse` of the n customers are strictly worse:
    5 is best. Equal values share one score, whatever the order of the rows, and a score means the same in any
    currency.

    Parameters
    ----------
    summary : pandas, Polars or PyArrow table
        One row a customer, as :func:`summarise` makes it. It is not changed.
    time_since_last : str, optional
        The column with the time since the last purchase. By default ``days_since_last`` if it is there, else
        ``T - recency``.
    frequency : str, default "frequency"
        The column with the purchases.
    monetary_value : str, optional
        The column with the money; by default ``monetary_value`` if it is there. A missing value ("no repeat
        purchase to take a mean of") ranks below every amount. Summarise with ``include_first_transaction=True``,
        or take ``total_value``, to tell single purchases apart.
    scores : int, default 5
        How many scores there are, 2 to 9.
    weights : tuple of three floats, default (1, 1, 1)
        Weights of recency, frequency and money in `rfm_score`.
    segments : mapping, optional
        Name to ``{"recency": (lowest, highest), "frequency": ..., "monetary": ...}``, scores included; the first
        that takes a customer names the segment, "other" is left. By default the ten segments of common use:

        ===================  =======  =========
        segment              recency  frequency
        ===================  =======  =========
        champions            5        4-5
        loyal                3-4      4-5
        potential_loyalists  4-5      2-3
        new_customers        5        1
        promising            4        1
        need_attention       3        3
        about_to_sleep       3        1-2
        cannot_lose          1-2      5
        at_risk              1-2      3-4
        hibernating          1-2      1-2
        ===================  =======  =========

    Returns
    -------
    frame
        The summary with recency_score, frequency_score, monetary_score, rfm_cell (the scores side by side, as
        543), rfm_score (their weighted mean) and segment.

    Raises
    ------
    InvalidInputError
        For an unknown column, a negative or missing number, scores outside 2 to 9, weights that are all zero.

    Examples
    --------
    >>> import pandas as pd
    >>> summary = pd.DataFrame({"frequency": [9, 4, 0, 6, 0], "days_since_last": [1, 30, 5, 90, 60]})
    >>> ukur.customers.rfm_segments(summary)[["rfm_cell", "segment"]]
       rfm_cell         segment
    0        55       champions
    1        33  need_attention
    2        41       promising
    3        14         at_risk
    4        21     hibernating

    References
    ----------
    Hughes (1994), Strategic Database Marketing.
    """
    opened = open_frame("summary", summary)
    if time_since_last is None and "days_since_last" in opened.columns:
        time_since_last = "days_since_last"
    if time_since_last is not None:
        since = float_column("time_since_last", opened, time_since_last)
    else:
        since = _core.customers_time_since_last(
            float_column("summary", opened, "recency"), float_column("summary", opened, "T")
        )
    if monetary_value is None and "monetary_value" in opened.columns:
        monetary_value = "monetary_value"
    if not isinstance(scores, int) or not 2 <= scores <= 9:
        raise InvalidInputError(f"`scores` must be a whole number from 2 to 9, got {scores!r}", "out_of_domain")
    named, codes, names = _core.customers_rfm_segments(
        since,
        float_column("frequency", opened, frequency),
        None if monetary_value is None else float_column("monetary_value", opened, monetary_value),
        scores,
        _weights(weights),
        None if segments is None else [_rule(name, rule, scores) for name, rule in segments.items()],
    )
    backend = opened.implementation
    whole = {name: array if name == "rfm_score" else array.astype(np.int64) for name, array in named}
    added = [nw.new_series(name, array, backend=backend) for name, array in whole.items()]
    added.append(nw.new_series("segment", [names[code] for code in codes], nw.String, backend=backend))
    return opened.with_columns(*added).to_native()


def _weights(weights: tuple[float, float, float]) -> tuple[float, float, float]:
    given = as_array("weights", list(weights))
    if given.shape != (3,):
        raise InvalidInputError(
            f"`weights` must be three numbers (recency, frequency, money), got {given.size}", "length_mismatch"
        )
    return float(given[0]), float(given[1]), float(given[2])


def _rule(
    name: str, rule: Mapping[str, tuple[int, int]], scores: int
) -> tuple[str, tuple[int, int], tuple[int, int], tuple[int, int]]:
    unknown = set(rule) - {"recency", "frequency", "monetary"}
    if unknown:
        raise InvalidInputError(
            f"`segments` names {sorted(unknown)[0]!r} for {name!r}; the scores are recency, frequency and monetary",
            "unknown_choice",
        )

    def span(score: str) -> tuple[int, int]:
        low, high = rule.get(score, (1, scores))
        if not 1 <= low <= high <= 9:
            raise InvalidInputError(
                f"`segments` gives {name!r} the {score} scores ({low}, {high}); write (lowest, highest) within 1 to "
                f"{scores}",
                "out_of_domain",
            )
        return low, high

    return name, span("recency"), span("frequency"), span("monetary")
