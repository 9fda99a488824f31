//! Covariates that change over time: the table of customers and periods, read into one path a customer.
//!
//! Within a period no covariate changes, so that the clocks of purchases and of leaving, `A(u)` and `B(u)`, run at the
//! speeds `exp(c z)` and `exp(c' z)` of the period: they are piecewise linear in the age `u`.
//!
//! Source: Bachmann, Meierer & Näf 2021, Marketing Science 40:783.

use super::histories::{Histories, check_count};
use crate::shown::Shown;
use crate::sort::Order as _;
use crate::{Error, Result};

/// A table of customers and periods, one row each: which covariates they lie beside are columns of the same length
/// ([`Covariates`](super::Covariates) of a fit, [`Observations::covariates`](super::Observations) of a question).
///
/// Periods are regular (weeks, months) and the same for all customers: a customer needs every period from that of the
/// first purchase to that of the end of the observation and, for questions, to the horizon. A purchase at the moment
/// where two periods meet belongs to the later one.
///
/// ```
/// use ukur::models::{AnyModel, Arguments, Covariates, FitOptions, Observations, Periods, Question};
/// // 300 customers of age 26, in periods of 4 weeks; an offer runs in every third. Two of three buy once more, most
/// // of them during an offer; the covariates of three periods to come are known.
/// let (mut customer, mut start, mut purchases, mut offer) = (vec![], vec![], vec![], vec![]);
/// let (mut frequency, mut recency) = (vec![], vec![]);
/// for row in 0..300_i32 {
///     let bought = match row % 5 { 0 | 1 => None, 2 => Some(-5), at => Some(-9 + 3 * ((row + at) % 3)) };
///     for period in -7..3 {
///         customer.push(f64::from(row));
///         start.push(f64::from(4 * period));
///         purchases.push(f64::from(u8::from(bought == Some(period))));
///         offer.push(f64::from(u8::from(period % 3 == 0)));
///     }
///     let bought = bought.filter(|period| *period >= -6);
///     frequency.push(f64::from(u8::from(bought.is_some())));
///     recency.push(bought.map_or(0.0, |period| 26.0 + f64::from(4 * period + 1)));
/// }
/// let t = vec![26.0; 300];
/// let periods = Periods { customer: &customer, start: &start, purchases: Some(&purchases) };
/// let rows = Observations {
///     frequency: Some(&frequency), recency: Some(&recency), t: Some(&t), periods: Some(&periods),
///     ..Observations::default()
/// };
/// let offer: &[(&str, &[f64])] = &[("offer", &offer)];
/// let known = Covariates { purchase: offer, dropout: &[] };
/// let model = AnyModel::fit_with_covariates("pareto_nbd", &rows, &[], &known, &FitOptions::default(), None)?;
/// println!("{}", model.fitted()?.covariates[0].reading); // one more of offer: ... % purchase rate
/// let rows = Observations { covariates: offer, ..rows };
/// let arguments = Arguments { horizon: Some(&[12.0]), ..Arguments::default() };
/// let expected = model.ask(Question::ExpectedPurchases, &rows, &arguments)?;
/// assert_eq!(expected.len(), 300);
/// # Ok::<(), ukur::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Periods<'a> {
    /// The customer that a row is about: the row of the histories, counted from 0.
    pub customer: &'a [f64],
    /// When the period begins, in units of time from the end of the observation: negative before it.
    pub start: &'a [f64],
    /// The repeat purchases of the customer in the period; a fit and a log-likelihood need them.
    pub purchases: Option<&'a [f64]>,
}

/// A stretch of a customer's time in which no covariate changes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Stretch {
    /// The age at its end.
    pub(crate) to: f64,
    /// The covariates.
    pub(crate) z: Vec<f64>,
}

/// A customer's covariates from the first purchase on.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Path {
    pub(crate) stretches: Vec<Stretch>,
    /// The sum of the covariates at the repeat purchases; none where purchases are not known.
    pub(crate) bought: Option<Vec<f64>>,
}

/// A stretch with the speeds of the two clocks, and what they show at its beginning.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Piece {
    pub(crate) from: f64,
    pub(crate) to: f64,
    /// Speeds of purchases and of leaving.
    pub(crate) a: f64,
    pub(crate) b: f64,
    /// `A` and `B` at the beginning.
    pub(crate) a_from: f64,
    pub(crate) b_from: f64,
}

impl Piece {
    /// The part from an age on.
    pub(crate) fn after(self, age: f64) -> Self {
        let skipped = (age - self.from).max(0.0);
        Self {
            from: self.from + skipped,
            a_from: self.a_from + self.a * skipped,
            b_from: self.b_from + self.b * skipped,
            ..self
        }
    }
}

/// Periods may differ in length by this factor (February and March do); more is a gap.
const UNEVEN: f64 = 1.25;

