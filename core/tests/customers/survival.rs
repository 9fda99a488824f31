//! Kaplan-Meier against lifelines 0.30.3, by hand, and at its borders.

use ukur::customers::{IntervalScale, SurvivalCurve, SurvivalOptions, kaplan_meier, kaplan_meier_at};

const DURATIONS: [f64; 12] = [0.5, 0.5, 1.25, 2.0, 2.0, 2.0, 3.5, 4.0, 7.75, 8.0, 8.0, 10.0];
const LEFT: [bool; 12] = [true, false, true, true, true, false, false, true, true, false, true, true];

fn close(got: &[f64], want: &[f64]) {
    assert_eq!(got.len(), want.len());
    for (g, w) in got.iter().zip(want) {
        assert!((g - w).abs() <= 1e-12 || (g.is_nan() && w.is_nan()), "{got:?} is not {want:?}");
    }
}

fn with(confidence: f64, scale: IntervalScale) -> SurvivalOptions {
    SurvivalOptions { confidence, scale }
}

/// KaplanMeierFitter(alpha=0.1).fit(durations, left) of lifelines; it prints 0 to 0 where the curve is 0.
#[test]
fn agrees_with_lifelines() {
    let curve = kaplan_meier(&DURATIONS, Some(&LEFT), None, &with(0.9, IntervalScale::LogLog)).unwrap();
    close(&curve.time, &[0.5, 1.25, 2.0, 3.5, 4.0, 7.75, 8.0, 10.0]);
    close(&curve.at_risk, &[12.0, 10.0, 9.0, 6.0, 5.0, 4.0, 3.0, 1.0]);
    close(&curve.events, &[1.0, 1.0, 2.0, 0.0, 1.0, 1.0, 1.0, 1.0]);
    close(&curve.censored, &[1.0, 0.0, 1.0, 1.0, 0.0, 0.0, 1.0, 0.0]);
    close(
        &curve.survival,
        &[
            0.9166666666666667,
            0.825,
            0.6416666666666666,
            0.6416666666666666,
            0.5133333333333333,
            0.385,
            0.25666666666666665,
            0.0,
        ],
    );
    close(
        &curve.lower,
        &[
            0.6370069016037634,
            0.5384286362633983,
            0.360556015507507,
            0.360556015507507,
            0.2328938735552864,
            0.135601805926921,
            0.06186751618383835,
            f64::NAN,
        ],
    );
    close(
        &curve.upper,
        &[
            0.9833521005505472,
            0.9419761139422866,
            0.8245007925872132,
            0.8245007925872132,
            0.7370098207727044,
            0.6338169478926375,
            0.5144579660880556,
            f64::NAN,
        ],
    );
    assert_eq!(curve.time_to(0.5).unwrap(), 7.75);
    assert_eq!(curve.at(0.0).unwrap(), 1.0);
    assert_eq!(curve.at(3.9).unwrap(), curve.survival[3]);
    assert_eq!(curve.at(10.0).unwrap(), 0.0);
    assert_eq!(curve.at(10.1).unwrap_err().code(), "extrapolation");
}

/// The same with `weights=` of lifelines, 95 %.
#[test]
fn weights_count_customers() {
    let weights = [1.0, 2.0, 3.0, 1.0, 4.0, 2.0, 5.0, 1.0, 2.0, 2.0, 1.0, 3.0];
    let options = SurvivalOptions::default();
    let curve = kaplan_meier(&DURATIONS, Some(&LEFT), Some(&weights), &options).unwrap();
    close(
        &curve.survival,
        &[
            0.962962962962963,
            0.8425925925925926,
            0.6419753086419752,
            0.6419753086419752,
            0.5706447187928666,
            0.42798353909465003,
            0.3566529492455417,
            0.0,
        ],
    );
    close(&curve.lower[..2], &[0.7649441541431447, 0.6327622757907002]);
    // The same customers, one row each.
    let (mut durations, mut left) = (Vec::new(), Vec::new());
    for ((duration, event), weight) in DURATIONS.iter().zip(LEFT).zip(weights) {
        for _ in 0..weight as usize {
            durations.push(*duration);
            left.push(event);
        }
    }
    let rows = kaplan_meier(&durations, Some(&left), None, &options).unwrap();
    assert_eq!(format!("{rows:?}"), format!("{curve:?}"));
}

