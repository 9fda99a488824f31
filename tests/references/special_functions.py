"""Reference values of the special functions and distributions, computed with mpmath at 50 digits or more.

Run by hand when a function is added:

    pip install mpmath
    python tests/references/special_functions.py            # all families, some minutes
    python tests/references/special_functions.py gamma beta  # only these

Each family is one file `special_functions/<family>.csv`: function name, value, arguments. Arguments are the exact doubles
that the Rust test reads back, so an error measured there is the function's own.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import mpmath as m
from mpmath import inf, mp, mpf

mp.dps = 50
rows: list[tuple[str, list[float], object]] = []
choose = random.Random(0)


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


def hypergeometric() -> None:
    shapes = [0.05, 0.5, 1.0, 2.5, 11.0, 90.0]
    quads = [(a, b, c, z) for a in shapes for b in shapes for c in [0.3, 1.0, 4.0, 60.0]
             for z in [1e-6, 0.3, 0.89, 0.91, 0.999, 0.9999999]]
    quads = [q for q in quads if choose.random() < 0.4]
    quads += [(0.243, 0.793, 2.219, 0.95), (400.0, 410.0, 830.0, 0.3), (400.0, 401.7, 402.0, 0.97)]
    quads += [(log_uniform(0.01, 50), log_uniform(0.01, 50), log_uniform(0.05, 100), choose.random()) for _ in range(60)]
    for a, b, c, z in quads:
        add("ln_hypergeometric", m.log(m.hyp2f1(*map(exact, (a, b, c, z)))), a, b, c, z)
    for a, b, c, z in [(-0.7, 0.8, 2.5, 0.4), (-3.0, 2.0, 5.5, 0.8), (-0.3, 1.3, 2.0, 0.97), (0.4, -1.2, 3.0, 0.999)]:
        add("hypergeometric", m.hyp2f1(*map(exact, (a, b, c, z))), a, b, c, z)
    triples = [(b, c, z) for b in [0.01, 0.6, 1.0, 1.61, 30.0] for c in [1.2, 2.1, 33.0]
               for z in [1e-9, 0.09, 0.5, 0.89, 0.92, 0.995]]
    names = ["b", "c", "z"]
    for b, c, z in triples:
        ln = lambda *x: m.log(m.hyp2f1(1, *x))
        with m.workdps(90):
            at = (exact(b), exact(c), exact(z))
            add("one", ln(*at), b, c, z)
            for i in range(3):
                order = [0, 0, 0]
                order[i] = 1
                add("one_" + names[i], m.diff(ln, at, tuple(order)), b, c, z)
                for j in range(i, 3):
                    both = list(order)
                    both[j] += 1
                    add("one_" + names[i] + names[j], m.diff(ln, at, tuple(both)), b, c, z)


def exponential_integral() -> None:
    pairs = [(s, z) for s in [0.0, 1e-9, 0.3, 0.606, 0.999, 0.9999999999, 1.0, 1.0000000001, 1.2, 1.499, 1.5, 1.51, 2.0,
                              3.0, 4.7, 12.0, 19.9, 20.1, 300.0]
             for z in [1e-12, 1e-4, 0.03, 0.5, 0.99, 1.0, 1.01, 3.0, 40.0, 1e4]]
    for s, z in pairs:
        with m.workdps(80):
            add("scaled_exponential_integral", m.exp(exact(z)) * m.expint(exact(s), exact(z)), s, z)
    for s in [0.0, 0.4, 1.0, 1.3, 4.0, 40.0]:
        for rate in [0.0, 1e-9, 0.0027, 0.1, 2.0]:
            for scale in [0.5, 11.66, 300.0]:
                for horizon in [1e-6, 1.0, 52.0, 1e5]:
                    es, er, ec, eh = map(exact, (s, rate, scale, horizon))
                    with m.workdps(60):
                        integrand = lambda u: m.exp(-er * u) * (1 + u / ec) ** (-es)
                        points = [0] + [p for p in [0.1, 1, 10, 100, 1000, 10000] if p < horizon] + [eh]
                        if rate * horizon > 400:
                            points = [p for p in points if p * rate < 400] + [400 / er]
                        add("discounted_power_integral", m.quad(integrand, points), s, rate, scale, horizon)


def distributions() -> None:
    for z in [-30.0, -5.5, -1.0, -0.1, 0.0, 0.3, 0.99, 1.01, 2.0, 5.0, 8.3, 20.0, 29.9, 30.1, 37.0]:
        add("normal_sf", m.erfc(exact(z) / m.sqrt(2)) / 2, z)
        add("ln_normal_sf", m.log1p(-m.erfc(-exact(z) / m.sqrt(2)) / 2) if z < 0
            else m.log(m.erfc(exact(z) / m.sqrt(2)) / 2), z)
    for z in [38.5, 100.0, 1e5]:
        with m.workdps(30):
            add("ln_normal_sf", -exact(z) ** 2 / 2 + m.log(m.exp(exact(z) ** 2 / 2) * m.erfc(exact(z) / m.sqrt(2)) / 2)
                if z < 1e4 else -exact(z) ** 2 / 2 - m.log(exact(z)) - m.log(2 * m.pi) / 2
                + m.log(1 - 1 / exact(z) ** 2 + 3 / exact(z) ** 4), z)
    for p in [1e-300, 1e-100, 1e-20, 1e-9, 1e-4, 0.01, 0.07, 0.0751, 0.2, 0.4, 0.4999999, 0.51, 0.8, 0.93, 0.975, 0.9999999]:
        with m.workdps(420):
            add("normal_quantile", m.sqrt(2) * m.erfinv(2 * exact(p) - 1), p)
    for df in [0.5, 1.0, 2.0, 3.7, 10.0, 29.5, 300.0, 1e4, 1e7]:
        for t in [1e-8, 0.1, 0.68, 1.0, 2.0, 5.0, 37.0, 1e4]:
            with extra(20):
                ed, et = exact(df), exact(t)
                y = et**2 / (ed + et**2)
                if y > 0.999 or df > 1e3:
                    if df > 1e3 and t > 1e3:
                        continue
                    x = 1 - y
                    two = lower_beta(ed / 2, mpf(1) / 2, x) if x < 0.9 else 1 - lower_beta(mpf(1) / 2, ed / 2, y)
                else:
                    two = 1 - lower_beta(mpf(1) / 2, ed / 2, y)
                if two > mpf("1e-20"):
                    add("student_t_two_sided", two, t, df)
                elif y <= 0.999 and df < 1e3:
                    add("student_t_two_sided", lower_beta(ed / 2, mpf(1) / 2, 1 - y), t, df)
    for df1, df2, x in [(1.0, 10.0, 4.96), (5.0, 2.0, 99.3), (3.3, 77.7, 0.2), (40.0, 60.0, 1.9), (2.0, 1000.0, 300.0)]:
        with extra(20):
            e1, e2, ex = exact(df1), exact(df2), exact(x)
            add("f_sf", lower_beta(e2 / 2, e1 / 2, e2 / (e2 + e1 * ex)), x, df1, df2)
    for k, n, p in [(0, 10, 0.3), (3, 10, 0.3), (10, 10, 0.3), (49, 100, 0.5), (120, 1000, 0.1), (5, 10**6, 1e-6),
                    (333, 10**6, 1e-3), (10**6, 2 * 10**6, 0.5), (7, 10, 1e-30), (500, 501, 0.99)]:
        ep = exact(p)
        log = m.log(m.binomial(n, k)) + k * m.log(ep) + (n - k) * m.log1p(-ep)
        add("ln_binomial_pmf", log, k, n, p)
        if k < n:
            with extra(150):
                above = lower_beta(mpf(k + 1), mpf(n - k), ep)
            add("binomial_sf", above, k, n, p) if above > mpf("1e-300") else None
    for k, population, successes, draws in [(3, 8, 4, 4), (0, 10**6, 100, 5000), (12, 10**6, 100, 5000),
                                            (600, 2000, 1000, 1100), (49, 99, 50, 51), (5000, 10**8, 10**6, 500000)]:
        choose_all = m.binomial(population, draws)
        log = m.log(m.binomial(successes, k) * m.binomial(population - successes, draws - k) / choose_all)
        add("ln_hypergeometric_pmf", log, k, population, successes, draws)
        if population < 10**7:
            total = sum(m.binomial(successes, i) * m.binomial(population - successes, draws - i)
                        for i in range(k + 1, min(successes, draws) + 1)) / choose_all
            add("hypergeometric_sf", total, k, population, successes, draws)
    for k, rate in [(0, 3.0), (3, 3.0), (1000, 1000.0), (1100, 1000.0), (5, 1e-10), (10**6, 10**6 + 500)]:
        add("ln_poisson_pmf", k * m.log(exact(rate)) - exact(rate) - m.loggamma(k + 1), k, rate)
    for n, r, p in [(0, 0.243, 0.1), (10, 0.243, 0.1), (200, 0.5, 0.01), (3, 1e8, 0.99999999), (1000, 30.0, 0.03)]:
        er, ep = exact(r), exact(p)
        with extra(30):
            log = m.loggamma(er + n) - m.loggamma(er) - m.loggamma(n + 1) + er * m.log(ep) + n * m.log1p(-ep)
        add("ln_negative_binomial_pmf", log, n, r, p)


FAMILIES = {
    "elementary": elementary,
    "gamma": gamma_family,
    "beta": beta_family,
    "incomplete_gamma": incomplete_gamma,
    "incomplete_beta": incomplete_beta,
    "hypergeometric": hypergeometric,
    "exponential_integral": exponential_integral,
    "distributions": distributions,
}


def main(names: list[str]) -> None:
    folder = Path(__file__).with_name("special_functions")
    folder.mkdir(exist_ok=True)
    for name in names or FAMILIES:
        rows.clear()
        choose.seed(name)
        FAMILIES[name]()
        with (folder / f"{name}.csv").open("w", encoding="ascii", newline="\n") as out:
            out.write("# Generated by special_functions.py with mpmath; never edited by hand.\n")
            for function, arguments, value in rows:
                text = m.nstr(value, 25, strip_zeros=True) if value != -inf else "-inf"
                out.write(",".join([function, text, *map(repr, arguments)]) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
