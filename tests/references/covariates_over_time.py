"""Pareto/NBD with covariates that change over time, by brute force: known answers of core/tests/models/over_time.rs.

Run: python tests/references/covariates_over_time.py (needs SciPy). Nothing is mixed by formula: for given rates of purchase
and dropout the likelihood of one customer is a sum over the weeks in which the customer may have left, and it is then
integrated over both gamma distributions by the rules of Gauss and Laguerre, of 80 nodes each.
"""

import numpy as np
from numpy import exp, log
from scipy.special import roots_genlaguerre

R, ALPHA, S, BETA = 0.8, 6.0, 0.7, 9.0
BUY, LEAVE = (0.6, -0.2), (-0.5, 0.3)  # of an offer and of a season, in both processes
OFFER = [0, 1, 1, 0, 0, 1, 0, 0, 1, 1, 0, 1]
SEASON = [0.5, 0.5, 0.25, 0.0, -0.25, -0.5, -0.5, -0.25, 0.0, 0.25, 0.5, 0.5]
T, T_X, BOUGHT = 7.5, 4.25, [1, 4]  # first purchase half a week into the first period; purchases by period
X, AHEAD = len(BOUGHT), 3.0


def speed(c, week):
    return exp(c[0] * OFFER[week] + c[1] * SEASON[week])


def pieces(start, end):
    """Weeks of the customer's age: the first period is half over at the first purchase."""
    for week in range(len(OFFER)):
        low, high = max(start, week - 0.5), min(end, week + 0.5)
        if high > low:
            yield week, low, high


def clock(c, start, end):
    return sum(speed(c, week) * (high - low) for week, low, high in pieces(start, end))


def leaving(rate, risk, start, end, count=0):
    """The probability to leave in between and to have made so many (0 or 1) purchases since the start."""
    total = 0.0
    for week, low, high in pieces(start, end):
        a, b = speed(BUY, week), speed(LEAVE, week)
        here = exp(-rate * clock(BUY, start, low) - risk * clock(LEAVE, start, low))
        k, length = rate * a + risk * b, high - low
        none = (1 - exp(-k * length)) / k
        if count == 0:
            total += here * risk * b * none
        else:
            one = rate * (clock(BUY, start, low) * none + a * ((1 - exp(-k * length)) / k**2 - length * exp(-k * length) / k))
            total += here * risk * b * one
    return total


def mixed(f, nodes=80):
    """The mean over both rates."""
    rates, risks = roots_genlaguerre(nodes, R - 1), roots_genlaguerre(nodes, S - 1)
    values = f(rates[0][:, None] / ALPHA, risks[0][None, :] / BETA)
    weights = np.outer(rates[1] / rates[1].sum(), risks[1] / risks[1].sum())
    return (weights * values).sum()


def main():
    at = exp(sum(BUY[0] * OFFER[w] + BUY[1] * SEASON[w] for w in BOUGHT))
    silent = lambda rate, risk, end: exp(-rate * clock(BUY, 0, end) - risk * clock(LEAVE, 0, end))
    seen = lambda rate: at * rate**X
    alive = mixed(lambda rate, risk: seen(rate) * silent(rate, risk, T))
    gone = mixed(lambda rate, risk: seen(rate) * silent(rate, risk, T_X) * leaving(rate, risk, T_X, T))
    print("log-likelihood", log(alive + gone), "P(alive)", alive / (alive + gone))
    later = mixed(lambda rate, risk: seen(rate) * silent(rate, risk, T) * exp(-risk * clock(LEAVE, T, T + AHEAD)))
    print("P(alive) after 3", later / (alive + gone))

    def expected(rate, risk, discount):
        total = 0.0
        for week, low, high in pieces(T, T + AHEAD):
            k = risk * speed(LEAVE, week) + discount
            there = exp(-risk * clock(LEAVE, T, low) - discount * (low - T))
            total += rate * speed(BUY, week) * there * (1 - exp(-k * (high - low))) / k
        return total

    for discount in (0.0, 0.01):
        ahead = mixed(lambda rate, risk: seen(rate) * silent(rate, risk, T) * expected(rate, risk, discount))
        print("expected purchases in 3, discount", discount, ahead / (alive + gone))

    def one_more(rate, risk):
        passed = clock(BUY, T, T + AHEAD)
        staying = rate * passed * exp(-rate * passed - risk * clock(LEAVE, T, T + AHEAD))
        return seen(rate) * silent(rate, risk, T) * (staying + leaving(rate, risk, T, T + AHEAD, 1))

    print("P(1 purchase in 3)", mixed(one_more) / (alive + gone))
    rate_mean = mixed(lambda rate, risk: rate * seen(rate) * (silent(rate, risk, T) + silent(rate, risk, T_X) * leaving(rate, risk, T_X, T)))
    risk_mean = mixed(lambda rate, risk: risk * seen(rate) * (silent(rate, risk, T) + silent(rate, risk, T_X) * leaving(rate, risk, T_X, T)))
    print("rates at T", rate_mean / (alive + gone) * speed(BUY, 7), risk_mean / (alive + gone) * speed(LEAVE, 7))


if __name__ == "__main__":
    main()