/// The path of each customer.
pub(crate) fn paths(
    periods: &Periods,
    histories: &Histories,
    columns: &[(&str, &[f64])],
) -> Result<Vec<Path>> {
    let rows = periods.customer.len();
    check(periods, histories.len(), columns)?;
    let calendar = Calendar::new(periods.start)?;
    let mut order: Vec<usize> = (0..rows).collect();
    order.order_by(|&i, &j| {
        periods.customer[i]
            .total_cmp(&periods.customer[j])
            .then((periods.start[i] + 0.0).total_cmp(&(periods.start[j] + 0.0)))
    });
    let mut own: Vec<&[usize]> = vec![&[]; histories.len()];
    for run in order.chunk_by(|&i, &j| periods.customer[i] == periods.customer[j]) {
        if let Some(twice) = run.windows(2).find(|pair| periods.start[pair[0]] == periods.start[pair[1]]) {
            return Err(Error::input(
                "given_twice",
                format!(
                    "the table of periods has the period that begins at {} twice for customer {} (rows {} and {}, \
                     counted from 0)",
                    Shown(periods.start[twice[0]]),
                    Shown(periods.customer[twice[0]]),
                    twice[0],
                    twice[1]
                ),
            ));
        }
        own[periods.customer[run[0]] as usize] = run;
    }
    histories
        .iter()
        .zip(own)
        .enumerate()
        .map(|(customer, (history, rows))| {
            let reader = Reader { periods, calendar: &calendar, columns, customer };
            reader.path(rows, history.x, history.t_x, history.t)
        })
        .collect()
}

fn check(periods: &Periods, customers: usize, columns: &[(&str, &[f64])]) -> Result<()> {
    let rows = periods.customer.len();
    let lengths = [("start", Some(periods.start)), ("purchases", periods.purchases)];
    let named = lengths.into_iter().filter_map(|(name, column)| Some((name, column?)));
    for (name, column) in named.chain(columns.iter().copied()) {
        if column.len() != rows {
            return Err(Error::lengths("customer", rows, name.to_owned(), column.len()));
        }
    }
    for (row, &customer) in periods.customer.iter().enumerate() {
        if !(customer >= 0.0 && customer < customers as f64 && customer.trunc() == customer) {
            let expected = format!("the row of one of the {customers} customers, counted from 0");
            return Err(Error::invalid("customer", expected, customer).at_row(row));
        }
        if !periods.start[row].is_finite() {
            let expected = "a finite time from the end of the observation";
            return Err(Error::invalid("start", expected, periods.start[row]).at_row(row));
        }
        if let Some(purchases) = periods.purchases {
            check_count("purchases", purchases[row]).map_err(|error| error.at_row(row))?;
        }
    }
    for (name, column) in columns {
        if let Some(row) = column.iter().position(|value| !value.is_finite()) {
            return Err(Error::input(
                "out_of_domain",
                format!(
                    "the covariate `{name}` must be a finite number, got {} (row {row}, counted from 0)",
                    Shown(column[row])
                ),
            ));
        }
    }
    Ok(())
}

/// The beginnings of all periods, in order.
struct Calendar {
    start: Vec<f64>,
    /// The usual length of a period, which is that of the last.
    width: f64,
}

impl Calendar {
    fn new(starts: &[f64]) -> Result<Self> {
        let mut start: Vec<f64> = starts.iter().map(|s| s + 0.0).collect();
        start.order_by(f64::total_cmp);
        start.dedup();
        let mut gaps: Vec<f64> = start.windows(2).map(|pair| pair[1] - pair[0]).collect();
        gaps.order_by(f64::total_cmp);
        let Some(&width) = gaps.get(gaps.len() / 2) else {
            return Err(Error::input(
                "missing_period",
                "the table of periods must hold at least two periods: their distance is the length of one",
            ));
        };
        let uneven = |gap: f64| gap > UNEVEN * width || gap * UNEVEN < width;
        if let Some(&[from, to]) = start.windows(2).find(|pair| uneven(pair[1] - pair[0])) {
            return Err(Error::input(
                "missing_period",
                format!(
                    "periods must be regular: they are about {} long, but one begins at {} and the next at {} \
                     (counted from the end of the observation); add the periods that are missing",
                    Shown(width),
                    Shown(from),
                    Shown(to)
                ),
            ));
        }
        Ok(Self { start, width })
    }

    fn end(&self, period: usize) -> f64 {
        self.start.get(period + 1).copied().unwrap_or_else(|| self.start[period] + self.width)
    }
}

/// What reads the rows of one customer.
struct Reader<'a> {
    periods: &'a Periods<'a>,
    calendar: &'a Calendar,
    columns: &'a [(&'a str, &'a [f64])],
    customer: usize,
}

