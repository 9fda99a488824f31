"""What all models share: fitting, the report, JSON, and the way a question crosses to the core."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

import numpy as np

from .. import _core
from .._checked import checked
from .._frames import float_column, open_frame
from .._inputs import as_array, as_column, as_number
from .._records import build
from .._typing import ColumnLike, FloatArray, FloatOut
from ..errors import InvalidInputError, InvalidTypeError, NotFittedError

__all__ = ["CovariateModel", "Diagnosis", "Effect", "Interval", "Model", "ParameterInterval"]


@dataclass(frozen=True)
class Diagnosis:
    """What a fit found.

    Attributes
    ----------
    code : str
        ``"converged"``, ``"boundary"``, ``"ridge"``, ``"not_identified"``, ``"too_little_data"`` or
        ``"not_converged"``.
    message : str
        What it means, and what to do.
    parameters : tuple of str
        The parameters that the data do not determine.
    """

    code: str
    message: str
    parameters: tuple[str, ...]


@dataclass(frozen=True)
class Interval:
    """Answers with their uncertainty from the estimated parameters (delta method).

    Attributes
    ----------
    value, standard_error, lower, upper : float or numpy.ndarray
        The answer, its standard error, and the ends of the interval.
    level : float
        The confidence level.
    """

    value: FloatOut
    standard_error: FloatOut
    lower: FloatOut
    upper: FloatOut
    level: float


@dataclass(frozen=True)
class ParameterInterval:
    """An interval of confidence of one parameter.

    Attributes
    ----------
    value : float
        The estimate.
    lower, upper : float or None
        The ends; None where all smaller (or larger) values explain the data about as well.
    method : str
        ``"profile"`` or ``"wald"``.
    message : str or None
        Why an end is missing.
    """

    value: float
    lower: float | None
    upper: float | None
    method: str
    message: str | None


@dataclass(frozen=True)
class Effect:
    """What a covariate does.

    Attributes
    ----------
    process : str
        ``"purchase"`` or ``"dropout"``.
    name : str
        The covariate.
    coefficient : float
        The logarithm of the factor.
    standard_error, lower, upper : float or None
        Of the coefficient, with the ends of its 95 % interval, where they mean something.
    factor : float
        By what one more of the covariate multiplies the purchase rate, the rate to leave, or the odds to leave.
    reading : str
        The same in words.
    """

    process: str
    name: str
    coefficient: float
    standard_error: float | None
    lower: float | None
    upper: float | None
    factor: float
    reading: str


class Model:
    """Base of the models; use one of its subclasses."""

    _name: ClassVar[str]
    _parameter_names: ClassVar[tuple[str, ...]]

    def __init__(self) -> None:
        self._core: _core.CustomerModel | None = None

    # ---- making ----------------------------------------------------------------------------------------------

    def _settings(self) -> list[float]:
        """The chosen whole numbers of the model, in order."""
        return []

    @classmethod
    def _from_numbers(cls, parameters: list[float], settings: list[float], unit: str | None) -> Self:
        """The model with these parameters and settings, in order."""
        return cls._of(_core.CustomerModel.from_parameters(cls._name, parameters, [float(one) for one in settings], unit))

    @classmethod
    def _of(cls, native: _core.CustomerModel) -> Self:
        """A model around a native one."""
        model = cls.__new__(cls)
        Model.__init__(model)
        model._core = native
        model._read_settings(native.settings)
        return model

    def _read_settings(self, settings: list[float]) -> None:
        """Takes the settings of a native model over."""

    @classmethod
    @checked
    def from_json(cls, text: str) -> Self:
        """Read a model that :meth:`to_json` wrote, to the last bit.

        Parameters
        ----------
        text : str
            The JSON text.

        Returns
        -------
        model
            The model, with its report if it had one.

        Raises
        ------
        InvalidInputError
            When the text holds no model, or one of another class.
        """
        native = _core.CustomerModel.from_json(text)
        if native.name != cls._name:
            raise InvalidInputError(
                f"the text holds the model '{native.name}', not {cls.__name__} ('{cls._name}')", "wrong_model"
            )
        return cls._of(native)

    def to_json(self) -> str:
        """Write the model as JSON text: name, parameters, unit, and the report of the fit.

        Returns
        -------
        str
            The text; the same in Rust, Python and JavaScript.
        """
        return self._native.to_json()

    def _fit(
        self,
        columns: dict[str, FloatArray],
        unit: str | None,
        max_iterations: int,
        priors: Mapping[str, tuple[float, float]] | None,
    ) -> Self:
        beliefs = [(name, float(median), float(log_sd)) for name, (median, log_sd) in (priors or {}).items()]
        self._core = _core.CustomerModel.fit(
            self._name, columns, self._settings(), unit, max_iterations, beliefs
        )
        return self

    @property
    def _native(self) -> _core.CustomerModel:
        if self._core is None:
            raise NotFittedError(f"this {type(self).__name__} has no parameters yet: call `fit`, or use `from_params`")
        return self._core

    # ---- the report ------------------------------------------------------------------------------------------

    def _report(self) -> dict[str, Any]:
        text = self._native.report()
        if text is None:
            raise NotFittedError(f"this {type(self).__name__} was made from parameters: only a fit has a report")
        report: dict[str, Any] = json.loads(text)
        return report

    @property
    def params_(self) -> dict[str, float]:
        """The parameters by name."""
        return dict(zip(self._parameter_names, self._native.parameters, strict=True))

    @property
    def unit_(self) -> str | None:
        """The unit of time that was declared, or None."""
        return self._native.unit

    @property
    def log_likelihood_(self) -> float:
        """The log-likelihood of all customers, in the unit of the data: comparable between models."""
        return float(self._report()["log_likelihood"])

    @property
    def penalised_log_likelihood_(self) -> float | None:
        """The log-likelihood with the density of the priors; None without priors."""
        value = self._report()["penalised_log_likelihood"]
        return None if value is None else float(value)

    @property
    def standard_errors_(self) -> dict[str, float | None]:
        """Standard errors of the parameters; None where the diagnosis says that they mean nothing."""
        return {one["name"]: one["standard_error"] for one in self._report()["estimates"]}

    @property
    def covariance_(self) -> FloatArray | None:
        """Covariance of the parameters, or None."""
        return _matrix(self._report()["covariance"])

    @property
    def log_covariance_(self) -> FloatArray | None:
        """Covariance of the logarithms of the parameters, or None."""
        return _matrix(self._report()["log_covariance"])

    @property
    def aic_(self) -> float:
        """Akaike's information criterion."""
        return float(self._report()["aic"])

    @property
    def bic_(self) -> float:
        """Bayesian information criterion, with the number of customers."""
        return float(self._report()["bic"])

    @property
    def customers_(self) -> float:
        """Customers in the fit: the sum of the weights."""
        return float(self._report()["customers"])

    @property
    def left_out_(self) -> float:
        """Customers left out of the fit because they say nothing about the model."""
        return float(self._report()["left_out"])

    @property
    def distinct_rows_(self) -> int:
        """Different histories; the fit counts equal ones once."""
        return int(self._report()["distinct_rows"])

    @property
    def diagnosis_(self) -> Diagnosis:
        """What the fit found, in a code and in words."""
        found = self._report()["diagnosis"]
        return Diagnosis(found["code"], found["message"], tuple(found["parameters"]))

    @property
    def notes_(self) -> tuple[str, ...]:
        """What else a reader should know of the fit."""
        return tuple(self._report()["notes"])

    @checked
    def confidence_intervals(self, level: float = 0.95, method: str | None = None) -> dict[str, ParameterInterval]:
        """Confidence intervals of the parameters, then of the coefficients of covariates.

        ``"profile"`` intervals (Venzon and Moolgavkar 1988) end where the likelihood, at the best values of all other
        parameters, has fallen far enough. They follow a lopsided likelihood, and hold the truth as often as they say
        where the quick ones are too short (``docs/study-models.md``); they need the data, which a fitted model keeps,
        and cost a few fits. Where the likelihood is flat on one side, that end is None and a message says so.
        ``"wald"`` intervals come from the standard errors of the logarithms.

        Parameters
        ----------
        level : float
            Between 0 and 1.
        method : str, optional
            ``"profile"`` or ``"wald"``. By default ``"profile"``, but ``"wald"`` for models read from JSON and for fits
            with covariates that change over time, or with covariates and priors, which cannot be profiled; each interval
            says what it is.

        Returns
        -------
        dict of str to ParameterInterval
            By parameter; coefficients as ``"purchase:NAME"`` and ``"dropout:NAME"``.

        Raises
        ------
        UndefinedError
            Where the fit has no standard errors and cannot be profiled; the message says why.
        InvalidInputError
            When profile intervals are asked for where the data are not at hand (code ``no_profile``).

        Examples
        --------
        >>> from ukur.models import ShiftedBetaGeometric
        >>> model = ShiftedBetaGeometric().fit(survivors=[1000, 869, 743, 653, 593, 551, 517, 491])
        >>> beta = model.confidence_intervals()["beta"]
        >>> print(f"{beta.lower:.2f} to {beta.upper:.2f}, {beta.method}")
        2.62 to 5.96, profile
        """
        self._report()
        found: list[dict[str, Any]] = json.loads(self._native.confidence_intervals(level, method))
        return {one["name"]: build(ParameterInterval, one) for one in found}

    def summary(self) -> str:
        """The report of the fit as a table to print.

        Returns
        -------
        str
            Estimates with standard errors and intervals, likelihood, criteria, diagnosis.
        """
        self._report()
        return "\n".join([self._native.summary(), *self.notes_])

    @checked
    def with_interval(self, question: str, level: float = 0.95, **arguments: Any) -> Interval:
        """Ask a question and say how uncertain the answer is because the parameters are estimated.

        Parameters
        ----------
        question : str
            The name of a method that answers, such as ``"expected_purchases"``.
        level : float
            The confidence level.
        **arguments
            The arguments of that method, by name.

        Returns
        -------
        Interval
            Answer, standard error and interval (delta method; on the scale of logarithms, of log odds for
            probabilities).

        Raises
        ------
        UndefinedError
            Where the fit has no covariance; the message says why.
        NotFittedError
            For a model from parameters.
        """
        self._report()
        columns, numbers, scalar = self._split(arguments)
        found = self._native.ask_with_interval(question, columns, numbers, level)
        value, error, lower, upper = (_out(one, scalar) for one in found)
        return Interval(value, error, lower, upper, level)

    # ---- questions -------------------------------------------------------------------------------------------

    def _ask(self, question: str, **arguments: Any) -> FloatOut:
        columns, numbers, scalar = self._split(arguments)
        return _out(self._native.ask(question, columns, numbers), scalar)

    def _means(self, rows: Mapping[str, Any], level: float | None) -> dict[str, Any]:
        """Posterior means by name; with a level as intervals."""
        columns, _, scalar = self._split(dict(rows))
        means = {}
        for name, found in self._native.posterior_means(columns, level):
            one = [_out(column, scalar) for column in found]
            means[name] = one[0] if level is None else Interval(one[0], one[1], one[2], one[3], level)
        return means

    def _split(self, arguments: dict[str, Any]) -> tuple[dict[str, FloatArray], dict[str, FloatArray], bool]:
        """Columns of customers, numbers of the question, and whether one number comes out."""
        given = {name: value for name, value in arguments.items() if value is not None}
        # What has the names of the core is read already; a table of periods has a length of its own.
        apart = {name: given.pop(name) for name in list(given) if name.startswith("period:")}
        if apart:
            apart |= {name: given.pop(name) for name in list(given) if name.startswith("covariate:")}
        if (periods := given.pop("periods", None)) is not None:
            apart |= period_columns("covariate", periods, self._native.covariates, None)
        rows = {name: value for name, value in given.items() if name in ROWS}
        rows |= {f"covariate:{name}": given.pop(name) for name in self._native.covariates if name in given}
        numbers = {name: np.atleast_1d(as_column(name, value)) for name, value in given.items() if name not in ROWS}
        if unknown := [name for name in numbers if name not in NUMBERS]:
            raise InvalidInputError(f"there is no argument `{unknown[0]}`", "unknown_argument")
        if rows:
            columns, scalar = customer_columns(rows)
            return columns | apart, numbers, scalar
        scalar = all(np.ndim(given[name]) == 0 for name in numbers)
        return {}, numbers, scalar

    def __repr__(self) -> str:
        if self._core is None:
            return f"{type(self).__name__}()"
        inside = ", ".join(f"{name}={value:.6g}" for name, value in self.params_.items())
        return f"{type(self).__name__}({inside})"


