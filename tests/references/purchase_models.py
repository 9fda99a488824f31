"""Answers of the models of purchases at ordinary, singular and extreme parameters, with mpmath at 60 digits and more.

    python tests/references/purchase_models.py            # writes tests/references/{bg_nbd,mbg_nbd,pareto_nbd,ggom_nbd}.csv
    python tests/references/purchase_models.py mbg_nbd    # only this one

Needs mpmath. The forms are those of the papers, not those of the crate: closed forms with Gauss's hypergeometric
function, differences of nearly equal numbers and all, with digits enough for what they lose. Where a closed form is
singular (a = 1, s = 1) the parameter is moved by 1e-25, which changes no digit that is written.
"""

import random
import sys

from mpmath import beta, betainc, exp, expint, expm1, factorial, gamma, hyp2f1, log, mp, mpf, nstr, quad, rf

NUMBERS = "frequency,recency,T,horizon,discount_rate,n"


def apart(value, from_):
    return value + mpf(10) ** -25 if abs(value - from_) < mpf(10) ** -20 else value


# -- BG/NBD and MBG/NBD ------------------------------------------------------------------------------------------


def beta_geometric(first):
    """`first` is 1 where customers can leave after the first purchase: the chance they survived is one more."""

    def answers(r, alpha, a, b, x, t_x, age, horizon, rate, n):
        mp.dps = 60
        odds = a / (b + x + first - 1) * ((alpha + age) / (alpha + t_x)) ** (r + x) if x + first else mpf(0)
        alive = 1 / (1 + odds)
        r, alpha, b = r + x, alpha + age, b + x + first
        z = horizon / (alpha + horizon)
        rest = alpha / (alpha + horizon)
        a1 = apart(a, 1)
        c = apart(a1 + b, 1) - 1
        purchases = c / (a1 - 1) * (1 - rest**r * hyp2f1(r, b, c, z))
        survival = rest**r * hyp2f1(r, b, a + b, z)
        count = beta(a, b + n) / beta(a, b) * rf(r, n) / factorial(n) * rest**r * z**n
        if n:
            count += beta(a + 1, b + n - 1) / beta(a, b) * betainc(n, r, 0, z, regularized=True)
        mp.dps = 25

        def bought(u):
            return exp(-rate * u) * r / alpha * (alpha / (alpha + u)) ** (r + 1) * hyp2f1(r + 1, b, a + b, u / (alpha + u))

        ends = [0] + [alpha * mpf(4) ** k for k in range(-3, 12) if alpha * mpf(4) ** k < 60 / rate] + [60 / rate]
        discounted = quad(bought, ends)
        gone = 1 - alive if n == 0 else 0
        return alive, alive * purchases, alive * survival, gone + alive * count, alive * discounted

    return answers


# -- purchases during an independent lifetime --------------------------------------------------------------------


def negative_binomial(r, alpha, n, u):
    return rf(r, n) / factorial(n) * (alpha / (alpha + u)) ** r * (u / (alpha + u)) ** n


def spread(scales, end):
    """0, points around each scale, and the end."""
    points = sorted({scale * mpf(4) ** k for scale in scales for k in range(-8, 9) if scale * mpf(4) ** k < end})
    return [mpf(0), *points, end]


def relative_quad(f, points):
    """quad stops at an absolute error: for integrals that are very small, it is told how large they may be."""
    size = max(f(point) for point in points[1:]) * points[-1]
    return size * quad(lambda u: f(u) / size, points) if size else mpf(0)


def pareto(r, alpha, s, b, x, t_x, age, horizon, rate, n):
    mp.dps = 150

    def after(p, q, t):
        """The integral of (alpha + u)^-p (b + u)^-q from t on."""
        w = p + q - 1
        if alpha >= b:
            return (alpha + t) ** -w * hyp2f1(w, q, w + 1, (alpha - b) / (alpha + t)) / w
        return (b + t) ** -w * hyp2f1(w, p, w + 1, (b - alpha) / (b + t)) / w

    def whole(p, s):
        """The likelihood without its constants: alive at the end, or gone at any time since the last purchase."""
        return (alpha + age) ** -p * (b + age) ** -s + s * (after(p, s + 1, t_x) - after(p, s + 1, age))

    p = r + x
    likelihood = whole(p, s)
    alive = (alpha + age) ** -p * (b + age) ** -s / likelihood
    log_likelihood = log(gamma(p) / gamma(r) * alpha**r * b**s * likelihood)
    purchase_rate = p * whole(p + 1, s) / likelihood
    dropout_rate = s * whole(p, s + 1) / likelihood
    mp.dps = 50
    a2, b2 = alpha + age, b + age
    s1 = apart(s, 1)
    purchases = p / a2 * b2 / (s1 - 1) * (1 - (b2 / (b2 + horizon)) ** (s1 - 1))
    survival = (b2 / (b2 + horizon)) ** s
    z = rate * b2
    discounted = p / a2 * b2 * exp(z) * expint(s, z)
    mp.dps = 25
    left = relative_quad(
        lambda u: s / b2 * (b2 / (b2 + u)) ** (s + 1) * negative_binomial(p, a2, n, u), spread([a2, b2], horizon)
    )
    count = survival * negative_binomial(p, a2, n, horizon) + left
    finite = p / a2 * quad(lambda u: exp(-rate * u) * (b2 / (b2 + u)) ** s, spread([b2, 1 / rate], horizon))
    gone = 1 - alive if n == 0 else 0
    return (
        log_likelihood,
        alive,
        alive * purchases,
        alive * survival,
        gone + alive * count,
        alive * discounted,
        alive * finite,
        purchase_rate,
        dropout_rate,
    )


