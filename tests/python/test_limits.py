"""Every model at its limits: finite and right, or a named status. Never NaN, never a silent infinity."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pytest
import ukur
from ukur import models

BETA = [(1.0, 2.0), (2.0, 1.0), (1.0, 1.0), (0.8, 0.2), (0.31, 0.5), (1e-3, 1e-3), (50.0, 900.0)]
GAMMA = [(0.2, 4.0), (0.11, 2.24), (1.0, 1.0), (30.0, 0.01)]
GEOMETRIC = [dict(zip(("r", "alpha", "a", "b"), (*one, *two))) for one, two in itertools.product(GAMMA, BETA)]

#: Parameters at the corners of each model: where a formula divides by zero, or takes a difference of near equals.
CORNERS: dict[str, list[dict[str, float]]] = {
    "BgNbd": GEOMETRIC,
    "MbgNbd": GEOMETRIC,
    "ParetoNbd": [
        dict(zip(("r", "alpha", "s", "beta"), (*one, *two)))
        for one, two in itertools.product(GAMMA, [(1.0, 11.0), (1.0, 4.0), (2.0, 4.0), (1e-3, 30.0), (0.6, 1e-3), (40.0, 900.0)])
    ],
    "GgomNbd": [
        dict(zip(("r", "alpha", "b", "s", "beta"), (*one, *two)))
        for one, two in itertools.product(GAMMA[:3], [(0.1, 1.0, 1.0), (1e-7, 0.6, 1e-6), (0.5, 1e-3, 20.0), (3.0, 2.0, 1e9)])
    ],
    "Nbd": [dict(zip(("r", "alpha"), one)) for one in GAMMA],
    "BgCnbd": [one | {"k": k} for k, one in itertools.product((1, 3), GEOMETRIC)],
    "MbgCnbd": [one | {"k": k} for k, one in itertools.product((1, 3), GEOMETRIC)],
    "BgBb": [
        dict(zip(("alpha", "beta", "gamma", "delta"), (*one, *two))) for one, two in itertools.product(BETA, BETA)
    ],
    "ShiftedBetaGeometric": [dict(zip(("alpha", "beta"), one)) for one in BETA],
    "BetaDiscreteWeibull": [
        dict(zip(("gamma", "delta", "c"), (*one, c))) for one, c in itertools.product(BETA, (1.0, 0.5, 2.0))
    ],
    "GammaGamma": [
        {"p": p, "q": q, "gamma": g} for p, q, g in itertools.product((1.0, 6.25), (1.0, 0.5, 2.0, 3.74), (1e-6, 15.44, 1e9))
    ],
}
CONTRACTS = ("ShiftedBetaGeometric", "BetaDiscreteWeibull")
CUSTOMERS = {"frequency": [0.0, 0.0, 3.0, 1000.0, 1.0, 1000.0], "recency": [0.0, 0.0, 20.0, 9990.0, 1.0, 1000.0], "T": [0.0, 10_000.0, 30.0, 10_000.0, 10_000.0, 1000.0]}
TENURES = {"tenure": [0.0, 1.0, 30.0, 10_000.0], "churned": [0.0, 1.0, 0.0, 0.0]}
SPEND = {"frequency": [0.0, 1.0, 1000.0, 2.0], "monetary_value": [0.0, 1e-6, 35.0, 1e9]}
HORIZONS = (0.0, 30.0, 10_000.0, 1_000_000.0)
STATUSES = {"divergent", "unbounded", "not_identified"}
CHANCES = {
    "probability_alive", "conditional_purchase_probability", "probability_alive_new", "purchase_probability",
    "purchase_probability_between", "survival", "churn_probability", "retention_rate",
}  # fmt: skip


def kind(name: str) -> str:
    return "contract" if name in CONTRACTS else "spend" if name == "GammaGamma" else "purchase"


def questions(name: str, customers: Mapping[str, Any] | None = None) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every question of a model, with arguments."""
    if kind(name) == "spend":
        yield "expected_spend", dict(customers or SPEND)
        yield "mean_spend", {}
        return
    rates = (0.0, 1e-9, 0.0027, 0.1)
    if kind(name) == "contract":
        rows = dict(customers or TENURES)
        yield "retention_rate", rows
        yield "churn_probability", {"n": [1.0, 2.0, 10_000.0]}
        for horizon in HORIZONS:
            yield "probability_alive", rows | {"horizon": horizon}
            yield "survival", {"horizon": horizon}
        for rate, end in itertools.product(rates, (None, 0.0, 10_000.0)):
            yield "discounted_expected_lifetime", {"discount_rate": rate, "horizon": end}
            yield "discounted_expected_residual_lifetime", rows | {"discount_rate": rate, "horizon": end}
        return
    rows = dict(customers or CUSTOMERS)
    for horizon in HORIZONS:
        yield "probability_alive", rows | {"horizon": horizon}
        yield "expected_purchases", rows | {"horizon": horizon}
        yield "probability_alive_new", {"horizon": horizon}
        yield "expected_purchases_new", {"horizon": horizon}
        yield "purchase_probability", {"n": [0.0, 1.0, 300.0], "horizon": horizon}
        yield "purchase_probability_between", {"n": [0.0, 1.0, 300.0], "start": 10.0, "end": max(10.0, horizon)}
        for n in (0.0, 7.0):
            yield "conditional_purchase_probability", rows | {"n": n, "horizon": horizon}
    for rate, end in itertools.product(rates, (None, 0.0, 10_000.0)):
        yield "discounted_expected_purchases", rows | {"discount_rate": rate, "horizon": end}
        yield "discounted_expected_purchases_new", {"discount_rate": rate, "horizon": end}


