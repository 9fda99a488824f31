"""Validation of BG/NBD on CDNOW with pandas and SciPy: the vectors of `models.validate`.

Run in the root of the repository: python tests/references/validation.py (needs pandas and scipy). It writes
tests/vectors/models/validation.json and the column `holdout_purchases` of tests/data/cdnow_cbs.csv. The formulas are
those of Fader, Hardie and Lee (2005), equations 4, 9 and 10, with SciPy's hypergeometric function; the model's
parameters are those of the paper, so no fit takes part.
"""

import json
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.special import betaln, gammaln, hyp2f1

ROOT = Path(__file__).resolve().parents[2]
R, ALPHA, A, B = 0.243, 4.414, 0.793, 2.426


def conditional(x, t_x, T, t):
    """Expected purchases in (T, T + t]."""
    z = t / (ALPHA + T + t)
    top = (A + B + x - 1) / (A - 1) * (1 - ((ALPHA + T) / (ALPHA + T + t)) ** (R + x) * hyp2f1(R + x, B + x, A + B + x - 1, z))
    odds = np.where(x > 0, A / (B + np.maximum(x, 1) - 1) * ((ALPHA + T) / (ALPHA + t_x)) ** (R + x), 0.0)
    return top / (1 + odds)


def unconditional(t):
    """Expected repeat purchases of a new customer within t."""
    return (A + B - 1) / (A - 1) * (1 - (ALPHA / (ALPHA + t)) ** R * hyp2f1(R, B, A + B - 1, t / (ALPHA + t)))


def pmf(n, t):
    """P(X(t) = n) of a new customer, as printed."""
    nb = lambda j: np.exp(gammaln(R + j) - gammaln(R) - gammaln(j + 1) + R * np.log(ALPHA / (ALPHA + t)) + j * np.log(t / (ALPHA + t)))
    first = np.exp(betaln(A, B + n) - betaln(A, B)) * nb(n)
    if n == 0:
        return first
    return first + np.exp(betaln(A + 1, B + n - 1) - betaln(A, B)) * (1 - sum(nb(j) for j in range(n)))


def judge(x, t_x, T, y, w, horizon, groups, most, tracking=None):
    """The tables."""
    N = w.sum()
    model = conditional(x, t_x, T, horizon)
    common = (w * x).sum() / (w * T).sum() * horizon
    same = x / T * horizon
    table = {name: [] for name in ("method", "expected", "actual", "error", "relative_error", "mean_absolute_error",
                                   "root_mean_squared_error", "correlation", "top_group_share")}

    def curve(expected):
        """Customers, expected and actual purchases so far, from those of whom most is expected; equals together."""
        frame = pd.DataFrame({"e": expected, "w": w, "we": w * expected, "wy": w * y})
        runs = frame.groupby("e").agg(w=("w", "sum"), we=("we", "sum"), wy=("wy", "sum")).sort_index(ascending=False)
        so_far = runs.cumsum()
        return [np.concatenate([[0.0], so_far[name].to_numpy()]) for name in ("w", "we", "wy")]

    for name, e in (("model", model), ("same_rate", same), ("average_rate", np.full(len(x), common))):
        total, made = (w * e).sum(), (w * y).sum()
        count, _, bought = curve(e)
        cov = np.cov(e, y, aweights=w)
        table["method"].append(name)
        table["expected"].append(total)
        table["actual"].append(made)
        table["error"].append(total - made)
        table["relative_error"].append(total / made - 1)
        table["mean_absolute_error"].append(np.average(np.abs(e - y), weights=w))
        table["root_mean_squared_error"].append(np.sqrt(np.average((e - y) ** 2, weights=w)))
        table["correlation"].append(None if name == "average_rate" else cov[0, 1] / np.sqrt(cov[0, 0] * cov[1, 1]))
        table["top_group_share"].append(np.interp(N / groups, count, bought) / made)

    count, total, bought = curve(model)
    borders = N * np.arange(groups + 1) / groups
    calibration = {
        "group": list(range(1, groups + 1)),
        "customers": [N / groups] * groups,
        "expected": np.diff(np.interp(borders, count, total)) / (N / groups),
        "actual": np.diff(np.interp(borders, count, bought)) / (N / groups),
    }
    key = np.minimum(x, most)
    mean = lambda values, k: None if not (key == k).any() else np.average(values[key == k], weights=w[key == k])
    shares = [(w * pmf(n, T)).sum() for n in range(most)]
    by_frequency = {
        "frequency": list(range(most + 1)),
        "customers": [w[key == k].sum() for k in range(most + 1)],
        "expected_customers": [*shares, N - sum(shares)],
        "expected": [mean(model, k) for k in range(most + 1)],
        "actual": [mean(y, k) for k in range(most + 1)],
        "same_rate": [mean(same, k) for k in range(most + 1)],
    }
    born = T.max() - T
    if tracking is None:
        length = T.max()
        time = np.concatenate([length - np.arange(int(np.ceil(length)))[::-1], length + np.arange(1, int(np.ceil(horizon)) + 1)])
        time = np.minimum(time, length + horizon)
        tracking = {"time": time, "holdout": time > length, "repeat_purchases": [None] * len(time)}
    time = np.asarray(tracking["time"])
    so_far = np.array([(w * unconditional(np.maximum(at - born, 0.0))).sum() for at in time])
    counts = tracking["repeat_purchases"]
    tracked = {
        "time": time,
        "holdout": [bool(one) for one in tracking["holdout"]],
        "expected": np.diff(so_far, prepend=0.0),
        "actual": list(counts),
        "expected_cumulative": so_far,
        "actual_cumulative": list(counts) if counts[0] is None else np.cumsum(counts),
    }
    return {"customers": N, "horizon": horizon, "errors": table, "calibration": calibration, "by_frequency": by_frequency, "tracking": tracked}


