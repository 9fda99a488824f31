//! Many comparisons at once: p values adjusted so that the promise holds for the family.
//!
//! Holm keeps the chance of even one false alarm below alpha; Benjamini-Hochberg keeps the expected share of false
//! alarms among the alarms below alpha (independent or positively dependent tests).

use crate::Result;
use crate::checks;
use crate::sort::Order as _;

/// Holm's step-down adjusted p values, in the order given (Holm 1979, Scandinavian Journal of Statistics 6:65).
///
/// # Errors
/// A p value outside 0 to 1 or missing, with its row.
///
/// ```
/// let adjusted = ukur::experiments::multiplicity::holm(&[0.01, 0.04, 0.03, 0.005])?;
/// for (got, want) in adjusted.iter().zip([0.03, 0.06, 0.06, 0.02]) {
///     assert!((got - want).abs() < 1e-12);
/// }
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn holm(p_values: &[f64]) -> Result<Vec<f64>> {
    let order = ascending(p_values)?;
    let m = p_values.len();
    let mut adjusted = vec![0.0; m];
    let mut running: f64 = 0.0;
    for (rank, &row) in order.iter().enumerate() {
        running = running.max((m - rank) as f64 * p_values[row]).min(1.0);
        adjusted[row] = running;
    }
    Ok(adjusted)
}

/// Benjamini and Hochberg's step-up adjusted p values, in the order given (1995, JRSS B 57:289).
///
/// # Errors
/// A p value outside 0 to 1 or missing, with its row.
///
/// ```
/// let adjusted = ukur::experiments::multiplicity::benjamini_hochberg(&[0.01, 0.04, 0.03, 0.005])?;
/// for (got, want) in adjusted.iter().zip([0.02, 0.04, 0.04, 0.02]) {
///     assert!((got - want).abs() < 1e-12);
/// }
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn benjamini_hochberg(p_values: &[f64]) -> Result<Vec<f64>> {
    let order = ascending(p_values)?;
    let m = p_values.len();
    let mut adjusted = vec![0.0; m];
    let mut running: f64 = 1.0;
    for (rank, &row) in order.iter().enumerate().rev() {
        running = running.min(p_values[row] * m as f64 / (rank + 1) as f64);
        adjusted[row] = running;
    }
    Ok(adjusted)
}

/// The rows in ascending order of their p value.
fn ascending(p_values: &[f64]) -> Result<Vec<usize>> {
    checks::column("p_values", p_values, checks::share)?;
    let mut order: Vec<usize> = (0..p_values.len()).collect();
    order.order_by(|&a, &b| p_values[a].total_cmp(&p_values[b]));
    Ok(order)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adjusted_values_match_statsmodels() {
        // statsmodels 0.15 multipletests(method="holm" / "fdr_bh")
        let p = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216];
        let holm_want = [0.01, 0.072, 0.312, 0.312, 0.312, 0.312, 0.312, 0.615, 0.615, 0.615];
        let bh_want = [0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.10571428571428572, 0.216, 0.216, 0.216];
        for (got, want) in holm(&p).unwrap().iter().zip(holm_want) {
            assert!((got - want).abs() < 1e-14, "{got} {want}");
        }
        for (got, want) in benjamini_hochberg(&p).unwrap().iter().zip(bh_want) {
            assert!((got - want).abs() < 1e-14, "{got} {want}");
        }
    }

    #[test]
    fn borders() {
        assert_eq!(holm(&[]).unwrap(), Vec::<f64>::new());
        assert_eq!(benjamini_hochberg(&[1.0]).unwrap(), [1.0]);
        assert_eq!(holm(&[0.9, 0.9]).unwrap(), [1.0, 1.0]);
        let error = benjamini_hochberg(&[0.1, 1.2]).unwrap_err();
        assert_eq!(error.code(), "out_of_domain");
        assert!(error.to_string().contains("row 1"), "{error}");
        assert_eq!(holm(&[f64::NAN]).unwrap_err().code(), "nan_input");
    }
}
