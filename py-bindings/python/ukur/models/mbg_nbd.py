"""The MBG/NBD model. Generated from the core's models by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from .._checked import checked
from .._typing import ColumnLike
from ._purchase import PurchaseModel

__all__ = ["MbgNbd"]


class MbgNbd(PurchaseModel):
    """MBG/NBD: purchases at individual rates, and a chance to leave after each purchase, the first one included.

    Purchase rates are gamma distributed with shape `r` and rate `alpha` (a time), the chances to leave beta
    distributed with `a` and `b`. Unlike in BG/NBD, a customer without a repeat purchase may have left.

    References
    ----------
    Batislam, Denizel & Filiztekin 2007, International Journal of Research in Marketing 24:201.

    Examples
    --------
    >>> import ukur
    >>> model = ukur.models.MbgNbd.from_params(r=0.525, alpha=6.183, a=0.891, b=1.614)
    >>> round(model.purchase_probability(n=0, horizon=39), 3)
    0.582
    """

    _name: ClassVar[str] = "mbg_nbd"
    _parameter_names: ClassVar[tuple[str, ...]] = ("r", "alpha", "a", "b")

    @classmethod
    @checked
    def from_params(cls, *, r: float, alpha: float, a: float, b: float, unit: str | None = None) -> Self:
        """Make the model from its parameters.

        Parameters
        ----------
        r : float
            Shape of the purchase rates; above 0.
        alpha : float
            Rate parameter of the purchase rates, a time; above 0.
        a : float
            First parameter of the dropout chances; above 0.
        b : float
            Second parameter of the dropout chances; above 0.
        unit : str, optional
            The unit of time.

        Returns
        -------
        MbgNbd
            The model.
        """
        return cls._from_numbers([r, alpha, a, b], [], unit)

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
        >>> truth = ukur.models.MbgNbd.from_params(r=0.525, alpha=6.183, a=0.891, b=1.614)
        >>> made = truth.simulate(1000, T=39, seed=1)
        >>> summary = {"frequency": made.frequency, "recency": made.recency, "T": made.T}
        >>> model = ukur.models.MbgNbd().fit(summary)
        >>> {name: round(value, 3) for name, value in model.params_.items()}
        {'r': 0.74, 'alpha': 7.683, 'a': 0.891, 'b': 1.329}
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
