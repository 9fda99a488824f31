"""The models' Python face: frames in, attributes out, refusals in one sentence."""

from __future__ import annotations

import functools
import json
import math
import pickle
from typing import Any

import numpy as np
import pandas as pd
import pytest
import ukur
from ukur.models import BetaDiscreteWeibull, BgBb, BgNbd, GammaGamma, MbgCnbd, ShiftedBetaGeometric, lifetime_value

import vectors

DATA = {
    "frequency": vectors.csv_column("cdnow_cbs.csv", "frequency"),
    "recency": vectors.csv_column("cdnow_cbs.csv", "recency_days") / 7,
    "T": vectors.csv_column("cdnow_cbs.csv", "T_days") / 7,
    "monetary_value": vectors.quotients({"csv": "cdnow_cbs.csv", "column": "repeat_cents", "over": [100, "frequency"]}),
}


def frame(kind: str) -> Any:
    library = pytest.importorskip(kind)
    return library.table(DATA) if kind == "pyarrow" else library.DataFrame(DATA)


@pytest.fixture(scope="module")
def model() -> BgNbd:
    return BgNbd().fit(**{name: DATA[name] for name in ("frequency", "recency", "T")}, unit="week")


@pytest.fixture(scope="module")
def spend() -> GammaGamma:
    return GammaGamma().fit(frequency=DATA["frequency"], monetary_value=DATA["monetary_value"])


@pytest.mark.parametrize("kind", ["pandas", "polars", "pyarrow"])
def test_a_summary_of_any_kind_gives_the_same_bits(kind: str, model: BgNbd, spend: GammaGamma) -> None:
    summary = frame(kind)
    assert BgNbd().fit(summary).params_ == model.params_
    assert GammaGamma().fit(summary).params_ == spend.params_
    alive = model.probability_alive(summary)
    assert np.array_equal(alive, model.probability_alive(DATA["frequency"], DATA["recency"], DATA["T"]))
    values = lifetime_value(model, spend, summary)
    expected = model.expected_purchases(365.25 / 7, summary) * spend.expected_spend(summary)
    assert len(values) == 2357 and (values < expected).all() and (values > 0.9 * expected).all()


def test_the_report(model: BgNbd, spend: GammaGamma) -> None:
    assert abs(model.log_likelihood_ + 9582.42920667) < 1e-7
    assert model.diagnosis_.code == "converged" and model.unit_ == "week" and model.distinct_rows_ == 1016
    covariance = model.covariance_
    assert covariance is not None and np.array_equal(covariance, covariance.T)
    errors = list(model.standard_errors_.values())
    assert np.allclose(np.sqrt(np.diag(covariance)), errors, rtol=1e-14)
    assert model.aic_ == pytest.approx(2 * 4 + 2 * 9582.42920667)
    assert model.bic_ == pytest.approx(4 * math.log(2357) + 2 * 9582.42920667)
    for name, one in model.confidence_intervals(0.9).items():
        assert one.lower is not None and one.upper is not None and one.method == "profile"
        assert 0 < one.lower < model.params_[name] == one.value < one.upper
    assert "converged" in model.summary() and "r " in model.summary()
    assert spend.left_out_ == 1411 and "correlation" in spend.notes_[-1]
    assert sum(model.log_likelihood(DATA["frequency"], DATA["recency"], DATA["T"])) == pytest.approx(model.log_likelihood_)


def test_intervals(model: BgNbd) -> None:
    found = model.with_interval("expected_purchases", horizon=39, frequency=2, recency=30.43, T=38.86)
    assert found.value == pytest.approx(1.22590683544345, rel=1e-9)  # mpmath: tests/references/models.py
    assert found.standard_error == pytest.approx(0.0451894464750522, rel=1e-8)
    assert found.lower < found.value < found.upper
    many = model.with_interval("probability_alive", **{name: DATA[name] for name in ("frequency", "recency", "T")})
    assert (many.lower <= many.value).all() and (many.value <= many.upper).all() and (many.upper <= 1).all()