impl Reader<'_> {
    fn path(&self, rows: &[usize], x: f64, t_x: f64, t: f64) -> Result<Path> {
        let Self { periods, calendar, .. } = *self;
        let close = 1e-9 * calendar.width;
        let first = calendar.start.partition_point(|start| *start <= close - t);
        let Some(first) = first.checked_sub(1) else {
            return Err(self.missing(&format!("the one of the first purchase, at {}", Shown(-t))));
        };
        // The period of the end, which for a customer of age 0 is that of the first purchase too.
        let last = calendar.start.partition_point(|start| *start < -close).max(first + 1);
        // A purchase at the very end lies in the period that begins there, if one does.
        let counted_to = if x > 0.0 && t - t_x <= close {
            calendar.start.partition_point(|start| *start <= close)
        } else {
            last
        };
        let mut path =
            Path { stretches: vec![], bought: periods.purchases.map(|_| vec![0.0; self.columns.len()]) };
        let (mut counted, mut last_bought) = (0.0, None);
        let mut at = rows.partition_point(|&row| periods.start[row] < calendar.start[first]);
        for row in &rows[..at] {
            counted += periods.purchases.map_or(0.0, |purchases| purchases[*row]);
        }
        for period in first..calendar.start.len() {
            let here = rows.get(at).copied().filter(|&row| periods.start[row] == calendar.start[period]);
            let Some(row) = here else {
                if period < last {
                    return Err(
                        self.missing(&format!("the one that begins at {}", Shown(calendar.start[period])))
                    );
                }
                // Beyond the end a path may stop; a question that looks further is refused.
                break;
            };
            at += 1;
            let z: Vec<f64> = self.columns.iter().map(|(_, column)| column[row]).collect();
            if period < counted_to {
                let count = periods.purchases.map_or(0.0, |purchases| purchases[row]);
                if count > 0.0 {
                    counted += count;
                    last_bought = Some(period);
                }
                for (sum, z) in path.bought.iter_mut().flatten().zip(&z) {
                    *sum += count * z;
                }
            }
            let to = t + calendar.end(period);
            match path.stretches.last_mut() {
                Some(stretch) if stretch.z == z => stretch.to = to,
                _ => path.stretches.push(Stretch { to, z }),
            }
        }
        if periods.purchases.is_some() {
            if counted != x {
                return Err(Error::input(
                    "purchases_differ",
                    format!(
                        "customer {} (row, counted from 0) has a frequency of {}, but {} purchases in the periods \
                         up to the end of the observation; count repeat purchases, without the first",
                        self.customer,
                        Shown(x),
                        Shown(counted)
                    ),
                ));
            }
            let when = t_x - t;
            if let Some(period) = last_bought.filter(|&period| {
                when < calendar.start[period] - close || when > calendar.end(period) + close
            }) {
                return Err(Error::input(
                    "purchases_differ",
                    format!(
                        "customer {} (row, counted from 0) bought last at {}, counted from the end of the \
                         observation, but the last period with purchases begins at {}",
                        self.customer,
                        Shown(when),
                        Shown(calendar.start[period])
                    ),
                ));
            }
        }
        Ok(path)
    }

    fn missing(&self, which: &str) -> Error {
        Error::input(
            "missing_period",
            format!(
                "customer {} (row, counted from 0) lacks a period: {which} (times count from the end of the \
                 observation); give covariates for every period from the first purchase to the end",
                self.customer
            ),
        )
    }
}

impl Path {
    /// The two clocks, for the coefficients of all covariates in each process.
    pub(crate) fn pieces(&self, purchase: &[f64], dropout: &[f64]) -> Vec<Piece> {
        let speed = |c: &[f64], z: &[f64]| libm::exp(c.iter().zip(z).map(|(c, z)| c * z).sum());
        let (mut from, mut a_from, mut b_from) = (0.0, 0.0, 0.0);
        self.stretches
            .iter()
            .map(|stretch| {
                let (a, b) = (speed(purchase, &stretch.z), speed(dropout, &stretch.z));
                let piece = Piece { from, to: stretch.to, a, b, a_from, b_from };
                a_from += a * (stretch.to - from);
                b_from += b * (stretch.to - from);
                from = stretch.to;
                piece
            })
            .collect()
    }

    /// Forgets the covariates after an age: they say nothing about what was observed until then.
    pub(crate) fn stop_at(&mut self, age: f64) {
        let inside = self.stretches.partition_point(|stretch| stretch.to < age);
        self.stretches.truncate(inside + 1);
        if let Some(stretch) = self.stretches.last_mut() {
            stretch.to = stretch.to.min(age);
        }
    }

    /// The age up to which covariates are known.
    pub(crate) fn end(&self) -> f64 {
        self.stretches.last().map_or(0.0, |stretch| stretch.to)
    }
}