def check(question: str, answer: Any, where: str) -> None:
    values = np.atleast_1d(answer)
    assert np.isfinite(values).all(), f"{where}: {values}"
    assert (values >= 0).all() and (question not in CHANCES or (values <= 1).all()), f"{where}: {values}"


@pytest.mark.parametrize("name", CORNERS)
def test_corners_of_the_parameters(name: str) -> None:
    for params in CORNERS[name]:
        model = getattr(models, name).from_params(**params)
        for question, arguments in questions(name):
            where = f"{name} {params} {question} { {k: v for k, v in arguments.items() if k not in CUSTOMERS} }"
            try:
                check(question, getattr(model, question)(**arguments), where)
            except ukur.UndefinedError as error:
                assert error.code in STATUSES and question not in CHANCES, f"{where}: {error}"
        for rows in ([] if name == "GammaGamma" else [TENURES if name in CONTRACTS else CUSTOMERS]):
            for latent, means in model.posterior_means(**rows).items():
                assert np.isfinite(means).all() and (means >= 0).all(), f"{name} {params} {latent}: {means}"


@pytest.mark.parametrize(("name", "letter"), [
    ("BgNbd", "a"), ("BgNbd", "b"), ("MbgNbd", "a"), ("MbgNbd", "b"), ("ParetoNbd", "s"), ("GgomNbd", "s"), ("GgomNbd", "beta"),
    ("BgCnbd", "a"), ("BgCnbd", "b"), ("MbgCnbd", "a"), ("BgBb", "gamma"), ("BgBb", "alpha"), ("ShiftedBetaGeometric", "alpha"),
    ("BetaDiscreteWeibull", "c"), ("Nbd", "r"),
])  # fmt: skip
def test_a_parameter_of_one_is_like_its_neighbours(name: str, letter: str) -> None:
    """Answers at 1 lie midway between those just beside it: nothing special happens where textbook forms divide by 0."""
    step = 2e-5
    for params in CORNERS[name][:7]:
        low, here, high = (getattr(models, name).from_params(**params | {letter: value}) for value in (1 - step, 1.0, 1 + step))
        for question, arguments in questions(name):
            if arguments.get("horizon") == 1_000_000.0 or arguments.get("discount_rate") in (0.0, 1e-9):
                continue
            try:
                below, at, above = (np.atleast_1d(getattr(model, question)(**arguments)) for model in (low, here, high))
            except ukur.UndefinedError as error:
                assert error.code in STATUSES, f"{name} {params} {letter} {question} {arguments}: {error}"
                continue
            middle = (below + above) / 2
            # What is left is the curvature: a squared step times the square of a logarithm of the horizon, or of a count.
            bound = 1e-6 * np.abs(middle) + 1e-12
            assert (np.abs(at - middle) <= bound).all(), f"{name} {params} {letter} {question} {arguments}: {below} {at} {above}"


