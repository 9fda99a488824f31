"""Writes tests/vectors/models/{bg_bb,...}.json: models of opportunities, contracts and regular purchases.

Every number is a sum, an integral or a root found by mpmath at 40 digits from the definition of the model (sums over
the opportunity at which a customer left), not from the closed or transformed formulas of the library; or it is printed
in the paper named.

Run in the root of the repository: python tests/references/discrete_models.py (needs mpmath).
"""

import csv
import itertools
import json
from pathlib import Path

import mpmath as mp

ROOT = Path(__file__).resolve().parents[2]
mp.mp.dps = 40


def number(value):
    return float(mp.nstr(value, 20))


def rounded(value):
    return [number(one) for one in value] if isinstance(value, (list, tuple)) else number(value)


def block(function, source, cases, of=None, rtol=1e-12):
    start = {"function": f"models.{function}", "source": source, "rtol": rtol}
    return {**start, **({"of": of} if of else {}), "cases": cases}


def case(want, rtol=None, note=None, **args):
    more = {**({"rtol": rtol} if rtol else {}), **({"note": note} if note else {})}
    return {"args": args, "want": want if isinstance(want, dict) else rounded(want), **more}


def refused(code, **args):
    return {"args": args, "error": code}


def write(name, blocks):
    path = ROOT / "tests" / "vectors" / "models" / f"{name}.json"
    path.write_text(json.dumps(blocks, indent=1) + "\n")


def column(file, name):
    with (ROOT / "tests" / "data" / file).open() as lines:
        return [mp.mpf(row[name]) for row in csv.DictReader(lines)]


def maximum(log_likelihood, start):
    """The maximum in logarithms of the parameters by Newton's method, differences of 1e-10 at 40 digits; estimates,
    standard errors, value."""
    n, h = len(start), mp.mpf(10) ** -10
    at = [mp.log(mp.mpf(v)) for v in start]

    def f(logs):
        return log_likelihood(*[mp.exp(v) for v in logs])

    def moved(*steps):
        logs = list(at)
        for i, step in steps:
            logs[i] += step * h
        return f(logs)

    for _ in range(30):
        gradient = mp.matrix([(moved((i, 1)) - moved((i, -1))) / (2 * h) for i in range(n)])
        hessian = mp.matrix(n, n)
        for i in range(n):
            for j in range(i + 1):
                four = moved((i, 1), (j, 1)) - moved((i, 1), (j, -1)) - moved((i, -1), (j, 1)) + moved((i, -1), (j, -1))
                hessian[i, j] = hessian[j, i] = four / (4 * h * h)
        step = mp.lu_solve(hessian, -gradient)
        size = max(abs(v) for v in step)
        at = [v + s * min(1, mp.mpf("0.5") / size) for v, s in zip(at, step)]
        if size < mp.mpf(10) ** -15:
            break
    covariance = (-hessian) ** -1
    values = [mp.exp(v) for v in at]
    return values, [v * mp.sqrt(covariance[i, i]) for i, v in enumerate(values)], f(at)


def total(terms):
    """The sum of falling terms, to the last digit."""
    everything = mp.mpf(0)
    for term in terms:
        everything += term
        if term < everything * mp.mpf(10) ** -42:
            break
    return everything


def fit_want(names, found):
    values, errors, best = found
    return {
        "params": dict(zip(names, map(number, values))),
        "standard_errors": dict(zip(names, map(number, errors))),
        "log_likelihood": number(best),
        "diagnosis": {"code": "converged"},
    }


