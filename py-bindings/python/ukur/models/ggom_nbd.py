"""The GGom/NBD model."""

from __future__ import annotations

from typing import ClassVar, Self

from .. import _core
from ._purchase import PurchaseModel

__all__ = ["GgomNbd"]


class GgomNbd(PurchaseModel):
    """GGom/NBD: purchases at individual rates during a lifetime whose risk grows or fades with age.

    Purchase rates are gamma distributed with shape `r` and rate `alpha` (a time). Lifetimes are Gompertz distributed
    with the common shape `b` (per unit of time) and individual scales, gamma distributed with shape `s` and rate
    `beta`. As `b` goes to 0 with `beta` / `b` fixed this is Pareto/NBD.

    References
    ----------
    Bemmaor and Glady (2012), Management Science 58:1012; Adler (2022), doi 10.1287/mnsc.2022.4422.

    Examples
    --------
    >>> import ukur
    >>> model = ukur.models.GgomNbd.from_params(r=0.553, alpha=10.578, b=0.0002, s=0.603, beta=0.0026)
    >>> round(model.expected_purchases(39, frequency=2, recency=30.43, T=38.86), 3)
    1.466
    """

    _name: ClassVar[str] = "ggom_nbd"
    _parameter_names: ClassVar[tuple[str, ...]] = ("r", "alpha", "b", "s", "beta")

    @classmethod
    def from_params(cls, *, r: float, alpha: float, b: float, s: float, beta: float, unit: str | None = None) -> Self:
        """Make the model from its parameters.

        Parameters
        ----------
        r, alpha, b, s, beta : float
            Each above 0.
        unit : str, optional
            The unit of time.

        Returns
        -------
        GgomNbd
            The model.
        """
        return cls._of(_core.CustomerModel.from_parameters(cls._name, [r, alpha, b, s, beta], [], unit))
