"""The Pareto/NBD model. Generated from the core's models by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from typing import ClassVar, Self

from .._checked import checked
from ._purchase import PurchaseModel

__all__ = ["ParetoNbd"]


class ParetoNbd(PurchaseModel):
    """Pareto/NBD: purchases at individual rates during a lifetime of individual length.

    Purchase rates are gamma distributed with shape `r` and rate `alpha` (a time), the rates of dropout gamma
    distributed with shape `s` and rate `beta` (a time). A customer can leave at any time, also before the first
    repeat purchase.

    References
    ----------
    Schmittlein, Morrison & Colombo 1987, Management Science 33:1.

    Examples
    --------
    >>> import ukur
    >>> model = ukur.models.ParetoNbd.from_params(r=0.55, alpha=10.56, s=0.61, beta=11.64)
    >>> round(model.expected_purchases(horizon=2, frequency=10, recency=35, T=39), 3)
    0.388

    Fitted:

    >>> truth = ukur.models.ParetoNbd.from_params(r=0.55, alpha=10.56, s=0.61, beta=11.64)
    >>> made = truth.simulate(1000, T=39, seed=1)
    >>> summary = {"frequency": made.frequency, "recency": made.recency, "T": made.T}
    >>> model = ukur.models.ParetoNbd().fit(summary)
    >>> {name: round(value, 3) for name, value in model.params_.items()}
    {'r': 0.741, 'alpha': 14.34, 's': 0.472, 'beta': 5.79}
    >>> model.diagnosis_.code
    'converged'
    """

    _name: ClassVar[str] = "pareto_nbd"
    _parameter_names: ClassVar[tuple[str, ...]] = ("r", "alpha", "s", "beta")

    @classmethod
    @checked
    def from_params(cls, *, r: float, alpha: float, s: float, beta: float, unit: str | None = None) -> Self:
        """Make the model from its parameters.

        Parameters
        ----------
        r : float
            Shape of the purchase rates; above 0.
        alpha : float
            Rate parameter of the purchase rates, a time; above 0.
        s : float
            Shape of the dropout rates; above 0.
        beta : float
            Rate parameter of the dropout rates, a time; above 0.
        unit : str, optional
            The unit of time.

        Returns
        -------
        ParetoNbd
            The model.
        """
        return cls._from_numbers([r, alpha, s, beta], [], unit)
