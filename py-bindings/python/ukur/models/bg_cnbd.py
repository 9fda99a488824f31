"""The BG/CNBD-k model. Generated from the core's models by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from typing import ClassVar, Self

from .._checked import checked
from ._regular import RegularPurchaseModel

__all__ = ["BgCnbd"]


class BgCnbd(RegularPurchaseModel):
    """BG/CNBD-k: purchases at regular times, and a chance to leave after each repeat purchase.

    The time between two purchases is made of `k` stages; stages pass at rates that are gamma distributed with shape
    `r` and rate `alpha` (a time). The chances to leave are beta distributed with `a` and `b`. With ``k = 1`` it is
    :class:`BgNbd`. Without a `k` the fit takes the one with the largest log-likelihood, for which it needs the
    column `sum_log_intervals`.

    Parameters
    ----------
    k : int, optional
        Stages between two purchases: 1 is random, larger is more regular; from 1 to 50. Without it ``fit`` chooses
        it.

    References
    ----------
    Reutterer, Platzer & Schröder 2021, International Journal of Research in Marketing 38:194.

    Examples
    --------
    >>> import ukur
    >>> model = ukur.models.BgCnbd.from_params(k=3, r=0.85, alpha=1.45, a=0.79, b=2.42)
    >>> round(model.expected_purchases(horizon=32, frequency=0, recency=0, T=32), 4)
    0.5296

    Fitted:

    >>> truth = ukur.models.BgCnbd.from_params(k=3, r=0.85, alpha=1.45, a=0.79, b=2.42)
    >>> made = truth.simulate(1000, T=32, seed=1)
    >>> summary = {"frequency": made.frequency, "recency": made.recency, "T": made.T, "sum_log_intervals": made.sum_log_intervals}
    >>> model = ukur.models.BgCnbd().fit(summary)
    >>> {name: round(value, 3) for name, value in model.params_.items()}
    {'r': 0.863, 'alpha': 1.458, 'a': 0.76, 'b': 2.134}
    >>> model.diagnosis_.code
    'converged'
    """

    _name: ClassVar[str] = "bg_cnbd"
    _parameter_names: ClassVar[tuple[str, ...]] = ("r", "alpha", "a", "b")

    @classmethod
    @checked
    def from_params(cls, *, k: int, r: float, alpha: float, a: float, b: float, unit: str | None = None) -> Self:
        """Make the model from its parameters.

        Parameters
        ----------
        k : int
            Stages between two purchases: 1 is random, larger is more regular; from 1 to 50.
        r : float
            Shape of the rates of stages; above 0.
        alpha : float
            Rate parameter of the rates of stages, a time; above 0.
        a : float
            First parameter of the dropout chances; above 0.
        b : float
            Second parameter of the dropout chances; above 0.
        unit : str, optional
            The unit of time.

        Returns
        -------
        BgCnbd
            The model.
        """
        return cls._from_numbers([r, alpha, a, b], [k], unit)
