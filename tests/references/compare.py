"""Writes tests/vectors/metrics/compare.json: comparisons of groups computed with NumPy and SciPy alone.

    python tests/references/compare.py

The error of a group's value comes from how much the value moves without each account: the root of (m - 1)/m times the
summed squares, for m accounts. Its degrees of freedom are Bell and McCaffrey's, from the accounts' shares of the
denominator. The difference of groups without common accounts takes Satterthwaite's degrees of freedom, with common
accounts the value of the difference without each account and the smaller degrees of freedom. Where
accounts are drawn anew, the draws are those of xoshiro256++ seeded by SplitMix64 (Blackman and Vigna) with the number of
the group, below m as in Lemire (2019).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from scipy import stats

OUT = Path(__file__).resolve().parents[1] / "vectors/metrics/compare.json"

MICRO = {
    "metric": "engagement_rate_pooled",
    "inputs": {
        "engagements": [50, 40, 60, 30, 900, 1500, 700],
        "bases": [1000, 500, 2000, 800, 40000, 50000, 30000],
    },
    "by": ["micro"] * 4 + ["macro"] * 3,
}
FORMATS = {
    "metric": "engagement_rate_followers",
    "inputs": {
        "likes": [120, 80, 40, 55, 300, 260, 90, 20],
        "comments": [12, 8, 1, 5, 40, 22, 9, 1],
        "followers": [2000, 2000, 900, 900, 7000, 7000, 3000, 500],
    },
    "by": ["reel", "image", "reel", "image", "reel", "image", "reel", "image"],
    "cluster": ["ani", "ani", "budi", "budi", "citra", "citra", "dewi", "eka"],
}
COSTS = {
    "metric": "cpm",
    "inputs": {
        "cost": [100, 250, 80, 90, 400, 5000, 7000, 6500, None],
        "impressions": [20000, 41000, 9000, 15000, 77000, 900000, 1100000, 1500000, 1000],
    },
    "by": ["micro", "micro", "micro", "micro", "micro", "macro", "macro", "macro", "macro"],
    "cluster": [1, 1, 2, 3, 2, 11, 12, 11, 13],
}
LIFT = {
    "metric": "relative_lift",
    "inputs": {"treatment": [50, 40, 60, 30, 44, 39], "control": [45, 38, 50, 32, 40, 41]},
    "by": ["a", "a", "a", "b", "b", "b"],
}
SCORES = {
    "metric": "clv_simple",
    "inputs": {
        "revenue_per_transaction": [35000, 40000, 28000, 51000, 33000],
        "transactions_per_year": [8, 6, 10, 4, 7],
        "years": 12,
    },
    "by": ["city", "city", "city", "coast", "coast"],
}
SPENDING = {
    "metric": "gini",
    "inputs": {"values": [35, 120, 8, 64, 15, 15, 410, 22, 90, 7, 51, 33]},
    "by": ["old", "old", "old", "old", "old", "old", "new", "new", "new", "new", "new", "new"],
}
LIKES = {
    "metric": "engagement_rate_median_likes",
    "inputs": {"likes": [120, 95, 80, 310, 101, 88, 140, 75, 60, 93, 112, 20], "followers": 1000},
    "by": ["reel", "image"] * 6,
    "cluster": ["ani", "ani", "budi", "budi", "citra", "citra", "dewi", "dewi", "eka", "ani", "fajar", "gita"],
}


def whole(metric: str, x: dict[str, np.ndarray]) -> float:
    """The metric of some rows together, by its definition."""
    total = {name: values.sum() for name, values in x.items()}
    if metric == "engagement_rate_pooled":
        return total["engagements"] / total["bases"]
    if metric == "engagement_rate_followers":
        return (total["likes"] + total["comments"]) / total["followers"]
    if metric == "cpm":
        return 1000 * total["cost"] / total["impressions"]
    if metric == "relative_lift":
        return total["treatment"] / total["control"] - 1
    if metric == "clv_simple":
        return float((x["revenue_per_transaction"] * x["transactions_per_year"] * x["years"]).mean())
    raise ValueError(metric)


def base(metric: str, x: dict[str, np.ndarray]) -> np.ndarray | None:
    """The denominator of each row; None where the value is no quotient of two sums."""
    if metric == "clv_simple":
        return np.ones_like(x["years"])
    name = {"engagement_rate_pooled": "bases", "engagement_rate_followers": "followers", "cpm": "impressions"}.get(metric)
    return x[name] if name else None


def bell_mccaffrey(denominators: np.ndarray | None, accounts: int) -> float:
    if denominators is None:
        return accounts - 1
    w = denominators / denominators.sum()
    product = np.diag(1 / (1 - w) ** 2) @ (np.diag(w) - np.outer(w, w))
    return float(np.trace(product) ** 2 / np.trace(product @ product))


def answer(case: dict[str, Any], level: float = 0.95) -> dict[str, Any]:
    rows = len(case["by"])
    inputs = {k: np.broadcast_to(np.array(v, dtype=float), (rows,)) for k, v in case["inputs"].items()}
    by, cluster = np.array(case["by"]), np.array(case.get("cluster", range(rows)))
    complete = ~np.any([np.isnan(v) for v in inputs.values()], axis=0)
    names = sorted(set(case["by"]))
    values, changes, groups, degrees = {}, {}, [], {}

    def of(mask: np.ndarray) -> float:
        return whole(case["metric"], {k: v[mask] for k, v in inputs.items()})

    for name in names:
        mask = complete & (by == name)
        accounts = sorted(set(cluster[mask].tolist()))
        values[name] = of(mask)
        changes[name] = {a: of(mask & (cluster != a)) - values[name] for a in accounts}
        m = len(accounts)
        bases = base(case["metric"], inputs)
        totals = None if bases is None else np.array([bases[mask & (cluster == a)].sum() for a in accounts])
        degrees[name] = bell_mccaffrey(totals, m)
        error = float(np.sqrt((m - 1) / m * sum(c * c for c in changes[name].values())))
        half = stats.t.ppf(0.5 + level / 2, degrees[name]) * error
        estimate = {
            "estimate": values[name],
            "leave_one_out_standard_error": error,
            "interval": {"lower": values[name] - half, "upper": values[name] + half, "level": level},
            "degrees_of_freedom": degrees[name],
            "accounts": m,
        }
        counts = {"rows": int((by == name).sum()), "rows_missing": int(((by == name) & ~complete).sum()), "clusters": m}
        groups.append({"group": name, "value": values[name], "estimate": estimate, "status": None, **counts})
    differences = []
    against = case.get("against")
    pairs = [(n, against) for n in names if n != against] if against else [(a, b) for i, a in enumerate(names) for b in names[i + 1 :]]
    for first, second in pairs:
        common = set(changes[first]) & set(changes[second])
        everybody = set(changes[first]) | set(changes[second])
        scaled = {n: {a: c * np.sqrt(1 - 1 / len(changes[n])) for a, c in changes[n].items()} for n in (first, second)}
        v1, v2 = (sum(c * c for c in scaled[n].values()) for n in (first, second))
        d1, d2 = degrees[first], degrees[second]
        moved = [scaled[first].get(a, 0.0) - scaled[second].get(a, 0.0) for a in everybody]
        error = float(np.sqrt(sum(m * m for m in moved)))
        df = min(d1, d2) if common else (v1 + v2) ** 2 / (v1**2 / d1 + v2**2 / d2)
        estimate = values[first] - values[second]
        half = stats.t.ppf(0.5 + level / 2, df) * error
        differences.append(
            {
                "first": first,
                "second": second,
                "shared_clusters": len(common),
                "difference": {
                    "estimate": estimate,
                    "standard_error": error,
                    "degrees_of_freedom": df,
                    "interval": {"lower": estimate - half, "upper": estimate + half, "level": level},
                    "p_value": 2 * float(stats.t.sf(abs(estimate / error), df)),
                },
            }
        )
    return {"metric": case["metric"], "clustered": "cluster" in case, "groups": groups, "differences": differences}


class Draws:
    """xoshiro256++."""

    def __init__(self, seed: int) -> None:
        self.state = []
        for _ in range(4):
            seed = (seed + 0x9E3779B97F4A7C15) % 2**64
            z = (seed ^ seed >> 30) * 0xBF58476D1CE4E5B9 % 2**64
            z = (z ^ z >> 27) * 0x94D049BB133111EB % 2**64
            self.state.append(z ^ z >> 31)

    def bits(self) -> int:
        a, b, c, d = self.state
        turn = lambda x, k: (x << k | x >> 64 - k) % 2**64  # noqa: E731
        out = (turn((a + d) % 2**64, 23) + a) % 2**64
        shifted = b << 17 & 2**64 - 1
        c, d = c ^ a, d ^ b
        b, a = b ^ c, a ^ d
        self.state = [a, b, c ^ shifted, turn(d, 45)]
        return out

    def below(self, n: int) -> int:
        product = self.bits() * n
        while product % 2**64 < n and product % 2**64 < -n % 2**64 % n:
            product = self.bits() * n
        return product >> 64


def of_rows(metric: str, x: np.ndarray, case: dict[str, Any]) -> float:
    """The metric of a distribution, by its definition."""
    if metric == "gini":
        return float(np.abs(x[:, None] - x).sum() / (2 * len(x) * x.sum()))
    return float(np.median(x) / case["inputs"]["followers"])


def drawn(case: dict[str, Any], draws: int = 1000, level: float = 0.95) -> dict[str, Any]:
    """Errors from drawing accounts with replacement."""
    values = np.array(next(iter(case["inputs"].values())), dtype=float)
    by, cluster = np.array(case["by"]), np.array(case.get("cluster", [f"{v:09}" for v in values]))
    names = sorted(set(case["by"]))
    found, groups = {}, []
    for number, name in enumerate(names):
        mask = by == name
        accounts = sorted(set(cluster[mask].tolist())) if "cluster" in case else sorted(cluster[mask].tolist())
        rows = [values[mask & (cluster == a)] if "cluster" in case else np.array([float(a)]) for a in accounts]
        random, m = Draws(number), len(accounts)
        picks = [[random.below(m) for _ in range(m)] for _ in range(draws)]
        of = np.array([of_rows(case["metric"], np.concatenate([rows[p] for p in one]), case) for one in picks])
        times = np.array([np.bincount(one, minlength=m) for one in picks])
        variance = of.var() * m / (m - 1)
        influences = ((of - of.mean()) @ times) / draws * np.sqrt(m / (m - 1))
        value = of_rows(case["metric"], values[mask], case)
        half = stats.t.ppf(0.5 + level / 2, m - 1) * np.sqrt(variance)
        found[name] = (value, variance, m - 1, dict(zip(accounts, influences)))
        groups.append(
            {
                "group": name,
                "value": value,
                "estimate": {
                    "estimate": value,
                    "standard_error": float(np.sqrt(variance)),
                    "leave_one_out_standard_error": None,
                    "interval": {"lower": value - half, "upper": value + half, "level": level},
                    "degrees_of_freedom": m - 1,
                    "accounts": m,
                    "method": "drawn_accounts",
                },
                "clusters": m,
            }
        )
    first, second = names
    (one, v1, d1, i1), (other, v2, d2, i2) = found[first], found[second]
    common = set(i1) & set(i2) if "cluster" in case else set()
    both = sum(i1[a] * i2[a] for a in common)
    error = float(np.sqrt(v1 + v2 - 2 * both))
    df = min(d1, d2) if common else (v1 + v2) ** 2 / (v1**2 / d1 + v2**2 / d2)
    difference = {
        "estimate": one - other,
        "standard_error": error,
        "degrees_of_freedom": df,
        "p_value": 2 * float(stats.t.sf(abs((one - other) / error), df)),
        "method": "drawn_accounts",
    }
    pair = {"first": first, "second": second, "shared_clusters": len(common), "difference": difference}
    return {"metric": case["metric"], "clustered": "cluster" in case, "groups": groups, "differences": [pair]}


def main() -> None:
    by_macro = {**MICRO, "cluster": [1, 2, 3, 4, 11, 12, 13], "against": "macro"}
    good = [MICRO, by_macro, FORMATS, COSTS, LIFT, SCORES]
    cases: list[dict[str, Any]] = [{"args": case, "want": answer(case)} for case in good]
    for group, published in zip(cases[0]["want"]["groups"], (0.00263797, 0.00851201), strict=True):
        mask = [name == group["group"] for name in MICRO["by"]]
        y, x = (np.array(column, dtype=float)[mask] for column in MICRO["inputs"].values())
        m, residual = len(y), y - group["value"] * x
        group["estimate"]["standard_error"] = float(np.sqrt(m / (m - 1) * (residual**2).sum()) / x.sum())
        assert abs(group["estimate"]["standard_error"] - published) < 6e-9  # the specification's digits
    cases += [{"args": case, "want": drawn(case)} for case in (SPENDING, LIKES)]
    two = {"by": ["a", "b"]}
    cases += [
        {"args": {"metric": "herfindahl", "inputs": {"values": [1, 2]}, **two}, "error": "no_interval"},
        {"args": {"metric": "mrr", "inputs": {"subscribers": [1, 2], "price": [5, 5], "months_in_term": [1, 1]}, **two}, "error": "no_interval"},
        {"args": {"metric": "clv_retention", "inputs": {"margin": [1, 2], "retention": 0.8, "discount": 0.1}, **two}, "error": "no_interval"},
        {"args": {"metric": "rfm_score_concat", "inputs": {"r": [1, 2], "f": 1, "m": 1}, **two}, "error": "not_rollable"},
        {"args": {**MICRO, "against": "mega"}, "error": "unknown_group"},
        {"args": {**MICRO, "level": 1.5}, "error": "out_of_domain"},
        {"args": {**MICRO, "cluster": [1, 2]}, "error": "length_mismatch"},
        {"args": {"metric": "cpm", "inputs": {"cost": [1, -2], "impressions": [1, 2]}, **two}, "error": "out_of_domain"},
    ]
    block = {
        "function": "metrics.compare",
        "source": "tests/references/compare.py (NumPy, SciPy); the first is the specification's micro and macro example",
        "rtol": 1e-9,
        "cases": cases,
    }
    OUT.write_text(json.dumps(block, indent=1) + "\n")
    print(f"wrote {OUT}")


if __name__ == "__main__":
    main()