# BG/BB --------------------------------------------------------------------------------------------------------------
class BgBb:
    """Sums over the number of opportunities survived: chance to buy p ~ Beta(a, b), to leave before each q ~ Beta(c, d)."""

    names = ("alpha", "beta", "gamma", "delta")

    def __init__(self, *parameters):
        self.a, self.b, self.c, self.d = (mp.mpf(str(v)) if isinstance(v, (str, float, int)) else v for v in parameters)

    def buys(self, x, n):
        """E[p^x (1 - p)^(n - x)]"""
        return mp.beta(self.a + x, self.b + n - x) / mp.beta(self.a, self.b)

    def leaves(self, j):
        """P(survives j opportunities and leaves before the next)"""
        return mp.beta(self.c + 1, self.d + j) / mp.beta(self.c, self.d)

    def stays(self, j):
        return mp.beta(self.c, self.d + j) / mp.beta(self.c, self.d)

    def parts(self, x, t_x, n):
        """Joint probabilities of the history and: having left after j opportunities; being there at the last."""
        return [(j, self.buys(x, j) * self.leaves(j)) for j in range(t_x, n)], self.buys(x, n) * self.stays(n)

    def likelihood(self, x, t_x, n):
        gone, there = self.parts(x, t_x, n)
        return sum(p for _, p in gone) + there

    def alive(self, x, t_x, n, m=0):
        return self.buys(x, n) * self.stays(n + m) / self.likelihood(x, t_x, n)

    def purchases(self, x, t_x, n, m, rate=0):
        """The chance to buy at opportunity n + i, summed over i."""
        each = (self.buys(x + 1, n + 1) * self.stays(n + i) / mp.mpf(1 + rate) ** i for i in itertools.count(1))
        return total(each if m is None else itertools.islice(each, m)) / self.likelihood(x, t_x, n)

    def count(self, k, x, t_x, n, m):
        """P(k purchases in the next m): leaves after n + i opportunities, or never."""
        ways = lambda i: mp.binomial(i, k) * mp.beta(self.a + x + k, self.b + n - x + i - k) / mp.beta(self.a, self.b)
        future = sum(ways(i) * self.leaves(n + i) for i in range(k, m)) + ways(m) * self.stays(n + m)
        gone = sum(p for _, p in self.parts(x, t_x, n)[0]) if k == 0 else 0
        return (gone + future) / self.likelihood(x, t_x, n)

    def count_new(self, k, m, start=0):
        """P(k purchases at opportunities start + 1 ... start + m)."""
        gone = sum(self.leaves(j) for j in range(start)) if k == 0 else 0
        ways = lambda i: mp.binomial(i, k) * self.buys(k, i) if i >= k else 0
        return gone + sum(ways(i) * self.leaves(start + i) for i in range(k, m)) + ways(m) * self.stays(start + m)

    def means(self, x, t_x, n):
        gone, there = self.parts(x, t_x, n)
        buy = sum(p * (self.a + x) / (self.a + self.b + j) for j, p in gone) + there * (self.a + x) / (self.a + self.b + n)
        leave = sum(p * (self.c + 1) / (self.c + self.d + j + 1) for j, p in gone) + there * self.c / (self.c + self.d + n)
        return buy / self.likelihood(x, t_x, n), leave / self.likelihood(x, t_x, n)


