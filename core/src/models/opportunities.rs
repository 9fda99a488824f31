//! Time counted in opportunities: who is still there when the chance to leave at each of them is an individual,
//! beta-distributed one. What BG/BB, the shifted beta-geometric and the beta-discrete-Weibull model share.

use super::histories::Histories;
use crate::numerics::gamma::{digamma_difference, ln_gamma_difference};
use crate::numerics::hypergeometric::ln_hypergeometric_one;
use crate::numerics::quadrature::gauss_legendre_16;
use crate::shown::Shown;
use crate::{Error, Result, Status};

/// The largest number of opportunities. Likelihoods add over them; more than this are seconds, not opportunities.
pub(crate) const MOST_OPPORTUNITIES: f64 = 1e6;

/// Sums run term by term this far; from here on the terms are smooth enough for an integral.
const TERM_BY_TERM: f64 = 1024.0;

/// Leaving at each opportunity with a chance that is beta distributed with `leave` and `stay`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Staying {
    pub(crate) leave: f64,
    pub(crate) stay: f64,
}

impl Staying {
    /// The logarithm of the probability to be there after `t` opportunities: `B(leave, stay + t) / B(leave, stay)`.
    pub(crate) fn ln_survival(&self, t: f64) -> f64 {
        let Self { leave, stay } = *self;
        // The same ratio of four gamma functions, paired so that the smaller shift is taken.
        if t <= leave {
            ln_gamma_difference(stay, t) - ln_gamma_difference(leave + stay, t)
        } else {
            ln_gamma_difference(stay, leave) - ln_gamma_difference(stay + t, leave)
        }
    }

    /// The probability to be there after `t` opportunities.
    pub(crate) fn survival(&self, t: f64) -> f64 {
        libm::exp(self.ln_survival(t))
    }

    /// `sum of survival(i) / (1 + rate)^i` over `i = 1 ... horizon`, which may be infinite: the discounted number of
    /// opportunities that a customer will still see.
    pub(crate) fn discounted(&self, rate: f64, horizon: f64) -> Result<f64> {
        let Self { leave, stay } = *self;
        let fade = 1.0 / (1.0 + rate);
        if horizon == f64::INFINITY {
            if rate == 0.0 {
                if leave <= 1.0 {
                    return Err(divergent(
                        "the first parameter of their distribution",
                        if leave == 1.0 { "equal to" } else { "below" },
                    ));
                }
                return Ok(stay / (leave - 1.0));
            }
            let ln_sum = ln_hypergeometric_one(stay + 1.0, leave + stay + 1.0, fade);
            if ln_sum.is_finite() {
                return Ok(stay / (leave + stay) * fade * libm::exp(ln_sum));
            }
        }
        let (mut sum, mut term, mut i) = (0.0, 1.0, 0.0);
        while i < horizon.min(TERM_BY_TERM) {
            term *= (stay + i) / (leave + stay + i) * fade;
            sum += term;
            i += 1.0;
            if term <= 1e-18 * sum {
                return Ok(sum);
            }
        }
        let force = libm::log1p(rate);
        let ln_term = |u: f64| self.ln_survival(u) - force * u;
        let slope = |u: f64| -digamma_difference(stay + u, leave) - force;
        Ok(sum + rest_of_sum(&ln_term, &slope, i, horizon, sum, leave, 1.0))
    }
}

/// The refusal of an endless sum, because `what` is not above 1.
pub(crate) fn divergent(what: &str, where_it_is: &str) -> Error {
    Error::undefined(
        "discounted_expectation",
        Status::Divergent,
        format!(
            "the chances to leave are so often near 0 ({what} is {where_it_is} 1) that the expected number of all time \
             is infinite; give a discount rate above 0 or a horizon"
        ),
    )
}

