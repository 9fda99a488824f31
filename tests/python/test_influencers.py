"""Decisions about influencers: tables of every library in, names out, and one clear sentence for bad input."""

from __future__ import annotations

import pickle
import signal
import threading
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import ukur
from ukur import influencers
from ukur.influencers import Side, Sketch, TierBorder

PAIRS = {
    "influencer": ["ana", "ana", "ana", "ana", "budi", "budi", "budi", "citra", "citra", "citra"],
    "person": ["p1", "p2", "p3", "p4", "p1", "p2", "p5", "p3", "p4", "p6"],
}
CANDIDATES = {"influencer": ["citra", "ana", "budi"], "cost": [3.0, 4.0, 2.0], "rate": [0.1, 0.2, 0.5]}
KINDS = [pd.DataFrame, pl.DataFrame, pa.table]


@pytest.mark.parametrize("kind", KINDS)
def test_the_best_pair_is_not_the_greedy_one(kind: Any) -> None:
    best = influencers.select(kind(CANDIDATES), kind(PAIRS), max_count=2)
    assert (best.chosen, best.objective, best.optimal) == (("budi", "citra"), 6.0, True)
    assert best.reach == 6.0 and best.gross_reach == 6.0
    assert [member.influencer for member in best.members] == ["budi", "citra"]
    assert best.concentration.largest_member == "citra"


def test_customers_and_value() -> None:
    candidates, pairs = pd.DataFrame(CANDIDATES), pd.DataFrame(PAIRS)
    both = influencers.select(candidates, pairs, conversion="rate", budget=6.0)
    # ana and budi: two people reached by both, two by ana, one by budi.
    assert both.chosen == ("ana", "budi")
    assert both.objective == pytest.approx(2 * (1 - 0.8 * 0.5) + 2 * 0.2 + 0.5)
    pairs["worth"] = pairs["person"].map({f"p{i}": 10.0 * i for i in range(1, 7)})
    value = influencers.select(candidates, pairs, conversion="rate", person_value="worth", max_count=1)
    assert value.chosen == ("budi",)
    assert value.objective == pytest.approx(0.5 * 80)
    pairs.loc[0, "worth"] = 11.0
    with pytest.raises(ukur.InvalidInputError, match="same in all rows") as raised:
        influencers.select(candidates, pairs, conversion="rate", person_value="worth")
    assert raised.value.code == "contradiction"


def test_whole_number_people_and_their_worth() -> None:
    pairs = pd.DataFrame({"influencer": [1, 1, 2], "person": [-5, 7, 7], "worth": [100.0, 1.0, 1.0]})
    candidates = pd.DataFrame({"influencer": [1, 2], "cost": 1, "rate": 1.0})
    best = influencers.select(candidates, pairs, conversion="rate", person_value="worth", max_count=1)
    assert (best.chosen, best.objective) == ((1,), 101.0)


def test_rows_of_others_are_left_out() -> None:
    pairs = pd.DataFrame({"influencer": ["ana", "zul"], "person": [1, 2]})
    best = influencers.select(pd.DataFrame(CANDIDATES), pairs)
    assert best.reach == 1.0
    with pytest.raises(ukur.InvalidInputError, match="none of the candidates"):
        influencers.select(pd.DataFrame(CANDIDATES), pairs.iloc[1:])


def test_a_goal_gives_the_cheapest_set() -> None:
    found = influencers.select(pd.DataFrame(CANDIDATES), pd.DataFrame(PAIRS), goal=5)
    assert (found.goal_reached, found.cost, found.objective) == (True, 5.0, 6.0)
    missed = influencers.select(pd.DataFrame(CANDIDATES), pd.DataFrame(PAIRS), goal=7)
    assert (missed.goal_reached, missed.objective) == (False, 6.0)


def test_rules_by_name() -> None:
    frame = pd.DataFrame(CANDIDATES)
    kept = influencers.select(frame, pd.DataFrame(PAIRS), max_count=1, must_include=["citra"])
    assert kept.chosen == ("citra",)
    gone = influencers.select(frame, pd.DataFrame(PAIRS), max_count=1, exclude=["ana"])
    assert gone.chosen == ("budi",)
    with pytest.raises(ukur.InvalidInputError, match="'dodi'") as raised:
        influencers.select(frame, pd.DataFrame(PAIRS), exclude=["dodi"])
    assert raised.value.code == "unknown_candidate"


