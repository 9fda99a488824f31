"""Full posteriors: draws of the parameters, and predictions that carry their uncertainty."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from .. import _core
from .._checked import checked
from .._progress import Progress, as_callback
from .._records import build
from .._typing import ColumnLike, FloatArray, FloatOut
from ..errors import InvalidInputError
from ._base import Model, fit_columns, frame_columns
from ._purchase import HISTORY

__all__ = ["ParameterPosterior", "Posterior", "Predicted", "sample_posterior"]


@dataclass(frozen=True)
class ParameterPosterior:
    """What is known of one parameter.

    Attributes
    ----------
    name : str
        The parameter.
    mean, standard_deviation, lower, median, upper : float
        Of the draws; `lower` and `upper` are the 2.5 % and 97.5 % quantiles.
    r_hat : float
        Near 1 (below 1.01) when the chains agree.
    effective_sample_size : float
        How many independent draws would know the mean of the logarithm as well.
    prior_median, prior_log_sd : float
        The belief: log-normal around the median.
    """

    name: str
    mean: float
    standard_deviation: float
    lower: float
    median: float
    upper: float
    r_hat: float
    effective_sample_size: float
    prior_median: float
    prior_log_sd: float


@dataclass(frozen=True)
class Predicted:
    """A prediction with its uncertainty.

    Attributes
    ----------
    mean, standard_deviation : float or numpy.ndarray
        Over the draws.
    lower, median, upper : float or numpy.ndarray
        The median, and the ends of the middle `level` of the draws.
    level : float
        How much lies between the ends.
    """

    mean: FloatOut
    standard_deviation: FloatOut
    lower: FloatOut
    median: FloatOut
    upper: FloatOut
    level: float


@dataclass(frozen=True)
class Posterior:
    """Draws of the parameters of a model.

    Attributes
    ----------
    parameters : tuple of ParameterPosterior
        What is known of each parameter, with R-hat, effective sample size and the belief.
    draws : dict of str to numpy.ndarray
        The draws of each parameter: one row a chain.
    divergences : int
        Draws whose path had a step that was far too long: above a handful, mistrust the tails.
    acceptance : float
        The mean acceptance of the steps; 0.8 is aimed at.
    """

    parameters: tuple[ParameterPosterior, ...]
    draws: Mapping[str, FloatArray]
    divergences: int
    acceptance: float
    _model: Model
    _native: _core.PosteriorDraws

    @checked
    def predict(
        self, question: str, summary: Any = None, *, level: float = 0.95, draws: int = 500, **arguments: Any
    ) -> Predicted:
        """Ask a question of many draws, and keep mean and quantiles for each customer.

        Parameters
        ----------
        question : str
            The name of a method that answers, such as ``"expected_purchases"``.
        summary : frame, optional
            The customers; or their columns among the arguments.
        level : float
            How much of the draws to put between the ends.
        draws : int
            How many draws to ask, spread evenly over all.
        **arguments
            The arguments of that method, by name.

        Returns
        -------
        Predicted
            Mean, standard deviation and quantiles.

        Raises
        ------
        InvalidInputError
            As the question itself.
        """
        if summary is not None:
            names = ("frequency", "monetary_value") if self._model._name == "gamma_gamma" else HISTORY
            arguments |= frame_columns(summary, names)
        columns, numbers, scalar = self._model._split(arguments)
        found = self._native.predict(question, columns, numbers, level, float(draws))
        mean, deviation, lower, median, upper = (float(v[0]) if scalar and len(v) == 1 else v for v in found)
        return Predicted(mean, deviation, lower, median, upper, level)


@checked
def sample_posterior(
    model: Model,
    summary: Any,
    *,
    chains: int = 4,
    draws: int = 1000,
    warmup: int = 1000,
    seed: int = 0,
    priors: Mapping[str, tuple[float, float]] | None = None,
    weights: str | ColumnLike | None = None,
    progress: Progress = None,
) -> Posterior:
    """Draw from the posterior of a model's parameters with the no-U-turn sampler.

    Beliefs are weak unless others are given: log-normal, shapes around 1 with a log standard deviation of 1.5, scales
    around the mean age (the mean spend) with one of 2. The same seed gives the same draws in every language.

    Parameters
    ----------
    model : BgNbd, MbgNbd, ParetoNbd or GammaGamma
        Which model; what it was fitted to does not matter.
    summary : frame
        One row a customer, as for its fit.
    chains, draws, warmup : int
        Independent chains, draws of each, and draws before those that are thrown away.
    seed : int
        From 0 to 2**53.
    priors : mapping of str to (float, float), optional
        Beliefs by parameter: median, and standard deviation of the logarithm.
    weights : column or str, optional
        How many customers each row stands for; the name of a column of the summary.
    progress : bool or callable, optional
        True for a line on the error stream, or a function of the draws done and in all; an answer of False stops.

    Returns
    -------
    Posterior
        Draws, diagnostics, and :meth:`Posterior.predict`.

    Raises
    ------
    InvalidInputError
        For other models, fewer than 8 draws, more than a million in all.

    Examples
    --------
    >>> import ukur
    >>> data = {"frequency": [0, 2, 1, 0, 7, 0], "recency": [0, 30.4, 1.7, 0, 29.4, 0], "T": [38.9] * 6}
    >>> found = ukur.models.sample_posterior(ukur.models.BgNbd(), data, chains=2, draws=100, warmup=100)
    >>> found.draws["r"].shape
    (2, 100)

    References
    ----------
    Hoffman and Gelman (2014), Journal of Machine Learning Research 15:1593; Betancourt (2017), arXiv:1701.02434.
    """
    if not isinstance(model, Model):
        raise InvalidInputError("`model` must be a model, such as ukur.models.BgNbd()", "invalid_type")
    names = ("frequency", "monetary_value") if model._name == "gamma_gamma" else HISTORY
    columns = fit_columns(summary, names, {}, weights)
    beliefs = [(name, float(median), float(log_sd)) for name, (median, log_sd) in (priors or {}).items()]
    sizes = (float(chains), float(draws), float(warmup), float(seed))
    native = _core.PosteriorDraws.sample(model._name, columns, *sizes, beliefs, as_callback(progress))
    made, divergences, acceptance = native.facts()
    parameters = tuple(build(ParameterPosterior, one) for one in json.loads(native.parameters()))
    columns_of_draws = {
        one.name: np.asarray(values).reshape(made, -1) for one, values in zip(parameters, native.draws(), strict=True)
    }
    asked = type(model).__new__(type(model))
    Model.__init__(asked)
    asked._core = _core.CustomerModel.from_parameters(model._name, [one.median for one in parameters], [], None)
    return Posterior(parameters, columns_of_draws, divergences, acceptance, asked, native)
