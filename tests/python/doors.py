"""A valid call of every public function outside the metrics: what the tests of the doors change one argument of."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import ukur

CALLS: dict[str, dict[str, Any]] = {}


def _call(_name: str, /, **arguments: Any) -> None:
    CALLS[_name] = arguments


_draw = np.random.default_rng(1)
_n = 60

# ---- customers ---------------------------------------------------------------------------------------------------
PURCHASES = pd.DataFrame(
    {
        "customer": _draw.integers(1, 15, _n),
        "date": pd.to_datetime("2024-01-01") + pd.to_timedelta(_draw.integers(0, 200, _n), unit="D"),
        "value": np.round(_draw.gamma(2, 20, _n), 2),
    }
)
_dated = {"frame": PURCHASES, "customer": "customer", "date": "date", "date_format": None, "time_zone": None}
_split = {"unit": "week", "end": "2024-06-30", "holdout_end": "2024-07-31", "merge": "day", "periods": "exact"}
_call(
    "customers.summarise", **_dated, **_split, value="value", include_first_transaction=False, extra=(), return_report=False
)
_call("customers.tracking", **_dated, **_split, step=1.0)
_call(
    "customers.cohorts", **_dated, value="value", unit="month", end="2024-07-31", returned="on", max_age=3, layout="long",
    return_report=False,
)  # fmt: skip
SUMMARY = ukur.customers.summarise(**CALLS["customers.summarise"])
_call(
    "customers.rfm_segments", summary=SUMMARY, time_since_last=None, frequency="frequency",
    monetary_value="monetary_value", scores=5, weights=(1.0, 1.0, 1.0), segments=None,
)  # fmt: skip
_call(
    "customers.kaplan_meier", durations=[1.0, 2, 3, 4, 5], observed=[1, 0, 1, 1, 0], weights=[1, 2, 1, 1, 1],
    confidence=0.95, scale="log_log",
)  # fmt: skip

# ---- attribution -------------------------------------------------------------------------------------------------
_paths = {"paths": ["a > b > c", "a", "b > a"], "conversions": [10, 5, 3], "nulls": [20, 10, 5], "separator": ">"}
_valued = {**_paths, "values": [100.0, 50, 30]}
EVENTS = pd.DataFrame(
    {
        "customer": [1, 1, 2, 2, 3],
        "time": pd.to_datetime(["2024-01-01", "2024-01-03", "2024-01-02", "2024-01-05", "2024-01-09"]),
        "channel": ["a", "b", "a", "c", "b"],
        "conversions": [0, 1, 0, 1, 0],
        "values": [0.0, 10, 0, 20, 0],
    }
)
_call("attribution.count_paths", **_valued)
_call("attribution.attribute", **_valued, rule="position", first=0.4, last=0.4)
_call("attribution.markov", **_valued, order=1, removal="to_null", progress=None)
_call("attribution.transition_matrix", **_paths, order=1)
_call("attribution.shapley", **_valued, worth="conversions", exact_up_to=15, permutations=50, seed=0, progress=None)
_call(
    "attribution.journeys", frame=EVENTS, customer="customer", time="time", channel="channel", conversions="conversions",
    values="values", lookback=30.0, lapse_after=60.0, date_format=None, time_zone=None,
)  # fmt: skip
_call("attribution.attribute_time_decay", journeys=ukur.attribution.journeys(**CALLS["attribution.journeys"]), half_life=7.0)
_call("attribution.shapley_values", worth={"a": 10.0, "b": 5.0, "a+b": 20.0})

# ---- experiments -------------------------------------------------------------------------------------------------
_e = ukur.experiments
_a = _e.AccountTotals([5, 6, 7, 3, 4, 8], [100, 110, 90, 80, 120, 100], ["a", "a", "b", "c", "d", "e"])
_b = _e.AccountTotals([4, 5, 9, 3, 3, 7], [100, 110, 90, 80, 120, 100], ["f", "f", "g", "h", "i", "j"])
_one, _two, _x = [1.0, 2, 3, 4, 7], [2.0, 1, 4, 6, 9], [2.0, 3, 3, 5, 7.5]
_comparison = _e.compare_means(_one, _two)
_pairs = {"treatment": _e.pair_summary(_one, _x), "control": _e.pair_summary(_two, _x)}
_accounts = {"treatment": _a, "control": _b}
_means = {"treatment": _one, "control": _two}
_resampled = {"resamples": 99, "seed": 0, "exact_up_to": 100, "progress": None}
_call("experiments.beta_binomial", successes=5, trials=50, prior=(1.0, 1.0), level=0.95)
_call("experiments.compare_beta_binomial", successes_a=5, trials_a=50, successes_b=9, trials_b=60, prior=(1.0, 1.0), level=0.95)
_call("experiments.two_proportion_tests", x1=[5, 6], n1=[50, 60], x2=[9, 9], n2=[55, 66], on_invalid="raise")
_call(
    "experiments.welch_tests", mean1=[1.0, 2], var1=[2.0, 2], n1=[10, 11], mean2=[2.0, 3], var2=[1.0, 1], n2=[8, 9],
    on_invalid="raise",
)  # fmt: skip
_margins = {"lower_margin": -2.0, "upper_margin": 2.0, "alpha": 0.05}
_call("experiments.equivalence", estimate=0.1, standard_error=0.05, degrees_of_freedom=12.0, **_margins)
_call("experiments.equivalence_of", comparison=_comparison, **_margins)
_call("experiments.mean", sample=_one, level=0.95)
_call("experiments.compare_means", **_means, level=0.95)
_call("experiments.relative_lift", **_means, level=0.95)
_call("experiments.compare_with_covariate", **_pairs, level=0.95)
_call("experiments.cuped_adjust", y=_one, x=_x)
_call("experiments.holm", p_values=[0.01, 0.04, 0.03])
_call("experiments.benjamini_hochberg", p_values=[0.01, 0.04, 0.03])
_call("experiments.sample_size_proportions", p1=0.1, p2=0.12, alpha=0.05, power=0.8, ratio=1.0)
_call("experiments.power_proportions", p1=0.1, n1=1000, p2=0.12, n2=1000, alpha=0.05)
_call("experiments.detectable_proportion", baseline=0.1, n1=1000, n2=1000, alpha=0.05, power=0.8)
_call("experiments.power_means", difference=0.5, variance=4.0, n1=100, n2=100, alpha=0.05)
_call("experiments.sample_size_means", difference=0.5, variance=4.0, alpha=0.05, power=0.8, ratio=1.0)
_call("experiments.detectable_difference", variance=4.0, n1=100, n2=100, alpha=0.05, power=0.8)
_call("experiments.proportion", successes=5, trials=50, level=0.95)
_call("experiments.compare_proportions", x1=5, n1=50, x2=9, n2=60, level=0.95)
_call("experiments.fisher_two_sided", a=5, b=45, c=9, d=51)
_call("experiments.ratio_of_sums", totals=_a, level=0.95)
_call("experiments.ratio_of_means", summary=_pairs["treatment"], level=0.95)
_call("experiments.compare_ratios", **_accounts, level=0.95)
_call("experiments.compare_ratios_of_means", **_pairs, level=0.95)
_call("experiments.bootstrap_ratio", totals=_a, **_resampled, level=0.95)
_call("experiments.bootstrap_comparison", **_accounts, **_resampled, level=0.95)
_call("experiments.permutation_test", **_accounts, **_resampled)
_call("experiments.sample_ratio_mismatch", counts=[100, 110], shares=[0.5, 0.5], threshold=0.001)
_call("experiments.sequential_half_width", standard_error=0.1, n=1000, alpha=0.05, tuning_n=5000.0)
_call("experiments.sequential_p", estimate=0.1, standard_error=0.1, n=1000, alpha=0.05, tuning_n=5000.0)
_call("experiments.always_valid", comparison=_comparison, n=11, tuning_n=5000.0)
_call(
    "experiments.confidence_sequence", estimates=[0.1, 0.2], standard_errors=[0.1, 0.05], n=[100, 200], level=0.95,
    tuning_n=5000.0,
)  # fmt: skip
_call(
    "experiments.confidence_sequence_of_values", values=np.arange(200.0) % 7, reference=0.0, first=100, level=0.95,
    tuning_n=5000.0,
)  # fmt: skip
_call("experiments.sample_summary", values=_one)
_call("experiments.sample_summary_of_counts", successes=5, trials=50)
_call("experiments.pair_summary", y=_one, x=_x)
_call("experiments.verdict", comparison=_comparison, treatment="t", control="c", outcome="o", unit="number", margin=0.5)

# ---- influencers -------------------------------------------------------------------------------------------------
POSTS = pd.DataFrame(
    {
        "account": [f"{tier}{row // 3}" for tier in ("micro", "macro") for row in range(18)],
        "tier": ["micro"] * 18 + ["macro"] * 18,
        **{name: _draw.integers(5, 200, 36) for name in ("likes", "comments", "shares", "engagements", "customers")},
        **{name: _draw.integers(1000, 6000, 36) for name in ("reach", "impressions")},
        **{name: _draw.uniform(100, 900, 36) for name in ("cost", "revenue")},
    }
)
_call(
    "influencers.compare", frame=POSTS, account="account", group="tier", first="micro", second="macro", columns=None,
    hours_each=(1.0, 2.0), fixed_hours=(0.0, 0.0), hourly_rate=20.0, margin=0.1, level=0.95, resamples=99, seed=0,
    progress=None,
)  # fmt: skip
_call(
    "influencers.seeding", creators_seeded=10, creators_who_posted=6, unit_cost=20.0, unit_shipping=5.0, other_cost=10.0,
    posts=12, usable_assets=3, cost_per_produced_asset=100.0,
)  # fmt: skip
_call("influencers.earned_media", quantities={"likes": 100.0}, prices={"likes": 0.1}, cost=50.0)
_call(
    "influencers.coordination_breakeven", small=ukur.influencers.Side(fee=100.0, reach=5000.0, hours_each=2.0),
    large=ukur.influencers.Side(fee=3000.0, reach=200_000.0, hours_each=5.0), target_reach=1e6, hourly_rate=20.0,
)  # fmt: skip
FEES = pd.DataFrame(
    {"account": [f"a{row}" for row in range(12)], "followers": _draw.integers(10_000, 900_000, 12), "fee": _draw.uniform(100, 900, 12)}
)
_call("influencers.size_elasticity", frame=FEES, size="followers", fee="fee", account="account", level=0.95)
PANEL = pd.DataFrame(
    {
        "creator": ["a", "a", "a", "b", "b", "c"],
        "period": [1, 2, 3, 1, 3, 2],
        "posts": [3, 2, 1, 4, 2, 1],
        "engagements": [30, 20, 10, 40, 20, 10],
        "base": [1000, 1000, 1000, 2000, 2000, 500],
    }
)
_call(
    "influencers.creators", frame=PANEL, creator="creator", period="period", posts="posts", engagements="engagements",
    base="base", lapse_after=0,
)  # fmt: skip
_call("influencers.keep_or_recruit", fee=100.0, recruiting_cost=50.0, programme_cost=10.0, retention=0.8, campaigns=4)
_call("influencers.reward_tiers", tiers=[("bronze", 0.0, 0.01), ("silver", 100.0, 0.02)], points=[50, 150.0])
AUDIENCE = pd.DataFrame({"influencer": ["a", "a", "b", "b", "b", "c"], "person": [1, 2, 2, 3, 4, 1]})
_call("influencers.reach", frame=AUDIENCE, influencer="influencer", person="person", of=None)
_call("influencers.reach_bounds", sizes=[100, 200, 50], pair_overlaps=[20, 5, 3], population=1000.0)
_call("influencers.Sketch", people=[1, 2, 3], k=64)
CANDIDATES = pd.DataFrame({"influencer": ["a", "b", "c"], "cost": [10.0, 20, 5]})
_chosen = {
    "candidates": CANDIDATES, "audience": AUDIENCE, "influencer": "influencer", "cost": "cost", "value": None,
    "conversion": None, "person": "person", "person_value": None, "sketches": None, "max_count": 2, "must_include": (),
    "exclude": (), "method": "auto", "node_limit": 20_000, "progress": None,
}  # fmt: skip
_call("influencers.select", **_chosen, budget=30.0, goal=None)
_call("influencers.frontier", **_chosen, budgets=[10.0, 30.0])
_call("influencers.tier_table", borders=None)
_call("influencers.classify", platform="instagram", followers=[5000, 100_001.0], table=None)
CARDS = pd.DataFrame(
    {"influencer": list("ABC"), "followers": [100_000, 50_000, 200_000], "engagement_rate": [0.05, 0.08, 0.03], "cost": [1000.0, 600, 1500]}
)
_call(
    "influencers.value_proportion", frame=CARDS, goal=1000, conversion_rate=0.02, influencer="influencer",
    followers="followers", engagement_rate="engagement_rate", cost="cost", value_per_customer=5.0,
    conversion_of_engaged=0.1, units=None, provenance=None,
)  # fmt: skip

# ---- metrics of tables -------------------------------------------------------------------------------------------
TIERS = pd.DataFrame(
    {"tier": ["a", "a", "b", "b"], "account": [1, 2, 3, 4], "cost": [10.0, 20, 30, 40], "impressions": [1000, 2000, 1500, 3000]}
)
_call("metrics.rollup", metric="cpm", frame=TIERS, by="tier", columns=None, units=None, provenance=None)
_call(
    "metrics.compare", metric="cpm", frame=TIERS, by="tier", cluster="account", against=None, columns=None, level=0.95,
    units=None, provenance=None,
)  # fmt: skip
_call("metrics.family", name="engagement_rate")
_call("metrics.catalogue", language="en", frame=None)

# ---- programmes --------------------------------------------------------------------------------------------------
MEMBERS = pd.DataFrame({"orders": [6, 2, 1, 9], "reviews": [1, 0, 3, 2], "friends": [700, 20, 50, 10], "shares": [3, 0, 1, 2]})
_call(
    "programmes.rank_advocates", frame=MEMBERS, engagement={"orders": 1.0, "reviews": 2.0},
    willingness={"friends": 1.0, "shares": 1.0}, engagement_weight=0.5, combine="geometric",
)  # fmt: skip
SPENDING = pd.DataFrame(
    {"customer": np.repeat(np.arange(10), 2), "member": np.repeat([0, 1], 10), "after": [0, 1] * 10, "spend": _draw.uniform(10, 50, 20)}
)
_call(
    "programmes.incremental_lift", frame=SPENDING, outcome="spend", member="member", after="after", customer="customer", level=0.95
)
_call("programmes.lever_worth", basket=50.0, frequency=4.0, margin=0.3, retention=0.8, discount=0.12, lifetime=3.0, horizon=5.0)
_call(
    "programmes.allocate_points", price=100.0, points_issued=10.0, expected_redemption=0.8, point_value=1.0,
    goods_stand_alone=100.0,
)  # fmt: skip
_call("programmes.recognise_points", allocation=100.0, redeemed_cumulative=[10, 20.0], expected_total_redeemed=[80, 85.0])
_call(
    "programmes.points_liability", issued=1000.0, redeemed=400.0, ultimate_redemption_rate=0.8, cost_per_point=0.01,
    expired=50.0,
)  # fmt: skip
_ranked = {"score": [0.9, 0.8, 0.3, 0.2, 0.5, 0.1], "advocated": [1, 0, 0, 0, 1, 0]}
_call("programmes.judge_ranking", **_ranked, groups=3)
_call("programmes.calibrate", **_ranked, apply_to=[0.4])
_call(
    "programmes.redemption_curve", issued=[1000, 1200, 900.0], cumulative=[[200, 400, 500.0], [250, 480], [180]],
    tail_factor=1.05, cost_per_point=0.01,
)  # fmt: skip
_call(
    "programmes.referral_economics", advocate_reward=10.0, friend_reward=5.0, referred_customers=100,
    margin_clv_referred=50.0, incrementality=0.7, reward_redemption=0.9, overhead_per_referral=1.0, programme_cost=100.0,
)  # fmt: skip
_call("programmes.k_factor", brought=[0, 1, 2, 0, 1, 0, 3.0], invitations=[2, 3, 4, 0, 2, 1, 5.0], level=0.95)
_call("programmes.k_factor_from_totals", brought=70, customers=100, invitations=300, level=0.95)
CREATORS = pd.DataFrame(
    {
        "influencer": ["a", "a", "b", "b"], "period": [1, 2, 1, 2], "likes": [10, 20, 30, 40], "comments": [1, 2, 3, 4],
        "other_engagements": [0, 1, 2, 0], "base": [1000, 1000, 2000, 2000], "reach": [500, 600, 900, 800],
        "brand_mentions": [1, 2, 3, 1], "market_mentions": [10, 20, 30, 10], "rating": [4.0, 3, 5, 2],
    }
)  # fmt: skip
_call(
    "programmes.influencer_scorecard", frame=CREATORS, influencer="influencer", period="period", columns=None,
    max_rating=5.0, benchmark=None, units=None, provenance=None,
)  # fmt: skip
ORDERS = pd.DataFrame({"customer": [1, 1, 2, 3], "period": [1, 2, 1, 2], "revenue": [10.0, 20, 30, 40], "orders": [1, 2, 3, 4]})
_call(
    "programmes.customer_scorecard", frame=ORDERS, customer="customer", period="period", revenue="revenue",
    orders="orders", periods_per_year=12.0, lifetime_years=3.0, margin=0.5, benchmark=None, units=None, provenance=None,
)  # fmt: skip
SHARES = pd.DataFrame(
    {
        "person": ["a", "b", "a", "b"], "period": [1, 1, 2, 2], "posts": [3, 4, 2, 1], "reach": [100, 200, 150, 250],
        "shares": [5, 6, 3, 2], "value": [10.0, 20, 15, 5],
    }
)  # fmt: skip
_call(
    "programmes.social_scorecard", frame=SHARES, benchmark={"reach": 100.0, "sharing": 1.5, "monetisation": 10.0},
    campaign="balanced", weights=None, person="person", period="period", posts="posts", reach="reach", shares="shares",
    value="value", units=None, provenance=None,
)  # fmt: skip
MOVES = pd.DataFrame({"tier_before": ["b", "b", "s", "s", "g"], "tier_after": ["b", "s", "s", "g", "g"]})
_call("programmes.tier_migration", frame=MOVES, before="tier_before", after="tier_after", tiers=["b", "s", "g"])
_call("programmes.tier_migration_from_matrix", matrix=[[8, 2, 0], [1, 7, 2], [0, 3, 7.0]], tiers=["b", "s", "g"], counts=True)
_migration = ukur.programmes.tier_migration_from_matrix(**CALLS["programmes.tier_migration_from_matrix"])
_call("programmes.project_tiers", migration=_migration, members=[100, 50, 10.0], periods=3)

# ---- response ----------------------------------------------------------------------------------------------------
_carried = {"theta": 0.5, "decay": "delayed", "alpha": None, "peak": 1.0, "window": 5, "normalised": True}
_call("response.adstock", media=[1.0, 2, 3, 0, 0], **_carried)
_call("response.carry_over", media=[1.0, 2, 3], periods=3, **_carried)
_call("response.adstock_weights", periods=3, **_carried)
_call("response.adstock_multiplier", **_carried)
_call("response.simulate_branching", k=0.7, seeds=2, dispersion=0.5, runs=50, seed=0, cap=1000, progress=None)
_call("response.branching_moments", seeds=2, k=0.7, dispersion=0.5)
_call("response.extinction_probability", seeds=2, k=1.3, dispersion=0.5)
_call("response.borel_tanner_probability", n=5, seeds=2, k=0.7)
_spent, _sold = [1.0, 2, 3, 5, 8, 13, 21, 34], [3.1, 5.2, 6.8, 9.4, 11.8, 14.1, 15.8, 17.2]
_call("response.fit_curve", input=_spent, response=_sold, weights=[1.0] * 8, form="hill", intercept=False, confidence=0.95, progress=None)
_call("response.response_at", fit=ukur.response.fit_curve(_spent, _sold), input=[4.0, 10])
_call("response.bass_forecast", m=1000.0, p=0.03, q=0.38, periods=10)
_call("response.fit_bass", adoptions=ukur.response.bass_forecast(1000.0, 0.03, 0.38, 12), confidence=0.95, progress=None)
_curve = {"form": "square_root", "scale": 3.0}
_call("response.curve_response", curve=_curve, x=[4, 9])
_call("response.marginal_return", curve=_curve, x=[4, 9])
_call("response.input_for_marginal_return", curve=_curve, rate=0.5)
CHANNELS = [{"name": "a", "curve": _curve}, {"name": "b", "curve": {"form": "square_root", "scale": 5.0}, "maximum": 50.0}]
_call("response.split_budget", channels=CHANNELS, budget=100.0, progress=None)
_call("response.budget_frontier", channels=CHANNELS, budgets=[50.0, 100.0], progress=None)

# ---- models ------------------------------------------------------------------------------------------------------
_m = ukur.models
MODELS: dict[str, Any] = {
    "BgNbd": _m.BgNbd.from_params(r=0.243, alpha=4.414, a=0.793, b=2.426),
    "MbgNbd": _m.MbgNbd.from_params(r=0.525, alpha=6.183, a=0.891, b=1.614),
    "ParetoNbd": _m.ParetoNbd.from_params(r=0.55, alpha=10.58, s=0.61, beta=11.67),
    "Nbd": _m.Nbd.from_params(r=0.385, alpha=12.07),
    "GgomNbd": _m.GgomNbd.from_params(r=0.553, alpha=10.58, b=0.0002, s=0.6, beta=0.0026),
    "BgCnbd": _m.BgCnbd.from_params(k=3, r=0.243, alpha=4.414, a=0.793, b=2.426),
    "MbgCnbd": _m.MbgCnbd.from_params(k=2, r=0.525, alpha=6.183, a=0.891, b=1.614),
    "BgBb": _m.BgBb.from_params(alpha=1.2, beta=0.75, gamma=0.66, delta=2.78),
    "ShiftedBetaGeometric": _m.ShiftedBetaGeometric.from_params(alpha=0.668, beta=3.806),
    "BetaDiscreteWeibull": _m.BetaDiscreteWeibull.from_params(gamma=0.7, delta=1.3, c=1.2),
    "GammaGamma": _m.GammaGamma.from_params(p=6.25, q=3.74, gamma=15.44),
}
_simulated = MODELS["BgNbd"].simulate(400, 40.0, seed=3)
_histories = {"frequency": _simulated.frequency, "recency": _simulated.recency, "T": _simulated.T}
FITTED = _m.BgNbd().fit(**_histories, unit="week")
_fit = {"summary": None, "weights": [1.0] * 24, "max_iterations": 50, "priors": None}
for _name, _model in MODELS.items():
    _own = f"models.{_name}."
    _settings = {"k": _model.k_} if _name.endswith("Cnbd") else {}
    _unit = {} if _name == "GammaGamma" else {"unit": "week"}
    _call(f"{_own}from_params", **_settings, **_model.params_, **_unit)
    _call(f"{_own}from_json", text=_model.to_json())
    if _name == "GammaGamma":
        _spend = {"frequency": [1, 2.0, 3] * 8, "monetary_value": [10.0, 20, 15, 40] * 6}
        _call(f"{_own}fit", **_spend, **_fit)
        _call(f"{_own}expected_spend", **_spend)
        _call(f"{_own}log_likelihood", **_spend)
        _call(f"{_own}simulate", frequency=[1, 2.0], seed=1)
        continue
    _call(f"{_own}simulate", n=10, T=5, seed=1, covariates=None)
    if _name in ("ShiftedBetaGeometric", "BetaDiscreteWeibull"):
        _lives = {"tenure": [1, 2, 3.0] * 8, "churned": [1, 0, 1.0] * 8}
        _call(f"{_own}fit", **_lives, **_fit, **_unit, survivors=None, cohort=None, dropout_covariates=())
        _call(f"{_own}log_likelihood", **_lives)
        _call(f"{_own}posterior_means", **_lives, level=None)
        _call(f"{_own}survival", horizon=[1, 2])
        _call(f"{_own}churn_probability", n=[1, 2])
        _call(f"{_own}retention_rate", tenure=[1, 2], churned=[0, 0])
        _call(f"{_own}probability_alive", tenure=[1, 2], churned=[0, 0], horizon=1)
        _call(f"{_own}discounted_expected_lifetime", discount_rate=0.1, horizon=10)
        _call(f"{_own}discounted_expected_residual_lifetime", discount_rate=0.1, tenure=[1, 2], churned=[0, 0], horizon=5)
        continue
    _whole = _name == "BgBb"
    _past = {"frequency": [2.0, 0, 1, 4], "recency": [5.0, 0, 3, 6] if _whole else [30.43, 0, 3.0, 20], "T": [6.0] * 4 if _whole else [38.86, 38.86, 10, 39]}
    _other = {"n": None, "purchase_covariates": (), "dropout_covariates": ()}
    _other |= {} if _name.endswith("Cnbd") else {"sum_log_intervals": None}
    _logs = {"sum_log_intervals": [4.0, 0, 1, 8]} if _name.endswith("Cnbd") else {}
    _call(f"{_own}fit", **{name: one * 6 for name, one in {**_past, **_logs}.items()}, **_fit, **_unit, **_other)
    _call(f"{_own}log_likelihood", **_past, **_logs)
    _call(f"{_own}posterior_means", **_past, level=None)
    _call(f"{_own}alive_path", purchases=[1, 5.0], times=[2, 6.0], level=None)
    _call(f"{_own}probability_alive", **_past, horizon=1)
    _call(f"{_own}expected_purchases", horizon=10, **_past)
    _call(f"{_own}conditional_purchase_probability", n=2, horizon=10, **_past)
    _call(f"{_own}discounted_expected_purchases", discount_rate=0.01, **_past, horizon=20)
    _call(f"{_own}probability_alive_new", horizon=5)
    _call(f"{_own}expected_purchases_new", horizon=[5, 10])
    _call(f"{_own}discounted_expected_purchases_new", discount_rate=0.01, horizon=10)
    _call(f"{_own}purchase_probability", n=[0, 1, 2], horizon=10)
    _call(f"{_own}purchase_probability_between", n=1, start=2, end=8)
_call("models.BgNbd.confidence_intervals", level=0.95, method="wald")
_call("models.BgNbd.with_interval", question="expected_purchases_new", level=0.9, horizon=5)
_call("models.compare", models=[FITTED, _m.Nbd().fit(**_histories, unit="week")], frame=None)
_call("models.likelihood_ratio_test", restricted=CALLS["models.compare"]["models"][1], full=FITTED)
_call("models.lifetime_value", model=MODELS["BgNbd"], spend=MODELS["GammaGamma"], summary=SUMMARY, horizon=12.0,
    horizon_unit="month", discount_rate=0.1, discount_period="year", margin=1.0, unit="week", level=None,
)  # fmt: skip
_call("models.contract_lifetime_value", model=MODELS["ShiftedBetaGeometric"], payment=[10, 20.0], tenure=[1, 2], churned=[0, 0],
    horizon=3.0, horizon_unit="year", discount_rate=0.1, discount_period="year", margin=0.5, unit="month", level=None,
)  # fmt: skip
_weeks = ukur.customers.tracking(**{**CALLS["customers.tracking"]})
_call("models.validate", model=MODELS["BgNbd"], summary=SUMMARY, tracking=_weeks, weights=None, groups=5, most=7)
_call(
    "models.regularity", frequency=[2, 3, 1, 4], recency=[10.0, 20, 5, 30], T=[30.0] * 4,
    sum_log_intervals=[3.0, 4, 1.5, 6], weights=None, method="mle", summary=None,
)  # fmt: skip
_call(
    "models.sample_posterior", model=_m.BgNbd(), summary=_histories, chains=1, draws=8, warmup=8, seed=0, priors=None,
    weights=None, progress=None,
)  # fmt: skip


def function(name: str) -> Any:
    """What a name stands for: a function, or the method of a model that can answer."""
    *owners, last = name.split(".")
    if owners[0] == "models" and len(owners) == 2:
        if last in ("confidence_intervals", "with_interval"):
            return getattr(FITTED, last)
        model = MODELS[owners[1]]
        return getattr(type(model)() if last == "fit" else model, last)
    owner: Any = ukur
    for step in owners:
        owner = getattr(owner, step)
    return getattr(owner, last)
