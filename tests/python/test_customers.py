"""Purchases to customers: known totals from every kind of table, refusals, rows left out, any order of rows."""

from __future__ import annotations

import datetime as dt
import warnings
from pathlib import Path

import hypothesis.strategies as st
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import ukur
from hypothesis import given, settings
from ukur import customers

DATA = Path(__file__).parents[1] / "data" / "cdnow_sample.csv"
KINDS = ("pandas", "polars", "pyarrow")


def cdnow() -> pd.DataFrame:
    """Sample id as text, date as datetime, dollars."""
    frame = pd.read_csv(DATA, dtype={"sample_id": str, "date": str})
    return pd.DataFrame(
        {
            "customer": frame["sample_id"],
            "date": pd.to_datetime(frame["date"], format="%Y%m%d"),
            "amount": frame["dollar_value"],
        }
    )


def made(kind: str, frame: pd.DataFrame):
    """The same table in another library."""
    if kind == "polars":
        return pl.from_pandas(frame)
    if kind == "pyarrow":
        return pa.Table.from_pandas(frame, preserve_index=False)
    return frame


def to_pandas(frame) -> pd.DataFrame:
    return frame if isinstance(frame, pd.DataFrame) else frame.to_pandas()


SPLIT = {
    "customer": "customer",
    "date": "date",
    "value": "amount",
    "unit": "week",
    "end": "1997-09-30",
    "holdout_end": "1998-06-30",
}


def check_totals(summary: pd.DataFrame, report: customers.SummaryReport) -> None:
    """Totals of the sample from independent programs (BTYD, CLVTools, pandas)."""
    assert len(summary) == 2357
    assert summary["frequency"].sum() == 2457
    assert summary["recency"].sum() == pytest.approx(16135.571428571, abs=1e-8)
    assert summary["T"].sum() == pytest.approx(77111.285714286, abs=1e-8)
    assert summary["holdout_frequency"].sum() == 1882
    assert (summary["holdout_T"] == 39).all()
    assert (summary["frequency"] * summary["monetary_value"]).sum() == pytest.approx(95355.60, abs=1e-6)
    assert (summary["holdout_frequency"] * summary["holdout_monetary_value"]).sum() == pytest.approx(
        70976.39, abs=1e-6
    )
    assert summary["total_value"].sum() == pytest.approx(173115.55, abs=1e-6)
    assert (report.rows, report.purchases, report.rows_merged) == (6919, 6696, 223)
    assert report.customers_without_repeat == 1411
    assert report.rows_left_out == 0


@pytest.mark.parametrize("kind", KINDS)
def test_cdnow_totals_from_every_kind_of_table(kind):
    frame = made(kind, cdnow())
    summary, report = customers.summarise(frame, **SPLIT, extra=["total_value"], return_report=True)
    assert type(summary) is type(frame)
    summary = to_pandas(summary)
    check_totals(summary, report)
    assert list(summary["customer"][:3]) == ["0001", "0002", "0003"]
    assert list(summary.columns[:8]) == [
        "customer",
        "frequency",
        "recency",
        "T",
        "monetary_value",
        "holdout_frequency",
        "holdout_monetary_value",
        "holdout_T",
    ]


