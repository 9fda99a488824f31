//! The Pareto/NBD likelihood with covariates that change over time.
//!
//! With the clocks `A` and `B` of `varying.rs`, `X(u) = alpha + A(u)`, `Y(u) = beta + B(u)` and `p = r + x`, integrating
//! the individual rates out gives
//!
//! `L = Gamma(p) / Gamma(r) * alpha^r beta^s * exp(c * sum of z at the purchases) * X(T)^-p Y(T)^-s * (1 + I)`,
//! `I = integral from t_x to T of s b(u) / Y(u) * (X(T) / X(u))^p * (Y(T) / Y(u))^s du`,
//!
//! where `b` is the speed of `B`. With constant covariates this is the likelihood of `pareto_likelihood.rs` at
//! `alpha exp(-c z)` and `beta exp(-c' z)`. The integral is in `varying_integral.rs`, and its derivatives in
//! `varying_moments.rs`.
//!
//! Source of the model: Bachmann, Meierer & Näf 2021, Marketing Science 40:783. The form is our own.

use super::counted::Counted;
use super::covariates::{Scaled, mean_and_spread};
use super::fitting::{DataFacts, Likelihood};
use super::histories::Histories;
use super::pareto_likelihood::ParetoLikelihood;
use super::varying::Path;
use super::varying_integral::{Base, between, panels};
use super::varying_moments::{Clock, Moments, Quantity, Sums};
use crate::Result;
use crate::numerics::optimise::Evaluation;
use crate::sort::Order as _;

/// A customer of the fit, with the covariates scaled, those of purchases first.
#[derive(Debug, Clone)]
struct Row {
    x: f64,
    t_x: f64,
    t: f64,
    weight: f64,
    /// The stretches up to the end of the observation.
    path: Path,
}

/// The likelihood of counted customers as a function of the four parameters and the factors of the covariates.
#[derive(Debug)]
pub(crate) struct VaryingLikelihood {
    rows: Vec<Row>,
    of_purchase: usize,
    of_dropout: usize,
    starts: Vec<Vec<f64>>,
    pub(crate) facts: DataFacts,
}

impl VaryingLikelihood {
    /// The likelihood of paths that hold the covariates of purchases, then those of dropout; and what it takes to
    /// centre and scale each.
    pub(crate) fn new(
        histories: &Histories,
        paths: Vec<Path>,
        purchase: &[&str],
        dropout: &[&str],
    ) -> Result<(Self, Vec<Scaled>)> {
        let counted = Counted::new(histories)?;
        let mut rows = Vec::with_capacity(paths.len());
        for (i, (customer, mut path)) in histories.iter().zip(paths).enumerate() {
            let weight = histories.weights().map_or(1.0, |weights| weights[i]);
            if weight > 0.0 {
                path.stop_at(customer.t);
                rows.push(Row { x: customer.x, t_x: customer.t_x, t: customer.t, weight, path });
            }
        }
        let mut scaled = Vec::new();
        for (process, names) in [("purchase", purchase), ("dropout", dropout)] {
            for name in names {
                let one = spread_over_time(&rows, scaled.len(), process, name)?;
                scaled.push(one);
            }
        }
        for Row { x, path, .. } in &mut rows {
            for (k, one) in scaled.iter().enumerate() {
                for stretch in &mut path.stretches {
                    stretch.z[k] = (stretch.z[k] - one.mean) / one.spread;
                }
                if let Some(bought) = path.bought.as_mut() {
                    bought[k] = (bought[k] - *x * one.mean) / one.spread;
                }
            }
        }
        let rows = count(rows);
        let facts = DataFacts { distinct: rows.len(), ..DataFacts::of(&counted) };
        let mut starts = ParetoLikelihood::new(counted).starts();
        for start in &mut starts {
            start.resize(start.len() + scaled.len(), 1.0);
        }
        let made = Self { rows, of_purchase: purchase.len(), of_dropout: dropout.len(), starts, facts };
        Ok((made, scaled))
    }
}

/// The mean and spread of a covariate over the time of all customers.
fn spread_over_time(rows: &[Row], covariate: usize, process: &str, name: &str) -> Result<Scaled> {
    let mut values = Vec::new();
    for Row { weight, path, .. } in rows {
        let mut from = 0.0;
        for stretch in &path.stretches {
            values.push((weight * (stretch.to - from), stretch.z[covariate]));
            from = stretch.to;
        }
    }
    mean_and_spread(process, name, &values)
}

