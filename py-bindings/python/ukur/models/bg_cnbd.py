"""The BG/CNBD-k model."""

from __future__ import annotations

from typing import ClassVar

from ._regular import RegularPurchaseModel

__all__ = ["BgCnbd"]


class BgCnbd(RegularPurchaseModel):
    """BG/CNBD-k: purchases at regular times, and a chance to leave after each repeat purchase.

    The time between two purchases is made of `k` stages; stages pass at rates that are gamma distributed with shape
    `r` and rate `alpha` (a time). The chances to leave are beta distributed with `a` and `b`. With ``k = 1`` it is
    :class:`BgNbd`.

    Parameters
    ----------
    k : int, optional
        Stages between two purchases, from 1 (random) to 50. Without it, ``fit`` takes the `k` with the largest
        log-likelihood, for which a summary needs the column `sum_log_intervals`
        (``customers.summarise(..., extra=["sum_log_intervals"])``).

    References
    ----------
    Reutterer, Platzer and Schröder (2021), International Journal of Research in Marketing 38:194.

    Examples
    --------
    >>> import ukur
    >>> model = ukur.models.BgCnbd.from_params(k=3, r=0.85, alpha=1.45, a=0.79, b=2.42)
    >>> round(model.expected_purchases(32, frequency=0, recency=0, T=32), 4)
    0.5296
    """

    _name: ClassVar[str] = "bg_cnbd"
