"""Writes tests/vectors/experiments/*.json: the answers of SciPy, statsmodels and mpmath, and published ones.

Run in the root of the repository: python tests/references/experiments.py (needs scipy, statsmodels, mpmath, numpy).
"""

import itertools
import json
import math
from pathlib import Path

import mpmath as mp
import numpy as np
import scipy.stats as st
from statsmodels.stats import proportion as smp
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.power import TTestIndPower
from statsmodels.stats.weightstats import ttost_ind

OUT = Path(__file__).resolve().parents[1] / "vectors" / "experiments"
mp.mp.dps = 30


def block(function, source, cases, rtol=1e-12, **more):
    return {"function": f"experiments.{function}", "source": source, "rtol": rtol, **more, "cases": cases}


def write(name, *blocks):
    OUT.mkdir(parents=True, exist_ok=True)
    text = json.dumps(list(blocks), indent=1)
    (OUT / f"{name}.json").write_text(text + "\n")


def interval(lower, upper, level=0.95):
    return {"lower": float(lower), "upper": float(upper), "level": level}


# proportions ---------------------------------------------------------------------------------------------------
def proportion_case(x, n, level):
    lower, upper = smp.proportion_confint(x, n, 1 - level, method="wilson")
    return {
        "args": {"successes": x, "trials": n, "level": level},
        "want": {"estimate": x / n, "standard_error": math.sqrt(x / n * (1 - x / n) / n), "interval": interval(lower, upper, level), "degrees_of_freedom": None, "method": "wilson"},
    }


def two_proportions_case(x1, n1, x2, n2, level=0.95):
    z, p = smp.proportions_ztest([x1, x2], [n1, n2])
    lower, upper = smp.confint_proportions_2indep(x1, n1, x2, n2, method="newcomb", compare="diff", alpha=1 - level)
    return {
        "args": {"x1": x1, "n1": n1, "x2": x2, "n2": n2, "level": level},
        "want": {"measure": "difference", "estimate": x1 / n1 - x2 / n2, "statistic": float(z), "p_value": float(p), "interval": interval(lower, upper, level), "method": "newcombe_pooled_z"},
    }


write(
    "proportions",
    block(
        "proportion",
        "statsmodels proportion_confint(method='wilson'); 81/263 and 0/20 in Newcombe (1998), Statistics in Medicine 17:857",
        [proportion_case(x, n, level) for x, n, level in [(81, 263, 0.95), (15, 148, 0.95), (0, 20, 0.95), (1, 29, 0.9), (20, 20, 0.99)]]
        + [
            {"args": {"successes": 264, "trials": 263, "level": 0.95}, "error": "infeasible"},
            {"args": {"successes": 0, "trials": 0, "level": 0.95}, "error": "zero_denominator"},
            {"args": {"successes": -1, "trials": 5, "level": 0.95}, "error": "out_of_domain"},
            {"args": {"successes": 1.5, "trials": 5, "level": 0.95}, "error": "out_of_domain"},
            {"args": {"successes": "nan", "trials": 5, "level": 0.95}, "error": "nan_input"},
            {"args": {"successes": "inf", "trials": 5, "level": 0.95}, "error": "infinite_input"},
            {"args": {"successes": 1, "trials": 5, "level": 95}, "error": "out_of_domain"},
        ],
        atol=1e-15,
    ),
    block(
        "compare_proportions",
        "statsmodels proportions_ztest and confint_proportions_2indep(method='newcomb'); 56/70 against 48/80 in Newcombe (1998), Statistics in Medicine 17:873",
        [two_proportions_case(*one) for one in [(56, 70, 48, 80), (50, 100, 40, 100), (600, 10000, 500, 10000), (9, 10, 3, 10), (5, 56, 0, 29)]]
        + [
            {"args": {"x1": 0, "n1": 100, "x2": 0, "n2": 100, "level": 0.95}, "error": "zero_variance"},
            {"args": {"x1": 100, "n1": 100, "x2": 100, "n2": 100, "level": 0.95}, "error": "zero_variance"},
            {"args": {"x1": 71, "n1": 70, "x2": 48, "n2": 80, "level": 0.95}, "error": "infeasible"},
            {"args": {"x1": 1, "n1": 70, "x2": 0, "n2": 0, "level": 0.95}, "error": "zero_denominator"},
        ],
    ),
    block(
        "fisher_two_sided",
        "SciPy stats.fisher_exact; the lady tasting tea: Fisher (1935)",
        [{"args": dict(zip("abcd", t)), "want": float(st.fisher_exact([t[:2], t[2:]]).pvalue)} for t in [(3, 1, 1, 3), (8, 2, 1, 5), (0, 10, 5, 5), (190, 800, 200, 900), (2, 7, 8, 2)]]
        + [
            {"args": {"a": 0, "b": 5, "c": 0, "d": 9}, "want": 1},
            {"args": {"a": -1, "b": 5, "c": 0, "d": 9}, "error": "out_of_domain"},
            {"args": {"a": 1e13, "b": 5, "c": 0, "d": 9}, "error": "table_too_large"},
        ],
    ),
)

# means ---------------------------------------------------------------------------------------------------------
Y = [3, 5, 4, 8, 10, 9]
X = [1, 2, 2, 4, 5, 4]
Z = [4, 6.5, 5, 9, 11, 10.5, 7]


def summary(values):
    return {"n": len(values), "mean": float(np.mean(values)), "variance": float(np.var(values, ddof=1))}