class CovariateModel(Model):
    """Base of the models that covariates may shift."""

    @property
    def covariates_(self) -> tuple[Effect, ...]:
        """What the covariates of the fit do."""
        return tuple(build(Effect, one) for one in self._report()["covariates"])

    @checked
    def at(self, covariates: Mapping[str, float] | None = None, /, **more: float) -> Self:
        """Take the model of customers with these covariates: a plain one, which answers every question.

        Parameters
        ----------
        covariates : mapping of str to float, optional
            The covariates by name.
        **more : float
            The same as keywords.

        Returns
        -------
        model
            A model of the same class, without a report.

        Raises
        ------
        InvalidInputError
            For a covariate of the fit that is not there.
        """
        known = {**(covariates or {}), **more}
        return self._of(self._native.at(list(known), [as_number(name, value) for name, value in known.items()]))

    def _summary(self, table: Any, names: tuple[str, ...], periods: Any = None) -> dict[str, FloatArray]:
        """Columns of a summary, and the covariates where the fit has some, under the names of the core."""
        known = tuple(self._native.covariates)
        if periods is not None:
            return frame_columns(table, names) | period_columns("covariate", periods, known, table)
        read = frame_columns(table, (*names, *known))
        return {f"covariate:{name}" if name in known else name: column for name, column in read.items()}

    def _covariates_of(self, covariates: Mapping[str, Any] | None) -> dict[str, FloatArray]:
        """Covariates by name as columns, under the names of the core."""
        return {f"covariate:{name}": np.atleast_1d(as_column(name, one)) for name, one in (covariates or {}).items()}


