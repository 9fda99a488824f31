"""Advocates: whom to ask, from what the CRM knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import narwhals as nw
import numpy as np

from .. import _core
from .._checked import checked
from .._frames import float_column, open_frame, same_kind
from .._inputs import as_number
from .._typing import FloatArray
from ..errors import InvalidInputError

__all__ = ["rank_advocates"]

_NEW = ("score", "engagement", "willingness", "rank")


@checked
def rank_advocates(
    frame: Any,
    *,
    engagement: Mapping[str, float] | Sequence[str],
    willingness: Mapping[str, float] | Sequence[str],
    engagement_weight: float = 0.5,
    combine: Literal["geometric", "arithmetic"] = "geometric",
) -> Any:
    """Rank customers by how engaged they are and how willing to share.

    Follower counts are better left out: what moves friends is how engaged a customer is and how willing to share.
    Every column becomes a percentile among the customers who have it, so that purchases, years and a 0-to-10 answer
    can be averaged; what is missing is left out of a customer's average.

    Parameters
    ----------
    frame : eager frame
        One row a customer.
    engagement, willingness : mapping of str to float, or sequence of str
        Columns and their weights, larger values better: purchases, tenure, visits; the answer to "would you recommend
        us", earlier shares.
    engagement_weight : float
        The weight of engagement against willingness.
    combine : {"geometric", "arithmetic"}
        Whether a customer needs both, or one makes up for the other.

    Returns
    -------
    frame
        The table with the columns ``score``, ``engagement``, ``willingness`` (0 to 1) and ``rank`` (1 is best)
        added; missing where the customer's signals are.

    Examples
    --------
    >>> import pandas as pd, ukur
    >>> crm = pd.DataFrame({"customer": ["a", "b", "c"], "cars": [6, 1, 3], "recommends": [9, 10, 2]})
    >>> ranked = ukur.programmes.rank_advocates(crm, engagement=["cars"], willingness=["recommends"])
    >>> ranked["rank"].tolist()
    [1.0, 2.0, 3.0]
    """
    opened = open_frame("frame", frame)
    taken = [name for name in _NEW if name in opened.columns]
    if taken:
        raise InvalidInputError(
            f"the table already has a column {taken[0]!r}, which the ranking would add; rename it", "duplicate_column"
        )
    columns = _core.programmes_rank_advocates(
        _signals("engagement", opened, engagement),
        _signals("willingness", opened, willingness),
        as_number("engagement_weight", engagement_weight),
        combine,
    )
    old = {name: opened[name] for name in opened.columns}
    return same_kind(opened, {**old, **dict(zip(_NEW, (np.asarray(c) for c in columns), strict=True))})


def _signals(
    name: str, frame: nw.DataFrame[Any], wanted: Mapping[str, float] | Sequence[str]
) -> list[tuple[FloatArray, float]]:
    if isinstance(wanted, str):
        wanted = [wanted]
    weights = dict(wanted) if isinstance(wanted, Mapping) else dict.fromkeys(wanted, 1.0)
    return [(float_column(name, frame, label), float(weight)) for label, weight in weights.items()]