def welch_case(treatment, control, level=0.95, given=None):
    r = st.ttest_ind_from_stats(
        treatment["mean"], math.sqrt(treatment["variance"]), treatment["n"],
        control["mean"], math.sqrt(control["variance"]), control["n"], equal_var=False,
    )
    a, b = treatment["variance"] / treatment["n"], control["variance"] / control["n"]
    df = (a + b) ** 2 / (a * a / (treatment["n"] - 1) + b * b / (control["n"] - 1))
    se = math.sqrt(a + b)
    half = st.t.ppf(0.5 + level / 2, df) * se
    d = treatment["mean"] - control["mean"]
    return {
        "args": given or {"treatment": treatment, "control": control, "level": level},
        "want": {"estimate": d, "standard_error": se, "statistic": float(r.statistic), "degrees_of_freedom": df, "p_value": float(r.pvalue), "interval": interval(d - half, d + half, level), "method": "welch_t"},
    }


def lift_case(t, c, level=0.95):
    a, b = t["variance"] / t["n"], c["variance"] / c["n"]
    df = (a + b) ** 2 / (a * a / (t["n"] - 1) + b * b / (c["n"] - 1))
    est = t["mean"] / c["mean"] - 1
    se = math.sqrt(a / c["mean"] ** 2 + t["mean"] ** 2 * b / c["mean"] ** 4)
    half = st.t.ppf(0.5 + level / 2, df) * se
    return {
        "args": {"treatment": t, "control": c, "level": level},
        "want": {"measure": "relative_lift", "estimate": est, "standard_error": se, "p_value": float(2 * st.t.sf(abs(est / se), df)), "interval": interval(est - half, est + half, level)},
    }


G1, G2 = {"n": 3461, "mean": 0.7, "variance": 38.44}, {"n": 3407, "mean": 0.41, "variance": 15.21}
B1, B2 = {"n": 30, "mean": 16 / 30, "variance": 16 * 14 / 900}, {"n": 28, "mean": 0.5, "variance": 0.25}
FLAT = {"n": 5, "mean": 1, "variance": 0}
m = summary(Y)
half = st.t.ppf(0.975, 5) * math.sqrt(m["variance"] / 6)


def pair(y, x):
    c = np.cov(y, x)
    return {"n": len(y), "mean_y": float(np.mean(y)), "mean_x": float(np.mean(x)), "variance_y": float(c[0, 0]), "variance_x": float(c[1, 1]), "covariance": float(c[0, 1])}


theta = float(np.cov(Y, X)[0, 1] / np.cov(Y, X)[1, 1])
AFTER, BEFORE = [4.5, 5.0, 6.0, 9.0, 10.0, 11.5, 3.0], [2, 2, 3, 4, 4, 6, 1]
pt, pc = pair(AFTER, BEFORE), pair(Y, X)
common = (6 * pt["covariance"] + 5 * pc["covariance"]) / (6 * pt["variance_x"] + 5 * pc["variance_x"])
adjusted = welch_case(summary([y - common * x for y, x in zip(AFTER, BEFORE)]), summary([y - common * x for y, x in zip(Y, X)]))["want"]
plain = welch_case(summary(AFTER), summary(Y))["want"]

