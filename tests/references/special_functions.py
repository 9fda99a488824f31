"""Reference values of the special functions, computed with mpmath at 50 digits or more.

Run once, by hand, when a function is added:

    pip install mpmath
    python tests/references/special_functions.py

It takes two minutes and writes `special_functions.csv` beside itself: function name, arguments, value. Arguments are the exact doubles that
the Rust test reads back, so an error measured there is the function's own.
"""

from __future__ import annotations

import random
from pathlib import Path

from mpmath import mp, mpf, inf
import mpmath as m

mp.dps = 50
rows: list[tuple[str, list[float], object]] = []
choose = random.Random(20260101)


def add(name: str, value, *arguments: float) -> None:
    """One reference; the value is kept with 25 digits."""
    rows.append((name, [float(a) for a in arguments], value))


def log_uniform(low: float, high: float) -> float:
    """A number whose logarithm is uniform."""
    return float(m.exp(choose.uniform(float(m.log(low)), float(m.log(high)))))


def exact(x: float):
    """The double as it is."""
    return mpf(x)


def extra(digits: int):
    """Room for cancellation inside the oracle."""
    return m.workdps(50 + digits)


def gamma_family() -> None:
    points = [1e-300, 1e-20, 1e-8, 0.01, 0.3, 0.5, 0.9999999, 1.0, 1.0000001, 1.4, 1.46163, 1.4616321449683622,
              1.46164, 1.5, 1.9999, 2.0, 2.5, 3.7, 7.2, 9.999999, 10.0, 10.1, 23.4, 100.0, 1234.5, 1e6, 1e10, 1e15]
    points += [log_uniform(1e-3, 1e4) for _ in range(30)]
    for x in points:
        e = exact(x)
        with extra(350 if x < 1e-100 else 60):
            add("ln_gamma", m.loggamma(e), x)
            add("digamma", m.psi(0, e), x)
            add("trigamma", m.psi(1, e) if x > 1e-100 else 1 / e**2, x) if x > 1e-150 else None
            if x > 1e-5:
                add("polygamma_2", m.psi(2, e), x)
                add("polygamma_5", m.psi(5, e), x)
            add("stirling_correction", m.loggamma(e) - (e - mpf(1) / 2) * m.log(e) + e - m.log(2 * m.pi) / 2, x)
    for x in [1e-300, 1e-20, -1e-20, 1e-10, 1e-5, -1e-3, 0.01, 0.1, -0.1, -0.2, 0.3, 0.499, 0.5, 0.51, -0.3, 0.9, 3.3]:
        with extra(320):
            add("ln_gamma_1p", m.loggamma(1 + exact(x)), x)
    pairs = [(a, n) for a in [1e-6, 0.01, 0.4, 1.0, 1.5, 3.3, 9.9, 10.5, 47.1, 1e3, 1e6, 1e12, 1e15]
             for n in [1e-12, 1e-5, 0.3, 0.99, 1.0, 1.7, 3.0, 10.0, 17.0, 30.5, 1e3, 1e8]]
    pairs += [(log_uniform(1e-2, 1e6), log_uniform(1e-3, 1e5)) for _ in range(60)]
    for a, n in pairs:
        ea, en = exact(a), exact(n)
        with extra(60):
            add("ln_gamma_difference", m.loggamma(ea + en) - m.loggamma(ea), a, n)
            add("digamma_difference", m.psi(0, ea + en) - m.psi(0, ea), a, n)
            add("trigamma_difference", m.psi(1, ea + en) - m.psi(1, ea), a, n)
            if a < 1e10 and n < 1e10:
                add("ln_choose", m.loggamma(ea + en + 1) - m.loggamma(ea + 1) - m.loggamma(en + 1),
                    float(a + n), n) if float(a + n) - n == a else None


def beta_family() -> None:
    values = [1e-300, 1e-10, 0.01, 0.5, 1.0, 1.5, 4.2, 9.9, 10.1, 33.3, 1e3, 1e6, 1e10, 1e15]
    pairs = [(a, b) for a in values for b in values if a <= b]
    pairs += [(log_uniform(1e-3, 1e6), log_uniform(1e-3, 1e6)) for _ in range(60)]
    for a, b in pairs:
        ea, eb = exact(a), exact(b)
        with extra(350 if a < 1e-100 else 60):
            add("ln_beta", m.loggamma(ea) + m.loggamma(eb) - m.loggamma(ea + eb), a, b)


def elementary() -> None:
    for x in [-0.999, -0.7, -0.5, -0.49, -0.2, -0.01, -1e-5, -1e-12, 1e-200, 1e-9, 1e-4, 0.03, 0.4, 0.79, 0.81, 5.0, 1e5]:
        with extra(420):
            add("log1p_minus", m.log1p(exact(x)) - exact(x), x)
    for x in [-1e-300, -1e-17, -1e-3, -0.5, -0.693, -0.694, -2.0, -36.0, -700.0]:
        with extra(320):
            add("ln_one_minus_exp", m.log(-m.expm1(exact(x))), x)