def test_weights_and_order(model: BgNbd) -> None:
    rows, counts = np.unique(np.column_stack([DATA[n] for n in ("frequency", "recency", "T")]), axis=0, return_counts=True)
    counted = BgNbd().fit(frequency=rows[:, 0], recency=rows[:, 1], T=rows[:, 2], weights=counts)
    assert counted.params_ == model.params_


def test_json(model: BgNbd) -> None:
    back = BgNbd.from_json(model.to_json())
    assert back.params_ == model.params_ and back.standard_errors_ == model.standard_errors_ and back.unit_ == "week"
    with pytest.raises(ukur.InvalidInputError, match="not GammaGamma"):
        GammaGamma.from_json(model.to_json())


def test_simulation() -> None:
    model = BgNbd.from_params(r=0.243, alpha=4.414, a=0.793, b=2.426)
    made = model.simulate(1000, 39, seed=3)
    again = model.simulate(1000, 39, seed=3)
    assert np.array_equal(made.recency, again.recency) and made.alive.dtype == np.bool_
    assert (made.recency <= 39).all()


@pytest.mark.parametrize(
    ("call", "code", "words"),
    [
        (lambda m: m.probability_alive([1, 2], [3, 4], [5, 2]), "out_of_domain", "`recency` must be at most T"),
        (lambda m: m.probability_alive([1.5], [3], [5]), "out_of_domain", "`frequency` must be a whole number"),
        (lambda m: m.probability_alive([1], [3], [math.nan]), "nan_input", "`T`"),
        (lambda m: m.probability_alive([1, 2], [3], [5]), "length_mismatch", "`recency`"),
        (lambda m: m.expected_purchases(-1, 1, 1, 1), "out_of_domain", "`horizon`"),
        (lambda m: m.expected_purchases([1, 2], 1, 1, 1), "not_one_number", "`horizon`"),
        (lambda m: m.purchase_probability(0.5, 1), "out_of_domain", "`n`"),
        (lambda m: m.simulate(-1, 3, 1), "out_of_domain", "`n`"),
        (lambda m: m.with_interval("nonsense"), "unknown_question", "nonsense"),
        (lambda m: m.with_interval("expected_purchases", horizon=1, frequency=1, recency=1, T=1, foo=1), "unknown_argument", "foo"),
        (lambda m: BgNbd().fit(frequency=["a"], recency=[1], T=[2]), "invalid_type", "`frequency` must hold numbers"),
        (lambda m: BgNbd().fit({"frequency": [1], "recency": [1]}), None, "T"),
        (lambda m: BgNbd().fit(frequency=[], recency=[], T=[]), "empty_input", "no customers"),
        (lambda m: BgNbd().fit(frequency=[1], recency=[1], T=[2], unit="fortnight"), "unknown_unit", "fortnight"),
        (lambda m: BgNbd().fit(frequency=[1], recency=[1], T=[2], priors={"z": (1, 1)}), "unknown_parameter", "'z'"),
        (lambda m: BgNbd.from_params(r=1, alpha=0, a=1, b=1), "out_of_domain", "`alpha`"),
        (lambda m: BgNbd().params_, "not_fitted", "fit"),
        (lambda m: BgNbd.from_params(r=1, alpha=1, a=1, b=1).log_likelihood_, "not_fitted", "parameters"),
        (lambda m: BgNbd.from_json("{}"), "invalid_model_json", "JSON"),
    ],
)
def test_refusals(call: Any, code: str | None, words: str, model: BgNbd) -> None:
    with pytest.raises(ukur.UkurError) as raised:
        call(model)
    assert words in str(raised.value) and "\n" not in str(raised.value)
    if code:
        assert raised.value.code == code
    assert pickle.loads(pickle.dumps(raised.value)).code == raised.value.code


