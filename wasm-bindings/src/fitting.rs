//! The options of a fit, as the face hands them over.

use ukur::models::{FitOptions, Prior};

/// Beliefs: `numbers` are median and log_sd by parameter.
pub(crate) fn priors(names: Vec<String>, numbers: &[f64]) -> Vec<Prior> {
    let belief = |(parameter, pair): (String, &[f64])| Prior { parameter, median: pair[0], log_sd: pair[1] };
    names.into_iter().zip(numbers.chunks_exact(2)).map(belief).collect()
}

pub(crate) fn fit_options(
    max_iterations: Option<f64>,
    prior_names: Vec<String>,
    prior_numbers: &[f64],
) -> FitOptions {
    let mut options = FitOptions { priors: priors(prior_names, prior_numbers), ..FitOptions::default() };
    if let Some(most) = max_iterations {
        options.max_iterations = most as usize;
    }
    options
}
