"""The Gamma-Gamma model. Generated from the core's models by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from typing import ClassVar, Self

from .._checked import checked
from ._spend import SpendModel

__all__ = ["GammaGamma"]


class GammaGamma(SpendModel):
    """Gamma-Gamma: how much customers spend a purchase.

    Purchases of one customer vary around an individual mean (gamma, shape `p`); the means vary between customers
    (shape `q`, scale `gamma`, money). Spend is taken to be independent of how often a customer buys; the notes of a
    fit give the correlation. Customers without a repeat purchase, or with a mean of zero or less, say nothing about
    the model: a fit leaves them out and counts them.

    References
    ----------
    Fader & Hardie 2013, note 025; Fader, Hardie & Lee 2005, Journal of Marketing Research 42:415.

    Examples
    --------
    >>> import ukur
    >>> model = ukur.models.GammaGamma.from_params(p=6.25, q=3.74, gamma=15.44)
    >>> round(model.expected_spend(frequency=1, monetary_value=35), 4)
    35.0667

    Fitted:

    >>> frequency = [1, 2, 2, 2, 2, 6, 1, 1, 1, 9, 2, 4, 6, 4, 9, 9]
    >>> monetary_value = [34.6, 25.2, 30.3, 8.9, 23.9, 26.3, 69.3, 27.8, 29.5, 26.2, 23.1, 100.2, 26.2, 44, 63, 12]
    >>> model = ukur.models.GammaGamma().fit(frequency=frequency, monetary_value=monetary_value)
    >>> {name: round(value, 3) for name, value in model.params_.items()}
    {'p': 21.918, 'q': 3.347, 'gamma': 3.951}
    >>> model.diagnosis_.code
    'converged'
    """

    _name: ClassVar[str] = "gamma_gamma"
    _parameter_names: ClassVar[tuple[str, ...]] = ("p", "q", "gamma")

    @classmethod
    @checked
    def from_params(cls, *, p: float, q: float, gamma: float) -> Self:
        """Make the model from its parameters.

        Parameters
        ----------
        p : float
            Shape of the purchases of one customer; above 0.
        q : float
            Shape of the means between customers; above 0.
        gamma : float
            Scale of the means between customers, money; above 0.

        Returns
        -------
        GammaGamma
            The model.
        """
        return cls._from_numbers([p, q, gamma], [], None)
