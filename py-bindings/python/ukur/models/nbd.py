"""The NBD model. Generated from the core's models by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from typing import ClassVar, Self

from .._checked import checked
from ._purchase import PurchaseModel

__all__ = ["Nbd"]


class Nbd(PurchaseModel):
    """NBD: purchases at individual rates, for ever; nobody leaves.

    Purchase rates are gamma distributed with shape `r` and rate `alpha` (a time). What the other models become when
    nobody drops out.

    References
    ----------
    Ehrenberg 1959, Applied Statistics 8:26.

    Examples
    --------
    >>> import ukur
    >>> model = ukur.models.Nbd.from_params(r=0.385, alpha=12.072)
    >>> round(model.expected_purchases(horizon=39, frequency=2, recency=30.43, T=38.86), 3)
    1.826

    Fitted:

    >>> truth = ukur.models.Nbd.from_params(r=0.385, alpha=12.072)
    >>> made = truth.simulate(1000, T=39, seed=1)
    >>> summary = {"frequency": made.frequency, "recency": made.recency, "T": made.T}
    >>> model = ukur.models.Nbd().fit(summary)
    >>> {name: round(value, 3) for name, value in model.params_.items()}
    {'r': 0.429, 'alpha': 13.674}
    >>> model.diagnosis_.code
    'converged'
    """

    _name: ClassVar[str] = "nbd"
    _parameter_names: ClassVar[tuple[str, ...]] = ("r", "alpha")

    @classmethod
    @checked
    def from_params(cls, *, r: float, alpha: float, unit: str | None = None) -> Self:
        """Make the model from its parameters.

        Parameters
        ----------
        r : float
            Shape of the purchase rates; above 0.
        alpha : float
            Rate parameter of the purchase rates, a time; above 0.
        unit : str, optional
            The unit of time.

        Returns
        -------
        Nbd
            The model.
        """
        return cls._from_numbers([r, alpha], [], unit)