@pytest.mark.parametrize(("x", "t_x"), [([3.0], [20.0]), ([0.0] * 50, [0.0] * 50)], ids=["one customer", "all single purchases"])
def test_thin_data_end_in_a_diagnosis(x: list[float], t_x: list[float]) -> None:
    fitted = BgNbd().fit(frequency=x, recency=t_x, T=[30.0] * len(x))
    assert fitted.diagnosis_.code == "too_little_data" and fitted.covariance_ is None
    assert set(fitted.standard_errors_.values()) == {None}
    with pytest.raises(ukur.UndefinedError, match="too_little_data"):
        fitted.confidence_intervals()


def test_contracts_of_every_kind() -> None:
    regular, high_end = [1000, 631, 468, 382, 326], [1000, 869, 743, 653, 593, 551, 517, 491]
    together = ShiftedBetaGeometric().fit(survivors=[regular, high_end])
    below = ShiftedBetaGeometric().fit(survivors=regular + high_end, cohort=[1] * 5 + [2] * 8)
    assert together.params_ == below.params_ and together.customers_ == 2000
    made = together.simulate(2000, 6, seed=1)
    single = BetaDiscreteWeibull().fit({"tenure": made.tenure, "churned": made.churned}, unit="year")
    assert single.diagnosis_.code == "converged" and single.unit_ == "year"
    assert ShiftedBetaGeometric().fit(tenure=made.tenure, churned=made.churned).customers_ == 2000
    curve = together.with_interval("survival", horizon=[1, 12])
    assert isinstance(curve.lower, np.ndarray) and (curve.lower < curve.value).all() and (curve.value < curve.upper).all()
    left = together.with_interval("discounted_expected_residual_lifetime", discount_rate=0.1, tenure=3)
    assert left.lower < left.value < left.upper
    assert together.posterior_means(7)["dropout_probability"] < together.posterior_means(7, True)["dropout_probability"]
    assert ShiftedBetaGeometric.from_json(together.to_json()).params_ == together.params_
    with pytest.raises(ukur.UkurError, match="given beside"):
        ShiftedBetaGeometric().fit(survivors=regular, weights=[1] * 5)
    with pytest.raises(ukur.UkurError, match="does not answer"):
        together.with_interval("expected_purchases", horizon=1, tenure=1)
    nobody = ShiftedBetaGeometric().fit(tenure=[3] * 50, churned=[False] * 50)
    assert nobody.diagnosis_.code == "too_little_data" and "nobody left" in nobody.diagnosis_.message


def test_regular_purchases() -> None:
    truth = MbgCnbd.from_params(k=2, r=0.9, alpha=1.5, a=0.6, b=2.5)
    made = truth.simulate(3000, 52, seed=2)
    rows = {"frequency": made.frequency, "recency": made.recency, "T": made.T, "sum_log_intervals": made.sum_log_intervals}
    model = MbgCnbd().fit(rows, unit="week")
    assert model.k_ == 2 and "k = 2" in model.notes_[0] and model.diagnosis_.code == "converged"
    assert np.sum(model.log_likelihood(rows)) == pytest.approx(model.log_likelihood_, rel=1e-12)
    assert MbgCnbd.from_json(model.to_json()).k_ == 2
    fixed = MbgCnbd(k=1).fit(rows)
    assert fixed.k_ == 1 and fixed.log_likelihood_ < model.log_likelihood_
    shape = ukur.models.regularity(rows)
    assert 1.5 < shape.k < 3 and shape.method == "mle" and shape.standard_error > 0
    with pytest.raises(ukur.UkurError, match="sum_log_intervals"):
        MbgCnbd().fit({name: rows[name] for name in ("frequency", "recency", "T")})
    with pytest.raises(ukur.UkurError, match="`k` must be a whole number"):
        MbgCnbd.from_params(k=0, r=1, alpha=1, a=1, b=1)
    with pytest.raises(ukur.UkurError, match="`method`"):
        ukur.models.regularity(rows, method="guess")