def ggom(r, alpha, b, s, beta, x, t_x, age, horizon, rate, n):
    mp.dps = 30
    p, a2 = r + x, alpha + age

    def large_b(u):
        return beta + expm1(b * u)

    def between(low, high, f):
        """The integral of f, in pieces that follow every scale of the model from `low` on."""
        scales = [alpha + low, 1 / b, large_b(low) / exp(b * low) / b, (alpha + low) / p]
        return relative_quad(lambda u: f(low + u), spread(scales, high - low))

    def likelihood(p, s):
        alive = (alpha + age) ** -p * large_b(age) ** -s
        if age == t_x:
            return alive
        return alive + between(t_x, age, lambda u: (alpha + u) ** -p * s * b * exp(b * u) * large_b(u) ** (-s - 1))

    whole = likelihood(p, s)
    alive = a2**-p * large_b(age) ** -s / whole
    log_likelihood = log(gamma(p) / gamma(r) * alpha**r * beta**s * whole)
    purchase_rate = p * likelihood(p + 1, s) / whole
    risk = s * likelihood(p, s + 1) / whole

    def survival(u):
        return (large_b(age) / large_b(age + u)) ** s

    def dying(u):
        return s * b * exp(b * (age + u)) * large_b(age) ** s / large_b(age + u) ** (s + 1)

    def future(f):
        scales = [a2, 1 / b, large_b(age) / exp(b * age) / b, 1 / rate]
        return relative_quad(f, spread(scales, horizon))

    purchases = p / a2 * future(survival)
    finite = p / a2 * future(lambda u: exp(-rate * u) * survival(u))
    end = min(80 / rate, age + 80 / (s * b) + (abs(log(beta)) + 5) / b)
    scales = [1 / b, large_b(age) / exp(b * age) / b, 1 / rate]
    discounted = p / a2 * relative_quad(lambda u: exp(-rate * u) * survival(u), spread(scales, end))
    count = survival(horizon) * negative_binomial(p, a2, n, horizon)
    count += future(lambda u: dying(u) * negative_binomial(p, a2, n, u))
    gone = 1 - alive if n == 0 else 0
    return (
        log_likelihood,
        alive,
        alive * purchases,
        alive * survival(horizon),
        gone + alive * count,
        alive * discounted,
        alive * finite,
        purchase_rate,
        risk,
    )


# -- cases -------------------------------------------------------------------------------------------------------


def number(low, high):
    return f"{10 ** random.uniform(low, high):.6g}"


def histories(count, parameters):
    """Random histories with random parameters from `parameters()`."""
    for _ in range(count):
        age = number(-1, 3)
        x = random.choice([0, 1, 2, 5, 20, 100])
        t_x = f"{float(age) * random.random():.6g}" if x else "0"
        yield parameters() + [str(x), t_x, age] + [number(-1, 3), number(-3, -0.5), str(random.choice([0, 1, 3, 20]))]


