//! The special functions against reference values of 50 digits (`tests/references/special_functions.py`).

use std::collections::BTreeMap;
use ukur::numerics::distributions::{
    binomial_sf, f_sf, hypergeometric_sf, ln_binomial_pmf, ln_hypergeometric_pmf, ln_negative_binomial_pmf,
    ln_normal_sf, ln_poisson_pmf, normal_quantile, normal_sf, student_t_two_sided,
};
use ukur::numerics::{
    beta, elementary, exponential_integral, gamma, hypergeometric, incomplete_beta, incomplete_gamma,
};

fn one(x: &[f64]) -> ukur::numerics::dual::Dual<3> {
    hypergeometric::ln_hypergeometric_one_derivatives(x[0], x[1], x[2])
}

type Function = fn(&[f64]) -> f64;

/// Name, function, relative error allowed, and the size below which the error is absolute instead.
const FUNCTIONS: &[(&str, Function, f64, f64)] = &[
    ("log1p_minus", |x| elementary::log1p_minus(x[0]), 1e-15, 0.0),
    ("ln_one_minus_exp", |x| elementary::ln_one_minus_exp(x[0]), 1e-15, 0.0),
    ("ln_gamma", |x| gamma::ln_gamma(x[0]), 4e-16, 0.0),
    ("ln_gamma_1p", |x| gamma::ln_gamma_1p(x[0]), 1e-15, 0.0),
    ("stirling_correction", |x| gamma::stirling_correction(x[0]), 4e-15, 0.0),
    ("digamma", |x| gamma::digamma(x[0]), 1e-15, 0.0),
    ("trigamma", |x| gamma::trigamma(x[0]), 1e-15, 0.0),
    ("polygamma_2", |x| gamma::polygamma(2, x[0]), 3e-15, 0.0),
    ("polygamma_5", |x| gamma::polygamma(5, x[0]), 3e-15, 0.0),
    ("ln_gamma_difference", |x| gamma::ln_gamma_difference(x[0], x[1]), 3e-15, 1.0),
    ("digamma_difference", |x| gamma::digamma_difference(x[0], x[1]), 2e-15, 0.0),
    ("trigamma_difference", |x| gamma::trigamma_difference(x[0], x[1]), 2e-15, 0.0),
    ("ln_choose", |x| beta::ln_choose(x[0], x[1]), 3e-15, 1.0),
    ("ln_beta", |x| beta::ln_beta(x[0], x[1]), 3e-15, 1.0),
    // A tail below e^-1 carries the rounding of its exponent: 2e-16 |ln p|, 1.4e-13 at 1e-300.
    ("gamma_lower", |x| incomplete_gamma::gamma_lower(x[0], x[1]), 2e-13, 0.0),
    ("gamma_upper", |x| incomplete_gamma::gamma_upper(x[0], x[1]), 2e-13, 0.0),
    ("ln_gamma_lower", |x| incomplete_gamma::ln_gamma_lower(x[0], x[1]), 3e-15, 1.0),
    ("ln_gamma_upper", |x| incomplete_gamma::ln_gamma_upper(x[0], x[1]), 3e-15, 1.0),
    ("beta_lower", |x| incomplete_beta::beta_lower(x[0], x[1], x[2]), 2e-13, 0.0),
    ("beta_upper", |x| incomplete_beta::beta_upper(x[0], x[1], x[2]), 2e-13, 0.0),
    ("ln_beta_lower", |x| incomplete_beta::ln_beta_lower(x[0], x[1], x[2]), 3e-15, 1.0),
    ("ln_beta_upper", |x| incomplete_beta::ln_beta_upper(x[0], x[1], x[2]), 3e-15, 1.0),
    ("ln_hypergeometric", |x| hypergeometric::ln_hypergeometric(x[0], x[1], x[2], x[3]), 1e-13, 1.0),
    ("hypergeometric", |x| hypergeometric::hypergeometric(x[0], x[1], x[2], x[3]), 1e-14, 0.0),
    ("one", |x| hypergeometric::ln_hypergeometric_one(x[0], x[1], x[2]), 1e-14, 1.0),
    ("one_b", |x| one(x).gradient[0], 1e-12, 0.0),
    ("one_c", |x| one(x).gradient[1], 1e-12, 0.0),
    ("one_z", |x| one(x).gradient[2], 1e-12, 0.0),
    ("one_bb", |x| one(x).hessian[0][0], 1e-12, 1.0),
    ("one_bc", |x| one(x).hessian[0][1], 1e-12, 1.0),
    ("one_bz", |x| one(x).hessian[0][2], 1e-12, 1.0),
    ("one_cc", |x| one(x).hessian[1][1], 1e-12, 1.0),
    ("one_cz", |x| one(x).hessian[1][2], 1e-12, 1.0),
    ("one_zz", |x| one(x).hessian[2][2], 1e-12, 1.0),
    (
        "scaled_exponential_integral",
        |x| exponential_integral::scaled_exponential_integral(x[0], x[1]),
        1e-14,
        0.0,
    ),
    (
        "discounted_power_integral",
        |x| exponential_integral::discounted_power_integral(x[0], x[1], x[2], x[3]),
        1e-13,
        0.0,
    ),
    ("normal_sf", |x| normal_sf(x[0]), 1e-15, 0.0),
    ("ln_normal_sf", |x| ln_normal_sf(x[0]), 1e-15, 0.0),
    ("normal_quantile", |x| normal_quantile(x[0]), 1e-15, 0.0),
    ("student_t_two_sided", |x| student_t_two_sided(x[0], x[1]), 2e-13, 0.0),
    ("f_sf", |x| f_sf(x[0], x[1], x[2]), 2e-13, 0.0),
    ("ln_binomial_pmf", |x| ln_binomial_pmf(x[0], x[1], x[2]), 3e-15, 1.0),
    ("binomial_sf", |x| binomial_sf(x[0], x[1], x[2]), 2e-13, 0.0),
    ("ln_hypergeometric_pmf", |x| ln_hypergeometric_pmf(x[0], x[1], x[2], x[3]), 3e-15, 1.0),
    ("hypergeometric_sf", |x| hypergeometric_sf(x[0], x[1], x[2], x[3]), 2e-13, 0.0),
    ("ln_poisson_pmf", |x| ln_poisson_pmf(x[0], x[1]), 3e-15, 1.0),
    ("ln_negative_binomial_pmf", |x| ln_negative_binomial_pmf(x[0], x[1], x[2]), 3e-15, 1.0),
];