write(
    "means",
    block(
        "sample_summary", "NumPy mean and var(ddof=1)",
        [
            {"args": {"values": Y}, "want": summary(Y)},
            {"args": {"values": [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]}, "want": {"n": 4, "mean": 1e9 + 10, "variance": 30}},
            {"args": {"values": []}, "error": "insufficient_data"},
            {"args": {"values": [1]}, "error": "insufficient_data"},
            {"args": {"values": [1, None]}, "error": "nan_input"},
            {"args": {"values": [1, "inf"]}, "error": "infinite_input"},
        ],
    ),
    block("sample_summary_of_counts", "by hand", [{"args": {"successes": 15, "trials": 30}, "want": {"n": 30, "mean": 0.5, "variance": 0.25}}, {"args": {"successes": 31, "trials": 30}, "error": "infeasible"}]),
    block("pair_summary", "NumPy cov", [{"args": {"y": Y, "x": X}, "want": pair(Y, X)}, {"args": {"y": Y, "x": [1, 2]}, "error": "length_mismatch"}]),
    block(
        "mean", "SciPy stats.t.ppf",
        [
            {"args": {"sample": Y, "level": 0.95}, "want": {"estimate": 6.5, "interval": interval(6.5 - half, 6.5 + half), "degrees_of_freedom": 5, "method": "student_t"}},
            {"args": {"sample": FLAT, "level": 0.95}, "error": "zero_variance"},
        ],
    ),
    block(
        "compare_means", "SciPy stats.ttest_ind_from_stats(equal_var=False); the first: GrowthBook's tests (0.29, SE 0.12478, p 0.02016)",
        [
            welch_case(G1, G2),
            welch_case(summary(Z), summary(Y), given={"treatment": Z, "control": Y, "level": 0.95}),
            welch_case({"n": 5, "mean": 10, "variance": 4}, {"n": 4, "mean": 7, "variance": 25}, 0.9),
            welch_case({"n": 100, "mean": 5, "variance": 1}, {"n": 120, "mean": 3, "variance": 2}),
            {"args": {"treatment": FLAT, "control": FLAT, "level": 0.95}, "error": "zero_variance"},
            {"args": {"treatment": {"n": 1, "mean": 1, "variance": 1}, "control": FLAT, "level": 0.95}, "error": "out_of_domain"},
            {"args": {"treatment": {"n": 9, "mean": 1, "variance": -1}, "control": FLAT, "level": 0.95}, "error": "out_of_domain"},
        ],
        rtol=1e-11,
    ),
    block(
        "relative_lift", "delta method with Satterthwaite's degrees of freedom; GrowthBook's tests: 0.70732, SE 0.37879, p 0.06191; 0.06667, p 0.80707",
        [
            lift_case(G1, G2),
            lift_case(B1, B2),
            {"args": {"treatment": G1, "control": {"n": 10, "mean": 0, "variance": 1}, "level": 0.95}, "error": "zero_denominator"},
            {"args": {"treatment": G1, "control": {"n": 10, "mean": -1, "variance": 1}, "level": 0.95}, "error": "out_of_domain"},
        ],
        rtol=1e-11,
    ),
    block(
        "cuped_adjust", "NumPy cov; theta 1.83333, variance 8.3 -> 0.233333, ratio 0.0281124",
        [
            {
                "args": {"y": Y, "x": X},
                "want": {
                    "theta": theta, "variance_before": 8.3, "variance_after": float(np.var(np.array(Y) - theta * np.array(X), ddof=1)),
                    "variance_ratio": 1 - np.corrcoef(Y, X)[0, 1] ** 2, "adjusted": [float(y - theta * (x - np.mean(X))) for y, x in zip(Y, X)],
                },
            },
            {"args": {"y": [1, 2], "x": [3, 3]}, "error": "zero_denominator"},
            {"args": {"y": [1, 1], "x": [3, 4]}, "error": "zero_variance"},
        ],
        rtol=1e-11,
    ),
    block(
        "compare_with_covariate", "Welch's test of SciPy on y - theta x with the common theta",
        [
            {
                "args": {"treatment": pt, "control": pc, "level": 0.95},
                "want": {
                    "theta": common,
                    "adjusted": {key: adjusted[key] for key in ("estimate", "standard_error", "p_value", "interval")},
                    "unadjusted": {key: plain[key] for key in ("estimate", "standard_error", "p_value")},
                    "variance_ratio": (adjusted["standard_error"] / plain["standard_error"]) ** 2,
                },
            },
            {"args": {"treatment": {**pt, "covariance": 100}, "control": pc, "level": 0.95}, "error": "infeasible"},
            {"args": {"treatment": {**pt, "variance_x": 0, "covariance": 0}, "control": {**pc, "variance_x": 0, "covariance": 0}, "level": 0.95}, "error": "zero_denominator"},
        ],
        rtol=1e-10,
    ),
)

# rates of accounts ------------------------------------------------------------------------------------------------
MICRO = {"numerator": [50, 40, 60, 30], "denominator": [1000, 500, 2000, 800]}
MACRO = {"numerator": [900, 1500, 700], "denominator": [40000, 50000, 30000]}
ROWS = {"numerator": [20, 40, 30, 60, 30], "denominator": [400, 500, 600, 2000, 800], "account": [7, 9, 7, 3, 4]}


def rate(g, level=0.95):
    y, x = (np.array(g[key], float) for key in ("numerator", "denominator"))
    r, k = y.sum() / x.sum(), len(y)
    lin = math.sqrt(((y - r * x) ** 2).sum() * k / (k - 1)) / x.sum()
    out = np.array([(y.sum() - a) / (x.sum() - b) for a, b in zip(y, x)])
    loo = math.sqrt((k - 1) / k * ((out - r) ** 2).sum())
    w = x / x.sum()
    product = np.diag(1 / (1 - w) ** 2) @ (np.diag(w) - np.outer(w, w))
    df = float(np.trace(product) ** 2 / np.trace(product @ product))
    half = st.t.ppf(0.5 + level / 2, df) * loo
    return {"estimate": r, "standard_error": lin, "leave_one_out_standard_error": loo, "interval": interval(r - half, r + half, level), "accounts": k, "degrees_of_freedom": df, "naive_standard_error": math.sqrt(r * (1 - r) / x.sum())}


def compared(a, b, level=0.95, key="leave_one_out_standard_error"):
    v1, v2 = a[key] ** 2, b[key] ** 2
    # From the linearised error with as many as accounts less one, else Bell and McCaffrey's.
    d1, d2 = (g["accounts"] - 1 if key == "standard_error" else g["degrees_of_freedom"] for g in (a, b))
    df = (v1 + v2) ** 2 / (v1 ** 2 / d1 + v2 ** 2 / d2)
    d = a["estimate"] - b["estimate"]
    se = math.sqrt(v1 + v2)
    half = st.t.ppf(0.5 + level / 2, df) * se
    lift = a["estimate"] / b["estimate"] - 1
    lse = math.sqrt(v1 / b["estimate"] ** 2 + a["estimate"] ** 2 * v2 / b["estimate"] ** 4)
    return {
        "difference": {"estimate": d, "standard_error": se, "p_value": float(2 * st.t.sf(abs(d / se), df)), "degrees_of_freedom": df, "interval": interval(d - half, d + half, level)},
        "relative_lift": {"estimate": lift, "standard_error": lse, "p_value": float(2 * st.t.sf(abs(lift / lse), df))},
    }


