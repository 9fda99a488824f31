//! Is a ranking any good: lift, cumulative gain, area under the curve, calibration.

use crate::checks;
use crate::sort::Order as _;
use crate::{Error, Result, Status};

/// One group of the ranking, best first.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct GainRow {
    /// The share of customers up to and including this group.
    pub share_targeted: f64,
    /// Customers in the group; fractions where equal scores straddle a border.
    pub customers: f64,
    /// Those of them who advocated; equal scores are shared out evenly.
    pub advocates: f64,
    /// `advocates / customers`.
    pub rate: f64,
    /// `rate / overall rate`.
    pub lift: f64,
    /// The share of all advocates up to and including this group.
    pub share_captured: f64,
    /// `share_captured / share_targeted`.
    pub cumulative_lift: f64,
}

/// Scores held against outcomes as probabilities.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Calibration {
    /// Mean predicted probability.
    pub mean_predicted: f64,
    /// Observed rate.
    pub mean_observed: f64,
    /// The mean of `(predicted - observed)^2` (Brier 1950).
    pub brier: f64,
    /// `1 - brier / (rate (1 - rate))`: 0 for predicting the overall rate for everybody.
    pub brier_skill: f64,
    /// The mean distance of group rates from group predictions, groups weighted by size.
    pub calibration_error: f64,
    /// One row a group of equal size, lowest predictions first: mean predicted, observed rate, customers.
    pub groups: Vec<CalibrationRow>,
}

/// One group of customers with similar predictions.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct CalibrationRow {
    /// Mean predicted probability.
    pub predicted: f64,
    /// Observed rate.
    pub observed: f64,
    /// Customers.
    pub customers: f64,
}

/// How good a ranking is.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Quality {
    /// Customers with a score.
    pub customers: f64,
    /// Customers who advocated.
    pub advocates: f64,
    /// `advocates / customers`.
    pub rate: f64,
    /// The probability that an advocate is ranked above a customer who is none, ties counted half.
    pub auc: f64,
    /// Its standard error (DeLong, DeLong and Clarke-Pearson 1988). Nothing with one advocate or one other customer.
    pub auc_standard_error: Option<f64>,
    /// Cumulative gain, best group first.
    pub gain: Vec<GainRow>,
    /// Calibration, where the scores lie between 0 and 1.
    pub calibration: Option<Calibration>,
}

/// Holds a ranking against what happened: lift, cumulative gain, area under the curve, calibration.
///
/// `advocated` is 1 for a customer who did advocate (referred a friend, say) and 0 otherwise; rows with a missing
/// score are left out. Equal scores are treated as in random order, so the order of the rows does not matter.
///
/// ```
/// let score = [0.9, 0.8, 0.7, 0.2];
/// let quality = ukur::programmes::ranking::judge(&score, &[1.0, 1.0, 0.0, 0.0], 2)?;
/// assert_eq!((quality.auc, quality.gain[0].lift), (1.0, 2.0));
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// A length mismatch; an infinite score; an outcome other than 0 and 1; `groups` outside 1 to 1,000;
/// `insufficient_data` without a scored customer; `not_identified` where all or none advocated.
pub fn judge(score: &[f64], advocated: &[f64], groups: usize) -> Result<Quality> {
    let sorted = outcomes(score, advocated)?;
    if !(1..=1000).contains(&groups) {
        return Err(Error::invalid("groups", "a whole number from 1 to 1,000", groups as f64));
    }
    let n = sorted.len() as f64;
    let positives = sorted.iter().filter(|(_, hit)| *hit).count() as f64;
    if positives == 0.0 || positives == n {
        return Err(Error::undefined(
            "ranking quality",
            Status::NotIdentified,
            if positives == 0.0 { "nobody advocated" } else { "everybody advocated" },
        ));
    }
    let rate = positives / n;
    let (auc, auc_standard_error) = area(&sorted, positives, n - positives);
    Ok(Quality {
        customers: n,
        advocates: positives,
        rate,
        auc,
        auc_standard_error,
        gain: gain(&sorted, positives, groups),
        calibration: sorted
            .iter()
            .all(|(s, _)| (0.0..=1.0).contains(s))
            .then(|| calibration(&sorted, rate, groups)),
    })
}

