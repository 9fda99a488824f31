"""Models of purchases without a contract: the questions, in one way for every model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self, overload

import numpy as np
import numpy.typing as npt

from .._checked import checked
from .._inputs import as_array, as_column
from .._typing import ColumnLike, FloatArray, FloatLike, FloatOut
from ..errors import InvalidInputError
from ._base import CovariateModel, Interval, covariate_columns, fit_columns, frame_columns, has_column, is_frame, period_columns

__all__ = ["PurchaseModel", "Simulated"]

HISTORY = ("frequency", "recency", "T")
LOGS = "sum_log_intervals"


@dataclass(frozen=True)
class Simulated:
    """Simulated customers.

    Attributes
    ----------
    frequency, recency, T : numpy.ndarray
        The histories.
    sum_log_intervals : numpy.ndarray
        Sums of the logarithms of the times between purchases.
    alive : numpy.ndarray of bool
        Whether the customer is still alive at the end, which no data set shows.
    """

    frequency: FloatArray
    recency: FloatArray
    T: FloatArray
    sum_log_intervals: FloatArray
    alive: npt.NDArray[np.bool_]


class PurchaseModel(CovariateModel):
    """A model of purchases without a contract.

    Wherever a method takes `frequency`, `recency` and `T`, a summary of purchases (a table with these columns) may
    be given as the first of them. Numbers give a number, columns give a column.
    """

    _discrete: ClassVar[bool] = False
    _regular: ClassVar[bool] = False

    @checked
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
        >>> truth = ukur.models.BgNbd.from_params(r=0.243, alpha=4.414, a=0.793, b=2.426)
        >>> made = truth.simulate(1000, T=39, seed=1)
        >>> model = ukur.models.BgNbd().fit(frequency=made.frequency, recency=made.recency, T=made.T, unit="week")
        >>> {name: round(error, 3) for name, error in model.standard_errors_.items()}
        {'r': 0.017, 'alpha': 0.526, 'a': 0.217, 'b': 0.71}
        """
        if n is not None and (T is not None or not self._discrete):
            reason = "`T` is given" if T is not None else f"{type(self).__name__} counts no opportunities; give `T`"
            raise InvalidInputError(f"`n` is another name for `T` in models of opportunities, but {reason}", "given_twice")
        given = {"frequency": frequency, "recency": recency, "T": T if n is None else n}
        columns = fit_columns(summary, HISTORY, given, weights)
        if sum_log_intervals is None and self._regular and summary is not None and has_column(summary, LOGS):
            sum_log_intervals = LOGS
        if isinstance(sum_log_intervals, str):
            columns["sum_log_intervals"] = frame_columns(summary, (sum_log_intervals,))[sum_log_intervals]
        elif sum_log_intervals is not None:
            columns["sum_log_intervals"] = np.atleast_1d(as_column("sum_log_intervals", sum_log_intervals))
        for process, known in (("purchase", purchase_covariates), ("dropout", dropout_covariates)):
            if periods is None:
                columns |= covariate_columns(process, known, summary)
            else:
                columns |= period_columns(process, periods, tuple(known), summary)
        return self._fit(columns, unit, max_iterations, priors)

    def _history(self, frequency: Any, recency: Any, T: Any, periods: Any = None) -> dict[str, Any]:
        """The histories, and the covariates where the fit has some."""
        if recency is None and T is None and is_frame(frequency):
            if periods is not None:
                return dict(self._summary(frequency, HISTORY, periods))
            return dict(frame_columns(frequency, (*HISTORY, *self._native.covariates)))
        return {"frequency": frequency, "recency": recency, "T": T, "periods": periods}

    def _of_customers(
        self, question: str, frequency: Any, recency: Any, T: Any, periods: Any, **numbers: Any
    ) -> FloatOut:
        return self._ask(question, **self._history(frequency, recency, T, periods), **numbers)

    def log_likelihood(self, frequency: Any, recency: Any = None, T: Any = None, *, periods: Any = None) -> FloatOut:
        """The log-likelihood of each customer.

        Parameters
        ----------
        frequency, recency, T : float or column
            The histories; or a summary as the first.
        periods : frame, optional
            Covariates that change over time, as in :meth:`fit`, with `purchases`.

        Returns
        -------
        float or numpy.ndarray
            One number a customer.
        """
        return self._of_customers("log_likelihood", frequency, recency, T, periods)

    def probability_alive(
        self, frequency: Any, recency: Any = None, T: Any = None, horizon: float = 0.0, *, periods: Any = None
    ) -> FloatOut:
        """The probability that each customer is still alive.

        Parameters
        ----------
        frequency, recency, T : float or column
            The histories; or a summary as the first.
        horizon : float
            How long after the end of the observation.
        periods : frame, optional
            Covariates that change over time, as in :meth:`fit`, to the horizon; without `purchases`.

        Returns
        -------
        float or numpy.ndarray
            One probability a customer.
        """
        return self._of_customers("probability_alive", frequency, recency, T, periods, horizon=horizon)

    def expected_purchases(
        self, horizon: float, frequency: Any, recency: Any = None, T: Any = None, *, periods: Any = None
    ) -> FloatOut:
        """The expected purchases of each customer after the end of the observation.

        Parameters
        ----------
        horizon : float
            How far to look.
        frequency, recency, T : float or column
            The histories; or a summary as the first.
        periods : frame, optional
            Covariates that change over time, as in :meth:`fit`, to the horizon; without `purchases`.

        Returns
        -------
        float or numpy.ndarray
            One number a customer.
        """
        return self._of_customers("expected_purchases", frequency, recency, T, periods, horizon=horizon)

    def conditional_purchase_probability(
        self, n: float, horizon: float, frequency: Any, recency: Any = None, T: Any = None, *, periods: Any = None
    ) -> FloatOut:
        """The probability that each customer makes exactly `n` purchases after the end of the observation.

        Parameters
        ----------
        n : int
            A number of purchases.
        horizon : float
            How far to look.
        frequency, recency, T : float or column
            The histories; or a summary as the first.
        periods : frame, optional
            Covariates that change over time, as in :meth:`fit`, to the horizon; without `purchases`.

        Returns
        -------
        float or numpy.ndarray
            One probability a customer.
        """
        return self._of_customers(
            "conditional_purchase_probability", frequency, recency, T, periods, n=n, horizon=horizon
        )

    def discounted_expected_purchases(
        self, discount_rate: float, frequency: Any, recency: Any = None, T: Any = None, horizon: float | None = None,
        *, periods: Any = None
    ) -> FloatOut:
        """The expected purchases of each customer after the observation, each discounted to its end.

        Parameters
        ----------
        discount_rate : float
            Continuously compounded, per unit of time (discrete models: per opportunity).
        frequency, recency, T : float or column
            The histories; or a summary as the first.
        horizon : float, optional
            How far to look; None looks for ever.
        periods : frame, optional
            Covariates that change over time, as in :meth:`fit`, to the horizon; without `purchases`.

        Returns
        -------
        float or numpy.ndarray
            One number a customer.
        """
        return self._of_customers(
            "discounted_expected_purchases", frequency, recency, T, periods, discount_rate=discount_rate, horizon=horizon
        )

    def probability_alive_new(self, horizon: FloatLike) -> FloatOut:
        """The probability that a customer yet to come is still alive after a time.

        Parameters
        ----------
        horizon : float or column
            The time since the first purchase.

        Returns
        -------
        float or numpy.ndarray
            The probability.
        """
        return self._ask("probability_alive_new", horizon=horizon)

    def expected_purchases_new(self, horizon: FloatLike) -> FloatOut:
        """The expected repeat purchases of a customer yet to come.

        Parameters
        ----------
        horizon : float or column
            The time since the first purchase.

        Returns
        -------
        float or numpy.ndarray
            The expected number.
        """
        return self._ask("expected_purchases_new", horizon=horizon)

    def discounted_expected_purchases_new(
        self, discount_rate: FloatLike, horizon: FloatLike | None = None
    ) -> FloatOut:
        """The discounted expected repeat purchases of a customer yet to come.

        Parameters
        ----------
        discount_rate : float or column
            Continuously compounded, per unit of time.
        horizon : float or column, optional
            How far to look; None looks for ever.

        Returns
        -------
        float or numpy.ndarray
            The discounted number.
        """
        return self._ask("discounted_expected_purchases_new", discount_rate=discount_rate, horizon=horizon)

    def purchase_probability(self, n: FloatLike, horizon: FloatLike) -> FloatOut:
        """The probability that a customer yet to come makes exactly `n` repeat purchases.

        Parameters
        ----------
        n : int or column
            A number of purchases.
        horizon : float or column
            The time since the first purchase.

        Returns
        -------
        float or numpy.ndarray
            The probability.
        """
        return self._ask("purchase_probability", n=n, horizon=horizon)

    def purchase_probability_between(self, n: FloatLike, start: FloatLike, end: FloatLike) -> FloatOut:
        """The probability that a customer yet to come makes exactly `n` repeat purchases in ``(start, end]``.

        Parameters
        ----------
        n : int or column
            A number of purchases.
        start, end : float or column
            Times since the first purchase.

        Returns
        -------
        float or numpy.ndarray
            The probability.
        """
        return self._ask("purchase_probability_between", n=n, start=start, end=end)

    @overload
    def alive_path(
        self, purchases: ColumnLike, times: ColumnLike, level: None = None, *, covariates: Mapping[str, float] | None = None
    ) -> FloatArray: ...

    @overload
    def alive_path(
        self, purchases: ColumnLike, times: ColumnLike, level: float, *, covariates: Mapping[str, float] | None = None
    ) -> Interval: ...

    @checked
    def alive_path(
        self,
        purchases: ColumnLike,
        times: ColumnLike,
        level: float | None = None,
        *,
        covariates: Mapping[str, float] | None = None,
    ) -> FloatArray | Interval:
        """The probability that one customer was alive at several times, knowing what was known then.

        Parameters
        ----------
        purchases : column
            The customer's ages at the repeat purchases: times since the first purchase.
        times : column
            The ages at which is asked.
        level : float, optional
            Asks for standard errors and intervals at this level.
        covariates : mapping of str to float, optional
            The customer's covariates, where the fit has some.

        Returns
        -------
        numpy.ndarray or Interval
            One probability a time; with `level` an interval of each.

        Examples
        --------
        >>> from ukur.models import BgNbd
        >>> model = BgNbd.from_params(r=0.243, alpha=4.414, a=0.793, b=2.426)
        >>> print(model.alive_path([5, 30.43], [10, 30, 31]).round(3))
        [0.643 0.379 0.806]
        """
        known = self._covariates_of(covariates)
        found = self._native.alive_path(as_array("purchases", purchases), as_array("times", times), known, level)
        return found[0] if level is None else Interval(found[0], found[1], found[2], found[3], level)

    @overload
    def posterior_means(
        self, frequency: Any, recency: Any = None, T: Any = None, *, level: None = None, periods: Any = None
    ) -> dict[str, FloatOut]: ...

    @overload
    def posterior_means(
        self, frequency: Any, recency: Any = None, T: Any = None, *, level: float, periods: Any = None
    ) -> dict[str, Interval]: ...

    @checked
    def posterior_means(
        self, frequency: Any, recency: Any = None, T: Any = None, *, level: float | None = None, periods: Any = None
    ) -> dict[str, FloatOut] | dict[str, Interval]:
        """The posterior means of what the model cannot see: purchase rate, chance to leave.

        Parameters
        ----------
        frequency, recency, T : float or column
            The histories; or a summary as the first.
        level : float, optional
            Asks for standard errors and intervals at this level (of the means, not of what they are means of).
        periods : frame, optional
            Covariates that change over time, as in :meth:`fit`; without `purchases`.

        Returns
        -------
        dict of str to float, numpy.ndarray or Interval
            By name, one number a customer; with `level` an interval of each.
        """
        return self._means(self._history(frequency, recency, T, periods), level)

    @checked
    def simulate(
        self, n: int, T: FloatLike, seed: int, *, covariates: Mapping[str, FloatLike] | None = None, periods: Any = None
    ) -> Simulated:
        """Simulate customers, the same for a seed in every language.

        Parameters
        ----------
        n : int
            How many.
        T : float or column
            Their ages, or one for all.
        seed : int
            From 0 to 2**53.
        covariates : mapping of str to float or column, optional
            The covariates of each customer, or of all, where the fit has some.
        periods : frame, optional
            Covariates that change over time, as in :meth:`fit`; `customer` counts the simulated ones from 0.

        Returns
        -------
        Simulated
            Their histories, and who is still alive.
        """
        known = (
            self._covariates_of(covariates)
            if periods is None
            else period_columns("covariate", periods, self._native.covariates, None)
        )
        made = self._native.simulate(n, np.atleast_1d(as_column("T", T)), seed, known)
        frequency, recency, t, sum_log_intervals, alive = made
        return Simulated(frequency, recency, t, sum_log_intervals, alive > 0)