micro, macro = rate(MICRO), rate(MACRO)
resampled = np.array([sum(MICRO["numerator"][i] for i in pick) / sum(MICRO["denominator"][i] for i in pick) for pick in itertools.product(range(4), repeat=4)])
other = np.array([sum(MACRO["numerator"][i] for i in pick) / sum(MACRO["denominator"][i] for i in pick) for pick in itertools.product(range(3), repeat=3)])
differences = np.subtract.outer(resampled, other).ravel()
lifts = np.divide.outer(resampled, other).ravel() - 1
quantiles = lambda values: interval(*np.percentile(values, [2.5, 97.5], method="inverted_cdf"))


def both_intervals(values, accounts):
    """Hesterberg's expanded percentile interval and the plain one."""
    tail = float(st.norm.cdf(math.sqrt(accounts / (accounts - 1)) * st.t.ppf(0.025, accounts - 1)))
    expanded = np.percentile(values, [100 * tail, 100 * (1 - tail)], method="inverted_cdf")
    return {"interval": interval(*expanded), "percentile_interval": quantiles(values)}


pmicro, pmacro = pair(MICRO["numerator"], MICRO["denominator"]), pair(MACRO["numerator"], MACRO["denominator"])
linear = compared(micro, macro, key="standard_error")

write(
    "ratios",
    block(
        "ratio_of_sums", "NumPy; Deng, Knoblich and Lu (2018): cluster standard errors 0.00851201 and 0.00263797",
        [
            {"args": {"totals": MICRO, "level": 0.95}, "want": micro},
            {"args": {"totals": MACRO, "level": 0.95}, "want": macro},
            {"args": {"totals": ROWS, "level": 0.95}, "want": micro, "note": "the same accounts, two rows of one of them"},
            {"args": {"totals": {"numerator": [1], "denominator": [5]}, "level": 0.95}, "error": "insufficient_data"},
            {"args": {"totals": {"numerator": [1, 2], "denominator": [5, 6], "account": [3, 3]}, "level": 0.95}, "error": "insufficient_data"},
            {"args": {"totals": {"numerator": [1, 2], "denominator": [0, 0]}, "level": 0.95}, "error": "zero_denominator"},
            {"args": {"totals": {"numerator": [1, 2], "denominator": [1, -3]}, "level": 0.95}, "error": "out_of_domain"},
            {"args": {"totals": {"numerator": [1, None], "denominator": [1, 3]}, "level": 0.95}, "error": "nan_input"},
            {"args": {"totals": {"numerator": [1, 2], "denominator": [1]}, "level": 0.95}, "error": "length_mismatch"},
        ],
        rtol=1e-11,
    ),
    block("ratio_of_means", "the delta method on the totals' covariance: equal to linearisation", [{"args": {"summary": pmicro, "level": 0.95}, "want": {"estimate": micro["estimate"], "standard_error": micro["standard_error"]}}], rtol=1e-11),
    block(
        "compare_ratios", "NumPy and SciPy stats.t",
        [
            {"args": {"treatment": MICRO, "control": MACRO, "level": 0.95}, "want": {"treatment": micro, "control": macro, **compared(micro, macro)}},
            {"args": {"treatment": MICRO, "control": {"numerator": [0, 0], "denominator": [5, 6]}, "level": 0.95}, "want": {"relative_lift": None}},
            {"args": {"treatment": {"numerator": [1, 2], "denominator": [10, 20]}, "control": {"numerator": [1, 2], "denominator": [10, 20]}, "level": 0.95}, "error": "zero_variance"},
        ],
        rtol=1e-11,
    ),
    block("compare_ratios_of_means", "NumPy and SciPy stats.t", [{"args": {"treatment": pmicro, "control": pmacro, "level": 0.95}, "want": linear}], rtol=1e-10),
    block(
        "bootstrap_ratio", "every one of the 256 resamples, by itertools.product and NumPy",
        [
            {"args": {"totals": MICRO}, "want": {"estimate": micro["estimate"], "mean": float(resampled.mean()), "standard_deviation": float(resampled.std()), **both_intervals(resampled, 4), "resamples": 256, "undefined": 0, "exact": True}},
            {"args": {"totals": MICRO, "resamples": 500, "seed": 7, "exact_up_to": 0, "level": 0.9}, "bits_only": True},
            {"args": {"totals": MICRO, "resamples": 0, "seed": 0, "exact_up_to": 0, "level": 0.9}, "error": "out_of_domain"},
        ],
        rtol=1e-11,
    ),
    block(
        "bootstrap_comparison", "every one of the 256 x 27 resamples, by itertools.product and NumPy",
        [
            {
                "args": {"treatment": MICRO, "control": MACRO, "resamples": 9999, "seed": 0, "exact_up_to": 50000, "level": 0.95},
                "want": {
                    "difference": {"mean": float(differences.mean()), "standard_deviation": float(differences.std()), **both_intervals(differences, 3), "resamples": 6912, "exact": True},
                    "relative_lift": {"mean": float(lifts.mean()), "standard_deviation": float(lifts.std()), **both_intervals(lifts, 3)},
                },
            },
            {"args": {"treatment": MICRO, "control": MACRO, "resamples": 300, "seed": 3, "exact_up_to": 0, "level": 0.95}, "bits_only": True},
        ],
        rtol=1e-11,
    ),
    block(
        "permutation_test", "all 35 regroupings, counted by hand",
        [
            {"args": {"treatment": MICRO, "control": MACRO, "resamples": 9999, "seed": 0, "exact_up_to": 50000}, "want": {"p_value": 3 / 35, "extreme": 3, "permutations": 35, "exact": True}},
            {"args": {"treatment": MICRO, "control": MACRO, "resamples": 500, "seed": 9, "exact_up_to": 10}, "bits_only": True},
        ],
    ),
)