ROWS = (
    "frequency",
    "recency",
    "T",
    "monetary_value",
    "sum_log_intervals",
    "tenure",
    "churned",
    "survivors",
    "cohort",
    "weights",
)
"""Columns that describe customers."""

NUMBERS = ("n", "horizon", "start", "end", "discount_rate")
"""Numbers that a question needs."""


def customer_columns(rows: Mapping[str, Any]) -> tuple[dict[str, FloatArray], bool]:
    """Columns of one length from numbers and columns, or from one frame given as the frequency.

    Parameters
    ----------
    rows : mapping of str to numbers or columns
        By name.

    Returns
    -------
    dict of str to numpy.ndarray, bool
        The columns, and whether only numbers were given.
    """
    read = {name: as_column(name, value) for name, value in rows.items()}
    length = max((len(one) for one in read.values() if not isinstance(one, float)), default=1)
    scalar = all(isinstance(one, float) for one in read.values())
    return {name: np.full(length, one) if isinstance(one, float) else one for name, one in read.items()}, scalar


def frame_columns(summary: Any, names: tuple[str, ...]) -> dict[str, FloatArray]:
    """Columns of a summary of purchases.

    Parameters
    ----------
    summary : eager frame or mapping of str to columns
        A table with these columns, as :func:`ukur.customers.summarise` makes it.
    names : tuple of str
        The columns wanted.

    Returns
    -------
    dict of str to numpy.ndarray
        The columns.
    """
    if isinstance(summary, Mapping):
        if lacking := [name for name in names if name not in summary]:
            raise InvalidInputError(f"`summary` has no column {lacking[0]!r}", "unknown_column")
        return customer_columns({name: summary[name] for name in names})[0]
    frame = open_frame("summary", summary)
    return {name: float_column("summary", frame, name) for name in names}