def test_published_corners() -> None:
    """40-digit values of the specification, where other tools return NaN."""
    bg = models.BgNbd.from_params(r=0.11, alpha=2.24, a=0.31, b=0.5)
    assert bg.expected_purchases(30, 0, 0, 1) == pytest.approx(0.5645886155328, rel=1e-10)
    bg = models.BgNbd.from_params(r=0.2, alpha=4, a=1, b=2)
    assert bg.expected_purchases(10, 3, 20, 30) == pytest.approx(0.48600085180792, rel=1e-10)
    for a, b, want in ((1, 1, 0.13116162354138221752), (2, 1, 0.1316573003234265914)):  # mpmath: a mean over rates, then chances
        bg = models.BgNbd.from_params(r=0.2, alpha=4, a=a, b=b)
        assert bg.purchase_probability_between(1, 10, 30) == pytest.approx(want, rel=1e-11)
    pareto = models.ParetoNbd.from_params(r=0.5, alpha=10, s=1, beta=11)
    assert pareto.expected_purchases(10, 3, 20, 30) == pytest.approx(0.49902898688014, rel=1e-10)
    regular = models.BgCnbd.from_params(k=1, r=0.2, alpha=4, a=1, b=2)
    assert regular.expected_purchases(10, 3, 20, 30) == pytest.approx(0.48600085180792, rel=1e-10)


def histories(x: list[float], t_x: list[float], t: list[float], weight: float | None = None) -> dict[str, Any]:
    logs = [count * math.log(last / count) if count and last else 0.0 for count, last in zip(x, t_x)]
    rows: dict[str, Any] = {"frequency": x, "recency": t_x, "T": t, "sum_log_intervals": logs}
    return rows | ({} if weight is None else {"weights": [weight] * len(x)})


MIXED_X = [float(i % 5) for i in range(60)]
MIXED_T = [25.0 + i % 13 for i in range(60)]
MIXED_TX = [math.ceil(t * (0.3 + 0.65 * (i * 7 % 20) / 20)) * 1.0 if x else 0.0 for i, (x, t) in enumerate(zip(MIXED_X, MIXED_T))]
FITS: dict[str, dict[str, Any]] = {
    "one customer": histories([3.0], [20.0], [30.0]),
    "nobody came back": histories([0.0] * 50, [0.0] * 50, [30.0] * 50),
    "all alike": histories([3.0] * 50, [20.0] * 50, [30.0] * 50),
    "there at the end": histories([3.0] * 50, [30.0] * 50, [30.0] * 50),
    "a thousand purchases in 10,000 weeks": histories([1000.0, 0.0, 1.0] * 9, [9990.0, 0.0, 5000.0] * 9, [10_000.0] * 27),
    "mixed": histories(MIXED_X, MIXED_TX, MIXED_T),
    "weights of 1e9": histories(MIXED_X, MIXED_TX, MIXED_T, 1e9),
    "weights of 1e-9": histories(MIXED_X, MIXED_TX, MIXED_T, 1e-9),
}
CONTRACT_FITS: dict[str, dict[str, Any]] = {
    "one customer": {"tenure": [3.0], "churned": [1.0]},
    "nobody left": {"tenure": [5.0] * 20, "churned": [0.0] * 20},
    "everyone left at once": {"tenure": [1.0] * 20, "churned": [1.0] * 20},
    "all alike": {"tenure": [4.0] * 20, "churned": [1.0] * 20},
    "ten thousand renewals": {"tenure": [10_000.0, 1.0, 10_000.0], "churned": [1.0, 1.0, 0.0]},
    "mixed": {"survivors": [1000.0, 869, 743, 653, 593]},
    "weights of 1e9": {"survivors": [1000e9, 869e9, 743e9, 653e9, 593e9]},
    "weights of 1e-9": {"survivors": [1000e-9, 869e-9, 743e-9, 653e-9, 593e-9]},
}
SPEND_FITS: dict[str, dict[str, Any]] = {
    "one customer": {"frequency": [3.0], "monetary_value": [20.0]},
    "nobody came back": {"frequency": [0.0] * 9, "monetary_value": [0.0] * 9},
    "all alike": {"frequency": [3.0] * 9, "monetary_value": [20.0] * 9},
    "far apart": {"frequency": [1.0, 1000.0, 2.0, 5.0], "monetary_value": [1e-6, 35.0, 1e9, 3.0]},
    "mixed": {"frequency": MIXED_X, "monetary_value": [x and 5.0 + (i * 11 % 17) for i, x in enumerate(MIXED_X)]},
    "weights of 1e9": {
        "frequency": MIXED_X, "monetary_value": [x and 5.0 + (i * 11 % 17) for i, x in enumerate(MIXED_X)], "weights": [1e9] * 60,
    },
}  # fmt: skip
CODES = {"converged", "boundary", "ridge", "not_identified", "too_little_data", "not_converged"}