/// Scored customers, lowest score first.
fn outcomes(score: &[f64], advocated: &[f64]) -> Result<Vec<(f64, bool)>> {
    checks::same_length("score", score.len(), "advocated", advocated.len())?;
    let mut rows = Vec::with_capacity(score.len());
    for (row, (&s, &hit)) in score.iter().zip(advocated).enumerate() {
        if s.is_infinite() {
            return Err(Error::invalid("score", "a finite number or missing", s).at_row(row));
        }
        if hit != 0.0 && hit != 1.0 {
            return Err(Error::invalid("advocated", "0 or 1", hit).at_row(row));
        }
        if !s.is_nan() {
            rows.push((s + 0.0, hit == 1.0));
        }
    }
    if rows.is_empty() {
        return Err(Error::undefined("ranking quality", Status::InsufficientData, "no customer has a score"));
    }
    rows.order_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    Ok(rows)
}

/// The area under the curve and DeLong's error, from the shares of the other kind below each customer.
fn area(sorted: &[(f64, bool)], positives: f64, negatives: f64) -> (f64, Option<f64>) {
    let mut below_positive = 0.0;
    let mut below_negative = 0.0;
    let (mut sum, mut squares_positive, mut squares_negative) = (0.0, 0.0, 0.0);
    let mut placements: Vec<(f64, f64, f64, f64)> = Vec::new();
    for block in sorted.chunk_by(|a, b| a.0 == b.0) {
        let hits = block.iter().filter(|(_, hit)| *hit).count() as f64;
        let misses = block.len() as f64 - hits;
        // The share of the others whom a positive beats, and the share of positives who beat a negative.
        let beats = (below_negative + misses / 2.0) / negatives;
        let beaten = 1.0 - (below_positive + hits / 2.0) / positives;
        sum += hits * beats;
        placements.push((hits, beats, misses, beaten));
        below_positive += hits;
        below_negative += misses;
    }
    let auc = sum / positives;
    for (hits, beats, misses, beaten) in placements {
        squares_positive += hits * (beats - auc) * (beats - auc);
        squares_negative += misses * (beaten - auc) * (beaten - auc);
    }
    let error = (positives > 1.0 && negatives > 1.0).then(|| {
        (squares_positive / (positives - 1.0) / positives + squares_negative / (negatives - 1.0) / negatives)
            .sqrt()
    });
    (auc, error)
}

/// Groups of equal size, best first; a block of equal scores is spread evenly over the groups that it straddles.
fn gain(sorted: &[(f64, bool)], positives: f64, groups: usize) -> Vec<GainRow> {
    let n = sorted.len() as f64;
    // Points of the gain curve: customers and advocates down to each distinct score, best first.
    let mut curve = vec![(0.0, 0.0)];
    let (mut customers, mut hits) = (0.0, 0.0);
    for block in sorted.chunk_by(|a, b| a.0 == b.0).rev() {
        customers += block.len() as f64;
        hits += block.iter().filter(|(_, hit)| *hit).count() as f64;
        curve.push((customers, hits));
    }
    let mut segment = curve.windows(2).peekable();
    let mut at = |wanted: f64| -> f64 {
        loop {
            match segment.peek() {
                Some([low, high]) if wanted <= high.0 => {
                    return low.1 + (high.1 - low.1) * ((wanted - low.0) / (high.0 - low.0));
                }
                Some(_) => {
                    segment.next();
                }
                None => return positives,
            }
        }
    };
    let mut before = (0.0, 0.0);
    (1..=groups)
        .map(|group| {
            let customers = n * group as f64 / groups as f64;
            let captured = at(customers);
            let (size, advocates) = (customers - before.0, captured - before.1);
            before = (customers, captured);
            let rate = advocates / size;
            let share_targeted = group as f64 / groups as f64;
            let share_captured = captured / positives;
            GainRow {
                share_targeted,
                customers: size,
                advocates,
                rate,
                lift: rate * n / positives,
                share_captured,
                cumulative_lift: share_captured / share_targeted,
            }
        })
        .collect()
}

