//! Customers made up by a model: to plan studies, to test fits, to see what a model believes.

use super::histories::Customer;
use super::opportunities::MOST_OPPORTUNITIES;
use super::purchase::PurchaseModel;
use crate::numerics::random::Random;
use crate::{Error, Result};

/// Simulated histories, in columns.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Simulated {
    /// Repeat purchases.
    pub frequency: Vec<f64>,
    /// Ages at the last purchase.
    pub recency: Vec<f64>,
    /// Ages at the end.
    pub t: Vec<f64>,
    /// Sums of the logarithms of the times between purchases.
    pub sum_log_intervals: Vec<f64>,
    /// Whether the customer was still alive at the end: what a data set never shows.
    pub alive: Vec<bool>,
}

/// One simulated customer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Drawn {
    /// The history.
    pub customer: Customer,
    /// Whether the customer is still alive at the end.
    pub alive: bool,
}

/// More customers than this are refused in one call.
const MOST_CUSTOMERS: usize = 50_000_000;

/// More purchases than this of one customer are refused: the model and the unit of time do not belong together.
const MOST_PURCHASES: f64 = 1e7;

/// Simulates customers, each of the model of its row.
pub(crate) fn simulate<'a>(
    model: &dyn Fn(usize) -> &'a dyn PurchaseModel,
    n: usize,
    t: &[f64],
    seed: u64,
) -> Result<Simulated> {
    check_size(n, t)?;
    for (row, &age) in t.iter().enumerate().take(n) {
        let discrete = model(row).spec().discrete;
        if !age.is_finite() || age < 0.0 || (discrete && (age.trunc() != age || age > MOST_OPPORTUNITIES)) {
            let expected = if discrete {
                "a whole number of opportunities, at most 1,000,000"
            } else {
                "a finite age >= 0"
            };
            return Err(Error::invalid("T", expected, age).at_row(row));
        }
    }
    let mut random = Random::new(seed);
    let mut out = Simulated::default();
    for row in 0..n {
        let age = if t.len() == 1 { t[0] } else { t[row] };
        let drawn = model(row).draw(&mut random, age)?;
        out.frequency.push(drawn.customer.x);
        out.recency.push(drawn.customer.t_x);
        out.t.push(drawn.customer.t);
        out.sum_log_intervals.push(drawn.customer.log_intervals);
        out.alive.push(drawn.alive);
    }
    Ok(out)
}

/// Refuses too many customers, and ages that are neither one for all nor one each.
pub(crate) fn check_size(n: usize, t: &[f64]) -> Result<()> {
    if n > MOST_CUSTOMERS {
        return Err(Error::invalid("n", "at most 50,000,000 customers in one call", n as f64));
    }
    if t.len() != 1 && t.len() != n {
        return Err(Error::lengths("n", n, "T", t.len()));
    }
    Ok(())
}

/// The purchases of one customer of age `t`, if `alive` at all: each after a `wait`, none after `end`, and after each
/// the customer may or may not be one who `stays`.
pub(crate) fn purchase_by_purchase(
    random: &mut Random,
    t: f64,
    end: f64,
    mut alive: bool,
    mut wait: impl FnMut(&mut Random) -> f64,
    mut stays: impl FnMut(&mut Random) -> bool,
) -> Result<Drawn> {
    let mut customer = Customer { x: 0.0, t_x: 0.0, t, log_intervals: 0.0 };
    while alive {
        let wait = wait(random);
        let next = customer.t_x + wait;
        if next.is_nan() || next > end {
            break;
        }
        customer.x += 1.0;
        customer.t_x = next;
        customer.log_intervals += libm::log(wait);
        if customer.x > MOST_PURCHASES {
            return Err(too_many());
        }
        alive = stays(random);
    }
    Ok(Drawn { customer, alive })
}

/// The refusal of a customer who would buy too often to be simulated purchase by purchase.
fn too_many() -> Error {
    Error::input(
        "too_many_purchases",
        "a simulated customer would make more than 10 million purchases: check that the parameters and T are in the \
         same unit of time",
    )
}
