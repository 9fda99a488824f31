//! The questions about past customers, for columns: P(alive) times what a living customer will do.
//!
//! What a living customer will do depends, in nearly every model, on the number of purchases and the age alone.
//! Customers share these: a million customers at the resolution of days hold a few thousand pairs. Each pair is
//! computed once. A row's answer never depends on which other rows there are.
//!
//! These are the methods of the same names of [`PurchaseModel`]. As functions of a model whose type is known they bring
//! nothing else: a program is linked with the questions that it asks, and not with every question of the model.

use super::histories::{Customer, Histories};
use super::purchase::{DependsOn, PurchaseModel, check_histories, check_horizon, check_rate};
use crate::{Error, Result, Status};

/// The probability that each customer is alive `horizon` after the end of the observation.
///
/// ```
/// use ukur::models::{BgNbd, Histories, answers};
/// let model = BgNbd::new(0.243, 4.414, 0.793, 2.426)?;
/// let histories = Histories::new(&[2.0], &[30.43], &[38.86])?;
/// assert!((answers::probability_alive(&model, &histories, 0.0)?[0] - 0.7266).abs() < 1e-4);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
///
/// A horizon that is negative or not finite.
pub fn probability_alive<M: PurchaseModel + ?Sized>(
    model: &M,
    histories: &Histories,
    horizon: f64,
) -> Result<Vec<f64>> {
    check_histories(model.spec().discrete, histories)?;
    check_horizon(model.spec().discrete, horizon)?;
    let mut alive = model.alive_of_all(histories);
    if horizon > 0.0 {
        each_if_alive("probability_alive", model.depends_on(), histories, &mut alive, &|customer| {
            Ok(model.survival_if_alive(customer, horizon))
        })?;
    }
    Ok(alive)
}

/// The expected purchases of each customer within `horizon` after the end of the observation.
///
/// # Errors
///
/// A horizon that is negative or not finite.
pub fn expected_purchases<M: PurchaseModel + ?Sized>(
    model: &M,
    histories: &Histories,
    horizon: f64,
) -> Result<Vec<f64>> {
    check_histories(model.spec().discrete, histories)?;
    check_horizon(model.spec().discrete, horizon)?;
    let mut alive = model.alive_of_all(histories);
    each_if_alive("expected_purchases", model.depends_on(), histories, &mut alive, &|customer| {
        Ok(model.purchases_if_alive(customer, horizon))
    })?;
    Ok(alive)
}

pub(crate) fn conditional_purchase_probability(
    model: &dyn PurchaseModel,
    n: f64,
    histories: &Histories,
    horizon: f64,
) -> Result<Vec<f64>> {
    super::histories::check_count("n", n)?;
    check_histories(model.spec().discrete, histories)?;
    check_horizon(model.spec().discrete, horizon)?;
    let mut answer = model.alive_of_all(histories);
    let dead: Vec<f64> = if n == 0.0 { answer.iter().map(|alive| 1.0 - alive).collect() } else { Vec::new() };
    each_if_alive(
        "conditional_purchase_probability",
        model.depends_on(),
        histories,
        &mut answer,
        &|customer| Ok(model.count_if_alive(customer, n, horizon)),
    )?;
    for (answer, dead) in answer.iter_mut().zip(dead) {
        *answer += dead;
    }
    Ok(answer)
}

/// The expected purchases of each customer after the observation, discounted at a continuously compounded
/// `discount_rate` per unit of time, within `horizon` or, with `None`, for ever.
///
/// # Errors
///
/// A rate or horizon that is negative or not finite; `divergent` where the infinite sum has no limit.
pub fn discounted_expected_purchases<M: PurchaseModel + ?Sized>(
    model: &M,
    discount_rate: f64,
    histories: &Histories,
    horizon: Option<f64>,
) -> Result<Vec<f64>> {
    check_histories(model.spec().discrete, histories)?;
    check_rate(discount_rate)?;
    if let Some(horizon) = horizon {
        check_horizon(model.spec().discrete, horizon)?;
    }
    let horizon = horizon.unwrap_or(f64::INFINITY);
    let mut alive = model.alive_of_all(histories);
    each_if_alive("discounted_expected_purchases", model.depends_on(), histories, &mut alive, &|customer| {
        model.discounted_if_alive(customer, discount_rate, horizon)
    })?;
    Ok(alive)
}

/// Multiplies each row by the answer for a living customer. Errors name the row.
fn each_if_alive(
    what: &'static str,
    depends_on: DependsOn,
    histories: &Histories,
    rows: &mut [f64],
    answer: &dyn Fn(&Customer) -> Result<f64>,
) -> Result<()> {
    let mut seen = Seen::new(histories.len());
    let by_pair = depends_on == DependsOn::CountAndAge;
    for (row, (customer, out)) in histories.iter().zip(rows.iter_mut()).enumerate() {
        let compute = || -> Result<f64> {
            let value = answer(&customer).map_err(|error| error.at_row(row))?;
            if value.is_finite() {
                Ok(value)
            } else {
                Err(Error::undefined(what, Status::Unbounded, "the value exceeds the range of numbers")
                    .at_row(row))
            }
        };
        *out *= if by_pair { seen.get(customer.x, customer.t, compute)? } else { compute()? };
    }
    Ok(())
}

/// A small table from pairs of numbers to results, by open addressing. It only spares work: when a pair finds no
/// place near its own it is computed again, so that no input can make the table slow.
struct Seen {
    slots: Vec<(u64, u64, f64)>,
    mask: usize,
}

impl Seen {
    fn new(rows: usize) -> Self {
        let size = (2 * rows).clamp(16, 1 << 16).next_power_of_two();
        // No history has this pair: counts are not NaN.
        Self { slots: vec![(u64::MAX, 0, 0.0); size], mask: size - 1 }
    }

    fn get(&mut self, x: f64, t: f64, compute: impl FnOnce() -> Result<f64>) -> Result<f64> {
        let (x, t) = ((x + 0.0).to_bits(), (t + 0.0).to_bits());
        let mut hash = (x ^ t.rotate_left(31)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^= hash >> 32;
        hash = hash.wrapping_mul(0xd6e8_feb8_6659_fd93);
        let home = (hash >> 24) as usize;
        for probe in 0..8 {
            let slot = (home + probe) & self.mask;
            let (key_x, key_t, value) = self.slots[slot];
            if (key_x, key_t) == (x, t) {
                return Ok(value);
            }
            if key_x == u64::MAX {
                let value = compute()?;
                self.slots[slot] = (x, t, value);
                return Ok(value);
            }
        }
        compute()
    }
}