def bg_bb():
    of = {"alpha": 1.2, "beta": 0.75, "gamma": 0.66, "delta": 2.78}
    model = BgBb(*of.values())
    one_leave = {"alpha": 0.5, "beta": 4.0, "gamma": 1.0, "delta": 2.0}
    at_one = BgBb(*one_leave.values())
    rows = [(3, 4, 6), (0, 0, 6), (6, 6, 6), (1, 1, 30), (40, 60, 300), (0, 0, 0)]
    columns = dict(zip(("frequency", "recency", "T"), map(list, zip(*rows))))
    history = dict(zip(("frequency", "recency", "T"), rows[0]))
    each = lambda f: [f(*row) for row in rows]
    x, t_x, n, w = (column("donations.csv", name) for name in ("frequency", "recency", "periods", "weights"))

    def donations(a, b, c, d):
        guess = BgBb(a, b, c, d)
        return sum(wi * mp.log(guess.likelihood(int(xi), int(ti), int(ni))) for xi, ti, ni, wi in zip(x, t_x, n, w))

    found = maximum(donations, (1.2, 0.75, 0.66, 2.78))
    print("donations", [mp.nstr(v, 12) for v in found[0]], [mp.nstr(v, 10) for v in found[1]], mp.nstr(found[2], 16))
    cell = lambda name: {"csv": "donations.csv", "column": name}
    exact = "mpmath at 40 digits, sums over the opportunity at which the customer left"
    paper = f"{exact}; parameters of Fader, Hardie and Shang (2010)"
    blocks = [
        block(
            "BgBb.fit",
            "11,104 donors in 22 cells: Fader, Hardie and Shang (2010) print 1.204, .750, .657, 2.783 and -33,225.6; the digits by Newton's method with mpmath at 40 digits",
            [
                case(fit_want(BgBb.names, found), rtol=1e-7, frequency=cell("frequency"), recency=cell("recency"), T=cell("periods"), weights=cell("weights")),
                refused("out_of_domain", frequency=[1, 2], recency=[1, 1], T=[6, 6]),
                refused("out_of_domain", frequency=[1, 1], recency=[1, 1.5], T=[6, 6]),
                refused("out_of_domain", frequency=[1, 1], recency=[1, 1], T=[6, 6.5]),
                refused("empty_input", frequency=[], recency=[], T=[]),
            ],
        ),
        block("BgBb.log_likelihood", exact, [case(each(lambda *h: mp.log(model.likelihood(*h))), **columns)], of),
        block(
            "BgBb.probability_alive",
            paper,
            [
                case(model.alive(3, 4, 6, 1), horizon=1, **history),
                case(model.alive(3, 4, 6), **history),
                case(each(lambda *h: model.alive(*h, 12)), horizon=12, **columns),
                refused("out_of_domain", horizon=0.5, **history),
                refused("out_of_domain", frequency=5, recency=4, T=6),
            ],
            of,
        ),
        block(
            "BgBb.expected_purchases",
            paper,
            [case(model.purchases(*rows[0], m), horizon=m, **history) for m in (1, 5, 10, 2000)]
            + [case(each(lambda *h: model.purchases(*h, 10)), horizon=10, **columns), case(0, horizon=0, **history)],
            of,
        ),
        block(
            "BgBb.discounted_expected_purchases",
            paper,
            [
                case(model.purchases(*rows[0], None, mp.mpf("0.1")), discount_rate=0.1, **history),
                case(each(lambda *h: model.purchases(*h, None, mp.mpf("0.1"))), discount_rate=0.1, **columns),
                case(model.purchases(*rows[0], 10, mp.mpf("0.1")), discount_rate=0.1, horizon=10, **history),
                refused("divergent", discount_rate=0, **history),
            ],
            of,
        ),
        block(
            "BgBb.discounted_expected_purchases",
            "gamma = 1, where the closed form divides by zero; mpmath at 40 digits",
            [case(at_one.purchases(2, 5, 8, None, mp.mpf("0.01")), discount_rate=0.01, frequency=2, recency=5, T=8)],
            one_leave,
        ),
        block(
            "BgBb.expected_purchases",
            "gamma = 1, where the closed form divides by zero; mpmath at 40 digits",
            [case(at_one.purchases(2, 5, 8, 3000), horizon=3000, frequency=2, recency=5, T=8)],
            one_leave,
        ),
        block(
            "BgBb.conditional_purchase_probability",
            exact,
            [case(each(lambda *h, k=k: model.count(k, *h, 4)), n=k, horizon=4, **columns) for k in (0, 1, 4)]
            + [case(0, n=5, horizon=4, **history)],
            of,
        ),
        block("BgBb.probability_alive_new", exact, [case([model.stays(m) for m in (0, 1, 6, 500)], horizon=[0, 1, 6, 500])], of),
        block(
            "BgBb.expected_purchases_new",
            exact,
            [case([model.purchases(0, 0, 0, m) for m in (0, 1, 6, 500)], horizon=[0, 1, 6, 500])],
            of,
        ),
        block(
            "BgBb.discounted_expected_purchases_new",
            exact,
            [case(model.purchases(0, 0, 0, None, mp.mpf("0.1")), discount_rate=0.1), case(model.purchases(0, 0, 0, 7, mp.mpf("0.1")), discount_rate=0.1, horizon=7)],
            of,
        ),
        block(
            "BgBb.purchase_probability",
            paper,
            [
                case([model.count_new(k, 6) for k in range(7)], n=list(range(7)), horizon=6),
                case([model.count_new(k, 1000) for k in (0, 3, 700, 1000)], n=[0, 3, 700, 1000], horizon=1000, rtol=1e-11),
                refused("out_of_domain", n=1, horizon=2.5),
            ],
            of,
        ),
        block(
            "BgBb.purchase_probability_between",
            exact,
            [case([model.count_new(k, 5, 3) for k in range(6)], n=list(range(6)), start=3, end=8)],
            of,
        ),
    ]
    print("P(alive), CET, DERT", model.alive(3, 4, 6, 1), model.purchases(*rows[0], 5), model.purchases(*rows[0], None, mp.mpf("0.1")))
    print("posterior means", [[mp.nstr(v, 16) for v in model.means(*row)] for row in rows])
    write("bg_bb", blocks)