def dates_in_every_form() -> dict[str, tuple[object, dict[str, object]]]:
    frame = cdnow()
    dates = frame["date"]
    iso = dates.dt.strftime("%Y-%m-%d")
    jakarta = (dates + pd.Timedelta(hours=1)).dt.tz_localize("Asia/Jakarta")
    forms: dict[str, tuple[object, dict[str, object]]] = {
        "ISO text": (frame.assign(date=iso), {}),
        "text with a format": (frame.assign(date=dates.dt.strftime("%d.%m.%y")), {"date_format": "%d.%m.%y"}),
        "whole numbers": (
            frame.assign(date=dates.dt.strftime("%Y%m%d").astype(int)),
            {"date_format": "%Y%m%d"},
        ),
        "date objects": (frame.assign(date=dates.dt.date.astype(object)), {}),
        "datetimes in the afternoon": (frame.assign(date=dates + pd.Timedelta(hours=17)), {}),
        "a zone of its own": (frame.assign(date=jakarta), {}),
        "a zone converted": (frame.assign(date=jakarta.dt.tz_convert("UTC")), {"time_zone": "Asia/Jakarta"}),
        "text with an offset": (
            frame.assign(date=iso + "T01:00:00+07:00"),
            {"time_zone": "Asia/Jakarta"},
        ),
        "milliseconds": (frame.assign(date=dates.astype("datetime64[ms]")), {}),
        "categories": (frame.assign(customer=frame["customer"].astype("category")), {}),
        "Polars dates": (pl.from_pandas(frame).with_columns(pl.col("date").cast(pl.Date)), {}),
        "Polars zone": (pl.from_pandas(frame.assign(date=jakarta)), {}),
        "Polars text": (pl.from_pandas(frame.assign(date=iso)), {}),
        "Arrow dates": (
            pa.Table.from_pandas(frame, preserve_index=False).set_column(
                1, "date", pa.array(dates.dt.date, type=pa.date32())
            ),
            {},
        ),
        "Arrow text": (pa.Table.from_pandas(frame.assign(date=iso), preserve_index=False), {}),
        "Arrow dictionary": (
            pa.Table.from_pandas(frame.assign(customer=frame["customer"].astype("category")), preserve_index=False),
            {},
        ),
    }
    return forms


@pytest.mark.parametrize("form", list(dates_in_every_form()))
def test_dates_and_names_in_every_form(form):
    frame, options = dates_in_every_form()[form]
    summary, report = customers.summarise(frame, **SPLIT, **options, extra=["total_value"], return_report=True)
    check_totals(to_pandas(summary), report)
    cohorts = to_pandas(
        customers.cohorts(frame, customer="customer", date="date", **options)  # type: ignore[arg-type]
    )
    assert cohorts["active"].sum() == 5460


@pytest.mark.parametrize("dtype", ["int64", "int32", "uint64", "float64", "Int64", "int64[pyarrow]"])
def test_whole_numbers_as_names_come_back_as_they_were(dtype):
    frame = cdnow()
    frame["customer"] = frame["customer"].astype(int).astype(dtype)
    summary, report = customers.summarise(frame, **SPLIT, extra=["total_value"], return_report=True)
    check_totals(summary, report)
    assert list(summary["customer"][:3]) == [1, 2, 3]
    if dtype == "int32":
        return
    frame["customer"] = frame["customer"] * (1 << 40)
    summary, report = customers.summarise(frame, **SPLIT, extra=["total_value"], return_report=True)
    check_totals(summary, report)
    assert summary["customer"][2] == 3 << 40


def test_ends_in_every_form():
    frame = cdnow()
    expected = customers.summarise(frame, **SPLIT)
    for end in (
        dt.date(1997, 9, 30),
        dt.datetime(1997, 9, 30, 15),
        pd.Timestamp("1997-09-30"),
        np.datetime64("1997-09-30"),
        np.datetime64("1997-09-30T10", "h"),
        "19970930",
        "1997-09-30T12:00",
    ):
        pd.testing.assert_frame_equal(customers.summarise(frame, **{**SPLIT, "end": end}), expected)
    pd.testing.assert_frame_equal(
        customers.summarise(
            frame.assign(date=frame["date"].dt.strftime("%d/%m/%Y")),
            **{**SPLIT, "end": "30/09/1997"},
            date_format="%d/%m/%Y",
        ),
        expected,
    )