# sample ratio, multiplicity, equivalence -----------------------------------------------------------------------------
def srm_case(counts, shares, threshold=0.001):
    expected = [sum(counts) * s / sum(shares) for s in shares]
    r = st.chisquare(counts, expected)
    return {
        "args": {"counts": counts, "shares": shares, "threshold": threshold},
        "want": {"expected": expected, "statistic": float(r.statistic), "p_value": float(r.pvalue), "mismatch": bool(r.pvalue < threshold)},
    }


P = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216]
P2 = [0.01, 0.04, 0.03, 0.005]
A = [5.1, 4.9, 5.6, 5.2, 4.7, 5.0, 5.3, 5.4]
B = [5.0, 4.6, 5.5, 4.8, 5.2, 4.9, 5.1]
p, (_, p1, _), (_, p2, df) = ttost_ind(np.array(A), np.array(B), -0.5, 0.5, usevar="unequal")
ab = welch_case(summary(A), summary(B))["want"]
thin = st.norm.sf((-0.001 + 0.005) / 0.001), st.norm.sf((0.005 + 0.001) / 0.001)
write(
    "decisions",
    block(
        "sample_ratio_mismatch", "SciPy stats.chisquare; 821,588 against 815,482: Kohavi, Tang and Xu (2020), p 1.8e-6",
        [srm_case([821588, 815482], [0.5, 0.5]), srm_case([600, 400], [1, 1]), srm_case([5000, 2600, 2400], [2, 1, 1], 0.05), srm_case([500, 500], [1, 1])]
        + [
            {"args": {"counts": [0, 0], "shares": [1, 1], "threshold": 0.001}, "error": "insufficient_data"},
            {"args": {"counts": [5], "shares": [1], "threshold": 0.001}, "error": "too_few_groups"},
            {"args": {"counts": [5, -6], "shares": [1, 1], "threshold": 0.001}, "error": "out_of_domain"},
            {"args": {"counts": [5, 6], "shares": [1, 0], "threshold": 0.001}, "error": "out_of_domain"},
            {"args": {"counts": [5, 6], "shares": [1], "threshold": 0.001}, "error": "length_mismatch"},
        ],
    ),
    block("holm", "statsmodels multipletests(method='holm')", [{"args": {"p_values": ps}, "want": multipletests(ps, method="holm")[1].tolist()} for ps in (P, P2)] + [{"args": {"p_values": [0.1, 1.2]}, "error": "out_of_domain"}]),
    block("benjamini_hochberg", "statsmodels multipletests(method='fdr_bh')", [{"args": {"p_values": ps}, "want": multipletests(ps, method="fdr_bh")[1].tolist()} for ps in (P, P2)] + [{"args": {"p_values": [0.1, None]}, "error": "nan_input"}]),
    block(
        "equivalence", "statsmodels ttost_ind(usevar='unequal'); SciPy stats.norm",
        [
            {"args": {"estimate": ab["estimate"], "standard_error": ab["standard_error"], "degrees_of_freedom": ab["degrees_of_freedom"], "lower_margin": -0.5, "upper_margin": 0.5, "alpha": 0.05}, "want": {"p_value": float(p), "p_lower": float(p1), "p_upper": float(p2), "equivalent": True, "not_inferior": True}},
            {"args": {"estimate": -0.001, "standard_error": 0.001, "degrees_of_freedom": None, "lower_margin": -0.005, "upper_margin": 0.005, "alpha": 0.05}, "want": {"p_lower": float(thin[0]), "p_upper": float(thin[1]), "equivalent": True}},
            {"args": {"estimate": 0, "standard_error": 1, "degrees_of_freedom": None, "lower_margin": 1, "upper_margin": -1, "alpha": 0.05}, "error": "margins_out_of_order"},
            {"args": {"estimate": 0, "standard_error": 0, "degrees_of_freedom": None, "lower_margin": -1, "upper_margin": 1, "alpha": 0.05}, "error": "out_of_domain"},
        ],
        rtol=1e-10,
    ),
    block(
        "verdict", "by hand",
        [
            {
                "args": {"comparison": {"measure": "difference", "treatment": 0.06, "control": 0.05, "estimate": 0.01, "standard_error": 0.0032, "interval": interval(0.0037, 0.0163), "statistic": 3.1, "degrees_of_freedom": None, "p_value": 0.0019, "method": "newcombe_pooled_z"}, "treatment": "B", "control": "A", "outcome": "the sign-up rate", "unit": "share"},
                "want": {"finding": "shown", "direction": "higher", "sentence": "Shown: the sign-up rate is higher with B than with A by 1 percentage point (95 % interval 0.37 to 1.63 percentage points; p = 0.0019; B 6 %, A 5 %)."},
            },
            {
                "args": {"comparison": {"measure": "difference", "treatment": 0.0265, "control": 0.0275, "estimate": -0.001, "standard_error": 0.0023, "interval": interval(-0.0055, 0.0035), "statistic": -0.43, "degrees_of_freedom": None, "p_value": 0.66, "method": "newcombe_pooled_z"}, "treatment": "macro", "control": "micro", "outcome": "the engagement rate", "unit": "share", "margin": 0.002},
                "want": {"finding": "not_shown", "direction": "unclear", "sentence": "Not shown: whether the engagement rate differs between macro and micro remains open; effects from -0.55 to +0.35 percentage points fit the data (95 % interval; p = 0.66; macro 2.65 %, micro 2.75 %). Sameness within 0.2 percentage points is not shown either."},
            },
        ],
    ),
)