/// Standard errors and intervals by hand: Greenwood's formula on 8 customers, z = 1.959963984540054.
#[test]
fn greenwood_by_hand() {
    let durations = [1.0, 2.0, 2.0, 3.0, 4.0, 5.0, 5.0, 6.0];
    let left = [true, true, false, true, false, true, true, false];
    let plain = kaplan_meier(&durations, Some(&left), None, &with(0.95, IntervalScale::Plain)).unwrap();
    close(&plain.survival, &[0.875, 0.75, 0.6, 0.6, 0.2, 0.2]);
    let first = (0.875f64 * 0.125 / 8.0).sqrt();
    let second = 0.75 * (1.0f64 / (8.0 * 7.0) + 1.0 / (7.0 * 6.0)).sqrt();
    let third = 0.6 * (1.0f64 / 56.0 + 1.0 / 42.0 + 1.0 / 20.0).sqrt();
    close(&plain.standard_error[..3], &[first, second, third]);
    close(&plain.lower[..2], &[0.875 - 1.959963984540054 * first, 0.75 - 1.959963984540054 * second]);
    assert_eq!(plain.upper[0], 1.0);
    let log = kaplan_meier(&durations, Some(&left), None, &with(0.95, IntervalScale::Log)).unwrap();
    close(&log.lower[2..3], &[0.6 * libm::exp(-1.959963984540054 * third / 0.6)]);
    // lifelines, 95 %.
    let curve = kaplan_meier(&durations, Some(&left), None, &SurvivalOptions::default()).unwrap();
    close(&curve.lower[4..], &[0.00958379384876394; 2]);
    close(&curve.upper[4..], &[0.5727364855515479; 2]);
}

#[test]
fn whole_and_broken_durations_take_one_road_each_to_the_same_curve() {
    let mut state = 7u64;
    let mut next = |bound: u64| {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 33) % bound
    };
    let days: Vec<f64> = (0..3000).map(|_| next(400) as f64).collect();
    let left: Vec<bool> = (0..3000).map(|_| next(3) > 0).collect();
    let counted = kaplan_meier(&days, Some(&left), None, &SurvivalOptions::default()).unwrap();
    let shrunk: Vec<f64> = days.iter().map(|d| d / 1024.0).collect();
    let sorted = kaplan_meier(&shrunk, Some(&left), None, &SurvivalOptions::default()).unwrap();
    let again = SurvivalCurve { time: sorted.time.iter().map(|t| t * 1024.0).collect(), ..sorted };
    assert_eq!(format!("{again:?}"), format!("{counted:?}"));
    for t in [0.0, 17.0, 200.5, 399.0] {
        assert_eq!(kaplan_meier_at(&days, Some(&left), t).unwrap(), counted.at(t).unwrap());
    }
    let (back, flags): (Vec<f64>, Vec<bool>) =
        (days.iter().rev().copied().collect(), left.into_iter().rev().collect());
    let reversed = kaplan_meier(&back, Some(&flags), None, &SurvivalOptions::default()).unwrap();
    assert_eq!(format!("{reversed:?}"), format!("{counted:?}"));
}

#[test]
fn borders() {
    let options = SurvivalOptions::default();
    // Nobody left: the curve stays at 1 and its interval is a point.
    let curve = kaplan_meier(&[3.0, 3.0], Some(&[false, false]), None, &options).unwrap();
    assert_eq!((curve.survival[0], curve.lower[0], curve.upper[0]), (1.0, 1.0, 1.0));
    assert_eq!(curve.time_to(0.5).unwrap_err().code(), "not_reached");
    // Everyone left at once.
    let curve = kaplan_meier(&[0.0, -0.0], None, None, &options).unwrap();
    assert_eq!((curve.time.len(), curve.survival[0]), (1, 0.0));
    assert!(curve.standard_error[0].is_nan());
    assert_eq!(curve.time_to(0.5).unwrap(), 0.0);
}

#[test]
fn refusals() {
    let options = SurvivalOptions::default();
    let code =
        |d: &[f64], e: Option<&[bool]>, w: Option<&[f64]>| kaplan_meier(d, e, w, &options).unwrap_err();
    assert_eq!(code(&[], None, None).code(), "insufficient_data");
    assert_eq!(code(&[1.0], Some(&[]), None).code(), "length_mismatch");
    assert_eq!(code(&[1.0], None, Some(&[1.0, 2.0])).code(), "length_mismatch");
    let error = code(&[1.0, -2.0], None, None);
    assert_eq!(error.code(), "out_of_domain");
    assert!(error.to_string().contains("`durations`") && error.to_string().contains("row 1"));
    assert_eq!(code(&[f64::NAN], None, None).code(), "nan_input");
    assert_eq!(code(&[f64::INFINITY], None, None).code(), "infinite_input");
    assert_eq!(code(&[1.0], None, Some(&[0.0])).code(), "out_of_domain");
    assert!(kaplan_meier(&[1.0], None, None, &with(1.0, IntervalScale::Log)).is_err());
    assert_eq!(kaplan_meier_at(&[1.0], None, 2.0).unwrap_err().code(), "extrapolation");
    assert_eq!(kaplan_meier_at(&[1.0], None, -1.0).unwrap_err().code(), "out_of_domain");
    let curve = kaplan_meier(&[1.0], None, None, &options).unwrap();
    assert!(curve.time_to(1.5).is_err() && curve.at(f64::NAN).is_err());
}