@pytest.mark.parametrize("kind", KINDS)
def test_rows_left_out_are_reported_never_silent(kind):
    frame = pd.DataFrame(
        {
            "customer": ["a", None, "b", "b", "c", "a"],
            "date": ["2026-01-01", "2026-01-02", None, "2026-01-08", "2026-02-01", "2026-01-15"],
            "amount": [1.0, None, None, 2.0, 3.0, 4.0],
        }
    )
    columns = {"customer": "customer", "date": "date", "value": "amount"}
    with pytest.warns(customers.DroppedRowsWarning, match="3 of 6 rows.*1 miss the customer.*1 miss the date"):
        summary = customers.summarise(made(kind, frame), **columns, end="2026-01-20")
    assert list(to_pandas(summary)["customer"]) == ["a", "b"]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        _, report = customers.summarise(
            made(kind, frame), **columns, end="2026-01-05", holdout_end="2026-01-20", return_report=True
        )
    assert report.rows_missing_customer == report.rows_missing_date == report.rows_after_end == 1
    assert (report.rows_of_later_customers, report.later_customers) == (1, 1)
    assert "1 belong to 1 customers who first bought after 2026-01-05" in report.left_out()
    with pytest.warns(customers.DroppedRowsWarning, match="2 of 6 rows"):
        customers.cohorts(made(kind, frame), customer="customer", date="date")


def small(**changes) -> pd.DataFrame:
    columns = {"customer": [1, 2, 1], "date": ["2026-01-01", "2026-01-02", "2026-01-09"], "amount": [1.0, 2.0, 3.0]}
    return pd.DataFrame({**columns, **changes})


NAMES = {"customer": "customer", "date": "date", "value": "amount"}


@pytest.mark.parametrize(
    ("frame", "options", "error", "code", "words"),
    [
        (small(), {"customer": "client"}, ukur.InvalidInputError, "unknown_column", ["'client'", "'customer'", "'date'"]),
        (small(), {"value": "spend"}, ukur.InvalidInputError, "unknown_column", ["`value`", "'spend'"]),
        (small(date=["2026-01-01", "soon", "x"]), {}, ukur.InvalidInputError, "unparseable_date", ["'date'|`date`", "soon", "row 1"]),
        (small(date=["2026-01-01", "2026-02-30", "x"]), {}, ukur.InvalidInputError, "unparseable_date", ["2026-02-30", "row 1"]),
        (small(), {"date_format": "%d/%m/%Y"}, ukur.InvalidInputError, "unparseable_date", ["%d/%m/%Y", "row 0"]),
        (small(), {"date_format": "%Q"}, ukur.InvalidInputError, "invalid_format", ["%Q"]),
        (small(amount=[1.0, float("inf"), 2.0]), {}, ukur.InvalidInputError, "infinite_input", ["`value`", "row 1"]),
        (small(amount=[1.0, float("nan"), 2.0]), {}, ukur.InvalidInputError, "nan_input", ["`value`", "row 1", "write 0"]),
        (small(amount=["1", "2", "three"]), {}, ukur.InvalidTypeError, "invalid_type", ["amount", "numbers"]),
        (small(date=[1, 2, 3]), {}, ukur.InvalidTypeError, "invalid_type", ["'date'", "whole numbers", "date_format"]),
        (small(date=[1.5, 2, 3]), {}, ukur.InvalidTypeError, "invalid_type", ["'date'"]),
        (small(date=["2026-01-01T10:00Z", "2026-01-01", "2026-01-01"]), {}, ukur.InvalidInputError, "mixed_offsets", ["row 0", "row 1"]),
        (small(customer=[1.5, 2, 3]), {}, ukur.InvalidTypeError, "invalid_type", ["`customer`", "1.5", "row 0"]),
        (small(customer=["a", 2, "b"]), {}, ukur.InvalidTypeError, "invalid_type", ["`customer`", "one kind"]),
        (small().iloc[:0], {}, ukur.InvalidInputError, "empty_input", ["no rows"]),
        (small(customer=[None] * 3), {}, ukur.InvalidInputError, "empty_input", ["every row"]),
        (small(), {"end": "2025-12-31"}, ukur.InvalidInputError, "end_before_first_purchase", ["2025-12-31", "2026-01-01"]),
        (small(), {"end": "2026-01-09", "holdout_end": "2026-01-08"}, ukur.InvalidInputError, "empty_holdout", ["2026-01-08", "2026-01-09"]),
        (small(), {"end": "31.12.2026"}, ukur.InvalidInputError, "unparseable_date", ["`end`", "31.12.2026"]),
        (small(), {"end": 20}, ukur.InvalidTypeError, "invalid_type", ["`end`", "20"]),
        (small(), {"end": pd.NaT}, ukur.InvalidTypeError, "invalid_type", ["`end`"]),
        (small(), {"unit": "fortnight"}, ukur.InvalidInputError, "unknown_unit", ["`unit`", "fortnight"]),
        (small(), {"merge": "hour"}, ukur.InvalidInputError, "unknown_choice", ["`merge`", "hour"]),
        (small(), {"periods": "calendar"}, ukur.InvalidInputError, "unknown_choice", ["`periods`"]),
        (small(), {"extra": ["litt"]}, ukur.InvalidInputError, "unknown_choice", ["`extra`", "litt"]),
        (small(), {"value": None, "extra": ["total_value"]}, ukur.InvalidInputError, "missing_column", ["total_value"]),
        (small(date=pd.to_datetime(["2026-01-01"] * 3)), {"time_zone": "Asia/Jakarta"}, ukur.InvalidInputError, "no_time_zone", ["`time_zone`"]),
        (small(date=pd.to_datetime(["2026-01-01"] * 3, utc=True)), {"time_zone": "Mars/Base"}, ukur.InvalidInputError, "unknown_time_zone", ["Mars/Base"]),
        ("purchases.csv", {}, ukur.InvalidTypeError, "invalid_type", ["`frame`", "str"]),
        (pl.LazyFrame({"a": [1]}), {}, ukur.InvalidTypeError, "invalid_type", ["`frame`", "lazy"]),
    ],
)
def test_refusals_say_what_and_where(frame, options, error, code, words):
    import re

    with pytest.raises(error) as raised:
        customers.summarise(frame, **{**NAMES, **options})
    assert raised.value.code == code
    message = str(raised.value)
    assert "\n" not in message
    for word in words:
        assert re.search(re.escape(word).replace(r"\|", "|"), message), f"{message} lacks {word}"