def test_opportunities_have_two_names() -> None:
    rows = {"frequency": [0, 1, 3, 6, 2], "recency": [0, 4, 4, 6, 2]}
    weights = [300, 40, 20, 100, 60]
    assert BgBb().fit(**rows, n=[6] * 5, weights=weights).params_ == BgBb().fit(**rows, T=[6] * 5, weights=weights).params_
    with pytest.raises(ukur.UkurError, match="another name"):
        BgBb().fit(**rows, n=[6] * 5, T=[6] * 5)
    with pytest.raises(ukur.UkurError, match="counts no opportunities"):
        BgNbd().fit(**rows, n=[6] * 5)


def test_priors_are_reported_apart() -> None:
    plain = BgNbd().fit(DATA)
    held = BgNbd().fit(DATA, priors={"a": (1.0, 0.5), "b": (2.0, 0.5)})
    assert held.log_likelihood_ < plain.log_likelihood_ and plain.penalised_log_likelihood_ is None
    assert held.penalised_log_likelihood_ is not None


HOLDOUT = {**DATA, "holdout_frequency": vectors.csv_column("cdnow_cbs.csv", "holdout_purchases"), "holdout_T": np.full(2357, 39.0)}


def test_marks_of_the_holdout_are_no_counts(model: BgNbd) -> None:
    tracking = {"time": [39.0, 78.0], "holdout": [0, 1], "repeat_purchases": [10.0, 9.0]}
    assert list(ukur.models.validate(model, HOLDOUT, tracking=tracking).tracking["holdout"]) == [False, True]
    with pytest.raises(ukur.UkurError, match="`holdout` must be 1 for a period after the end of calibration, 0 before, got 7"):
        ukur.models.validate(model, HOLDOUT, tracking={**tracking, "holdout": [0, 7]})


@pytest.mark.parametrize("kind", ["pandas", "polars", "pyarrow", "dict"])
def test_validation_gives_tables_of_the_kind_given(model: BgNbd, kind: str) -> None:
    library = None if kind == "dict" else pytest.importorskip(kind)
    summary = HOLDOUT if library is None else (library.table if kind == "pyarrow" else library.DataFrame)(HOLDOUT)
    found = ukur.models.validate(model, summary, groups=5)
    known = ukur.models.validate(model, HOLDOUT, groups=5)
    for name in ("errors", "calibration", "by_frequency", "tracking"):
        assert type(getattr(found, name)) is type(summary)
        for column, values in getattr(known, name).items():
            np.testing.assert_array_equal(np.asarray(getattr(found, name)[column]), np.asarray(values))


def test_validation_refuses_a_summary_without_holdout(model: BgNbd) -> None:
    with pytest.raises(ukur.InvalidInputError) as refused:
        ukur.models.validate(model, DATA)
    assert refused.value.code == "unknown_column"


def test_models_are_compared(model: BgNbd) -> None:
    other = ukur.models.ParetoNbd().fit(DATA, unit="week")
    rows = ukur.models.compare([other, model])
    assert [row["model"] for row in rows] == ["BgNbd", "ParetoNbd"]
    assert rows[1]["aic_difference"] == pytest.approx(2 * (model.log_likelihood_ - other.log_likelihood_))
    assert sum(row["akaike_weight"] for row in rows) == pytest.approx(1)
    assert ukur.models.compare([other, model], frame="pandas")["index"].tolist() == [1, 0]
    daily = ukur.models.BgNbd().fit({**DATA, "recency": DATA["recency"] * 7, "T": DATA["T"] * 7}, unit="day")
    for wrong, code in (([model, daily], "unit_mismatch"), ([], "empty_input"), ([BgNbd.from_params(r=1, alpha=1, a=1, b=1)], "not_fitted")):
        with pytest.raises(ukur.InvalidInputError) as refused:
            ukur.models.compare(wrong)
        assert refused.value.code == code
    with pytest.raises(ukur.InvalidInputError) as refused:
        ukur.models.likelihood_ratio_test(model, other)
    assert refused.value.code == "not_nested"