# sequential ---------------------------------------------------------------------------------------------------------
def rho2(alpha, tuning):
    a = -2 * mp.log(alpha)
    return (a + mp.log(a + 1)) / tuning


def half_width(se, n, alpha, tuning):
    s = n * rho2(mp.mpf(alpha), tuning)
    return float(mp.mpf(se) * mp.sqrt(2 * (s + 1) / s * mp.log(mp.sqrt(s + 1) / mp.mpf(alpha))))


def seq_p(est, se, n, alpha, tuning):
    s = n * rho2(mp.mpf(alpha), tuning)
    return float(min(mp.mpf(1), mp.sqrt(s + 1) * mp.exp(-((mp.mpf(est) / mp.mpf(se)) ** 2) / 2 * s / (s + 1))))


LOOKS = [(0.40, 0.20, 500), (0.31, 0.11, 2000), (0.33, 0.07, 5000), (0.2, 0.07, 5500)]
# 1 - 0.95 as a double, as every language has it.
ALPHA = 1 - 0.95
ps = [seq_p(e, s, n, ALPHA, 3000) for e, s, n in LOOKS]
halves = [half_width(s, n, ALPHA, 3000) for e, s, n in LOOKS]
once = welch_case({"n": 4000, "mean": 10.3, "variance": 16}, {"n": 4000, "mean": 10, "variance": 16})["want"]
comparison = {"measure": "difference", "treatment": 10.3, "control": 10, **once, "estimate": once["estimate"]}
hw = half_width(once["standard_error"], 8000, ALPHA, 5000)
STREAM = [1, 1.5, -1, 2, 0.5, 3, 1, 0]
means = [np.mean(STREAM[:k]) - 0.5 for k in range(4, 9)]
errors = [np.std(STREAM[:k], ddof=1) / math.sqrt(k) for k in range(4, 9)]
write(
    "sequential",
    block(
        "sequential_half_width", "mpmath, eq. 9 of Waudby-Smith et al.; GrowthBook's tests: 1.0618",
        [{"args": {"standard_error": se, "n": n, "alpha": a, "tuning_n": t}, "want": half_width(se, n, a, t)} for se, n, a, t in [(0.3334122146400735, 6461, 0.05, 1000), (1, 100, 0.01, 5000), (0.2, 1e6, 0.1, 500)]]
        + [{"args": {"standard_error": 0, "n": 10, "alpha": 0.05, "tuning_n": 10}, "error": "out_of_domain"}],
    ),
    block("sequential_p", "mpmath, the smallest alpha whose sequence excludes 0 with rho kept", [{"args": {"estimate": e, "standard_error": s, "n": n, "alpha": 0.05, "tuning_n": 1000}, "want": seq_p(e, s, n, 0.05, 1000)} for e, s, n in [(0.50336, 0.3334122146400735, 6461), (1.5, 0.3, 2000), (-2, 0.4, 500)]]),
    block("always_valid", "mpmath", [{"args": {"comparison": comparison, "n": 8000, "tuning_n": 5000}, "want": {"estimate": once["estimate"], "p_value": seq_p(once["estimate"], once["standard_error"], 8000, ALPHA, 5000), "interval": interval(once["estimate"] - hw, once["estimate"] + hw), "degrees_of_freedom": None, "method": "confidence_sequence"}}], rtol=1e-11),
    block(
        "confidence_sequence", "mpmath; the p value is the smallest so far",
        [
            {
                "args": {"estimates": [e for e, _, _ in LOOKS], "standard_errors": [s for _, s, _ in LOOKS], "n": [n for _, _, n in LOOKS], "level": 0.95, "tuning_n": 3000},
                "want": {"lower": [e - h for (e, _, _), h in zip(LOOKS, halves)], "upper": [e + h for (e, _, _), h in zip(LOOKS, halves)], "p_value": [min(ps[: i + 1]) for i in range(len(ps))], "may_stop": [min(ps[: i + 1]) <= 0.05 for i in range(len(ps))]},
            },
            {"args": {"estimates": [1, 1], "standard_errors": [1, 1], "n": [10, 5], "level": 0.95, "tuning_n": 100}, "error": "out_of_domain"},
            {"args": {"estimates": [], "standard_errors": [], "n": [], "level": 0.95, "tuning_n": 100}, "error": "insufficient_data"},
        ],
    ),
    block(
        "confidence_sequence_of_values", "NumPy and mpmath",
        [
            {
                "args": {"values": STREAM, "reference": 0.5, "first": 4, "level": 0.95, "tuning_n": 10},
                "want": {"n": [4, 5, 6, 7, 8], "estimate": [float(x) for x in means], "standard_error": [float(x) for x in errors], "upper": [float(x + half_width(s, k, ALPHA, 10)) for x, s, k in zip(means, errors, range(4, 9))]},
            },
            {"args": {"values": [1, 1, 1], "reference": 0, "first": 2, "level": 0.95, "tuning_n": 10}, "error": "zero_variance"},
            {"args": {"values": [1, 2], "reference": 0, "first": 3, "level": 0.95, "tuning_n": 10}, "error": "insufficient_data"},
        ],
        rtol=1e-11,
    ),
)