#[test]
fn the_special_functions_agree_with_fifty_digits() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/references/special_functions");
    let mut text = String::new();
    for file in std::fs::read_dir(folder).expect("the folder of reference values") {
        text += &std::fs::read_to_string(file.unwrap().path()).unwrap();
    }
    let mut worst: BTreeMap<&str, (f64, String)> = BTreeMap::new();
    let mut failures = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split(',');
        let name = fields.next().unwrap();
        let want: f64 = fields.next().unwrap().parse().unwrap();
        let arguments: Vec<f64> = fields.map(|field| field.parse().unwrap()).collect();
        let Some((name, function, tolerance, absolute_below)) = FUNCTIONS.iter().find(|f| f.0 == name) else {
            panic!("no function named {name} in the test's table");
        };
        let got = function(&arguments);
        let error = if got == want { 0.0 } else { (got - want).abs() / want.abs().max(*absolute_below) };
        if !(error <= *tolerance) {
            failures.push(format!("{name}{arguments:?}: got {got:e}, want {want:e}, error {error:.1e}"));
        }
        let entry = worst.entry(name).or_insert((0.0, String::new()));
        if !(error <= entry.0) {
            *entry = (error, format!("{arguments:?}"));
        }
    }
    for (name, (error, arguments)) in &worst {
        println!("{name:28} {error:8.1e} at {arguments}");
    }
    assert_eq!(worst.len(), FUNCTIONS.len(), "a function has no reference values");
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
}