def test_covariates_from_the_summary_and_by_name() -> None:
    """Known answers of tests/references/covariates.py."""
    first = vectors.csv_column("cdnow_cbs.csv", "first_cents") / 1000
    summary = {**DATA, "first": first}
    found = BgNbd().fit(summary, purchase_covariates=["first"], dropout_covariates=["first"])
    assert found.log_likelihood_ == pytest.approx(-9561.955603611925, abs=1e-6)
    buy, leave = found.covariates_
    assert (buy.process, buy.name, leave.process) == ("purchase", "first", "dropout")
    assert buy.coefficient == pytest.approx(0.08867563250649663, rel=1e-6)
    assert buy.standard_error == pytest.approx(0.016582068958567186, rel=1e-5)
    assert buy.reading == "one more of first: +9.3 % purchase rate"
    by_name = BgNbd().fit(DATA, purchase_covariates={"first": first}, dropout_covariates={"first": first})
    assert by_name.to_json() == found.to_json()
    expected = found.expected_purchases(39, summary)
    alike = found.at(first=first[5])
    one = {name: float(column[5]) for name, column in DATA.items()}
    assert alike.expected_purchases(39, one["frequency"], one["recency"], one["T"]) == expected[5]
    interval = found.with_interval("expected_purchases", horizon=39, frequency=DATA["frequency"], recency=DATA["recency"], T=DATA["T"], first=first)
    np.testing.assert_array_equal(interval.value, expected)
    np.testing.assert_array_equal(BgNbd.from_json(found.to_json()).expected_purchases(39, summary), expected)
    path = found.alive_path([5, 30.43], [10, 31], level=0.95, covariates={"first": first[5]})
    np.testing.assert_array_equal(path.value, alike.alive_path([5, 30.43], [10, 31]))
    assert (path.lower < path.value).all()
    plain = BgNbd().fit(DATA)
    assert ukur.models.likelihood_ratio_test(plain, found).degrees_of_freedom == 2
    for ask, code in (
        (lambda: found.expected_purchases_new(39), "covariates_needed"),
        (lambda: found.simulate(5, 30, 1), "covariates_needed"),
        (lambda: ukur.models.validate(found, {**DATA, "holdout_frequency": DATA["frequency"], "holdout_T": np.full(2357, 39.0)}), "unknown_column"),
        (lambda: found.expected_purchases(39, DATA), "unknown_column"),
        (lambda: found.at(second=1.0), "missing_column"),
        (lambda: found.alive_path([5.0], [9.0]), "covariates_needed"),
        (lambda: BgNbd().fit(DATA, purchase_covariates={"ones": np.ones(2357)}), "zero_variance"),
    ):
        with pytest.raises(ukur.UkurError) as refused:
            ask()
        assert refused.value.code == code


def test_covariates_in_every_answer() -> None:
    first = vectors.csv_column("cdnow_cbs.csv", "first_cents") / 1000
    group = np.minimum(np.floor(first / 2), 3)
    summary = {**DATA, "group": group, "monetary_value": np.full(2357, 30.0)}
    found = ukur.models.ParetoNbd().fit(summary, unit="week", purchase_covariates=["group"], dropout_covariates=["group"])
    alike = found.at(group=group[5])
    one = {name: column[5:6] for name, column in summary.items()}
    means = found.posterior_means(summary)
    assert means["purchase_rate"][5] == alike.posterior_means(one)["purchase_rate"][0]
    spend = ukur.models.GammaGamma.from_params(p=6.25, q=3.74, gamma=15.44)
    value = ukur.models.lifetime_value(found, spend, summary)
    assert value[5] == ukur.models.lifetime_value(alike, spend, one)[0]
    judged = ukur.models.validate(found, {**summary, "holdout_frequency": DATA["frequency"], "holdout_T": np.full(2357, 39.0)})
    assert judged.errors["expected"][0] == pytest.approx(np.sum(found.expected_purchases(39, summary)), rel=1e-12)
    made = found.simulate(2357, DATA["T"], 3, covariates={"group": group})
    assert np.mean(made.frequency[group == 3]) > np.mean(made.frequency[group == 0])
    np.testing.assert_array_equal(found.simulate(9, 30, 3, covariates={"group": 1}).recency, found.at(group=1).simulate(9, 30, 3).recency)
    curve = found.with_interval("expected_purchases_new", horizon=[13, 52], group=2)
    np.testing.assert_array_equal(curve.value, found.at(group=2).expected_purchases_new([13, 52]))
    assert np.all((curve.lower < curve.value) & (curve.value < curve.upper))


