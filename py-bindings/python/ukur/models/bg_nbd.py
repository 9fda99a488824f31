"""The BG/NBD model. Generated from the core's models by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from typing import ClassVar, Self

from .._checked import checked
from ._purchase import PurchaseModel

__all__ = ["BgNbd"]


class BgNbd(PurchaseModel):
    """BG/NBD: purchases at individual rates, and a chance to leave after each repeat purchase.

    Purchase rates are gamma distributed with shape `r` and rate `alpha` (a time), the chances to leave beta
    distributed with `a` and `b`. A customer without a repeat purchase cannot have left.

    References
    ----------
    Fader, Hardie & Lee 2005, Marketing Science 24:275.

    Examples
    --------
    >>> import ukur
    >>> model = ukur.models.BgNbd.from_params(r=0.243, alpha=4.414, a=0.793, b=2.426)
    >>> round(model.expected_purchases(horizon=39, frequency=2, recency=30.43, T=38.86), 3)
    1.226

    Fitted:

    >>> truth = ukur.models.BgNbd.from_params(r=0.243, alpha=4.414, a=0.793, b=2.426)
    >>> made = truth.simulate(1000, T=39, seed=1)
    >>> summary = {"frequency": made.frequency, "recency": made.recency, "T": made.T}
    >>> model = ukur.models.BgNbd().fit(summary)
    >>> {name: round(value, 3) for name, value in model.params_.items()}
    {'r': 0.222, 'alpha': 4.037, 'a': 0.725, 'b': 1.827}
    >>> model.diagnosis_.code
    'converged'
    """

    _name: ClassVar[str] = "bg_nbd"
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
        BgNbd
            The model.
        """
        return cls._from_numbers([r, alpha, a, b], [], unit)
