"""The BG/BB model. Generated from the core's models by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from .._checked import checked
from .._typing import ColumnLike
from ._purchase import PurchaseModel

__all__ = ["BgBb"]


class BgBb(PurchaseModel):
    """BG/BB: at each opportunity a chance to buy, before each a chance to leave.

    Time is counted in opportunities (yearly appeals, events, issues): `T` is their number after the first purchase,
    `recency` the number of the one with the last purchase, `frequency` how many brought a purchase. The chances to
    buy are beta distributed with `alpha` and `beta`, the chances to leave with `gamma` and `delta`. Discount rates
    are effective rates per opportunity.

    References
    ----------
    Fader, Hardie & Shang 2010, Marketing Science 29:1086.

    Examples
    --------
    >>> import ukur
    >>> model = ukur.models.BgBb.from_params(alpha=1.2, beta=0.75, gamma=0.66, delta=2.78)
    >>> round(model.expected_purchases(horizon=5, frequency=3, recency=4, T=6), 4)
    1.0306
    """

    _name: ClassVar[str] = "bg_bb"
    _parameter_names: ClassVar[tuple[str, ...]] = ("alpha", "beta", "gamma", "delta")
    _discrete: ClassVar[bool] = True

    @classmethod
    @checked
    def from_params(cls, *, alpha: float, beta: float, gamma: float, delta: float, unit: str | None = None) -> Self:
        """Make the model from its parameters.

        Parameters
        ----------
        alpha : float
            First parameter of the chances to buy at an opportunity; above 0.
        beta : float
            Second parameter of the chances to buy at an opportunity; above 0.
        gamma : float
            First parameter of the chances to leave; above 0.
        delta : float
            Second parameter of the chances to leave; above 0.
        unit : str, optional
            The time between two opportunities.

        Returns
        -------
        BgBb
            The model.
        """
        return cls._from_numbers([alpha, beta, gamma, delta], [], unit)

    def fit(
        self,
        summary: Any = None,
        *,
        frequency: ColumnLike | None = None,
        recency: ColumnLike | None = None,
        T: ColumnLike | None = None,
        n: ColumnLike | None = None,
        sum_log_intervals: str | ColumnLike | None = None,
        weights: str | ColumnLike | None = None,
        unit: str | None = None,
        max_iterations: int = 200,
        priors: Mapping[str, tuple[float, float]] | None = None,
        purchase_covariates: Sequence[str] | Mapping[str, ColumnLike] = (),
        dropout_covariates: Sequence[str] | Mapping[str, ColumnLike] = (),
        periods: Any = None,
    ) -> Self:
        """Estimate the parameters by maximum likelihood.

        Parameters
        ----------
        summary : frame, optional
            One row a customer, as :func:`ukur.customers.summarise` makes it.
        frequency, recency, T : column, optional
            The histories, instead of a summary: repeat purchases, age at the last purchase, age at the end.
        n : column, optional
            Models of opportunities: the number of them, another name for `T`.
        sum_log_intervals : column or str, optional
            Sums of the logarithms of the times between purchases, for models of regular purchases; the name of a
            column of the summary.
        weights : column or str, optional
            How many customers each row stands for; the name of a column of the summary.
        unit : str, optional
            The unit of time of the data (``"day"``, ``"week"`` ...); :func:`lifetime_value` converts with it.
        max_iterations : int
            The most iterations of the search.
        priors : mapping of str to (float, float), optional
            Weak beliefs by parameter: median, and standard deviation of the logarithm. The fit is then the mode of
            the posterior; the log-likelihood without and with the beliefs are reported apart.
        purchase_covariates, dropout_covariates : sequence of str, or mapping of str to column
            What shifts the purchase rate, and the chance (or rate) to leave: columns of the summary, or columns by
            name. Numbers; write a group as 0 and 1. ``covariates_`` reads the coefficients; questions about
            customers then take a summary with these columns, and :meth:`at` gives the model of customers alike.
        periods : frame, optional
            Covariates that change over time (of ParetoNbd): one row a customer and period with the columns `customer`
            (as in the summary; without that column there, its row, counted from 0), `start` (when the period begins, in
            units of time from the end of the observation: negative before it), `purchases` (the repeat purchases in
            the period) and the covariates. Periods are regular, such as weeks; every customer needs those from the
            first purchase to the end and, for questions, to the horizon.

        Returns
        -------
        model
            Itself, with attributes ``params_``, ``standard_errors_``, ``log_likelihood_``, ``diagnosis_`` ...

        Raises
        ------
        InvalidInputError
            For a history that cannot be, with its row. A search without a clear end is no error but a diagnosis.

        Examples
        --------
        >>> import ukur
        >>> truth = ukur.models.BgBb.from_params(alpha=1.2, beta=0.75, gamma=0.66, delta=2.78)
        >>> made = truth.simulate(1000, T=6, seed=1)
        >>> summary = {"frequency": made.frequency, "recency": made.recency, "T": made.T}
        >>> model = ukur.models.BgBb().fit(summary)
        >>> {name: round(value, 3) for name, value in model.params_.items()}
        {'alpha': 1.445, 'beta': 0.801, 'gamma': 0.578, 'delta': 2.391}
        >>> model.diagnosis_.code
        'converged'
        """
        return super().fit(
            summary,
            frequency=frequency,
            recency=recency,
            T=T,
            n=n,
            sum_log_intervals=sum_log_intervals,
            weights=weights,
            unit=unit,
            max_iterations=max_iterations,
            priors=priors,
            purchase_covariates=purchase_covariates,
            dropout_covariates=dropout_covariates,
            periods=periods,
        )