def beta_geometric_cases():
    random.seed(20)
    usual = ["0.243", "4.414", "0.793", "2.426"]
    history = ["2", "30.43", "38.86"]
    yield usual + history + ["39", "0.0027", "1"]
    for a in ("1", "0.999999999", "1e-6", "1000"):
        yield ["0.243", "4.414", a, "2.426"] + history + ["39", "0.01", "2"]
    for b in ("1", "0.3", "1e-6", "1000"):
        for past in (history, ["0", "0", "38.86"]):
            yield ["0.243", "4.414", "0.7", b] + past + ["39", "0.01", "0"]
    yield ["0.11", "2.24", "0.31", "0.5", "0", "0", "1", "30", "0.01", "1"]
    yield ["0.11", "2.24", "0.5", "0.5", "0", "0", "1", "30", "0.01", "1"]
    yield ["20", "4", "0.5", "0.5", "0", "0", "1", "30", "0.01", "3"]
    yield from extremes(usual)
    for _ in range(40):
        age = number(-1, 3)
        x = random.choice([0, 1, 2, 5, 20, 100])
        t_x = f"{float(age) * random.random():.6g}" if x else "0"
        numbers = [number(-1.5, 1), number(-1, 2), number(-1, 1), number(-1, 1), str(x), t_x, age]
        yield numbers + [number(-1, 3), number(-3, -0.5), str(random.choice([0, 1, 3, 20]))]


def extremes(parameters):
    """1,000 purchases, ages of 10,000, horizons far beyond the history, an age of zero."""
    for x, t_x, age in (("1000", "9990", "10000"), ("1000", "38", "38.86"), ("0", "0", "10000"), ("1", "0", "0")):
        for horizon in ("0.001", "39", "100000"):
            yield parameters + [x, t_x, age, horizon, "0.001", "5"]


def pareto_cases():
    random.seed(21)
    history = ["2", "30.43", "38.86"]
    for s in ("0.6062", "1", "0.9999999999", "2", "1e-6", "1000"):
        for beta in ("11.669", "10.578", "0.05", "5000"):
            yield ["0.5533", "10.578", s, beta] + history + ["39", "0.0027", "1"]
    for past in (history, ["0", "0", "38.86"], ["0", "0", "0"], ["3", "38.86", "38.86"]):
        yield ["0.5533", "10.578", "1", "10.578"] + past + ["39", "0.01", "0"]
        yield ["1", "0.01", "1", "100"] + past + ["39", "0.01", "2"]
        yield ["3", "1000", "1.5", "1e-3"] + past + ["39", "0.01", "2"]
    yield from extremes(["0.5533", "10.578", "0.6062", "11.669"])
    yield from extremes(["0.5533", "0.5", "0.6062", "80"])
    yield from extremes(["0.5533", "80", "0.6062", "0.5"])
    yield from histories(60, lambda: [number(-1.5, 1), number(-1, 2), number(-1, 1), number(-1, 2)])


def ggom_cases():
    random.seed(22)
    history = ["2", "30.43", "38.86"]
    for s in ("0.603", "1", "1e-6", "1000"):
        for b, beta in (("0.0002", "0.0026"), ("0.05", "1"), ("0.05", "200"), ("2", "1e-3"), ("1e-9", "1.1669e-8")):
            yield ["0.553", "10.578", b, s, beta] + history + ["39", "0.0027", "1"]
    for past in (history, ["0", "0", "38.86"], ["0", "0", "0"], ["3", "38.86", "38.86"]):
        yield ["3", "0.05", "0.1", "0.7", "30"] + past + ["39", "0.01", "2"]
    for parameters in (["0.553", "10.578", "0.0002", "0.603", "0.0026"], ["0.553", "10.578", "0.001", "0.603", "5"]):
        yield from extremes(parameters)
    yield from histories(
        40, lambda: [number(-1.5, 1), number(-1, 2), number(-3, 0), number(-1, 1), number(-2, 3)]
    )


MODELS = {
    "bg_nbd": ("r,alpha,a,b", beta_geometric_cases, beta_geometric(0), "alive,purchases,survival,count,discounted"),
    "mbg_nbd": ("r,alpha,a,b", beta_geometric_cases, beta_geometric(1), "alive,purchases,survival,count,discounted"),
    "pareto_nbd": (
        "r,alpha,s,beta",
        pareto_cases,
        pareto,
        "log_likelihood,alive,purchases,survival,count,discounted,discounted_finite,rate,dropout",
    ),
    "ggom_nbd": (
        "r,alpha,b,s,beta",
        ggom_cases,
        ggom,
        "log_likelihood,alive,purchases,survival,count,discounted,discounted_finite,rate,dropout",
    ),
}

for name in sys.argv[1:] or MODELS:
    parameters, cases, answers, columns = MODELS[name]
    with open(f"tests/references/{name}.csv", "w", encoding="utf-8") as out:
        out.write(f"{parameters},{NUMBERS},{columns}\n")
        for case in cases():
            numbers = [mpf(float(one)) for one in case]  # the doubles that the test reads
            numbers[-1], numbers[-6] = int(case[-1]), int(case[-6])
            out.write(",".join(case + [nstr(one, 20) for one in answers(*numbers)]) + "\n")