# power --------------------------------------------------------------------------------------------------------------
T = TTestIndPower()
z = lambda q: float(st.norm.ppf(q))


def proportions_power(p1, n1, p2, n2, alpha):
    pooled = (n1 * p1 + n2 * p2) / (n1 + n2)
    null = math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
    effect = math.sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2)
    return float(st.norm.cdf((abs(p1 - p2) - z(1 - alpha / 2) * null) / effect))


def proportions_size(p1, p2, alpha, power, ratio):
    pooled = (p1 + ratio * p2) / (1 + ratio)
    a = z(1 - alpha / 2) * math.sqrt(pooled * (1 - pooled) * (1 + 1 / ratio))
    return ((a + z(power) * math.sqrt(p1 * (1 - p1) + p2 * (1 - p2) / ratio)) / (p1 - p2)) ** 2


write(
    "power",
    block(
        "sample_size_proportions", "R power.prop.test: 76.7; G*Power: 897,348 in all for 0.34 against 0.343",
        [{"args": dict(zip(("p1", "p2", "alpha", "power", "ratio"), one)), "want": proportions_size(*one)} for one in [(0.5, 0.75, 0.05, 0.9, 1), (0.34, 0.343, 0.05, 0.85, 1), (0.1, 0.12, 0.01, 0.8, 3)]]
        + [
            {"args": {"p1": 0.5, "p2": 0.5, "alpha": 0.05, "power": 0.9, "ratio": 1}, "error": "zero_denominator"},
            {"args": {"p1": 0.5, "p2": 1.5, "alpha": 0.05, "power": 0.9, "ratio": 1}, "error": "out_of_domain"},
        ],
    ),
    block("power_proportions", "SciPy stats.norm", [{"args": {"p1": 0.5, "n1": 77, "p2": 0.75, "n2": 77, "alpha": 0.05}, "want": proportions_power(0.5, 77, 0.75, 77, 0.05)}, {"args": {"p1": 0.1, "n1": 3000, "p2": 0.12, "n2": 5000, "alpha": 0.01}, "want": proportions_power(0.1, 3000, 0.12, 5000, 0.01)}]),
    block("power_means", "statsmodels TTestIndPower().power; G*Power: 39,906 in all for variance 100, difference 0.3, power 0.85", [{"args": {"difference": d, "variance": v, "n1": n1, "n2": n2, "alpha": a}, "want": float(T.power(d / math.sqrt(v), n1, a, ratio=n2 / n1))} for d, v, n1, n2, a in [(0.3, 100, 19953, 19953, 0.05), (1, 1, 17, 17, 0.05), (2, 9, 20, 30, 0.01)]], rtol=1e-9),
    block(
        "sample_size_means", "statsmodels TTestIndPower().power solved for n with SciPy's brentq; the first with mpmath, 30 digits: 22.0210884263789340 (R: 22.02110)",
        [{"args": dict(zip(("difference", "variance", "alpha", "power", "ratio"), one[:5])), "want": one[5]} for one in [(1, 1, 0.05, 0.9, 1, 22.0210884263789340), (0.5, 1, 0.05, 0.8, 1, 63.76561019095222), (0.3, 1, 0.1, 0.9, 0.5, 286.3652666522975)]]
        + [{"args": {"difference": 0, "variance": 1, "alpha": 0.05, "power": 0.9, "ratio": 1}, "error": "zero_denominator"}, {"args": {"difference": 1, "variance": 0, "alpha": 0.05, "power": 0.9, "ratio": 1}, "error": "out_of_domain"}],
        rtol=1e-9,
    ),
    block("detectable_difference", "the inverse of the sizes above", [{"args": {"variance": 4, "n1": 63.76561019095222, "n2": 63.76561019095222, "alpha": 0.05, "power": 0.8}, "want": 1.0}], rtol=1e-9),
    block(
        "detectable_proportion", "the inverse of power_proportions",
        [
            {"args": {"baseline": 0.5, "n1": proportions_size(0.5, 0.75, 0.05, 0.9, 1), "n2": proportions_size(0.5, 0.75, 0.05, 0.9, 1), "alpha": 0.05, "power": 0.9}, "want": {"baseline": 0.5, "above": 0.75, "below": 0.25}},
            {"args": {"baseline": 0.5, "n1": 2, "n2": 2, "alpha": 0.001, "power": 0.99}, "error": "not_reached"},
        ],
        rtol=1e-9,
    ),
)