# Contracts ----------------------------------------------------------------------------------------------------------
class BetaDiscreteWeibull:
    """Means over the chance to leave at the first renewal, q ~ Beta(g, d): P(makes t renewals) = E[(1 - q)^(t^c)]."""

    def __init__(self, g, d, c=1):
        self.g, self.d, self.c = (mp.mpf(str(v)) if isinstance(v, (str, float, int)) else v for v in (g, d, c))

    def survival(self, t):
        return mp.beta(self.g, self.d + mp.mpf(t) ** self.c) / mp.beta(self.g, self.d)

    def leaves(self, t):
        return self.survival(t - 1) - self.survival(t)

    def alive(self, t, m):
        return self.survival(t + m) / self.survival(t)

    def lifetime(self, rate, horizon):
        each = (self.survival(t) / mp.mpf(1 + rate) ** t for t in itertools.count(0))
        return total(each if horizon is None else itertools.islice(each, horizon + 1))

    def residual(self, rate, tenure, horizon=None):
        each = (self.alive(tenure, i) / mp.mpf(1 + rate) ** (i - 1) for i in itertools.count(1))
        return total(each if horizon is None else itertools.islice(each, horizon))

    def mean(self, t, churned):
        weight = lambda q: q ** (self.g - 1) * (1 - q) ** (self.d - 1) * ((1 - q) ** ((t - 1) ** self.c) - (1 - q) ** (t**self.c) if churned else (1 - q) ** (t**self.c))
        points = [0, 0.01, 0.1, 0.5, 0.9, 1]
        return mp.quad(lambda q: q * weight(q), points) / mp.quad(weight, points)


# Fader and Hardie (2007), Table 1, in customers of 1,000.
REGULAR = [1000, 631, 468, 382, 326, 289, 262, 241, 223, 207, 194, 183, 173]
HIGH_END = [1000, 869, 743, 653, 593, 551, 517, 491, 468, 445, 427, 409, 394]
PAPER = "Fader and Hardie (2007), Journal of Interactive Marketing 21:76, table 1"


def cohort_fit(tables, weibull, start):
    def log_likelihood(*parameters):
        guess = BetaDiscreteWeibull(*parameters)
        value = 0
        for table in tables:
            curve = [guess.survival(t) for t in range(len(table))]
            value += sum((table[t - 1] - table[t]) * mp.log(curve[t - 1] - curve[t]) for t in range(1, len(table)))
            value += table[-1] * mp.log(curve[-1])
        return value

    found = maximum(log_likelihood, start)
    print([mp.nstr(v, 12) for v in found[0]], [mp.nstr(v, 10) for v in found[1]], mp.nstr(found[2], 16), "S(12)", mp.nstr(BetaDiscreteWeibull(*found[0]).survival(12), 14))
    return fit_want(("gamma", "delta", "c") if weibull else ("alpha", "beta"), found)


def contract_blocks(name, of, model):
    """The questions, for a model whose `of` are its parameters."""
    exact = "mpmath at 40 digits, from sums and differences of survival"
    tenures = [0, 1, 2, 5, 12]
    slow = 0.1
    rows = [(0, 0), (1, 1), (1, 0), (7, 1), (7, 0)]
    tenure, churned = map(list, zip(*rows))
    log_likelihood = lambda t, left: mp.log(model.leaves(t) if left else model.survival(t))
    return [
        block(f"{name}.log_likelihood", exact, [case([log_likelihood(*row) for row in rows], tenure=tenure, churned=churned)], of),
        block(f"{name}.survival", exact, [case([model.survival(t) for t in (0, 1, 7, 12, 1000)], horizon=[0, 1, 7, 12, 1000]), case(model.survival(3), horizon=3), refused("out_of_domain", horizon=0.5)], of),
        block(f"{name}.churn_probability", exact, [case([model.leaves(t) for t in (1, 2, 12, 1000)], n=[1, 2, 12, 1000]), refused("out_of_domain", n=0)], of),
        block(f"{name}.retention_rate", exact, [case([model.alive(t, 1) for t in tenures], tenure=tenures), case(model.alive(3, 1), tenure=3), case([0, model.alive(2, 1)], tenure=[2, 2], churned=[1, 0])], of),
        block(f"{name}.probability_alive", exact, [case([model.alive(t, 4) for t in tenures], tenure=tenures, horizon=4), case(1, tenure=5), refused("out_of_domain", tenure=0, churned=1)], of),
        block(f"{name}.discounted_expected_lifetime", exact, [case(model.lifetime(slow, None), discount_rate=slow), case([model.lifetime(slow, 4), model.lifetime(slow, 0)], discount_rate=slow, horizon=[4, 0])], of),
        block(
            f"{name}.discounted_expected_residual_lifetime",
            exact,
            [
                case([model.residual(slow, t) for t in tenures], discount_rate=slow, tenure=tenures),
                case(model.residual(mp.mpf("0.01"), 2, 2000), discount_rate=0.01, tenure=2, horizon=2000),
            ],
            of,
        ),
    ]