OVER_TIME = json.dumps({
    "format": "ukur-model", "version": 1, "model": "pareto_nbd", "unit": "week",
    "parameters": {"r": 0.8, "alpha": 6, "s": 0.7, "beta": 9},
    "coefficients": {"purchase": [["offer", 0.6], ["season", -0.2]], "dropout": [["offer", -0.5], ["season", 0.3]]},
})  # fmt: skip


def test_covariates_that_change_over_time() -> None:
    """Known answers of tests/references/covariates_over_time.py."""
    model = ukur.models.ParetoNbd.from_json(OVER_TIME)
    customers = pd.DataFrame({"customer": ["b", "a"], "frequency": [0.0, 2.0], "recency": [0.0, 4.25], "T": [2.0, 7.5]})
    one = pd.DataFrame({
        "customer": "a", "start": np.arange(12.0) - 8, "purchases": [0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0],
        "offer": [0, 1, 1, 0, 0, 1, 0, 0, 1, 1, 0, 1],
        "season": [0.5, 0.5, 0.25, 0, -0.25, -0.5, -0.5, -0.25, 0, 0.25, 0.5, 0.5],
    })  # fmt: skip
    other = one[one["start"] >= -2].assign(customer="b", purchases=0)
    periods = pd.concat([one, other, one.assign(customer="somebody else")])
    assert model.log_likelihood(customers, periods=periods)[1] == pytest.approx(-5.6044898789243085, rel=1e-10)
    assert model.probability_alive(customers, periods=periods)[1] == pytest.approx(0.8300377446036521, rel=1e-10)
    assert model.expected_purchases(3, customers, periods=periods)[1] == pytest.approx(0.6217070710507896, rel=1e-10)
    assert model.conditional_purchase_probability(1, 3, customers, periods=periods)[1] == pytest.approx(0.2487628806278461, rel=1e-10)
    assert model.discounted_expected_purchases(0.01, customers, horizon=3, periods=periods)[1] == pytest.approx(0.6138602062069185, rel=1e-10)
    means = model.posterior_means(customers, periods=periods)
    assert means["purchase_rate"][1] == pytest.approx(0.1888635641947371, rel=1e-10)
    by_row = one.assign(customer=0)
    made = model.simulate(1, 7.5, 4, periods=by_row)
    assert made.T[0] == 7.5
    summary = customers.assign(monetary_value=20.0, holdout_frequency=1, holdout_T=3.0)
    judged = ukur.models.validate(model, summary, periods=periods, groups=2)
    assert judged.errors["expected"][0] == pytest.approx(np.sum(model.expected_purchases(3, customers, periods=periods)), rel=1e-12)
    spend = ukur.models.GammaGamma.from_params(p=6.25, q=3.74, gamma=15.44)
    value = ukur.models.lifetime_value(model, spend, summary, horizon=3, horizon_unit="week", periods=periods)
    assert value.shape == (2,) and value[1] > 0
    for ask, code in (
        (lambda: model.expected_purchases(5, customers, periods=periods), "missing_period"),
        (lambda: model.log_likelihood(customers, periods=periods[periods["start"] != -4]), "missing_period"),
        (lambda: model.log_likelihood(customers, periods=periods.drop(columns="purchases")), "missing_column"),
        (lambda: model.log_likelihood(customers, periods=periods.assign(purchases=1)), "purchases_differ"),
        (lambda: model.log_likelihood(customers, periods=periods.drop(columns="customer")), "unknown_column"),
        (lambda: BgNbd().fit(customers, periods=periods, purchase_covariates=["offer"]), "no_covariates"),
    ):
        with pytest.raises(ukur.UkurError) as refused:
            ask()
        assert refused.value.code == code


