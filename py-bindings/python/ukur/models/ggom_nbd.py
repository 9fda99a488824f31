"""The GGom/NBD model. Generated from the core's models by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from typing import ClassVar, Self

from .._checked import checked
from ._purchase import PurchaseModel

__all__ = ["GgomNbd"]


class GgomNbd(PurchaseModel):
    """GGom/NBD: purchases at individual rates during a lifetime whose risk grows or fades with age.

    Purchase rates are gamma distributed with shape `r` and rate `alpha` (a time). Lifetimes are Gompertz distributed
    with the common shape `b` (per unit of time) and individual scales, gamma distributed with shape `s` and rate
    `beta`. As `b` goes to 0 with ``beta / b`` fixed this is :class:`ParetoNbd`.

    References
    ----------
    Bemmaor & Glady 2012, Management Science 58:1012; Adler 2022, doi 10.1287/mnsc.2022.4422.

    Examples
    --------
    >>> import ukur
    >>> model = ukur.models.GgomNbd.from_params(r=0.553, alpha=10.578, b=0.05, s=1, beta=30)
    >>> round(model.expected_purchases(horizon=39, frequency=2, recency=30.43, T=38.86), 3)
    1.382

    Fitted:

    >>> truth = ukur.models.GgomNbd.from_params(r=0.553, alpha=10.578, b=0.05, s=1, beta=30)
    >>> made = truth.simulate(1000, T=104, seed=1)
    >>> summary = {"frequency": made.frequency, "recency": made.recency, "T": made.T}
    >>> model = ukur.models.GgomNbd().fit(summary)
    >>> {name: round(value, 3) for name, value in model.params_.items()}
    {'r': 0.574, 'alpha': 11.734, 'b': 0.048, 's': 1.005, 'beta': 23.851}
    >>> model.diagnosis_.code
    'converged'
    """

    _name: ClassVar[str] = "ggom_nbd"
    _parameter_names: ClassVar[tuple[str, ...]] = ("r", "alpha", "b", "s", "beta")

    @classmethod
    @checked
    def from_params(cls, *, r: float, alpha: float, b: float, s: float, beta: float, unit: str | None = None) -> Self:
        """Make the model from its parameters.

        Parameters
        ----------
        r : float
            Shape of the purchase rates; above 0.
        alpha : float
            Rate parameter of the purchase rates, a time; above 0.
        b : float
            How fast the risk of leaving grows with age, per unit of time; above 0.
        s : float
            Shape of the individual risks; above 0.
        beta : float
            Rate parameter of the individual risks; above 0.
        unit : str, optional
            The unit of time.

        Returns
        -------
        GgomNbd
            The model.
        """
        return cls._from_numbers([r, alpha, b, s, beta], [], unit)