def covariate_columns(process: str, known: Sequence[str] | Mapping[str, Any], summary: Any) -> dict[str, FloatArray]:
    """The covariates of a fit: columns of the summary, or columns by name.

    Parameters
    ----------
    process : str
        What they shift, ``"purchase"`` or ``"dropout"``.
    known : sequence of str or mapping of str to columns
        Names of columns of the summary, or the columns.
    summary : eager frame or None
        The table of the fit.

    Returns
    -------
    dict of str to numpy.ndarray
        The columns, under the names of the core.
    """
    names = tuple(known)
    read: Mapping[str, Any] = known if isinstance(known, Mapping) else frame_columns(summary, names) if names else {}
    return {f"{process}:{name}": as_array(name, read[name]) for name in names}


def period_columns(mark: str, periods: Any, names: Sequence[str], summary: Any) -> dict[str, FloatArray]:
    """Covariates that change over time: the columns of a table of customers and periods.

    Parameters
    ----------
    mark : str
        What stands before the names of the covariates for the core.
    periods : eager frame or mapping of str to columns
        One row a customer and period: `customer`, `start`, the covariates, and `purchases` where they are known.
    names : sequence of str
        The covariates.
    summary : eager frame or None
        The table of the customers. Where it has a column `customer`, that of `periods` holds the same names; rows of
        other customers are left out. Elsewhere it holds rows of the customers, counted from 0.

    Returns
    -------
    dict of str to numpy.ndarray
        The columns, under the names of the core.
    """
    wanted = ("start", *(("purchases",) if has_column(periods, "purchases") else ()), *dict.fromkeys(names))
    read = frame_columns(periods, wanted)
    if summary is not None and has_column(summary, "customer"):
        rows = {one: at for at, one in enumerate(_values("summary", summary))}
        customer = np.array([rows.get(one, -1) for one in _values("periods", periods)], dtype=np.float64)
        kept = customer >= 0
        customer, read = customer[kept], {name: column[kept] for name, column in read.items()}
    else:
        customer = frame_columns(periods, ("customer",))["customer"]
    own = {f"period:{name}" if name in ("start", "purchases") else f"{mark}:{name}": one for name, one in read.items()}
    return {"period:customer": customer, **own}