def test_hours_and_zones_lose_no_hour():
    # Clocks in Berlin went forward on 29 March 2026 between these two purchases: 23 hours.
    frame = pd.DataFrame(
        {
            "customer": [1, 1],
            "date": pd.to_datetime(["2026-03-28 12:00", "2026-03-29 12:00"]).tz_localize("Europe/Berlin"),
        }
    )
    names = {"customer": "customer", "date": "date"}
    hours = customers.summarise(frame, **names, unit="hour", merge="none", end="2026-03-29")
    assert hours["recency"][0] == 23.0
    # To the last microsecond of 29 March in Berlin.
    assert hours["T"][0] == pytest.approx(35.0, abs=1e-9)
    days = customers.summarise(frame, **names, unit="day")
    assert (days["frequency"][0], days["recency"][0]) == (1.0, 1.0)
    # Midnight in Berlin is a date, whatever the zone.
    midnights = frame.assign(date=frame["date"].dt.normalize())
    assert customers.summarise(midnights, **names, unit="day", merge="none")["recency"][0] == 1.0
    text = pd.DataFrame({"customer": [1, 1], "date": ["2026-03-28T12:00+01:00", "2026-03-29T12:00+02:00"]})
    assert customers.summarise(text, **names, unit="hour", merge="none")["recency"][0] == 23.0
    with pytest.raises(ukur.InvalidInputError, match="Mars"):
        customers.summarise(text, **names, time_zone="Mars/Base")