def test_sketches_in_place_of_audiences() -> None:
    rng = np.random.default_rng(3)
    audiences = {name: rng.integers(0, 40_000, size) for name, size in [("a", 30_000), ("b", 20_000), ("c", 9_000)]}
    frame = pd.DataFrame({"influencer": list(audiences), "cost": [3.0, 2.0, 1.0]})
    exact = influencers.select(
        frame,
        pd.DataFrame(
            {
                "influencer": np.repeat(list(audiences), [len(ids) for ids in audiences.values()]),
                "person": np.concatenate(list(audiences.values())),
            }
        ),
        budget=3,
    )
    sketches = {name: Sketch(ids, k=2048) for name, ids in audiences.items()}
    estimated = influencers.select(frame, sketches=sketches, budget=3)
    assert estimated.chosen == exact.chosen
    assert estimated.objective == pytest.approx(exact.objective, rel=0.1)
    assert estimated.sampling_scale > 1


def test_sketches_travel() -> None:
    sketch = Sketch(["budi", "siti", "budi"])
    assert sketch.reach().estimate == 2.0
    assert pickle.loads(pickle.dumps(sketch)) == sketch
    assert Sketch.from_bytes(sketch.to_bytes()) == sketch
    assert (sketch | Sketch(["ana"])).reach().estimate == 3.0
    assert repr(sketch) == "Sketch(k=4096, 2 people)"
    for wrong in (b"", b"12345678", b"\x00" * 16):
        with pytest.raises(ukur.InvalidInputError) as raised:
            Sketch.from_bytes(wrong)
        assert raised.value.code == "not_a_sketch"
    with pytest.raises(ukur.InvalidTypeError):
        Sketch([1.5])


def test_the_frontier_rises() -> None:
    points = influencers.frontier(pd.DataFrame(CANDIDATES), pd.DataFrame(PAIRS), budgets=[2, 5, 9])
    assert [point.objective for point in points] == [3.0, 6.0, 6.0]
    assert points[0].marginal_return is None and points[1].marginal_return == 1.0


def test_long_work_can_be_watched_and_stopped() -> None:
    rng = np.random.default_rng(1)
    frame = pd.DataFrame({"influencer": range(40), "cost": rng.uniform(1, 2, 40)})
    pairs = pd.DataFrame({"influencer": rng.integers(0, 40, 3000), "person": rng.integers(0, 900, 3000)})
    with pytest.raises(ukur.CancelledError):
        influencers.select(frame, pairs, budget=20, method="exact", progress=lambda done, total: False)


@pytest.mark.parametrize("kind", KINDS)
def test_reach_of_some(kind: Any) -> None:
    everybody = influencers.reach(kind(PAIRS))
    assert (everybody.unique, everybody.gross, everybody.influencers) == (6.0, 10.0, ("ana", "budi", "citra"))
    assert everybody.exclusive == (0.0, 1.0, 1.0)
    two = influencers.reach(kind(PAIRS), of=["citra", "ana"])
    assert (two.unique, two.sizes) == (5.0, (3.0, 4.0))


def test_bounds_never_one_number() -> None:
    bounds = influencers.reach_bounds([1000, 800, 500], [200, 100, 50])
    assert (bounds.lower, bounds.upper) == (1950.0, 2000.0)
    with pytest.raises(ukur.UndefinedError) as raised:
        influencers.reach_bounds([1000, 800], [900])
    assert raised.value.code == "infeasible"


def test_tiers_are_data() -> None:
    assert influencers.classify(["Instagram", "YouTube"], [100_000, 250_000]) == ["micro", "macro"]
    assert influencers.classify("tiktok", pl.Series([5.0, 20.0]), table=[TierBorder("TikTok", "x", 10)]) == [None, "x"]
    with pytest.raises(ukur.InvalidInputError, match="facebook, instagram, youtube") as raised:
        influencers.classify("myspace", [1])
    assert raised.value.code == "unknown_platform"