def fits(name: str) -> dict[str, dict[str, Any]]:
    return {"contract": CONTRACT_FITS, "spend": SPEND_FITS, "purchase": FITS}[kind(name)]


def fitted(name: str, data: dict[str, Any]) -> Any:
    model = getattr(models, name)(k=2) if name.endswith("Cnbd") else getattr(models, name)()
    return model.fit(**{key: one for key, one in data.items() if key != "sum_log_intervals" or name.endswith("Cnbd")})


@pytest.mark.parametrize("name", CORNERS)
def test_fits_at_the_limits(name: str) -> None:
    for words, data in fits(name).items():
        where = f"{name}, {words}"
        model = fitted(name, data)
        found = model.diagnosis_
        assert found.code in CODES and found.message and math.isfinite(model.log_likelihood_), f"{where}: {found}"
        assert all(math.isfinite(value) and value > 0 for value in model.params_.values()), f"{where}: {model.params_}"
        assert (model.covariance_ is not None) == (found.code == "converged"), f"{where}: {found}"
        assert found.code != "not_converged", f"{where}: {found}"
        try:
            for letter, one in model.confidence_intervals().items():
                low, high = one.lower, one.upper
                assert low is None or 0 <= low <= one.value * (1 + 1e-12), f"{where} {letter}: {one}"
                assert high is None or (one.value * (1 - 1e-12) <= high < math.inf), f"{where} {letter}: {one}"
                assert (one.message is None) == (low is not None and high is not None), f"{where} {letter}: {one}"
        except ukur.UndefinedError as error:
            assert error.code == "not_identified", f"{where}: {error}"
        customers = {"frequency": [0.0, 2.0], "recency": [0.0, 20.0], "T": [30.0, 30.0]}
        rows = {"contract": {"tenure": [0.0, 4.0]}, "spend": {"frequency": [0.0, 2.0], "monetary_value": [0.0, 9.0]}}
        for question, arguments in questions(name, rows.get(kind(name), customers)):
            if arguments.get("horizon", 30.0) not in (30.0, None) or arguments.get("discount_rate", 0.1) != 0.1:
                continue
            asked = f"{where} {question} {arguments}"
            try:
                check(question, getattr(model, question)(**arguments), asked)
                one = model.with_interval(question, **arguments)
                ends = np.atleast_1d(one.lower), np.atleast_1d(one.value), np.atleast_1d(one.upper)
                assert all(np.isfinite(end).all() for end in ends), f"{asked}: {one}"
                assert (ends[0] <= ends[1] * (1 + 1e-9)).all() and (ends[1] <= ends[2] * (1 + 1e-9)).all(), f"{asked}: {one}"
            except ukur.UndefinedError as error:
                assert error.code in STATUSES, f"{asked}: {error}"


@pytest.mark.parametrize("name", CORNERS)
def test_rows_may_be_counted(name: str) -> None:
    """Rows with weights are as many rows, to the last bit; a weight of zero is no row."""
    data = {"contract": {"tenure": [1.0, 3.0, 2.0, 5.0], "churned": [1.0, 1.0, 0.0, 0.0]}, "spend": SPEND_FITS["mixed"]}.get(kind(name), FITS["mixed"])
    count = len(next(iter(data.values())))
    weights = [1.0 + i % 3 for i in range(count)]
    many = {key: [value for value, weight in zip(one, weights) for _ in range(int(weight))] for key, one in data.items()}
    several = fitted(name, many)
    counted = fitted(name, {key: [*one, one[-1]] for key, one in data.items()} | {"weights": [*weights, 0.0]})
    assert counted.params_ == several.params_ and counted.log_likelihood_ == several.log_likelihood_
    assert counted.customers_ == several.customers_
