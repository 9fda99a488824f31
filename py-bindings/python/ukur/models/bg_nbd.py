"""The BG/NBD model."""

from __future__ import annotations

from typing import ClassVar, Self

from .. import _core
from ._purchase import PurchaseModel

__all__ = ["BgNbd"]


class BgNbd(PurchaseModel):
    """BG/NBD: purchases at individual rates, and a chance to leave after each repeat purchase.

    Purchase rates are gamma distributed with shape `r` and rate `alpha` (a time), the chances to leave beta
    distributed with `a` and `b`. A customer without a repeat purchase cannot have left.

    References
    ----------
    Fader, Hardie and Lee (2005), Marketing Science 24:275.

    Examples
    --------
    >>> import ukur
    >>> model = ukur.models.BgNbd.from_params(r=0.243, alpha=4.414, a=0.793, b=2.426)
    >>> round(model.expected_purchases(39, frequency=2, recency=30.43, T=38.86), 3)
    1.226
    """

    _name: ClassVar[str] = "bg_nbd"
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
        BgNbd
            The model.
        """
        return cls._of(_core.CustomerModel.from_parameters(cls._name, [r, alpha, a, b], [], unit))
