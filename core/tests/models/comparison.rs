//! Models beside each other.

use super::{cdnow, near};
use ukur::models::{BgNbd, FitOptions, GammaGamma, Histories, ParetoNbd, compare, likelihood_ratio_test};

/// Published log-likelihoods (Fader, Hardie & Lee 2005: -9582.4 and -9595.0 with four parameters each), and the
/// definitions of the criteria.
#[test]
fn on_cdnow() {
    let data = cdnow();
    let histories = Histories::new(&data.x, &data.t_x, &data.t).unwrap();
    let bg = BgNbd::fit(&histories, &FitOptions::default()).unwrap();
    let pareto = ParetoNbd::fit(&histories, &FitOptions::default()).unwrap();
    let table = compare(&[&pareto.fit, &bg.fit]).unwrap();
    assert_eq!(table.index, [1, 0]);
    assert_eq!(table.model, ["BgNbd", "ParetoNbd"]);
    near(table.aic[0], 2.0 * 4.0 + 2.0 * 9582.42920667, 1e-11);
    near(table.aic_difference[1], 2.0 * (9594.97617894 - 9582.42920667), 1e-6);
    near(table.bic[0], 4.0 * libm::log(2357.0) + 2.0 * 9582.42920667, 1e-11);
    near(table.akaike_weight[1], libm::exp(9582.42920667 - 9594.97617894), 1e-5);
    let error = likelihood_ratio_test(&bg.fit, &pareto.fit).unwrap_err();
    assert_eq!(error.code(), "not_nested");
    let one = Histories::new(&data.x[1..], &data.t_x[1..], &data.t[1..]).unwrap();
    let other = BgNbd::fit(&one, &FitOptions::default()).unwrap();
    assert_eq!(compare(&[&bg.fit, &other.fit]).unwrap_err().code(), "different_data");
    assert_eq!(compare(&[]).unwrap_err().code(), "empty_input");
    let spend = GammaGamma::fit(&data.x, &data.m, None, &FitOptions::default()).unwrap();
    assert_eq!(compare(&[&bg.fit, &spend.fit]).unwrap_err().code(), "not_comparable");
}
