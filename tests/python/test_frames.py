"""The door for tables: any eager frame in, the same kind out."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import ukur
from ukur import _frames

COLUMNS = {"customer": ["a", "b", "c"], "amount": [1.0, None, 3.0]}
FRAMES = [pd.DataFrame(COLUMNS), pl.DataFrame(COLUMNS), pa.table(COLUMNS)]


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: type(frame).__module__)
def test_the_same_kind_comes_back(frame: Any) -> None:
    opened = _frames.open_frame("transactions", frame)
    amount = _frames.float_column("value", opened, "amount")
    np.testing.assert_array_equal(amount, [1.0, np.nan, 3.0])
    made = _frames.same_kind(
        opened,
        {"customer": opened["customer"], "twice": amount * 2, "label": np.array(["x", "y", "z"])},
    )
    assert type(made) is type(frame)
    again = _frames.open_frame("made", made)
    assert again.columns == ["customer", "twice", "label"]
    assert again["customer"].to_list() == ["a", "b", "c"]
    assert again["label"].to_list() == ["x", "y", "z"]
    np.testing.assert_array_equal(_frames.float_column("twice", again, "twice"), [2.0, np.nan, 6.0])


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: type(frame).__module__)
def test_an_unknown_column_is_named_beside_those_there_are(frame: Any) -> None:
    with pytest.raises(ukur.InvalidInputError) as raised:
        _frames.column("value", _frames.open_frame("transactions", frame), "price")
    assert raised.value.code == "unknown_column"
    assert str(raised.value) == "`value` names the column 'price', which the table does not have; it has 'customer', 'amount'"


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: type(frame).__module__)
def test_a_column_of_text_is_no_column_of_numbers(frame: Any) -> None:
    with pytest.raises(ukur.InvalidTypeError, match="`customer` must hold numbers, got 'a'"):
        _frames.float_column("value", _frames.open_frame("transactions", frame), "customer")


@pytest.mark.parametrize("stranger", [None, 3, "text", [1, 2], np.zeros((2, 2)), pl.Series([1])], ids=repr)
def test_what_is_no_table_is_refused(stranger: Any) -> None:
    with pytest.raises(ukur.InvalidTypeError, match="`transactions` must be a table"):
        _frames.open_frame("transactions", stranger)


def test_a_lazy_frame_is_refused() -> None:
    with pytest.raises(ukur.InvalidTypeError, match="is lazy"):
        _frames.open_frame("transactions", pl.LazyFrame(COLUMNS))


SPEND = {"tier": ["micro", "micro", "macro"], "fee": [100.0, 300.0, 5000.0], "impressions": [10_000, 90_000, 1_000_000]}


@pytest.mark.parametrize("kind", [pd.DataFrame, pl.DataFrame, pa.table], ids=lambda kind: kind.__module__)
def test_totals_carry_unit_and_mark_where_they_are_stated(kind: Any) -> None:
    def total(metric: str = "cpm", **stated: Any) -> dict[str, list[Any]]:
        found = ukur.metrics.rollup(metric, kind(SPEND), by="tier", columns={"cost": "fee"}, **stated)
        opened = _frames.open_frame("found", found)
        return {name: opened[name].to_list() for name in opened.columns}

    assert set(total()) == {"tier", "cpm", "status", "rows", "rows_missing"}
    found = total(units={"fee": "currency:IDR"}, provenance={"fee": "measured", "impressions": "estimated"})
    assert found["unit"] == ["currency_each:IDR"] * 2 and found["provenance"] == ["estimated"] * 2
    for stated, code in [
        ({"units": {"fee": "count"}}, "wrong_unit"),
        ({"units": {"impressions": "people"}}, "wrong_unit"),
        ({"units": {"cost": "currency:IDR"}}, "unknown_column"),
        ({"units": {"fee": "rupiah"}}, "unknown_unit"),
        ({"provenance": {"fees": "measured"}}, "unknown_column"),
        ({"provenance": {"tier": "guessed"}}, "unknown_provenance"),
    ]:
        with pytest.raises(ukur.InvalidInputError) as raised:
            total(**stated)
        assert raised.value.code == code, stated
    with pytest.raises(ukur.InvalidInputError, match="`fee` of `cpm` must be in currency, got count; give a column in currency"):
        total(units={"fee": "count"})


def test_totals_of_a_model_are_marked_without_being_asked() -> None:
    totals = ukur.metrics.rollup("emv_cpm", {"impressions": [1000, 2000], "cpm": [5.0, 5.0]})
    assert list(totals["provenance"]) == ["modelled"] and "unit" not in totals
