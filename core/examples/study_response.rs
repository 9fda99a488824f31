//! How often the intervals of fitted response curves and of the Bass model hold the truth, by simulation. Prints a table
//! in Markdown; run by `make study`. Every row is seeded, so the table is the same on every machine.
mod study;

use study::{Tally, Wanted, header, intro};
use ukur::Result;
use ukur::numerics::random::Random;
use ukur::progress::ignore;
use ukur::response::curve::{CurveFitOptions, CurveForm, FittedParameter, fit_curve};
use ukur::response::diffusion::{bass_forecast, fit_bass};
use ukur::response::saturation::Curve;

const ABOUT: &str = "\
How often do the 95 % intervals of a fitted curve hold the truth? Responses are drawn around a curve that is known, the
curve is fitted to them, and the intervals that hold the true parameter are counted: 93 to 97 of 100 are wanted. A fit
that declares its parameters not identified gives no interval, and is counted beside the setting.";

fn main() -> Result<()> {
    intro(
        "Intervals of response curves and of diffusion, by simulation",
        ABOUT,
        "study_response",
        "the seeds 7 (curves) and 8 (diffusion)",
    );
    curves()?;
    diffusion()
}

/// Observations of a curve: inputs even on the log scale over a range, noise of a constant spread.
fn observed(
    random: &mut Random,
    curve: Curve,
    base: f64,
    n: u32,
    spread: f64,
) -> Result<(Vec<f64>, Vec<f64>)> {
    let mut inputs = Vec::new();
    let mut responses = Vec::new();
    for at in 0..n {
        let input = 10.0 * libm::pow(40.0, f64::from(at) / f64::from(n - 1));
        inputs.push(input);
        responses.push(base + curve.response(input)? + spread * random.normal());
    }
    Ok((inputs, responses))
}

/// Counts whether the intervals hold the truth; `None` where the fit gave none.
fn tally(tallies: &mut [Tally], parameters: &[FittedParameter], truth: &[f64]) -> bool {
    let held: Option<Vec<bool>> = parameters
        .iter()
        .zip(truth)
        .map(|(one, truth)| Some(one.lower? <= *truth && *truth <= one.upper?))
        .collect();
    let Some(held) = held else { return false };
    for (tally, held) in tallies.iter_mut().zip(held) {
        tally.add(held);
    }
    true
}

fn curves() -> Result<()> {
    println!("## Response curves: coverage of 95 % intervals\n");
    println!(
        "Inputs from 10 to 400, even on the log scale; the responses scatter around the curve with a constant"
    );
    println!("standard deviation.\n");
    header("coverage, %");
    let mut random = Random::new(7);
    let settings = [
        (Curve::Hill { maximum: 500.0, alpha: 1.8, inflexion: 90.0 }, CurveForm::Hill, 40.0, 52, 15.0),
        (Curve::Hill { maximum: 500.0, alpha: 1.8, inflexion: 90.0 }, CurveForm::Hill, 0.0, 26, 25.0),
        (
            Curve::MichaelisMenten { maximum: 500.0, half_saturation: 80.0 },
            CurveForm::MichaelisMenten,
            0.0,
            26,
            25.0,
        ),
        (Curve::Exponential { maximum: 500.0, scale: 120.0 }, CurveForm::Exponential, 0.0, 26, 25.0),
        (Curve::Power { scale: 20.0, exponent: 0.5 }, CurveForm::Power, 0.0, 26, 20.0),
        (Curve::Logarithm { scale: 100.0, offset: 30.0 }, CurveForm::Logarithm, 0.0, 26, 15.0),
        (Curve::SquareRoot { scale: 20.0 }, CurveForm::SquareRoot, 0.0, 12, 20.0),
    ];
    for (curve, form, base, n, spread) in settings {
        let truth: Vec<f64> = match curve {
            Curve::Hill { maximum, alpha, inflexion } => vec![maximum, alpha, inflexion],
            Curve::MichaelisMenten { maximum, half_saturation } => vec![maximum, half_saturation],
            Curve::Exponential { maximum, scale } => vec![maximum, scale],
            Curve::Power { scale, exponent } => vec![scale, exponent],
            Curve::SquareRoot { scale } => vec![scale],
            Curve::Logarithm { scale, offset } => vec![scale, offset],
        };
        let intercept = base > 0.0;
        let truth: Vec<f64> = truth.into_iter().chain(intercept.then_some(base)).collect();
        let mut tallies = vec![Tally::default(); truth.len()];
        let mut means = [Tally::default(); 2];
        let mut without = Tally::default();
        for _ in 0..4_000 {
            let (inputs, responses) = observed(&mut random, curve, base, n, spread)?;
            let fit = fit_curve(
                &inputs,
                &responses,
                None,
                CurveFitOptions { form, intercept, confidence: 0.95 },
                &mut ignore,
            )?;
            without.add(!tally(&mut tallies, &fit.parameters, &truth));
            for (mean, input) in means.iter_mut().zip([60.0, 300.0]) {
                let at = fit.response_at(input)?;
                if let (Some(lower), Some(upper)) = (at.lower, at.upper) {
                    let want = base + curve.response(input)?;
                    mean.add(lower <= want && want <= upper);
                }
            }
        }
        let setting = format!(
            "{n} observations, spread {spread}{}; {:.1} % of fits without intervals",
            if intercept { ", with an intercept" } else { "" },
            100.0 * without.yes / without.all
        );
        let names = form.parameter_names().iter().copied().chain(intercept.then_some("intercept"));
        for (tally, name) in tallies.iter().zip(names) {
            tally.row(&format!("{}: {name}", form.as_str()), &setting, &Wanted::NearNinetyFive);
        }
        for (mean, input) in means.iter().zip([60, 300]) {
            mean.row(
                &format!("{}: mean response at {input}", form.as_str()),
                &setting,
                &Wanted::NearNinetyFive,
            );
        }
    }
    println!();
    Ok(())
}

fn diffusion() -> Result<()> {
    println!("## Bass diffusion: coverage of 95 % intervals\n");
    header("coverage, %");
    let mut random = Random::new(8);
    for (periods, spread) in [(24, 8.0), (16, 8.0), (24, 3.0)] {
        let truth = [1_000.0, 0.02, 0.35];
        let mut tallies = [Tally::default(); 3];
        let mut without = Tally::default();
        for _ in 0..4_000 {
            let adoptions: Vec<f64> = bass_forecast(truth[0], truth[1], truth[2], periods)?
                .into_iter()
                .map(|count| (count + spread * random.normal()).max(0.0))
                .collect();
            let fit = fit_bass(&adoptions, 0.95, &mut ignore)?;
            without.add(!tally(&mut tallies, &fit.parameters, &truth));
        }
        let setting = format!(
            "{periods} periods, spread {spread}; {:.1} % of fits without intervals",
            100.0 * without.yes / without.all
        );
        for (tally, name) in tallies.iter().zip(["m, size of the market", "p, innovation", "q, imitation"]) {
            tally.row(name, &setting, &Wanted::NearNinetyFive);
        }
    }
    Ok(())
}