POSTS = {
    "account": ["a", "a", "b", "c", "d", "x", "y", "z"],
    "tier": ["micro"] * 5 + ["macro"] * 3,
    "likes": [25, 25, 40, 60, 30, 900, 1500, 700],
    "followers": [500, 500, 500, 2000, 800, 40_000, 50_000, 30_000],
    "fee": [5, 5, 6, 15, 8, 250, 300, 200],
    "impressions": [400, 400, 500, 1500, 700, 30_000, 40_000, 20_000],
}


@pytest.mark.parametrize("kind", KINDS)
def test_micro_against_macro(kind: Any) -> None:
    result = influencers.compare(kind(POSTS), columns={"base": "followers"}, hours_each=(1, 2), hourly_rate=5)
    rate = result["engagement_rate"]
    assert rate.first == pytest.approx(0.0418605, abs=5e-8)
    assert rate.comparison is not None and rate.permutation is not None and rate.verdict is not None
    assert rate.comparison.treatment.standard_error == pytest.approx(0.00851201, abs=5e-9)
    assert rate.comparison.control.standard_error == pytest.approx(0.00263797, abs=5e-9)
    assert rate.permutation.p_value == pytest.approx(3 / 35)
    assert "no difference" not in rate.verdict.sentence
    assert result.coordination == (20.0, 30.0)
    assert result["all_in_cpm"].first == pytest.approx(1000 * (39 + 20) / 3500)
    with pytest.raises(ukur.InvalidInputError, match="no figure 'roi'"):
        result["roi"]


def test_one_account_has_a_value_and_no_error() -> None:
    frame = pd.DataFrame(POSTS).iloc[:6]
    rate = influencers.compare(frame, columns={"base": "followers"})["engagement_rate"]
    assert (rate.second, rate.status) == (0.0225, "insufficient_data")


def test_bad_tables_are_named() -> None:
    frame = pd.DataFrame(POSTS)
    with pytest.raises(ukur.InvalidInputError, match="'platform'") as raised:
        influencers.compare(frame, group="platform")
    assert raised.value.code == "unknown_column"
    with pytest.raises(ukur.UndefinedError, match="`nano` has no row"):
        influencers.compare(frame, first="nano")
    frame.loc[0, "tier"] = "macro"
    with pytest.raises(ukur.InvalidInputError) as raised:
        influencers.compare(frame)
    assert raised.value.code == "account_in_both_groups"
    twice = pd.DataFrame({"influencer": ["a", "a"], "cost": [1, 2], "value": [1, 1]})
    with pytest.raises(ukur.InvalidInputError, match="'a' in more than one row"):
        influencers.select(twice, value="value")
    with pytest.raises(ukur.InvalidInputError, match="nothing says"):
        influencers.select(pd.DataFrame(CANDIDATES))
    with pytest.raises(ukur.InvalidInputError, match=r"row 1 of the column 'influencer' is missing"):
        influencers.reach(pd.DataFrame({"influencer": ["a", None], "person": [1, 2]}))


def test_elasticity_and_break_even() -> None:
    frame = pd.DataFrame(
        {
            "account": [1, 2, 3, 3, 4, 5, 6, 6],
            "followers": [12e3, 15e3, 22e3, 22e3, 80e3, 150e3, 400e3, 400e3],
            "fee": [150, 140, 260, 300, 520, 900, 1500, 1900],
        }
    )
    result = influencers.size_elasticity(frame)
    assert result.elasticity == pytest.approx(0.6853460000586986)  # statsmodels, see the core's test
    assert result.standard_error == pytest.approx(0.04061342734303621)
    even = influencers.coordination_breakeven(
        Side(fee=150, reach=10_000), Side(fee=10_000, reach=500_000), target_reach=500_000, hourly_rate=0
    )
    assert (even.breakeven_cost_each, even.breakeven_hours_each) == (50.0, None)