def test_extra_columns():
    frame = small(customer=[7, 7, 7], date=["2026-01-01", "2026-01-08", "2026-01-29"])
    every = [
        "purchases",
        "days_since_last",
        "first_purchase",
        "last_purchase",
        "first_value",
        "total_value",
        "sum_log_intervals",
    ]
    summary = customers.summarise(frame, **NAMES, end="2026-02-01", extra=every, include_first_transaction=True)
    row = summary.iloc[0]
    assert row["purchases"] == 3 and row["days_since_last"] == 3 and row["monetary_value"] == 2.0
    assert row["first_purchase"] == pd.Timestamp("2026-01-01") and row["last_purchase"] == pd.Timestamp("2026-01-29")
    assert row["first_value"] == 1.0 and row["total_value"] == 6.0
    assert row["sum_log_intervals"] == pytest.approx(np.log(1) + np.log(3))
    fine = customers.summarise(
        pl.DataFrame({"customer": [1], "date": [dt.datetime(2026, 1, 1, 10, 30)]}),
        customer="customer",
        date="date",
        merge="none",
        extra=["first_purchase"],
    )
    assert fine["first_purchase"][0] == dt.datetime(2026, 1, 1, 10, 30)


def reference(frame: pd.DataFrame, end: dt.date, holdout_end: dt.date) -> pd.DataFrame:
    """The definition, in plain pandas: merge by day, then count."""
    days = frame.groupby(["customer", "day"], as_index=False)["amount"].sum()
    rows = []
    for customer, own in days.groupby("customer"):
        seen = own[own["day"] <= end].sort_values("day")
        later = own[(own["day"] > end) & (own["day"] <= holdout_end)]
        if seen.empty:
            continue
        first, last = seen["day"].iloc[0], seen["day"].iloc[-1]
        rows.append(
            {
                "customer": customer,
                "frequency": float(len(seen) - 1),
                "recency": (last - first).days / 7,
                "T": (end - first).days / 7,
                "monetary_value": seen["amount"].iloc[1:].mean(),
                "holdout_frequency": float(len(later)),
                "holdout_monetary_value": later["amount"].mean(),
                "holdout_T": (holdout_end - end).days / 7,
            }
        )
    return pd.DataFrame(rows)


PURCHASES = st.lists(
    st.tuples(
        st.integers(0, 6),
        st.dates(dt.date(2026, 1, 1), dt.date(2026, 2, 28)),
        st.floats(-1e6, 1e6, allow_subnormal=False),
    ),
    min_size=1,
    max_size=40,
)


@settings(deadline=None, max_examples=80)
@given(PURCHASES, st.randoms(use_true_random=False))
def test_any_purchases_agree_with_the_definition_in_any_order(rows, random):
    end, holdout_end = dt.date(2026, 1, 31), dt.date(2026, 2, 20)
    if min(day for _, day, _ in rows) > end:
        rows.append((0, end, 1.0))
    names = {"customer": "customer", "date": "day", "value": "amount", "end": end, "holdout_end": holdout_end}

    def summary_of(rows):
        frame = pl.DataFrame(rows, schema={"customer": pl.Int64, "day": pl.Date, "amount": pl.Float64}, orient="row")
        return customers.summarise(frame, **names, return_report=True)

    summary, report = summary_of(rows)
    expected = reference(pd.DataFrame(rows, columns=["customer", "day", "amount"]), end, holdout_end)
    pd.testing.assert_frame_equal(
        pd.DataFrame(summary.to_dict(as_series=False)).astype(float), expected.astype(float), rtol=1e-9, atol=1e-6, check_dtype=False
    )
    assert report.rows == report.purchases + report.rows_merged + report.rows_left_out
    random.shuffle(rows)
    again, report_again = summary_of(rows)
    assert again.equals(summary) and report_again == report