/// Customers alike in everything, once; in an order of their own.
fn count(rows: Vec<Row>) -> Vec<Row> {
    let key = |Row { x, t_x, t, path, .. }: &Row| {
        let mut key = vec![*x, *t_x, *t];
        if let Some(bought) = &path.bought {
            key.extend_from_slice(bought);
        }
        for stretch in &path.stretches {
            key.push(stretch.to);
            key.extend_from_slice(&stretch.z);
        }
        key.iter().map(|value| (value + 0.0).to_bits()).collect::<Vec<u64>>()
    };
    let mut keyed: Vec<(Vec<u64>, Row)> = rows.into_iter().map(|row| (key(&row), row)).collect();
    keyed.order_by(|one, other| one.0.cmp(&other.0).then(one.1.weight.total_cmp(&other.1.weight)));
    let mut out: Vec<(Vec<u64>, Row)> = Vec::new();
    for (key, row) in keyed {
        match out.last_mut() {
            Some((same, first)) if *same == key => first.weight += row.weight,
            _ => out.push((key, row)),
        }
    }
    out.into_iter().map(|(_, row)| row).collect()
}

impl VaryingLikelihood {
    /// What one customer adds, with respect to parameters and coefficients.
    #[allow(clippy::too_many_lines, reason = "one derivation, in the order of its formulas")]
    fn one(&self, row: &Row, base: &Base, coefficients: &[f64], out: &mut Sums) {
        let (of_p, of_d) = (self.of_purchase, self.of_dropout);
        let n = 4 + of_p + of_d;
        let mut zeros = vec![0.0; of_p];
        zeros.extend_from_slice(&coefficients[of_p..]);
        let pieces = row.path.pieces(&coefficients[..of_p], &zeros);
        // What the clocks show at the last purchase and at the end.
        let (mut a_end, mut b_end) = (Clock::new(of_p), Clock::new(of_d));
        let (mut a_here, mut b_here) = (Clock::new(of_p), Clock::new(of_d));
        let mut here = 0;
        for (at, (piece, stretch)) in pieces.iter().zip(&row.path.stretches).enumerate() {
            let (z_p, z_d) = stretch.z.split_at(of_p);
            let before = row.t_x.min(piece.to) - piece.from;
            if before > 0.0 {
                a_here.advance(piece.a, z_p, before);
                b_here.advance(piece.b, z_d, before);
            }
            if piece.to <= row.t_x {
                here = at + 1;
            }
            a_end.advance(piece.a, z_p, piece.to - piece.from);
            b_end.advance(piece.b, z_d, piece.to - piece.from);
        }
        let Base { r, alpha, s, beta } = *base;
        let p = r + row.x;
        let end = (a_end.value, b_end.value);
        let (x_end, y_end) = (alpha + end.0, beta + end.1);

        let quantity = |parameter: usize, own: f64, block: usize, first: &[f64]| {
            let mut slopes = vec![0.0; n];
            slopes[parameter] = own;
            slopes[block..block + first.len()].copy_from_slice(first);
            slopes
        };
        let (at_p, at_d) = (4, 4 + of_p);
        let simple = |parameter: usize| quantity(parameter, 1.0, n, &[]);
        let integral_pieces = between(&pieces, row.t_x, row.t);
        let (mut top, mut sums) = (0.0f64, Sums::new(n));
        sums.value = 1.0;
        // The moments of a piece are carried over when the next one begins.
        let mut moments = Moments::default();
        let mut current = 0;
        let mut flush = |index: usize, moments: &mut Moments, sums: &mut Sums| {
            if moments.value > 0.0 {
                let z = &row.path.stretches[here + index].z;
                let (z_p, z_d) = z.split_at(of_p);
                let piece = &integral_pieces[index];
                let times = |by: f64, z: &[f64]| z.iter().map(|z| by * z).collect::<Vec<f64>>();
                let square = |by: f64, z: &[f64]| {
                    z.iter().flat_map(|i| z.iter().map(move |j| by * i * j)).collect::<Vec<f64>>()
                };
                let (a_curves, b_curves) = (square(piece.a, z_p), square(piece.b, z_d));
                let quantities = [
                    Quantity { slopes: simple(0), curves: None },
                    Quantity { slopes: simple(2), curves: None },
                    Quantity {
                        slopes: quantity(1, 1.0, at_p, &a_here.first),
                        curves: Some((at_p, &a_here.second)),
                    },
                    Quantity {
                        slopes: quantity(0, 0.0, at_p, &times(piece.a, z_p)),
                        curves: Some((at_p, &a_curves)),
                    },
                    Quantity {
                        slopes: quantity(3, 1.0, at_d, &b_here.first),
                        curves: Some((at_d, &b_here.second)),
                    },
                    Quantity {
                        slopes: quantity(0, 0.0, at_d, &times(piece.b, z_d)),
                        curves: Some((at_d, &b_curves)),
                    },
                    Quantity {
                        slopes: quantity(1, 1.0, at_p, &a_end.first),
                        curves: Some((at_p, &a_end.second)),
                    },
                    Quantity {
                        slopes: quantity(3, 1.0, at_d, &b_end.first),
                        curves: Some((at_d, &b_end.second)),
                    },
                ];
                moments.carry(&quantities, sums);
            }
            *moments = Moments::default();
            // On to the beginning of the next piece.
            let (piece, stretch) = (&integral_pieces[index], &row.path.stretches[here + index]);
            let (z_p, z_d) = stretch.z.split_at(of_p);
            a_here.advance(piece.a, z_p, piece.to - piece.from);
            b_here.advance(piece.b, z_d, piece.to - piece.from);
        };
        panels((p, s), base, &integral_pieces, end, |index, nodes| {
            while current < index {
                flush(current, &mut moments, &mut sums);
                current += 1;
            }
            let highest = nodes.iter().fold(top, |top, node| top.max(node.ln_term));
            if highest > top {
                let shrink = libm::exp(top - highest);
                moments.scale(shrink);
                sums.scale(shrink);
                top = highest;
            }
            for node in nodes {
                let weight = libm::exp(node.ln_term - top);
                moments.add(node, weight, (p, s), integral_pieces[index].b, (x_end, y_end));
            }
        });
        if moments.value > 0.0 {
            flush(current, &mut moments, &mut sums);
        }

        // The customer alive at the end.
        let (x, i, j) = (row.x, 1.0 / x_end, 1.0 / y_end);
        let (spread, life) = (libm::log1p(end.0 / alpha), libm::log1p(end.1 / beta));
        let (by_alpha, by_beta) = (end.0 / alpha * i, end.1 / beta * j);
        let mut add = |value: f64, first: &[(usize, f64)], second: &[(usize, usize, f64)]| {
            out.value += row.weight * value;
            for &(at, slope) in first {
                out.first[at] += row.weight * slope;
            }
            for &(k, l, curve) in second {
                out.second[k.min(l) * n + k.max(l)] += row.weight * curve;
            }
        };
        let bought: f64 =
            row.path.bought.iter().flatten().zip(&coefficients[..of_p]).map(|(z, c)| z * c).sum();
        add(
            bought - r * spread - x * libm::log(x_end) - s * life + top + libm::log(sums.value),
            &[(0, -spread), (1, r * by_alpha - x * i), (2, -life), (3, s * by_beta)],
            &[
                (0, 1, by_alpha),
                (1, 1, x * i * i - r * by_alpha * (1.0 / alpha + i)),
                (2, 3, by_beta),
                (3, 3, -s * by_beta * (1.0 / beta + j)),
            ],
        );
        // By what the clocks show at the end: -(r + x) ln X - s ln Y, and its mixed derivatives.
        for (at, shape, shape_at, time_at, inverse, clock) in
            [(at_p, p, 0, 1, i, &a_end), (at_d, s, 2, 3, j, &b_end)]
        {
            let size = clock.first.len();
            let (slope, curve) = (-shape * inverse, shape * inverse * inverse);
            for k in 0..size {
                let first = clock.first[k];
                add(
                    0.0,
                    &[(at + k, slope * first)],
                    &[(shape_at, at + k, -inverse * first), (time_at, at + k, curve * first)],
                );
                for l in k..size {
                    let both = slope * clock.second[k * size + l] + curve * first * clock.first[l];
                    add(0.0, &[], &[(at + k, at + l, both)]);
                }
            }
        }
        for (k, z) in row.path.bought.iter().flatten().take(of_p).enumerate() {
            add(0.0, &[(at_p + k, *z)], &[]);
        }
        // ln(1 + I)
        let inverse = 1.0 / sums.value;
        for k in 0..n {
            let mean = sums.first[k] * inverse;
            out.first[k] += row.weight * mean;
            for l in k..n {
                out.second[k * n + l] +=
                    row.weight * (sums.second[k * n + l] * inverse - mean * sums.first[l] * inverse);
            }
        }
    }
}

