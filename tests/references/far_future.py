"""What BG/NBD says of very far horizons and of frequent buyers who soon leave, with mpmath at 40 digits and more.

    python tests/references/far_future.py    # prints the numbers of core/tests/models/bg_nbd.rs

Needs mpmath. Closed forms with Gauss's hypergeometric function, and sums of Gauss-Legendre panels where there is none.
"""

from mpmath import betainc, exp, factorial, hyp2f1, log, loggamma, mp, mpf, nstr, quad, rf


def survival(r, alpha, a, b, t):
    return hyp2f1(r, a, a + b, -t / alpha)


def purchases(r, alpha, a, b, t):
    digits = mp.dps
    mp.dps = digits + 60 + int(abs(mp.log10(t / alpha)))
    if a == 1:
        a += mpf(10) ** -(mp.dps - 20)
    value = (a + b - 1) / (a - 1) * (1 - hyp2f1(r, a - 1, a + b - 1, -t / alpha))
    mp.dps = digits
    return +value


def discounted(r, alpha, a, b, rate, horizon):
    """The rate of purchases is that of survival with one purchase more, times r / alpha."""

    def bought(u):
        return exp(-rate * u) * r / alpha * hyp2f1(r + 1, a, a + b, -u / alpha)

    end = min(horizon, 100 / rate)
    points = [mpf(0)]
    step = min(end, alpha / (r + 1) / 4, 1 / rate)
    while points[-1] + step < end:
        points.append(points[-1] + step)
        step *= 2
    return quad(bought, [*points, end])


def between(r, alpha, a, b, n, start, end):
    """Exactly n purchases in (start, end], over the logit of the chance to leave."""
    width = end - start
    ln_beta = loggamma(a) + loggamma(b) - loggamma(a + b)

    def at(logit):
        p, q = 1 / (1 + exp(-logit)), 1 / (1 + exp(logit))
        age = alpha + p * start
        there = (1 + p * start / alpha) ** -r
        z, y = width / (age + width), age / (age + width)
        exactly = rf(r, n) / factorial(n) * z**n * y**r
        if n == 0:
            chance = 1 - there + there * exactly
        else:
            chance = there * q ** (n - 1) * (q * exactly + p * betainc(n, r, 0, z, regularized=True))
        return exp(a * log(p) + b * log(q) - ln_beta) * chance

    # quad stops at an absolute error.
    points = [mpf(k) for k in range(-300, 40, 2)]
    size = max(at(point) for point in points)
    return size * quad(lambda logit: at(logit) / size, points)


if __name__ == "__main__":
    mp.dps = 40
    cdnow = [mpf(v) for v in ("0.243", "4.414", "0.793", "2.426")]
    worlds = [
        cdnow,
        [mpf(3), mpf("4.414"), mpf(1), mpf("0.7")],
        [mpf("0.5"), mpf(6), mpf("1.1"), mpf("1.5")],
        [mpf(30), mpf("0.15"), mpf("2.4"), mpf(88)],
    ]
    far = [mpf(10) ** k for k in (9, 15, 30, 100, 300)]
    for world in worlds:
        print([nstr(v, 6) for v in world])
        print("  survival ", [nstr(survival(*world, t), 18) for t in far])
        print("  purchases", [nstr(purchases(*world, t), 18) for t in far])
    print("frequent buyers who soon leave, discounted:")
    for r, alpha, a, b, rate, horizon in [
        ("178", "4.2", "4.2", "4.1", "0.2", "1.5"),
        ("1000", "1", "8", "2", "0.01", "7"),
        ("1000", "30", "0.8", "0.2", "0.5", "30"),
        ("50", "4", "1", "1", "0.003", "28"),
    ]:
        values = [mpf(v) for v in (r, alpha, a, b, rate, horizon)]
        print(f"  {r}, {alpha}, {a}, {b}, {rate}, {horizon}:", nstr(discounted(*values), 18))
    mp.dps = 30
    print("purchases between:")
    for r, alpha, a, b, n, start, end in [
        ("0.243", "4.414", "0.793", "2.426", 0, "1e20", "2e20"),
        ("0.243", "4.414", "0.793", "2.426", 1, "1e20", "2e20"),
        ("30", "0.15", "5", "8", 3, "1e9", "1.5e9"),
        ("2", "4", "6", "3", 60, "1e7", "3e7"),
    ]:
        values = [mpf(v) for v in (r, alpha, a, b)]
        print(f"  {r}, {alpha}, {a}, {b}, {n}, {start}, {end}:", nstr(between(*values, n, mpf(start), mpf(end)), 18))