def test_creators_over_time() -> None:
    frame = pd.DataFrame({"creator": ["b", "a", "b"], "period": [0, 0, 1], "posts": 1, "engagements": 5, "base": 100})
    panel = influencers.creators(frame)
    assert [row.creator for row in panel.creators] == ["a", "b"]
    assert panel.retention == (0.5,)
    frame["period"] = [0.5, 0, 1]
    with pytest.raises(ukur.InvalidTypeError, match="row 0"):
        influencers.creators(frame)


def test_earned_media_needs_prices() -> None:
    with pytest.raises(ukur.InvalidInputError, match="no default price list"):
        influencers.earned_media({"likes": 1.0}, {})
    with pytest.raises(ukur.UndefinedError, match="no default price list"):
        influencers.earned_media({}, {})


TWO = {"account": ["a", "b", "x", "y"], "tier": ["micro"] * 2 + ["macro"] * 2, "likes": 1.0, "base": 10.0}
SIZES = {"account": [1, 2, 3], "followers": [1e3, 1e4, 1e5], "fee": [10.0, 50.0, 400.0]}
CREATORS = {"creator": ["a"], "period": [0], "posts": [1], "engagements": [5], "base": [100]}


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda: influencers.compare(pd.DataFrame(TWO).iloc[:0]), "insufficient_data"),
        (lambda: influencers.compare(pd.DataFrame(TWO).iloc[:2]), "insufficient_data"),
        (lambda: influencers.compare(pd.DataFrame({**TWO, "likes": [-1, 1, 1, 1]})), "out_of_domain"),
        (lambda: influencers.compare(pd.DataFrame({**TWO, "likes": [None, 1, 1, 1]})), "nan_input"),
        (lambda: influencers.compare(pd.DataFrame(TWO)[["account", "tier"]]), "insufficient_data"),
        (lambda: influencers.compare(pd.DataFrame(TWO), margin=0), "out_of_domain"),
        (lambda: influencers.compare(pd.DataFrame(TWO), level=95), "out_of_domain"),
        (lambda: influencers.compare(pd.DataFrame(TWO), hours_each=(-1, 0)), "out_of_domain"),
        (lambda: influencers.compare(pd.DataFrame(TWO), hours_each=(1,)), "length_mismatch"),  # type: ignore[arg-type]
        (lambda: influencers.compare(pd.DataFrame(TWO), hourly_rate=float("nan")), "nan_input"),
        (lambda: influencers.compare(pd.DataFrame(TWO), seed=-1), "out_of_domain"),
        (lambda: influencers.compare(pd.DataFrame(TWO), seed=None), "invalid_type"),  # type: ignore[arg-type]
        (lambda: influencers.compare(pd.DataFrame(TWO), columns={"views": "likes"}), "unknown_option"),
        (lambda: influencers.size_elasticity(pd.DataFrame(SIZES).iloc[:1]), "insufficient_data"),
        (lambda: influencers.size_elasticity(pd.DataFrame({**SIZES, "fee": 0.0})), "out_of_domain"),
        (lambda: influencers.size_elasticity(pd.DataFrame({**SIZES, "followers": 5.0})), "zero_variance"),
        (lambda: influencers.reach(pd.DataFrame({"influencer": [], "person": []})), "insufficient_data"),
        (lambda: influencers.reach(pd.DataFrame(PAIRS), of=["zul"]), "unknown_candidate"),
        (lambda: influencers.reach_bounds([10, 20], [15]), "infeasible"),
        (lambda: influencers.reach_bounds([10, 20], [1], population=15), "infeasible"),
        (lambda: influencers.frontier(pd.DataFrame(CANDIDATES), pd.DataFrame(PAIRS), budgets=[]), "insufficient_data"),
        (lambda: influencers.frontier(pd.DataFrame(CANDIDATES), pd.DataFrame(PAIRS), budgets=[-1]), "out_of_domain"),
        (lambda: influencers.select(pd.DataFrame(CANDIDATES), pd.DataFrame(PAIRS), budget=-1), "out_of_domain"),
        (lambda: influencers.select(pd.DataFrame(CANDIDATES).iloc[:0], value="cost"), "insufficient_data"),
        (lambda: influencers.select(pd.DataFrame({**CANDIDATES, "cost": -1.0}), value="rate"), "out_of_domain"),
        (lambda: influencers.select(pd.DataFrame({**CANDIDATES, "rate": 1.5}), pd.DataFrame(PAIRS), conversion="rate"), "out_of_domain"),
        (lambda: Sketch([1], k=1), "out_of_domain"),
        (lambda: Sketch([1], k=10**12), "out_of_domain"),
        (lambda: influencers.tier_table([]), "empty_table"),
        (lambda: influencers.tier_table([TierBorder("a", "x", 10), TierBorder("a", "y", 10)]), "duplicate_border"),
        (lambda: influencers.tier_table([TierBorder("a", "x", -10)]), "out_of_domain"),
        (lambda: influencers.creators(pd.DataFrame(CREATORS).iloc[:0]), "insufficient_data"),
        (lambda: influencers.creators(pd.DataFrame({**CREATORS, "posts": -1})), "out_of_domain"),
        (lambda: influencers.creators(pd.DataFrame(CREATORS), lapse_after=-1), "out_of_domain"),
        (lambda: influencers.reward_tiers([("gold", 10, 5), ("silver", 5, 2)], [1]), "tiers_not_rising"),
        (lambda: influencers.reward_tiers([], [1]), "empty_table"),
        (lambda: influencers.earned_media({"likes": -1.0}, {"likes": 1.0}), "out_of_domain"),
        (lambda: influencers.earned_media({"likes": 1.0}, {"likes": "1"}), "invalid_type"),  # type: ignore[dict-item]
        (lambda: influencers.coordination_breakeven(Side(fee=-1, reach=1), Side(fee=1, reach=1), target_reach=1, hourly_rate=1), "out_of_domain"),
        (lambda: influencers.coordination_breakeven(Side(fee=1, reach=0), Side(fee=1, reach=1), target_reach=1, hourly_rate=1), "zero_denominator"),
        (lambda: influencers.coordination_breakeven(Side(fee=1, reach=1), Side(fee=1, reach=1), target_reach=0, hourly_rate=1), "out_of_domain"),
    ],
)
def test_refusals_are_one_sentence(call: Any, code: str) -> None:
    with pytest.raises(ukur.UkurError) as raised:
        call()
    assert raised.value.code == code
    assert "\n" not in str(raised.value)