def contracts():
    names = {"ShiftedBetaGeometric": False, "BetaDiscreteWeibull": True}
    blocks = {name: [] for name in names}
    for name, weibull in names.items():
        for title, table in (("Regular", REGULAR), ("High End", HIGH_END)):
            for renewals in (7, 4):
                if weibull and renewals == 7:
                    continue
                start = (0.5, 1, 1.2) if weibull else (0.7, 2)
                want = cohort_fit([table[: renewals + 1]], weibull, start)
                blocks[name].append(block(f"{name}.fit", f"{PAPER}, {title}, {renewals} renewals; the digits by Newton's method with mpmath at 40 digits", [case(want, rtol=1e-6, survivors=table[: renewals + 1])]))
    both = cohort_fit([REGULAR[:5], HIGH_END[:8]], False, (0.7, 2))
    lost = [(t, 1, HIGH_END[t - 1] - HIGH_END[t]) for t in range(1, 8)] + [(7, 0, HIGH_END[7])]
    single = cohort_fit([HIGH_END[:8]], False, (0.7, 2))
    more = [
        case(both, rtol=1e-6, survivors=REGULAR[:5] + HIGH_END[:8], cohort=[0] * 5 + [1] * 8),
        case(single, rtol=1e-6, tenure=[row[0] for row in lost], churned=[row[1] for row in lost], weights=[row[2] for row in lost]),
        refused("out_of_domain", survivors=[100, 90, 91]),
        refused("out_of_domain", tenure=[1, 2], churned=[0, 2]),
        refused("given_twice", survivors=[100, 90], tenure=[1, 2]),
    ]
    blocks["ShiftedBetaGeometric"].append(block("ShiftedBetaGeometric.fit", f"{PAPER}: two cohorts together, and a row a customer; mpmath at 40 digits", more))
    of = {"alpha": 0.668, "beta": 3.806}
    blocks["ShiftedBetaGeometric"] += contract_blocks("ShiftedBetaGeometric", of, BetaDiscreteWeibull(*of.values()))
    printed = "Fader and Hardie (2010), Marketing Science 29:85, table of DERL at 10 %, for parameters of which three digits are printed"
    for (alpha, beta), values in (((3.8, 15.2), [3.31, 3.45, 3.59, 3.72, 3.84]), ((0.067, 0.267), [7.68, 9.46, 9.86, 10.06, 10.19])):
        one = {**case(values, discount_rate=0.1, tenure=[0, 1, 2, 3, 4]), "atol": 0.01}
        blocks["ShiftedBetaGeometric"].append(block("ShiftedBetaGeometric.discounted_expected_residual_lifetime", printed, [one], {"alpha": alpha, "beta": beta}, 0))
    divergent = refused("divergent", discount_rate=0, tenure=1)
    blocks["ShiftedBetaGeometric"].append(block("ShiftedBetaGeometric.discounted_expected_residual_lifetime", "B(alpha, beta + n) falls like n^-alpha: with alpha <= 1 the sum has no limit; above, it is (beta + n) / (alpha - 1)", [divergent], of))
    ends = {"alpha": 2.5, "beta": 4.0}
    blocks["ShiftedBetaGeometric"].append(block("ShiftedBetaGeometric.discounted_expected_residual_lifetime", "(beta + n) / (alpha - 1)", [case(mp.mpf(5) / mp.mpf("1.5"), discount_rate=0, tenure=1)], ends))
    of = {"gamma": 0.26, "delta": 1.72, "c": 1.58}
    weibull = BetaDiscreteWeibull(*of.values())
    blocks["BetaDiscreteWeibull"] += contract_blocks("BetaDiscreteWeibull", of, weibull)
    for name, model in (("sBG", BetaDiscreteWeibull(0.668, 3.806)), ("BdW", weibull)):
        print(name, "posterior means", [(t, left, mp.nstr(model.mean(mp.mpf(t), left), 15)) for t, left in ((1, True), (1, False), (7, True), (7, False))])
    write("shifted_beta_geometric", blocks["ShiftedBetaGeometric"])
    write("beta_discrete_weibull", blocks["BetaDiscreteWeibull"])