impl Likelihood for VaryingLikelihood {
    fn evaluate(&self, parameters: &[f64], out: &mut Evaluation) {
        let &[r, alpha, s, beta, ref factors @ ..] = parameters else { return };
        let base = Base { r, alpha, s, beta };
        let coefficients: Vec<f64> = factors.iter().map(|factor| libm::log(*factor)).collect();
        let n = parameters.len();
        if coefficients.len() != self.of_purchase + self.of_dropout {
            return;
        }
        let mut sums = Sums::new(n);
        let mut last: Option<(f64, [f64; 3])> = None;
        for row in &self.rows {
            self.one(row, &base, &coefficients, &mut sums);
            let rate = match last {
                Some((x, rate)) if x == row.x => rate,
                _ => rising(r, row.x),
            };
            last = Some((row.x, rate));
            sums.value += row.weight * rate[0];
            sums.first[0] += row.weight * rate[1];
            sums.second[0] += row.weight * rate[2];
        }
        // From coefficients to factors.
        let by = |k: usize| if k < 4 { 1.0 } else { 1.0 / parameters[k] };
        out.value += sums.value;
        for k in 0..n {
            out.gradient[k] += sums.first[k] * by(k);
            for l in k..n {
                let twice = if k == l && k >= 4 { sums.first[k] } else { 0.0 };
                out.hessian[k * n + l] += (sums.second[k * n + l] - twice) * by(k) * by(l);
            }
        }
    }