def lower_gamma(a, x):
    """P(a, x) by its series of positive terms, at the working precision."""
    term = total = mpf(1)
    n = a
    while term > total * mpf(10) ** (-mp.dps):
        n += 1
        term *= x / n
        total += term
    return total * m.exp(a * m.log(x) - x - m.loggamma(a + 1))


def lower_beta(a, b, x):
    """I_x(a, b) by its series of positive terms (DLMF 8.17.8), at the working precision."""
    term = total = mpf(1)
    n = mpf(0)
    while term > total * mpf(10) ** (-mp.dps):
        term *= (a + b + n) * x / (a + 1 + n)
        n += 1
        total += term
    front = a * m.log(x) + b * m.log1p(-x) - m.loggamma(a) - m.loggamma(b) + m.loggamma(a + b)
    return total * m.exp(front) / a


def incomplete_gamma() -> None:
    pairs = [(a, x) for a in [1e-10, 1e-3, 0.3, 0.5, 0.99, 1.0, 1.5, 7.0, 42.0, 99.0, 101.0, 400.0, 1e4]
             for x in [1e-200, 1e-5, 0.1, 0.5, 1.0, 1.09, 1.11, 2.0, 10.0, 60.0, 700.0]]
    for a in [1.2, 5.0, 50.0, 99.9, 100.1, 150.0, 1e3, 1e5, 1e7]:
        for sd in [-30, -8, -3, -1, -0.1, 0, 0.1, 1, 3, 8, 35]:
            x = a + sd * a**0.5
            if x > 0:
                pairs.append((a, float(x)))
    pairs += [(log_uniform(1e-2, 1e4), log_uniform(1e-3, 1e4)) for _ in range(60)]
    for a, x in pairs:
        with extra(40):
            p = lower_gamma(exact(a), exact(x))
        # Enough digits to form Q = 1 - P where P is close to one.
        size = int(max(0, x - a * max(1, 1 + float(m.log(x / a))))) if x > a else 0
        with extra(40 + int(size / 2.3) + 30):
            q = 1 - (lower_gamma(exact(a), exact(x)) if x > a / 2 else p)
        add("ln_gamma_lower", m.log(p), a, x)
        add("ln_gamma_upper", m.log(q), a, x)
        if p > mpf("1e-300"):
            add("gamma_lower", p, a, x)
        if q > mpf("1e-300"):
            add("gamma_upper", q, a, x)


def incomplete_beta() -> None:
    shapes = [1e-8, 1e-3, 0.3, 0.5, 1.0, 1.5, 4.0, 30.0, 200.0, 3000.0]
    triples = [(a, b, x) for a in shapes for b in shapes
               for x in [1e-100, 1e-6, 0.01, 0.25, 0.5, 0.59, 0.61, 0.9, 0.9999]]
    for a, b in [(2.0, 50.0), (50.0, 60.0), (0.5, 1e4), (1e4, 1e4), (300.0, 1e6), (40.0, 1e7), (1e6, 1e6), (1e8, 2.5)]:
        mean, sd = a / (a + b), (a * b / (a + b + 1)) ** 0.5 / (a + b)
        for k in [-20, -6, -2, -0.5, 0, 0.01, 0.5, 2, 6, 20]:
            if 0 < mean + k * sd < 1:
                triples.append((a, b, mean + k * sd))
    triples += [(log_uniform(1e-2, 1e3), log_uniform(1e-2, 1e3), choose.random()) for _ in range(120)]
    for a, b, x in triples:
        ea, eb, ex = exact(a), exact(b), exact(x)
        # Each tail by its own series where that converges soon; otherwise the complement, with room to cancel.
        with extra(150):
            if ex < 0.9:
                lower = lower_beta(ea, eb, ex)
            if ex > 0.1:
                upper = lower_beta(eb, ea, 1 - ex)
            if ex >= 0.9:
                lower = 1 - upper
            if ex <= 0.1:
                upper = 1 - lower
        add("ln_beta_lower", m.log(lower), a, b, x)
        add("ln_beta_upper", m.log(upper), a, b, x)
        if lower > mpf("1e-300"):
            add("beta_lower", lower, a, b, x)
        if upper > mpf("1e-300"):
            add("beta_upper", upper, a, b, x)


def write() -> None:
    path = Path(__file__).with_name("special_functions.csv")
    with path.open("w", encoding="ascii", newline="\n") as out:
        out.write("# Generated by special_functions.py with mpmath; never edited by hand.\n")
        for name, arguments, value in rows:
            text = m.nstr(value, 25, strip_zeros=True) if value != -inf else "-inf"
            out.write(",".join([name, text, *map(repr, arguments)]) + "\n")


if __name__ == "__main__":
    elementary()
    gamma_family()
    beta_family()
    incomplete_gamma()
    incomplete_beta()
    write()