fn calibration(sorted: &[(f64, bool)], rate: f64, groups: usize) -> Calibration {
    let n = sorted.len() as f64;
    let hit = |outcome: bool| f64::from(u8::from(outcome));
    let brier = sorted.iter().map(|&(p, y)| (p - hit(y)) * (p - hit(y))).sum::<f64>() / n;
    let size = sorted.len().div_ceil(groups);
    let mut rows: Vec<CalibrationRow> = Vec::new();
    let mut open: (f64, f64, f64) = (0.0, 0.0, 0.0);
    // Equal predictions stay together, so groups differ in size where there are many.
    for block in sorted.chunk_by(|a, b| a.0 == b.0) {
        for &(p, y) in block {
            open = (open.0 + p, open.1 + hit(y), open.2 + 1.0);
        }
        if open.2 >= size as f64 {
            rows.push(CalibrationRow {
                predicted: open.0 / open.2,
                observed: open.1 / open.2,
                customers: open.2,
            });
            open = (0.0, 0.0, 0.0);
        }
    }
    if open.2 > 0.0 {
        rows.push(CalibrationRow {
            predicted: open.0 / open.2,
            observed: open.1 / open.2,
            customers: open.2,
        });
    }
    Calibration {
        mean_predicted: sorted.iter().map(|(p, _)| p).sum::<f64>() / n,
        mean_observed: rate,
        brier,
        brier_skill: 1.0 - brier / (rate * (1.0 - rate)),
        calibration_error: rows
            .iter()
            .map(|row| row.customers / n * (row.predicted - row.observed).abs())
            .sum(),
        groups: rows,
    }
}

/// A non-decreasing step function from score to probability.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Steps {
    /// The scores at which a step begins, ascending.
    pub from: Vec<f64>,
    /// The probability from there on.
    pub probability: Vec<f64>,
    /// The customers behind each step.
    pub customers: Vec<f64>,
}

/// The non-decreasing probabilities that fit the outcomes best (isotonic regression by pooling adjacent violators;
/// Ayer et al. 1955; for calibration Zadrozny and Elkan 2002).
///
/// ```
/// let steps = ukur::programmes::ranking::calibrate(&[1.0, 2.0, 3.0, 4.0], &[0.0, 1.0, 0.0, 1.0])?;
/// assert_eq!(steps.probability, [0.0, 0.5, 1.0]);
/// assert_eq!(steps.apply(2.7), 0.5);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// As [`judge`], without its `groups` and without `not_identified`.
pub fn calibrate(score: &[f64], advocated: &[f64]) -> Result<Steps> {
    let sorted = outcomes(score, advocated)?;
    let mut pools: Vec<(f64, f64, f64)> = Vec::new();
    for block in sorted.chunk_by(|a, b| a.0 == b.0) {
        let Some(&(start, _)) = block.first() else { continue };
        let hits = block.iter().filter(|(_, hit)| *hit).count() as f64;
        let mut pool = (start, hits, block.len() as f64);
        while let Some(&(from, before, size)) = pools.last() {
            // Not below the pool before it: compare hits/size without dividing.
            if before * pool.2 < pool.1 * size {
                break;
            }
            pools.pop();
            pool = (from, before + pool.1, size + pool.2);
        }
        pools.push(pool);
    }
    Ok(Steps {
        from: pools.iter().map(|pool| pool.0).collect(),
        probability: pools.iter().map(|pool| pool.1 / pool.2).collect(),
        customers: pools.iter().map(|pool| pool.2).collect(),
    })
}

