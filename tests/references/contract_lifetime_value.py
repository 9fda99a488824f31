"""Lifetime values under a contract with mpmath: the survival curve summed term by term, nothing of ours.

Run in the root of the repository: python tests/references/contract_lifetime_value.py > cases (needs mpmath).
"""
import json

from mpmath import beta, exp, inf, log, mp, mpf, nsum

mp.dps = 30


def survival(model, t):
    if "alpha" in model:
        return beta(mpf(str(model["alpha"])), mpf(str(model["beta"])) + t) / beta(mpf(str(model["alpha"])), mpf(str(model["beta"])))
    g, d, c = (mpf(str(model[k])) for k in ("gamma", "delta", "c"))
    return beta(g, d + mpf(t) ** c) / beta(g, d)


def value(model, payment, rate, payments, tenure=None):
    """Payments now and at the following renewals, `rate` a period; a tenure stands before the next renewal."""
    if payments == 0:
        return mpf(0)
    if tenure is None:
        term = lambda i: survival(model, i) / (1 + rate) ** i
    else:
        here = survival(model, tenure)
        term = lambda i: survival(model, tenure + 1 + i) / here / (1 + rate) ** i
    if payments is None:
        total, i = mpf(0), 0
        while True:
            block = sum(term(i + k) for k in range(50))
            total += block
            i += 50
            if block < mpf(10) ** -22 * total or i > 60000:
                break
    else:
        total = sum(term(i) for i in range(payments))
    return payment * total


SBG, HIGH, BDW = {"alpha": 3.8, "beta": 15.2}, {"alpha": 0.668, "beta": 3.806}, {"gamma": 0.8, "delta": 4.0, "c": 1.4}
name = lambda model: {"class": "ShiftedBetaGeometric" if "alpha" in model else "BetaDiscreteWeibull", "params": model}
yearly, monthly = mpf("0.1"), mpf("1.1") ** (mpf(1) / 12) - 1
weekly = mpf("1.1") ** (mpf(7) / mpf("365.25")) - 1


def case(model, payment, unit, rate, payments, tenure=None, margin=None, **more):
    kept = lambda one: mpf(str(one)) * mpf(str(margin or 1))
    if isinstance(tenure, list):
        want = [float(value(model, kept(payment), rate, payments, t)) for t in tenure]
    else:
        want = float(value(model, kept(payment), rate, payments, tenure))
    args = {"model": name(model), "payment": payment}
    if tenure is not None:
        args["tenure"] = tenure
    args |= more
    if margin is not None:
        args["margin"] = margin
    args["unit"] = unit
    return {"args": args, "want": want}


cases = [
    case(SBG, 100, "year", yearly, None),
    case(SBG, 100, "year", yearly, None, [0, 1, 2, 3, 4]),
    case(HIGH, 9.99, "month", monthly, None, 5, margin=0.3),
    case(HIGH, 9.99, "month", monthly, 24, [0, 7, 60], horizon=2, horizon_unit="year"),
    case(SBG, 100, "year", yearly, 3, None, horizon=36),
    case(SBG, 100, "year", yearly, 3, [2], horizon=30),
    case(SBG, 100, "year", yearly, 0, None, horizon=0),
    case(BDW, 20, "quarter", mpf("1.02") - 1, None, [0, 3], discount_rate=0.02, discount_period="quarter"),
    case(BDW, 5, "week", weekly, 52, None, horizon=364, horizon_unit="day"),
]
print(json.dumps({
    "function": "models.contract_lifetime_value",
    "source": "Fader and Hardie (2010), Marketing Science 29:85: payment times DEL and DERL; survival summed term by term with mpmath at 30 digits (tests/references/contract_lifetime_value.py)",
    "rtol": 1e-11,
    "cases": cases + [
        {"args": {"model": name(SBG), "payment": [100, 50], "tenure": [4, 4], "churned": [0, 1], "unit": "year"}, "want": [float(value(SBG, mpf(100), yearly, None, 4)), 0]},
        {"args": {"model": name(SBG), "payment": 100, "discount_rate": -0.1, "unit": "year"}, "error": "out_of_domain"},
        {"args": {"model": name(HIGH), "payment": 100, "discount_rate": 0, "unit": "year"}, "error": "divergent"},
        {"args": {"model": name(SBG), "payment": [1, 2], "tenure": [1, 2, 3], "unit": "year"}, "error": "length_mismatch"},
    ],
}, indent=1))
