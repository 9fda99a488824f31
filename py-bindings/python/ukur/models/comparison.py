"""Which model: log-likelihood, AIC, BIC, and the likelihood-ratio test."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .. import _core
from .._checked import checked
from .._frames import frame_like
from .._records import record
from ..errors import InvalidTypeError
from ._base import Model

__all__ = ["LikelihoodRatio", "compare", "likelihood_ratio_test"]


@dataclass(frozen=True)
class LikelihoodRatio:
    """The verdict on a smaller model within a larger one.

    Attributes
    ----------
    restricted, full : str
        The classes of the smaller and the larger model.
    statistic : float
        Twice the difference of the log-likelihoods.
    degrees_of_freedom : float
        By how many parameters they differ.
    on_border : float
        How many of these lie on the border of their range if the smaller model is right.
    p_value : float
        The probability of a statistic this large or larger if the smaller model is right.
    """

    restricted: str
    full: str
    statistic: float
    degrees_of_freedom: float
    on_border: float
    p_value: float


@checked
def compare(models: Sequence[Model], *, frame: str | None = None) -> Any:
    """Compare fits of different models to the same customers.

    Log-likelihoods are those of all customers in the unit of the data, so they are comparable between models.

    Parameters
    ----------
    models : sequence of Model
        Fitted models.
    frame : str, optional
        ``"pandas"``, ``"polars"`` or ``"pyarrow"`` for a table of that library.

    Returns
    -------
    list of dict, or frame
        A row each, the best by AIC first: `index` (which of the models given, counted from 0), `model`,
        `parameters`, `customers`, `log_likelihood`, `aic`, `aic_difference`, `akaike_weight`, `bic`,
        `bic_difference`, `diagnosis`.

    Raises
    ------
    InvalidInputError
        For models that are not fitted, fitted to different numbers of customers or in different units of time, or
        that describe different data.

    Examples
    --------
    >>> import ukur
    >>> data = {"frequency": [0, 2, 1, 0, 7, 0], "recency": [0, 30.4, 1.7, 0, 29.4, 0], "T": [38.9] * 6}
    >>> table = ukur.models.compare([ukur.models.BgNbd().fit(data), ukur.models.ParetoNbd().fit(data)])
    >>> table[0]["aic_difference"]
    0.0
    """
    columns = json.loads(_core.models_compare([_native("models", model) for model in models]))
    if frame is not None:
        return frame_like(frame, columns)
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


@checked
def likelihood_ratio_test(restricted: Model, full: Model) -> LikelihoodRatio:
    """Test a smaller model against a larger one that holds it.

    Where a parameter lies on the border of its range under the smaller model (nobody drops out), the statistic is
    not chi-squared; the p value is that of a mixture of chi-squared distributions, and errs on the side of the
    smaller model.

    Parameters
    ----------
    restricted : Model
        The smaller model, fitted.
    full : Model
        The larger one, fitted to the same customers.

    Returns
    -------
    LikelihoodRatio
        Statistic, degrees of freedom and p value.

    Raises
    ------
    InvalidInputError
        For models that are not nested, fits with priors, or a larger model that fits worse.

    References
    ----------
    Self and Liang (1987), Journal of the American Statistical Association 82:605.
    """
    text = _core.models_likelihood_ratio_test(_native("restricted", restricted), _native("full", full))
    return record(LikelihoodRatio, text)


def _native(name: str, model: Any) -> _core.CustomerModel:
    if not isinstance(model, Model):
        raise InvalidTypeError(f"`{name}` must be a model, got a {type(model).__name__}", "invalid_type")
    return model._native