# Regular purchases ---------------------------------------------------------------------------------------------------
class Cnbd:
    """Given the rate l of stages and the chance q to leave, everything is Poisson; then means over both."""

    def __init__(self, k, r, alpha, a, b, first):
        self.k, self.first = k, first
        self.r, self.alpha, self.a, self.b = (mp.mpf(str(v)) for v in (r, alpha, a, b))

    def stay(self, n):
        return mp.beta(self.a, self.b + n) / mp.beta(self.a, self.b)

    def rate_moment(self, power, time):
        """E[l^power exp(-l time)]"""
        return mp.gamma(self.r + power) / mp.gamma(self.r) * self.alpha**self.r / (self.alpha + time) ** (self.r + power)

    def parts(self, x, t_x, T):
        """Likelihood without the times between purchases: alive in stage j, and gone."""
        k, wait = self.k, mp.mpf(T) - mp.mpf(t_x)
        alive = [self.stay(x + self.first) * wait**j / mp.factorial(j) * self.rate_moment(k * x + j, mp.mpf(T)) for j in range(k)]
        after = x + self.first
        gone = (self.stay(after - 1) - self.stay(after)) * self.rate_moment(k * x, mp.mpf(t_x)) if after >= 1 else mp.mpf(0)
        return alive, gone

    def log_likelihood(self, x, t_x, T, logs):
        alive, gone = self.parts(x, t_x, T)
        return mp.log(sum(alive) + gone) + (self.k - 1) * mp.mpf(logs) - x * mp.log(mp.factorial(self.k - 1))

    def alive(self, x, t_x, T):
        alive, gone = self.parts(x, t_x, T)
        return sum(alive) / (sum(alive) + gone)

    def future(self, x, t_x, T, t, worth, new=False):
        """The mean of worth(purchases that a customer who stays would make by t, chances survived so far), if alive: over
        stages and over the number of stages passed."""
        k, T, t = self.k, mp.mpf(T), mp.mpf(t)
        alive, gone = self.parts(x, t_x, T)
        value = mp.mpf(0)
        for j, weight in enumerate(alive[:1] if new else alive):
            shape, rate = self.r + k * x + j, self.alpha + T
            z = t / (rate + t)
            probability, part, i = (1 - z) ** shape, mp.mpf(0), 0
            while True:
                term = probability * worth((i + j) // k, x + self.first)
                part += term
                probability *= z * (shape + i) / (i + 1)
                i += 1
                if i > shape * z / (1 - z) and i > 3 * k and term < part * mp.mpf(10) ** -32:
                    break
            value += weight * part
        return value / (sum(alive) + gone)

    def chances(self, n, survived):
        return self.stay(survived + n) / self.stay(survived)

    def purchases(self, x, t_x, T, t, **more):
        sums = {}

        def worth(m, survived):
            for n in range(len(sums), m + 1):
                sums[n] = sums[n - 1] + self.chances(n - 1, survived) if n else mp.mpf(0)
            return sums[m]

        return self.future(x, t_x, T, t, worth, **more)

    def survival(self, x, t_x, T, t, **more):
        known = {}

        def worth(m, survived):
            if m not in known:
                known[m] = self.chances(m, survived)
            return known[m]

        return self.future(x, t_x, T, t, worth, **more)

    def count(self, n, x, t_x, T, t, new=False):
        def worth(m, survived):
            if m < n:
                return mp.mpf(0)
            left = self.chances(n - 1, survived) - self.chances(n, survived) if n else mp.mpf(0)
            return left + (self.chances(n, survived) if m == n else 0)

        gone = 0
        if n == 0:
            gone = 1 - self.stay(self.first) if new else 1 - self.alive(x, t_x, T)
        return gone + self.future(x, t_x, T, t, worth, new=new)

    def discounted(self, x, t_x, T, rate):
        """Given the rate l a stage is worth v = l / (l + rate), a purchase v^k."""
        k, T, rate = self.k, mp.mpf(T), mp.mpf(str(rate))
        alive, gone = self.parts(x, t_x, T)
        value = mp.mpf(0)
        for j, weight in enumerate(alive):
            shape, time, b = self.r + k * x + j, self.alpha + T, self.b + x + self.first

            def density(s):
                l = mp.exp(s)
                v = l / (l + rate)
                return mp.exp(shape * mp.log(time * l) - time * l - mp.loggamma(shape)) * v ** (k - j) * mp.hyp2f1(1, b, self.a + b, v**k)

            top = mp.log(shape / time)
            value += weight * mp.quad(density, [top - 40, top - 12, top - 4, top - 1, top, top + 1, top + 2, top + 4])
        return value / (sum(alive) + gone)


def regular():
    rows = [(0, 0, 32), (1, 10, 32), (2, 20, 32), (3, 25, 32), (4, 28, 32), (5, 30, 32), (12, 32, 32)]
    logs = [0, 2.302, 4.6, 6.2, 7.5, 8.6, 11.4]
    columns = dict(zip(("frequency", "recency", "T"), map(list, zip(*rows))))
    parameters = {"k": 3, "r": 0.85, "alpha": 1.45, "a": 0.79, "b": 2.42}
    exact = "mpmath at 40 digits, sums over the stages passed"
    for name, first in (("BgCnbd", 0), ("MbgCnbd", 1)):
        blocks = []
        for k in (3, 1):
            of = {**parameters, "k": k}
            model = Cnbd(*of.values(), first)
            each = lambda f, **more: case([f(*row) for row in rows], **columns, **more)
            new = (0, 0, 0)
            print(name, k, "CET", [mp.nstr(model.purchases(*row, 32), 13) for row in rows[:6]])
            print(name, k, "LL", [mp.nstr(model.log_likelihood(*row, log), 16) for row, log in zip(rows, logs)])
            blocks += [
                block(f"{name}.probability_alive", exact, [each(model.alive), each(lambda *h: model.survival(*h, 20), horizon=20), refused("out_of_domain", frequency=0, recency=1, T=2)], of),
                block(f"{name}.expected_purchases", exact, [each(lambda *h: model.purchases(*h, 32), horizon=32), each(lambda *h: model.purchases(*h, mp.mpf("0.01")), horizon=0.01), each(lambda *h: model.purchases(*h, 2000), horizon=2000, rtol=1e-11)], of),
                block(f"{name}.conditional_purchase_probability", exact, [each(lambda *h, n=n: model.count(n, *h, 20), n=n, horizon=20) for n in (0, 1, 7)], of),
                block(f"{name}.discounted_expected_purchases", "mpmath at 40 digits, quadrature over the rate of stages", [each(lambda *h: model.discounted(*h, 0.01), discount_rate=0.01, rtol=1e-11), refused("divergent", discount_rate=0, **dict(zip(columns, rows[1])))], of),
                block(f"{name}.probability_alive_new", exact, [case([model.survival(*new, t, new=True) for t in (1, 39)], horizon=[1, 39])], of),
                block(f"{name}.expected_purchases_new", exact, [case([model.purchases(*new, t, new=True) for t in (1, 39)], horizon=[1, 39])], of),
                block(f"{name}.purchase_probability", exact, [case([model.count(n, *new, 39, new=True) for n in (0, 1, 2, 10, 60)], n=[0, 1, 2, 10, 60], horizon=39)], of),
            ]
        blocks.append(block(f"{name}.log_likelihood", exact, [refused("missing_column", **columns)], parameters))
        write({"BgCnbd": "bg_cnbd", "MbgCnbd": "mbg_cnbd"}[name], blocks)


if __name__ == "__main__":
    bg_bb()
    contracts()
    regular()