@settings(deadline=None, max_examples=60)
@given(PURCHASES, st.sampled_from(["day", "week", "month"]), st.sampled_from(["on", "on_or_after"]))
def test_cohorts_agree_with_pandas(rows, unit, returned):
    frame = pd.DataFrame(rows, columns=["customer", "day", "amount"])
    period = pd.to_datetime(frame["day"]).dt.to_period({"day": "D", "week": "W", "month": "M"}[unit])
    number = period.map(lambda p: p.ordinal).astype(int)
    first = number.groupby(frame["customer"]).transform("min")
    table = customers.cohorts(
        pl.from_pandas(frame.assign(day=pd.to_datetime(frame["day"]))),
        customer="customer",
        date="day",
        value="amount",
        unit=unit,
        returned=returned,
    )
    seen = set(zip(frame["customer"], first, number - first))
    for row in table.iter_rows(named=True):
        start = pd.Period(row["cohort"], freq=period.dtype.freq).ordinal
        own = {(who, age) for who, cohort, age in seen if cohort == start}
        active = {who for who, age in own if age == row["age"] or (returned == "on_or_after" and age >= row["age"])}
        assert row["customers"] == len({who for who, _ in own})
        assert row["active"] == len(active)
        assert row["retention"] == len(active) / row["customers"]
        values = frame["amount"][(first == start) & (number - first == row["age"])]
        assert row["value"] == pytest.approx(values.sum(), rel=1e-12, abs=1e-6)
    assert table["value"].sum() == pytest.approx(frame["amount"].sum(), rel=1e-9, abs=1e-5)


def test_cohorts_wide_and_refusals():
    frame = cdnow()
    names = {"customer": "customer", "date": "date"}
    wide = customers.cohorts(frame, **names, layout="wide")
    assert list(wide.columns) == ["cohort", "customers", *map(str, range(18))]
    assert wide["1"][0] == 124 / 781 and np.isnan(wide["17"][1])
    long, report = customers.cohorts(frame, **names, max_age=1, end="1997-02-15", return_report=True)
    assert report.rows_after_end == report.rows_left_out == 5434
    assert list(long["complete"]) == [True, False, False]
    with pytest.raises(ukur.InvalidInputError, match="layout"):
        customers.cohorts(frame, **names, layout="square")
    with pytest.raises(ukur.InvalidInputError, match="max_age"):
        customers.cohorts(frame, **names, max_age=-1)
    with pytest.raises(ukur.InvalidInputError, match="hour"):
        customers.cohorts(frame, **names, unit="hour")