def plain(value):
    """For JSON."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, (list, np.ndarray)):
        return [plain(one) for one in value]
    return value.item() if isinstance(value, np.generic) else value


def main():
    """CDNOW with weeks counted, and six weighted customers."""
    events = pd.read_csv(ROOT / "tests/data/cdnow_sample.csv", dtype=str)
    events["day"] = pd.to_datetime(events["date"], format="%Y%m%d")
    events = events.drop_duplicates(["sample_id", "day"]).sort_values(["sample_id", "day"])
    start, end, last = events["day"].min(), pd.Timestamp("1997-09-30"), pd.Timestamp("1998-06-30")
    repeats = events[events.duplicated("sample_id")]
    path = ROOT / "tests/data/cdnow_cbs.csv"
    cbs = pd.read_csv(path, dtype={"customer": str})
    later = repeats[repeats["day"] > end].groupby("sample_id").size()
    cbs["holdout_purchases"] = cbs["customer"].map(later).fillna(0).astype(int)
    cbs.to_csv(path, index=False)

    # Weeks counted from the end of calibration, so that none lies on both sides of it.
    offset = np.ceil((repeats["day"] - end).dt.days / 7).astype(int)
    before = int(np.ceil((end - start).days / 7))
    weeks = np.arange(1 - before, 39 + 1)
    counts = offset.value_counts().reindex(weeks, fill_value=0)
    length = (end - start).days / 7
    tracking = {"time": length + weeks, "holdout": weeks > 0, "repeat_purchases": counts.to_numpy()}
    assert counts[weeks <= 0].sum() == 2457 and counts[weeks > 0].sum() == 1882 and (last - end).days == 273

    column = lambda name, over: {"csv": "cdnow_cbs.csv", "column": name, **({"over": over} if over else {})}
    x, t_x, T, y = (cbs[name].to_numpy(float) / by for name, by in (("frequency", 1), ("recency_days", 7), ("T_days", 7), ("holdout_purchases", 1)))
    known = judge(x, t_x, T, y, np.ones(len(x)), 39.0, 10, 7, tracking)
    small = {"frequency": [0, 3, 1, 0, 8, 2], "recency": [0, 30.5, 4.25, 0, 37, 20], "T": [38, 36.5, 31, 30, 38, 33],
             "holdout_frequency": [0, 2, 0, 1, 5, 1], "holdout_T": [13] * 6}
    weights = [2, 1, 0.5, 3, 1, 1]
    made = [np.array(small[name], float) for name in ("frequency", "recency", "T", "holdout_frequency")]
    few = judge(*made, np.array(weights, float), 13.0, 3, 2)
    model = {"class": "BgNbd", "params": {"r": R, "alpha": ALPHA, "a": A, "b": B}}
    summary = {"frequency": column("frequency", []), "recency": column("recency_days", [7]), "T": column("T_days", [7]),
               "holdout_frequency": column("holdout_purchases", []), "holdout_T": 39}
    block = {
        "function": "models.validate",
        "source": "pandas and SciPy (tests/references/validation.py): Fader, Hardie and Lee (2005), equations 4, 9, 10",
        "rtol": 1e-9,
        "cases": [
            {"args": {"model": model, "summary": summary, "tracking": tracking}, "want": known},
            {"args": {"model": model, "summary": small, "weights": weights, "groups": 3, "most": 2}, "want": few},
            {"args": {"model": model, "summary": {**small, "holdout_T": [13, 13, 13, 14, 13, 13]}}, "error": "holdout_differs"},
            {"args": {"model": model, "summary": {**small, "holdout_frequency": [0, 2, 0, 1, 5, 0.5]}}, "error": "out_of_domain"},
            {"args": {"model": model, "summary": small, "weights": weights, "groups": 0}, "error": "out_of_domain"},
        ],
    }
    text = json.dumps(plain(block), separators=(", ", ": "))
    for mark in ('"errors"', '"calibration"', '"by_frequency"', '"tracking": {"time"', '{"args"'):
        text = text.replace(mark, "\n " + mark)
    (ROOT / "tests/vectors/models/validation.json").write_text(text + "\n")
    print(json.dumps(plain(known["errors"]), indent=1))


if __name__ == "__main__":
    main()