def test_covariates_of_contracts() -> None:
    tables = [[1000, 631, 468, 382, 326, 289, 262, 241], [1000, 869, 743, 653, 593, 551, 517, 491]]
    found = ukur.models.ShiftedBetaGeometric().fit(survivors=tables, dropout_covariates={"high_end": [0, 1]})
    assert found.covariates_[0].reading == "one more of high_end: -60.9 % odds to leave"
    customers = {"tenure": [3, 3], "high_end": [1, 0]}
    kept = found.retention_rate(customers)
    assert kept[0] == found.at(high_end=1).retention_rate(3)
    assert found.posterior_means(customers)["dropout_probability"][1] > 1 - kept[0]
    assert found.discounted_expected_residual_lifetime(0.1, customers)[1] == found.at(high_end=0).discounted_expected_residual_lifetime(0.1, 3)
    interval = found.with_interval("survival", horizon=12, high_end=1)
    assert interval.lower < interval.value < interval.upper
    assert np.mean(found.simulate(4000, 7, 1, covariates={"high_end": 1}).churned) == pytest.approx(0.509, abs=0.03)
    value = functools.partial(ukur.models.contract_lifetime_value, unit="year", margin=0.4)
    plain = found.at(high_end=1)
    assert value(found, 100, covariates={"high_end": [0, 1]})[1] == value(plain, 100)
    worth = value(found, [100, 20], tenure=[0, 3], covariates={"high_end": 1}, level=0.95)
    np.testing.assert_array_equal(worth.value, value(plain, [100, 20], tenure=[0, 3]))
    assert (worth.lower < worth.value).all() and (worth.value < worth.upper).all()
    again = ukur.models.ShiftedBetaGeometric.from_json(found.to_json())
    np.testing.assert_array_equal(again.retention_rate(customers), kept)
    with pytest.raises(ukur.UkurError) as refused:
        ukur.models.BetaDiscreteWeibull().fit(survivors=tables, dropout_covariates={"high_end": [0, 1]})
    assert refused.value.code == "no_covariates"


def test_posterior_draws_and_predictions() -> None:
    few = {name: column[:400] for name, column in DATA.items()}
    seen: list[tuple[int, int]] = []
    found = ukur.models.sample_posterior(BgNbd(), few, chains=2, draws=60, warmup=40, seed=3, progress=lambda *step: seen.append(step))
    assert seen[-1] == (200, 200)
    assert found.draws["r"].shape == (2, 60)
    assert [one.name for one in found.parameters] == ["r", "alpha", "a", "b"]
    assert found.parameters[0].prior_median == 1 and found.parameters[1].prior_median == pytest.approx(few["T"].mean())
    again = ukur.models.sample_posterior(BgNbd(), few, chains=2, draws=60, warmup=40, seed=3)
    np.testing.assert_array_equal(found.draws["b"], again.draws["b"])
    expected = found.predict("expected_purchases", few, horizon=39, draws=20, level=0.8)
    assert np.all((expected.lower < expected.mean) & (expected.mean < expected.upper))
    new = found.predict("expected_purchases_new", horizon=39, draws=20)
    assert isinstance(new.mean, float) and 0.5 < new.mean < 3
    with pytest.raises(ukur.InvalidInputError) as refused:
        ukur.models.sample_posterior(ukur.models.Nbd(), few)
    assert refused.value.code == "no_posterior"
    with pytest.raises(ukur.UkurError) as stopped:
        ukur.models.sample_posterior(BgNbd(), few, progress=lambda done, total: False)
    assert stopped.value.code == "cancelled"