@pytest.mark.parametrize("kind", KINDS)
def test_rfm_segments(kind):
    frame = made(kind, cdnow())
    summary = customers.summarise(frame, **SPLIT, extra=["days_since_last", "total_value"])
    table = customers.rfm_segments(summary, monetary_value="total_value")
    assert type(table) is type(frame)
    table = to_pandas(table)

    def score(values):
        ranks = pd.Series(values).rank(method="min") - 1
        return (5 * ranks // len(values) + 1).astype(int)

    assert (table["recency_score"] == score(-table["days_since_last"])).all()
    assert (table["frequency_score"] == score(table["frequency"])).all()
    assert (table["monetary_score"] == score(table["total_value"])).all()
    assert (table["rfm_cell"] == 100 * table["recency_score"] + 10 * table["frequency_score"] + table["monetary_score"]).all()
    champions = table[table["segment"] == "champions"]
    assert len(champions) and (champions["recency_score"] == 5).all() and (champions["frequency_score"] >= 4).all()
    # Without days_since_last, T - recency ranks the same.
    plain = customers.summarise(frame, **SPLIT)
    assert (to_pandas(customers.rfm_segments(plain))["recency_score"] == table["recency_score"]).all()


def test_rfm_segments_of_ones_own_and_refusals():
    summary = pd.DataFrame({"frequency": [3, 2, 1], "days_since_last": [1, 2, 3]}, index=[10, 4, 7])
    table = customers.rfm_segments(
        summary, scores=3, weights=(2, 1, 0), segments={"best": {"recency": (3, 3)}, "worst": {"frequency": (1, 1)}}
    )
    assert list(table["segment"]) == ["best", "other", "worst"] and list(table.index) == [10, 4, 7]
    assert list(table["rfm_cell"]) == [33, 22, 11]
    for options, word in [
        ({"scores": 1}, "scores"),
        ({"scores": 4}, "5 scores"),
        ({"weights": (0, 0, 1)}, "weights"),
        ({"weights": (1, 1)}, "3 values"),
        ({"frequency": "x"}, "'x'"),
        ({"segments": {"a": {"spend": (1, 2)}}}, "spend"),
        ({"segments": {"a": {"recency": (3, 2)}}}, "lowest"),
    ]:
        with pytest.raises(ukur.UkurError, match=word):
            customers.rfm_segments(summary, **options)
    with pytest.raises(ukur.InvalidInputError, match="row 1"):
        customers.rfm_segments(summary.assign(frequency=[1, -1, 2]))


def test_kaplan_meier_agrees_with_lifelines():
    lifelines = pytest.importorskip("lifelines")
    rng = np.random.default_rng(1)
    for durations in (rng.exponential(10, 500), rng.integers(0, 40, 500).astype(float)):
        observed = rng.random(500) < 0.7
        peer = lifelines.KaplanMeierFitter(alpha=0.1).fit(durations, observed)
        curve = customers.kaplan_meier(durations, observed, confidence=0.9)
        shares = peer.survival_function_["KM_estimate"]
        assert np.allclose(curve.survival, shares.loc[curve.time], rtol=1e-12, atol=1e-15)
        bounds = peer.confidence_interval_.loc[curve.time].to_numpy()
        inner = np.isfinite(curve.lower)
        assert np.allclose(curve.lower[inner], bounds[inner, 0], atol=1e-9)
        assert np.allclose(curve.upper[inner], bounds[inner, 1], atol=1e-9)
        assert curve.time_to(0.5) == peer.median_survival_time_
        assert curve.at(5.0) == pytest.approx(float(peer.predict(5.0)))
        assert list(pd.DataFrame(curve.to_dict()).columns)[0] == "time" and len(curve) == len(curve.time)


def test_kaplan_meier_refusals():
    for arguments, word in [
        (([1.0, -1.0],), "row 1"),
        (([1.0], [2]), "True and False"),
        (([1.0], [None]), "row 0"),
        (([1.0], [True, False]), "observed"),
        (([],), "no durations"),
    ]:
        with pytest.raises(ukur.UkurError, match=word):
            customers.kaplan_meier(*arguments)
    with pytest.raises(ukur.UkurError, match="scale"):
        customers.kaplan_meier([1.0], scale="logit")
    with pytest.raises(ukur.UndefinedError) as raised:
        customers.kaplan_meier([1.0]).at(2.0)
    assert raised.value.code == "extrapolation"


@pytest.mark.parametrize("kind", KINDS)
def test_tracking_counts_by_week(kind: str) -> None:
    """Against pandas, and added up against the summary."""
    events = cdnow()
    frame = made(kind, events)
    found = customers.tracking(frame, customer="customer", date="date", end="1997-09-30", holdout_end="1998-06-30")
    assert type(found) is type(frame)
    table = to_pandas(found)
    days = events.drop_duplicates(["customer", "date"]).sort_values(["customer", "date"])
    repeats = days[days.duplicated("customer")]
    week = np.ceil((repeats["date"] - pd.Timestamp("1997-09-30")).dt.days / 7).astype(int)
    counts = week.value_counts().reindex(range(-38, 40), fill_value=0)
    assert table["repeat_purchases"].tolist() == counts.tolist()
    assert table["holdout"].tolist() == [False] * 39 + [True] * 39
    assert table["cumulative"].tolist()[38] == 2457 and table["cumulative"].tolist()[-1] == 2457 + 1882


def test_an_infinite_customer_is_refused_in_a_column_of_objects() -> None:
    dates = ["2024-01-01", "2024-02-01", "2024-03-01"]
    for bad in (np.inf, 1.5):
        frame = pd.DataFrame({"customer": np.array([1, 2, bad], dtype=object), "date": dates})
        with pytest.raises(ukur.InvalidTypeError, match="row 2 of the column 'customer'"):
            customers.summarise(frame, customer="customer", date="date", unit="week")
