"""Decisions about programmes: tables of every library in, dataclasses out, and one clear sentence for bad input."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import ukur
from ukur import programmes

KINDS = [pd.DataFrame, pl.DataFrame, pa.table]


def test_example_52_of_ifrs_15() -> None:
    parts = programmes.allocate_points(price=100_000, points_issued=10_000, expected_redemption=0.95, point_value=1)
    years = programmes.recognise_points(round(parts.points), [4_500, 8_500], [9_500, 9_700])
    assert [(round(year.revenue), round(year.liability)) for year in years] == [(4110, 4566), (3493, 1073)]
    with pytest.raises(ukur.UndefinedError) as raised:
        programmes.recognise_points(1, [5], [4])
    assert raised.value.code == "infeasible"


def test_the_chain_ladder_of_mack() -> None:
    rows = [
        [357848, 766940, 610542, 482940, 527326, 574398, 146342, 139950, 227229, 67948],
        [352118, 884021, 933894, 1183289, 445745, 320996, 527804, 266172, 425046],
        [290507, 1001799, 926219, 1016654, 750816, 146923, 495992, 280405],
        [310608, 1108250, 776189, 1562400, 272482, 352053, 206286],
        [443160, 693190, 991983, 769488, 504851, 470639],
        [396132, 937085, 847498, 805037, 705960],
        [440832, 847631, 1131398, 1063269],
        [359480, 1061648, 1443370],
        [376686, 986608],
        [344014],
    ]
    curve = programmes.redemption_curve([1e9] * 10, [np.cumsum(row) for row in rows])
    assert curve.expected_redemptions == pytest.approx(18_680_856, abs=1)
    assert curve.standard_error == pytest.approx(2_447_095, abs=1)
    with pytest.raises(ukur.InvalidInputError, match="oldest first"):
        programmes.redemption_curve([9, 9], [[1], [1, 2]])


@pytest.mark.parametrize("kind", KINDS)
def test_tiers_by_name(kind: Any) -> None:
    frame = kind(
        {
            "tier_before": ["basic"] * 10 + ["gold"] * 10,
            "tier_after": ["basic"] * 8 + ["gold", "left"] + ["basic"] * 3 + ["gold"] * 7,
        }
    )
    with pytest.raises(ukur.UndefinedError, match="no member starts in tier 2"):
        programmes.tier_migration(frame)
    stay = pd.DataFrame({"tier_before": ["left"], "tier_after": ["left"]})
    whole = pd.concat([pd.DataFrame({c: list(frame[c]) for c in ("tier_before", "tier_after")}).map(str), stay])
    migration = programmes.tier_migration(whole, tiers=["basic", "gold", "left"])
    assert (migration.long_run, migration.shares, migration.transient) == ("absorbing", (0, 0, 1), ("basic", "gold"))
    assert migration.probabilities[0] == (0.8, 0.1, 0.1)
    path = programmes.project_tiers(migration, [100, 0, 0], periods=2)
    assert path[2].tolist() == pytest.approx([67, 15, 18])


def test_lift_is_not_before_and_after() -> None:
    frame = pl.DataFrame(
        {
            "customer": ["a", "a", "b", "b", "c", "c", "d", "d"],
            "member": [1, 1, 1, 1, 0, 0, 0, 0],
            "after": [False, True] * 4,
            "spend": [90, 115, 110, 135, 85, 95, 95, 103],
        }
    )
    result = programmes.incremental_lift(frame)
    assert (result.lift, result.before_after, result.clusters) == (16.0, 25.0, 4.0)
    with pytest.raises(ukur.InvalidTypeError, match="true and false"):
        programmes.incremental_lift(frame.with_columns(member=pl.lit(2)))
    with pytest.raises(ukur.UndefinedError, match="no row of others before"):
        programmes.incremental_lift(frame.filter(pl.col("member") == 1))


def test_referral() -> None:
    result = programmes.referral_economics(
        advocate_reward=20,
        friend_reward=10,
        overhead_per_referral=4,
        referred_customers=100,
        margin_clv_referred=60,
        incrementality=0.7,
    )
    assert result.breakeven_rewards == pytest.approx(38)
    assert result.breakeven_friend_reward == pytest.approx(18)
    k = programmes.k_factor_from_totals(brought=30, customers=100)
    assert (k.interval.lower, k.interval.upper) == pytest.approx((0.2024087, 0.4282687))
    with pytest.raises(ukur.UndefinedError) as raised:
        programmes.k_factor([1, 1, 1])
    assert raised.value.code == "zero_variance"


@pytest.mark.parametrize("kind", KINDS)
def test_ranking_returns_the_same_kind(kind: Any) -> None:
    crm = kind({"customer": ["a", "b", "c", "d"], "cars": [6, 1, 3, 2], "nps": [9.0, 10.0, 2.0, None]})
    ranked = programmes.rank_advocates(crm, engagement={"cars": 2.0}, willingness=["nps"])
    assert type(ranked) is type(crm)
    assert list(ranked["rank"][i] if not hasattr(ranked["rank"][i], "as_py") else ranked["rank"][i].as_py() for i in (0, 1, 2)) == [1, 2, 3]
    with pytest.raises(ukur.InvalidInputError, match="'rank'|'score'"):
        programmes.rank_advocates(ranked, engagement=["cars"], willingness=["nps"])


def test_judging_and_calibrating() -> None:
    score = [0.9, 0.8, 0.8, 0.7, 0.6, 0.55, 0.54, 0.53, 0.52, 0.51, 0.5, 0.4]
    hit = [1, 1, 0, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    quality = programmes.judge_ranking(score, hit, groups=6)
    assert quality.auc == pytest.approx(0.8428571428571427)
    assert quality.auc_standard_error == pytest.approx(0.1214985792587912)
    assert quality.calibration is not None and quality.calibration.brier == pytest.approx(0.224625)
    made = programmes.calibrate(score, hit)
    assert made.calibrated[:5].tolist() == [1.0, 0.75, 0.75, 0.75, 0.75]
    with pytest.raises(ukur.UndefinedError) as raised:
        programmes.judge_ranking(score, [0] * 12)
    assert raised.value.code == "not_identified"


def test_levers() -> None:
    rows = {
        row.formula: row
        for row in programmes.lever_worth(basket=50, frequency=4, margin=0.5, retention=0.8, discount=0.12)
    }
    assert rows["simple"].retention is not None and rows["simple"].retention.gain == 0
    assert rows["retention"].retention is not None
    assert rows["retention"].retention.elasticity == pytest.approx(3.5)
    never = programmes.lever_worth(basket=1, frequency=1, margin=1, retention=1, discount=0, lifetime=3)
    assert {row.formula: row.status for row in never}["retention"] == "divergent"
    with pytest.raises(ukur.InvalidInputError, match="`margin` must be a share"):
        programmes.lever_worth(basket=1, frequency=1, margin=2, retention=0.5, discount=0)


def test_units_are_checked_and_the_currency_follows() -> None:
    orders = {"customer": ["a", "b"], "amount": [10.0, 20.0]}
    card = programmes.customer_scorecard(pd.DataFrame(orders), revenue="amount", units={"amount": "currency:IDR"})
    assert dict(zip(card["measure"], card["unit"], strict=True)) == {
        "purchase_frequency": "ratio",
        "average_order_value": "currency_each:IDR",
        "revenue_per_customer": "currency_each:IDR",
    }
    posts = {"influencer": ["a"], "likes": [3.0], "base": [10.0], "reach": [9.0]}
    assert "people" in programmes.influencer_scorecard(pd.DataFrame(posts), units={"reach": "people"})["unit"].to_list()
    shares = {"person": ["a"], "reach": [9.0], "shares": [1.0], "value": [5.0]}
    benchmark = {"reach": 9, "sharing": 1, "monetisation": 5}
    social = programmes.social_scorecard(shares, benchmark=benchmark, units={"value": "currency:IDR", "shares": "count"})
    assert (social.units.reach, social.units.sharing, social.units.monetisation) == ("people_each", "count_each", "currency_each:IDR")
    named = {"influencer": ["a", "b"], "followers": [10, 20], "cost": [5, 6]}
    found = ukur.influencers.value_proportion(named, goal=5, conversion_rate=0.1, units={"cost": "currency:IDR"})
    assert found["cost_per_customer"].unit == "currency_each:IDR" and found["customers_to_goal"].unit == "ratio"
    for code, work in [
        ("wrong_unit", lambda: programmes.social_scorecard(shares, benchmark=benchmark, units={"shares": "currency:IDR"})),
        ("wrong_unit", lambda: programmes.influencer_scorecard(posts, units={"likes": "people"})),
        ("unknown_unit", lambda: programmes.customer_scorecard(orders, revenue="amount", units={"amount": "rupiah"})),
        ("unknown_column", lambda: programmes.customer_scorecard(orders, revenue="amount", units={"revenue": "currency"})),
        (
            "two_currencies",
            lambda: ukur.influencers.value_proportion(
                named, goal=5, conversion_rate=0.1, value_per_customer=2, units={"cost": "currency:IDR", "value_per_customer": "currency:USD"}
            ),
        ),
    ]:
        with pytest.raises(ukur.InvalidInputError) as raised:
            work()
        assert raised.value.code == code