# Bayesian -------------------------------------------------------------------------------------------------------------
post = st.beta(8, 4)
jeff = st.beta(7.5, 3.5)
write(
    "bayesian",
    block(
        "beta_binomial", "SciPy stats.beta",
        [
            {"args": {"successes": 7, "trials": 10, "prior": [1, 1], "level": 0.95}, "want": {"alpha": 8, "beta": 4, "mean": 8 / 12, "standard_deviation": float(post.std()), "interval": interval(post.ppf(0.025), post.ppf(0.975))}},
            {"args": {"successes": 7, "trials": 10, "prior": [0.5, 0.5], "level": 0.9}, "want": {"alpha": 7.5, "beta": 3.5, "interval": interval(jeff.ppf(0.05), jeff.ppf(0.95), 0.9)}},
            {"args": {"successes": 11, "trials": 10, "prior": [1, 1], "level": 0.95}, "error": "infeasible"},
            {"args": {"successes": 1, "trials": 10, "prior": [0, 1], "level": 0.95}, "error": "out_of_domain"},
        ],
        rtol=1e-11,
    ),
    block(
        "compare_beta_binomial", "mpmath: the closed-form sum (Miller 2015) for the probability, quadrature for losses and the difference's quantiles; GrowthBook's counts",
        [
            {
                "args": {"successes_a": 49, "trials_a": 100, "successes_b": 51, "trials_b": 100, "prior": [1, 1], "level": 0.95},
                "want": {"probability_b_beats_a": 0.610770522687839444, "expected_loss_choosing_a": 0.0387243043393441532, "expected_loss_choosing_b": 0.0191164612020892513, "expected_difference": 2 / 102, "difference_interval": interval(-0.116963120491176693, 0.155818151427952945)},
            },
            {"args": {"successes_a": 300, "trials_a": 10000, "successes_b": 200, "trials_b": 10000, "prior": [1, 1], "level": 0.95}, "want": {"probability_b_beats_a": 2.82833690747592946e-6}},
            {"args": {"successes_a": 1, "trials_a": 10, "successes_b": 5000, "trials_b": 50000, "prior": [1, 1], "level": 0.95}, "want": {"probability_b_beats_a": 0.302711295125536917}},
            # Priors that put nearly everything on 0 and 1. mpmath, 30 digits, by y^a and (1 - y)^b where a density has a pole;
            # with two such rates and no data half of both lies on 0 and half on 1, so the loss is near a quarter.
            {"args": {"successes_a": 0, "trials_a": 0, "successes_b": 0, "trials_b": 0, "prior": [0.001, 0.001], "level": 0.95}, "want": {"probability_b_beats_a": 0.5, "expected_loss_choosing_a": 0.249999181127266433, "expected_loss_choosing_b": 0.249999181127266433}},
            {
                "args": {"successes_a": 0, "trials_a": 10, "successes_b": 3, "trials_b": 12, "prior": [0.001, 0.001], "level": 0.95},
                "want": {"probability_b_beats_a": 0.9999259651030938, "expected_loss_choosing_a": 0.249945916821714559, "expected_loss_choosing_b": 4.2371023343228497e-6, "difference_interval": interval(0.0600699955858878403, 0.517718071728869595)},
            },
            {
                "args": {"successes_a": 0, "trials_a": 0, "successes_b": 2, "trials_b": 1000, "prior": [0.001, 5], "level": 0.9},
                "want": {"probability_b_beats_a": 0.995595910614391792, "expected_loss_choosing_a": 0.00198128539227939209, "expected_loss_choosing_b": 0.000190202605295498864, "difference_interval": interval(0.000336377366573535245, 0.00471147506402674142, 0.9)},
            },
            {"args": {"successes_a": 0, "trials_a": 3, "successes_b": 3, "trials_b": 3, "prior": [0.001, 0.001], "level": 0.95}, "want": {"probability_b_beats_a": 0.999999980069947276, "expected_loss_choosing_a": 0.999333779769353152}},
            # X^a against X^c in closed form: a/(a + c), and a/(a + c + 1) - c a/((c + 1)(c + a + 1)).
            {"args": {"successes_a": 10**12, "trials_a": 10**12, "successes_b": 0, "trials_b": 0, "prior": [0.001, 1], "level": 0.95}, "want": {"probability_b_beats_a": 1e-15}},
        ],
        rtol=1e-10,
    ),
)

# columns --------------------------------------------------------------------------------------------------------------
C1, C2 = [50, 0, 600, None, 30], [40, 0, 500, 3, 12]
N = [100, 100, 10000, 10, 20]
zs = [smp.proportions_ztest([a, b], [n, 2 * n]) if a is not None and a + b and a <= n else (math.nan, math.nan) for a, b, n in zip(C1, C2, N)]
nan = lambda x: "nan" if math.isnan(x) else float(x)
W = [(0.7, 38.44, 3461, 0.41, 15.21, 3407), (5, 1, 100, 3, 2, 120), (1, 0, 5, 2, 0, 5)]
ws = [st.ttest_ind_from_stats(a, math.sqrt(b), c, d, math.sqrt(e), f, equal_var=False) if b + e else None for a, b, c, d, e, f in W]
write(
    "columns",
    block(
        "two_proportion_tests", "statsmodels proportions_ztest",
        [
            {"args": {"x1": C1, "n1": N, "x2": C2, "n2": [2 * n for n in N]}, "want": {"statistic": [nan(v) for v, _ in zs], "p_value": [nan(v) for _, v in zs], "status": [None, "zero_variance", None, "nan_input", "infeasible"]}},
            {"args": {"x1": [5, -1], "n1": 10, "x2": 4, "n2": 10}, "error": "out_of_domain"},
            {"args": {"x1": [5, 1], "n1": [10], "x2": 4, "n2": 10}, "error": "length_mismatch"},
        ],
    ),
    block(
        "welch_tests", "SciPy stats.ttest_ind_from_stats(equal_var=False)",
        [{"args": {name: [row[i] for row in W] for i, name in enumerate(("mean1", "var1", "n1", "mean2", "var2", "n2"))}, "want": {"statistic": [nan(w.statistic) if w else "nan" for w in ws], "p_value": [nan(w.pvalue) if w else "nan" for w in ws], "status": [None, None, "zero_variance"]}}],
    ),
)
print("wrote", *sorted(path.name for path in OUT.glob("*.json")))
