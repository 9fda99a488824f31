"""The MBG/NBD model."""

from __future__ import annotations

from typing import ClassVar, Self

from .. import _core
from ._purchase import PurchaseModel

__all__ = ["MbgNbd"]


class MbgNbd(PurchaseModel):
    """MBG/NBD: purchases at individual rates, and a chance to leave after each purchase, the first one included.

    Purchase rates are gamma distributed with shape `r` and rate `alpha` (a time), the chances to leave beta
    distributed with `a` and `b`. Unlike in BG/NBD, a customer without a repeat purchase may have left.

    References
    ----------
    Batislam, Denizel and Filiztekin (2007), International Journal of Research in Marketing 24:201.

    Examples
    --------
    >>> import ukur
    >>> model = ukur.models.MbgNbd.from_params(r=0.525, alpha=6.183, a=0.891, b=1.614)
    >>> round(model.purchase_probability(0, horizon=39), 3)
    0.582
    """

    _name: ClassVar[str] = "mbg_nbd"
    _parameter_names: ClassVar[tuple[str, ...]] = ("r", "alpha", "a", "b")

    @classmethod
    def from_params(cls, *, r: float, alpha: float, a: float, b: float, unit: str | None = None) -> Self:
        """Make the model from its parameters.

        Parameters
        ----------
        r, alpha, a, b : float
            Each above 0.
        unit : str, optional
            The unit of time.

        Returns
        -------
        MbgNbd
            The model.
        """
        return cls._of(_core.CustomerModel.from_parameters(cls._name, [r, alpha, a, b], [], unit))