def _values(argument: str, table: Any) -> list[Any]:
    """The customers of a table."""
    if not has_column(table, "customer"):
        raise InvalidInputError(f"`{argument}` has no column 'customer'", "unknown_column")
    if isinstance(table, Mapping):
        return list(table["customer"])
    frame = open_frame(argument, table)
    return frame["customer"].to_list()


def is_frame(value: Any) -> bool:
    """Whether something is a table and not a column.

    Parameters
    ----------
    value : object
        What a caller gave.

    Returns
    -------
    bool
        True for tables.
    """
    return isinstance(value, Mapping) or (hasattr(value, "columns") and hasattr(value, "shape")) or hasattr(value, "column_names")


def has_column(table: Any, name: str) -> bool:
    """Whether a table has a column.

    Parameters
    ----------
    table : frame or mapping of str to columns
        The table.
    name : str
        The column.

    Returns
    -------
    bool
        True where it is there.
    """
    names = table.keys() if isinstance(table, Mapping) else getattr(table, "column_names", None) or table.columns
    return name in list(names)


def fit_columns(
    summary: Any, names: tuple[str, ...], given: Mapping[str, Any], weights: str | ColumnLike | None
) -> dict[str, FloatArray]:
    """The columns of a fit, from a summary or one by one.

    Parameters
    ----------
    summary : eager frame or None
        A table with the columns.
    names : tuple of str
        The columns that the model needs.
    given : mapping of str to columns or None
        Columns given by name.
    weights : str, column or None
        Weights, or the name of their column in the summary.

    Returns
    -------
    dict of str to numpy.ndarray
        The columns.

    Raises
    ------
    InvalidInputError
        When both a summary and columns are given.
    """
    columns: dict[str, FloatArray] = {}
    if summary is not None:
        if twice := [name for name, value in given.items() if value is not None]:
            raise InvalidInputError(f"`{twice[0]}` is given beside a summary; give one of them", "given_twice")
        if not is_frame(summary):
            raise InvalidTypeError(
                f"`summary` must be a table, got a {type(summary).__name__}; give columns by name: "
                f"fit({', '.join(f'{name}=...' for name in names)})",
                "invalid_type",
            )
        columns = frame_columns(summary, names)
    else:
        columns = {name: as_array(name, value) for name, value in given.items() if value is not None}
    if isinstance(weights, str):
        if summary is None:
            raise InvalidInputError("`weights` names a column, but there is no summary", "unknown_column")
        columns["weights"] = frame_columns(summary, (weights,))[weights]
    elif weights is not None:
        columns["weights"] = as_array("weights", weights)
    return columns


def _out(values: FloatArray, scalar: bool) -> FloatOut:
    return float(values[0]) if scalar and len(values) == 1 else values


def _matrix(rows: list[list[float]] | None) -> FloatArray | None:
    return None if rows is None else np.array(rows, dtype=np.float64)