def test_a_figure_without_an_error_says_why() -> None:
    same = influencers.compare(pd.DataFrame(TWO))["engagement_rate"]
    assert (same.first, same.second, same.status, same.comparison) == (0.1, 0.1, "zero_variance", None)
    alone = pd.DataFrame(TWO)[:3]
    one_account = influencers.compare(alone)["engagement_rate"]
    assert (one_account.second, one_account.status, one_account.comparison) == (0.1, "insufficient_data", None)
    empty = influencers.compare(pd.DataFrame({**TWO, "base": [0.0, 0.0, 10.0, 10.0]}))["engagement_rate"]
    assert (empty.first, empty.second, empty.status) == (None, 0.1, "zero_denominator")


def test_nothing_chosen_costs_nothing() -> None:
    none = influencers.select(pd.DataFrame(CANDIDATES), pd.DataFrame(PAIRS), max_count=0)
    assert (none.chosen, none.objective, str(none.cost)) == ((), 0.0, "0.0")


def test_a_line_of_progress(capsys: pytest.CaptureFixture[str]) -> None:
    frame = pd.DataFrame(POSTS).iloc[np.repeat(np.arange(8), 4)].reset_index(drop=True)
    frame["account"] = frame["account"] + [str(i) for i in range(len(frame))]
    influencers.compare(frame, columns={"base": "followers"}, resamples=50_000, progress=True)
    assert "50000 of 50000" in capsys.readouterr().err


@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_ends_long_work() -> None:
    rng = np.random.default_rng(2)
    frame = pd.DataFrame({"account": np.arange(400), "tier": ["micro", "macro"] * 200})
    frame["likes"], frame["base"] = rng.integers(1, 90, 400), rng.integers(500, 900, 400)
    timer = threading.Timer(0.3, signal.raise_signal, [signal.SIGINT])
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        influencers.compare(frame, resamples=10_000_000)
    timer.join()
