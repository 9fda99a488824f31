"""The NBD model."""

from __future__ import annotations

from typing import ClassVar, Self

from .. import _core
from ._purchase import PurchaseModel

__all__ = ["Nbd"]


class Nbd(PurchaseModel):
    """NBD: purchases at individual rates, for ever; nobody leaves.

    Purchase rates are gamma distributed with shape `r` and rate `alpha` (a time). What the other models become when
    nobody drops out.

    References
    ----------
    Ehrenberg (1959), Applied Statistics 8:26.

    Examples
    --------
    >>> import ukur
    >>> model = ukur.models.Nbd.from_params(r=0.385, alpha=12.072)
    >>> round(model.expected_purchases(39, frequency=2, recency=30.43, T=38.86), 3)
    1.826
    """

    _name: ClassVar[str] = "nbd"
    _parameter_names: ClassVar[tuple[str, ...]] = ("r", "alpha")

    @classmethod
    def from_params(cls, *, r: float, alpha: float, unit: str | None = None) -> Self:
        """Make the model from its parameters.

        Parameters
        ----------
        r, alpha : float
            Each above 0.
        unit : str, optional
            The unit of time.

        Returns
        -------
        Nbd
            The model.
        """
        return cls._of(_core.CustomerModel.from_parameters(cls._name, [r, alpha], [], unit))