impl Steps {
    /// The probability of a score; below the first step, that of the first step. NaN gives NaN.
    pub fn apply(&self, score: f64) -> f64 {
        if score.is_nan() {
            return f64::NAN;
        }
        let step = self.from.partition_point(|&from| from <= score).saturating_sub(1);
        self.probability.get(step).copied().unwrap_or(f64::NAN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCORE: [f64; 12] = [0.9, 0.8, 0.8, 0.7, 0.6, 0.55, 0.54, 0.53, 0.52, 0.51, 0.5, 0.4];
    const HIT: [f64; 12] = [1., 1., 0., 1., 1., 0., 0., 1., 0., 0., 0., 0.];

    #[test]
    fn area_and_error_against_scikit_learn_and_a_direct_delong() {
        let quality = judge(&SCORE, &HIT, 4).unwrap();
        // sklearn.metrics.roc_auc_score; the error by the definition with all pairs in NumPy (placements, ddof 1).
        assert!((quality.auc - AUC).abs() < 1e-15, "{}", quality.auc);
        assert!((quality.auc_standard_error.unwrap() - AUC_ERROR).abs() < 1e-15, "{quality:?}");
        assert!((quality.calibration.unwrap().brier - BRIER).abs() < 1e-15);
    }
    const AUC: f64 = 0.8428571428571427;
    const AUC_ERROR: f64 = 0.1214985792587912;
    const BRIER: f64 = 0.224625;

    #[test]
    fn gain_shares_ties_out_and_ends_at_everybody() {
        let quality = judge(&SCORE, &HIT, 6).unwrap();
        // The first two: one certain advocate, and half of the tied pair's one.
        assert!((quality.gain[0].advocates - 1.5).abs() < 1e-15);
        assert!((quality.gain[0].lift - 0.75 / (5.0 / 12.0)).abs() < 1e-12);
        let last = quality.gain.last().unwrap();
        assert_eq!((last.share_targeted, last.share_captured, last.cumulative_lift), (1.0, 1.0, 1.0));
        let flat = judge(&[0.3; 12], &HIT, 4).unwrap();
        assert_eq!(flat.auc, 0.5);
        assert!(flat.gain.iter().all(|row| (row.lift - 1.0).abs() < 1e-12));
        let mut backwards: (Vec<f64>, Vec<f64>) = (SCORE.to_vec(), HIT.to_vec());
        backwards.0.reverse();
        backwards.1.reverse();
        assert_eq!(judge(&backwards.0, &backwards.1, 6).unwrap(), quality);
    }

    #[test]
    fn calibrated_scores_are_calibrated() {
        let steps = calibrate(&SCORE, &HIT).unwrap();
        let fitted: Vec<f64> = SCORE.iter().map(|&s| steps.apply(s)).collect();
        assert!(fitted.windows(2).all(|pair| pair[0] >= pair[1]));
        let quality = judge(&fitted, &HIT, 12).unwrap();
        let calibration = quality.calibration.unwrap();
        assert!(calibration.calibration_error < 1e-15);
        assert!((calibration.mean_predicted - 5.0 / 12.0).abs() < 1e-15);
        // sklearn.isotonic.IsotonicRegression on the same rows.
        assert_eq!(fitted[..5], [1.0, 0.75, 0.75, 0.75, 0.75]);
        assert!(steps.apply(f64::NAN).is_nan());
    }

    #[test]
    fn bad_input_is_named() {
        let code = |s: &[f64], y: &[f64]| judge(s, y, 2).unwrap_err().code();
        assert_eq!(code(&[], &[]), "insufficient_data");
        assert_eq!(code(&[1.0], &[]), "length_mismatch");
        assert_eq!(code(&[1.0], &[2.0]), "out_of_domain");
        assert_eq!(code(&[1.0, 2.0], &[0.0, 0.0]), "not_identified");
        assert_eq!(code(&[f64::INFINITY], &[0.0]), "infinite_input");
        assert_eq!(judge(&SCORE, &HIT, 0).unwrap_err().code(), "out_of_domain");
    }
}
