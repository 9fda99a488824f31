//! What the ages of customers add to a likelihood whose rates are gamma distributed: the sum over customers of
//! `-r ln(1 + T / alpha) - x ln(alpha + T)`. Many customers have the same age, and the sum needs of each age how many
//! customers and how many purchases it has.

use super::counted::Counted;
use crate::numerics::batch;
use crate::numerics::optimise::Evaluation;

/// How many customers, and how many purchases of theirs, there are of each age.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Ages {
    t: Vec<f64>,
    customers: Vec<f64>,
    purchases: Vec<f64>,
    all_purchases: f64,
}

/// Ages that are worked on at once.
const BLOCK: usize = 256;

/// With more ages than this, finding equal ones costs more than it saves.
const MOST_AGES: usize = 2048;

impl Ages {
    pub(crate) fn of(counted: &Counted) -> Self {
        let mut out = Self::merged(counted).unwrap_or_else(|| Self {
            t: counted.t.clone(),
            customers: counted.weight.clone(),
            purchases: counted.weight.iter().zip(&counted.x).map(|(w, x)| w * x).collect(),
            all_purchases: 0.0,
        });
        out.all_purchases = out.purchases.iter().sum();
        out
    }

    /// Each age once, in the order in which they are met; `None` with too many of them.
    fn merged(counted: &Counted) -> Option<Self> {
        const SLOTS: usize = 2 * MOST_AGES;
        let mut out = Self { t: vec![], customers: vec![], purchases: vec![], all_purchases: 0.0 };
        // By open addressing: the place of an age, plus one.
        let mut slots = vec![0_usize; SLOTS];
        for ((&x, &t), &w) in counted.x.iter().zip(&counted.t).zip(&counted.weight) {
            let mut slot = (t.to_bits().wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize % SLOTS;
            let place = loop {
                let place = slots[slot];
                if place == 0 {
                    if out.t.len() == MOST_AGES {
                        return None;
                    }
                    out.t.push(t);
                    out.customers.push(0.0);
                    out.purchases.push(0.0);
                    slots[slot] = out.t.len();
                    break out.t.len() - 1;
                }
                if out.t[place - 1] == t {
                    break place - 1;
                }
                slot = (slot + 1) % SLOTS;
            };
            out.customers[place] += w;
            out.purchases[place] += w * x;
        }
        Some(out)
    }

    /// The same ages without purchases: for the rate of dropout.
    pub(crate) fn without_purchases(&self) -> Self {
        Self { purchases: vec![0.0; self.t.len()], all_purchases: 0.0, ..self.clone() }
    }

    /// Adds the sum with its derivatives by the shape and the scale, which stand at `at` and `at + 1` among the parameters.
    pub(crate) fn add_to(&self, out: &mut Evaluation, at: usize, shape: f64, scale: f64) {
        let inverse = 1.0 / scale;
        let mut sums = [0.0; 6];
        let mut ln = [0.0; BLOCK];
        let columns =
            self.t.chunks(BLOCK).zip(self.customers.chunks(BLOCK)).zip(self.purchases.chunks(BLOCK));
        for ((t, customers), purchases) in columns {
            let ln = &mut ln[..t.len()];
            for (ln, t) in ln.iter_mut().zip(t) {
                *ln = t * inverse;
            }
            batch::log1p_in_place(ln);
            for (((ln, t), n), x) in ln.iter().zip(t).zip(customers).zip(purchases) {
                let i = 1.0 / (scale + t);
                let by_scale = t * inverse * i;
                sums[0] += n * ln;
                sums[1] += x * ln;
                // By the scale: once for the shape, once for the purchases; then the curvature.
                sums[2] += n * by_scale;
                sums[3] += x * i;
                sums[4] += n * by_scale * (inverse + i);
                sums[5] += x * i * i;
            }
        }
        let [customers, purchases, by_scale, by_purchases, bend, bend_of_purchases] = sums;
        let n = out.gradient.len();
        out.value -= shape * customers + purchases + self.all_purchases * libm::log(scale);
        out.gradient[at] -= customers;
        out.gradient[at + 1] += shape * by_scale - by_purchases;
        out.hessian[at * n + at + 1] += by_scale;
        out.hessian[(at + 1) * n + at + 1] += bend_of_purchases - shape * bend;
    }
}