    fn starts(&self) -> Vec<Vec<f64>> {
        self.starts.clone()
    }
}

/// `ln(Gamma(r + x) / Gamma(r))` with its first two derivatives.
fn rising(r: f64, x: f64) -> [f64; 3] {
    let one = super::rising::Histogram::new(vec![x], vec![1.0]).ln_rising(r);
    [one.value, one.first, one.second]
}

#[cfg(test)]
mod tests {
    use super::super::tests::{SHAPES, TIMES, check_derivatives, check_finite};
    use super::super::varying::{Periods, paths};
    use super::*;

    const CUSTOMERS: usize = 5;
    const FREQUENCY: [f64; CUSTOMERS] = [0.0, 2.0, 1.0, 7.0, 40.0];
    const RECENCY: [f64; CUSTOMERS] = [0.0, 9.5, 1.7, 11.4, 12.0];
    const AGE: [f64; CUSTOMERS] = [12.5, 12.5, 7.0, 12.0, 12.0];

    fn likelihood() -> VaryingLikelihood {
        let (mut customer, mut start, mut purchases) = (vec![], vec![], vec![]);
        let (mut offer, mut season) = (vec![], vec![]);
        for row in 0..CUSTOMERS {
            for week in -13..2 {
                customer.push(row as f64);
                start.push(f64::from(week));
                let last = RECENCY[row] - AGE[row];
                let here = f64::from(week) <= last && last < f64::from(week + 1);
                purchases.push(if here { FREQUENCY[row] } else { 0.0 });
                offer.push(f64::from(u8::from((week + i32::try_from(row).unwrap()).rem_euclid(4) == 0)));
                season.push(libm::sin(0.4 * f64::from(week)));
            }
        }
        let periods = Periods { customer: &customer, start: &start, purchases: Some(&purchases) };
        let histories = Histories::new(&FREQUENCY, &RECENCY, &AGE).unwrap();
        let columns: [(&str, &[f64]); 3] = [("offer", &offer), ("season", &season), ("offer", &offer)];
        let paths = paths(&periods, &histories, &columns).unwrap();
        VaryingLikelihood::new(&histories, paths, &["offer", "season"], &["offer"]).unwrap().0
    }

    #[test]
    fn derivatives_are_those_of_the_value() {
        for at in [
            [0.55, 10.6, 0.61, 11.7, 1.3, 0.8, 0.9],
            [3.0, 0.5, 5.0, 0.3, 0.7, 1.6, 2.0],
            [0.4, 40.0, 0.3, 0.05, 2.5, 1.0, 0.4],
        ] {
            check_derivatives(&likelihood(), &at, 1e-6);
        }
    }

    #[test]
    fn the_likelihood_is_finite_wherever_the_search_can_go() {
        let factors = [1e-3, 1.0, 1e3];
        let values = [SHAPES, TIMES, SHAPES, TIMES, factors, factors, factors];
        check_finite(&likelihood(), &values, f64::INFINITY);
    }
}
