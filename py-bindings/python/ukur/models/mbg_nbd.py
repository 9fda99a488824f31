"""The MBG/NBD model. Generated from the core's models by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from typing import ClassVar, Self

from .._checked import checked
from ._purchase import PurchaseModel

__all__ = ["MbgNbd"]


class MbgNbd(PurchaseModel):
    """MBG/NBD: purchases at individual rates, and a chance to leave after each purchase, the first one included.

    Purchase rates are gamma distributed with shape `r` and rate `alpha` (a time), the chances to leave beta
    distributed with `a` and `b`. Unlike in BG/NBD, a customer without a repeat purchase may have left.

    References
    ----------
    Batislam, Denizel & Filiztekin 2007, International Journal of Research in Marketing 24:201.

    Examples
    --------
    >>> import ukur
    >>> model = ukur.models.MbgNbd.from_params(r=0.525, alpha=6.183, a=0.891, b=1.614)
    >>> round(model.purchase_probability(n=0, horizon=39), 3)
    0.582

    Fitted:

    >>> truth = ukur.models.MbgNbd.from_params(r=0.525, alpha=6.183, a=0.891, b=1.614)
    >>> made = truth.simulate(1000, T=39, seed=1)
    >>> summary = {"frequency": made.frequency, "recency": made.recency, "T": made.T}
    >>> model = ukur.models.MbgNbd().fit(summary)
    >>> {name: round(value, 3) for name, value in model.params_.items()}
    {'r': 0.74, 'alpha': 7.683, 'a': 0.891, 'b': 1.329}
    >>> model.diagnosis_.code
    'converged'
    """

    _name: ClassVar[str] = "mbg_nbd"
    _parameter_names: ClassVar[tuple[str, ...]] = ("r", "alpha", "a", "b")

    @classmethod
    @checked
    def from_params(cls, *, r: float, alpha: float, a: float, b: float, unit: str | None = None) -> Self:
        """Make the model from its parameters.

        Parameters
        ----------
        r : float
            Shape of the purchase rates; above 0.
        alpha : float
            Rate parameter of the purchase rates, a time; above 0.
        a : float
            First parameter of the dropout chances; above 0.
        b : float
            Second parameter of the dropout chances; above 0.
        unit : str, optional
            The unit of time.

        Returns
        -------
        MbgNbd
            The model.
        """
        return cls._from_numbers([r, alpha, a, b], [], unit)