/// `sum of exp(ln_term(i))` over whole `i` in `(from, last]`, for terms that fall smoothly: Euler and Maclaurin's
/// formula, with the integral over panels that double. What is left out is of the order of `1e-12` of the first term.
/// `slope` is the derivative of `ln_term`, `before` the sum so far. Terms that fall like a power, `at^-power`, end where
/// numbers do, and what is left is added as that power's integral. A panel grows by `grow` times its start: 1 doubles.
pub(crate) fn rest_of_sum(
    ln_term: &dyn Fn(f64) -> f64,
    slope: &dyn Fn(f64) -> f64,
    from: f64,
    last: f64,
    before: f64,
    power: f64,
    grow: f64,
) -> f64 {
    if last <= from {
        return 0.0;
    }
    let edge = |u: f64| {
        let term = libm::exp(ln_term(u));
        if term == 0.0 { (0.0, 0.0) } else { (term, term * slope(u)) }
    };
    let (first, first_slope) = edge(from);
    if first == 0.0 && slope(from) <= 0.0 {
        return 0.0;
    }
    let (final_term, final_slope) = if last.is_finite() { edge(last) } else { (0.0, 0.0) };
    let mut sum = 0.5 * (final_term - first) + (final_slope - first_slope) / 12.0;
    let mut at = from;
    // Each panel grows with the age, or lets the terms fall by no more than about exp(-8).
    for _ in 0..4096 {
        let steep = slope(at).abs();
        let to = ((1.0 + grow) * at).min(at + 8.0 / steep).min(last);
        sum += gauss_legendre_16(at, to, |u| libm::exp(ln_term(u)));
        at = to;
        let left = libm::exp(ln_term(at)) * at;
        if at > 1e300 && power > 1.0 {
            return sum + left / (power - 1.0);
        }
        if at >= last || (left <= 1e-17 * (before + sum) && slope(at) <= 0.0) || at > 1e300 {
            break;
        }
    }
    sum
}

impl Histories<'_> {
    /// Checks that recency and `T` are opportunities: whole numbers, no more purchases than opportunities up to the
    /// last one.
    pub(crate) fn check_opportunities(&self) -> Result<()> {
        for (row, customer) in self.iter().enumerate() {
            let refuse = |argument: &'static str, expected: String, value: f64| {
                Err(Error::invalid(argument, expected, value).at_row(row))
            };
            if customer.t.trunc() != customer.t || customer.t > MOST_OPPORTUNITIES {
                return refuse("T", "a whole number of opportunities, at most 1,000,000".into(), customer.t);
            }
            if customer.t_x.trunc() != customer.t_x {
                return refuse(
                    "recency",
                    "the number of the opportunity of the last purchase".into(),
                    customer.t_x,
                );
            }
            if customer.x > customer.t_x {
                return refuse(
                    "frequency",
                    format!(
                        "at most recency ({} in this row): one purchase an opportunity",
                        Shown(customer.t_x)
                    ),
                    customer.x,
                );
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_by_any_way_agree() {
        for (leave, stay) in [(0.66, 8.78), (1.0, 3.0), (2.5, 0.4), (40.0, 900.0), (1e-3, 1e3), (300.0, 2.0)]
        {
            let staying = Staying { leave, stay };
            for rate in [0.0, 1e-4, 0.1] {
                for horizon in [1.0, 7.0, 1500.0, 30_000.0] {
                    let (mut plain, mut term, mut i) = (0.0, 1.0, 0.0);
                    while i < horizon {
                        term *= (stay + i) / (leave + stay + i) / (1.0 + rate);
                        plain += term;
                        i += 1.0;
                    }
                    let got = staying.discounted(rate, horizon).unwrap();
                    assert!(
                        (got - plain).abs() < 1e-12 * plain,
                        "{leave} {stay} {rate} {horizon}: {got} {plain}"
                    );
                }
                if rate > 0.0 {
                    let (endless, long) = (
                        staying.discounted(rate, f64::INFINITY).unwrap(),
                        staying.discounted(rate, 1e6).unwrap(),
                    );
                    assert!((endless - long).abs() < 1e-12 * long, "{leave} {stay} {rate}: {endless} {long}");
                }
            }
        }
        assert_eq!(Staying { leave: 3.0, stay: 5.0 }.discounted(0.0, f64::INFINITY).unwrap(), 2.5);
        let error = Staying { leave: 1.0, stay: 5.0 }.discounted(0.0, f64::INFINITY).unwrap_err();
        assert_eq!(error.code(), "divergent");
    }
}
