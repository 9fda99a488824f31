"""The Pareto/NBD model."""

from __future__ import annotations

from typing import ClassVar, Self

from .. import _core
from ._purchase import PurchaseModel

__all__ = ["ParetoNbd"]


class ParetoNbd(PurchaseModel):
    """Pareto/NBD: purchases at individual rates during a lifetime of individual length.

    Purchase rates are gamma distributed with shape `r` and rate `alpha` (a time), the rates of dropout gamma
    distributed with shape `s` and rate `beta` (a time). A customer can leave at any time, also before the first
    repeat purchase.

    References
    ----------
    Schmittlein, Morrison and Colombo (1987), Management Science 33:1.

    Examples
    --------
    >>> import ukur
    >>> model = ukur.models.ParetoNbd.from_params(r=0.55, alpha=10.56, s=0.61, beta=11.64)
    >>> round(model.expected_purchases(2, frequency=10, recency=35, T=39), 3)
    0.388
    """

    _name: ClassVar[str] = "pareto_nbd"
    _parameter_names: ClassVar[tuple[str, ...]] = ("r", "alpha", "s", "beta")

    @classmethod
    def from_params(cls, *, r: float, alpha: float, s: float, beta: float, unit: str | None = None) -> Self:
        """Make the model from its parameters.

        Parameters
        ----------
        r, alpha, s, beta : float
            Each above 0.
        unit : str, optional
            The unit of time.

        Returns
        -------
        ParetoNbd
            The model.
        """
        return cls._of(_core.CustomerModel.from_parameters(cls._name, [r, alpha, s, beta], [], unit))
