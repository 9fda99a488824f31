//! What must hold of the special functions and distributions at any argument: inverses, symmetries, order, range.

use ukur::numerics::distributions as d;
use ukur::numerics::random::Random;
use ukur::numerics::{beta, exponential_integral, gamma, hypergeometric, incomplete_beta, incomplete_gamma};

/// A number whose logarithm is uniform.
fn log_uniform(random: &mut Random, low: f64, high: f64) -> f64 {
    libm::exp(libm::log(low) + random.uniform() * (libm::log(high) - libm::log(low)))
}

/// A probability, small ones as often as large ones.
fn probability(random: &mut Random) -> f64 {
    if random.uniform() < 0.5 { random.open_uniform() } else { log_uniform(random, 1e-290, 0.5) }
}

/// A quantile is right when its own tail is the probability asked for, but for what one unit in the last place of the
/// quantile itself does to the tail.
fn assert_inverse(name: &str, p: f64, x: f64, tail: impl Fn(f64) -> f64) {
    let got = tail(x);
    let step = (tail(x * (1.0 + 4.0 * f64::EPSILON)) - tail(x * (1.0 - 4.0 * f64::EPSILON))).abs();
    let allowed = (1e-14 - 1e-15 * libm::log(p)) * p + step;
    assert!((got - p).abs() <= allowed, "{name}: quantile of {p:e} is {x:e}, whose tail is {got:e}");
}

#[test]
fn quantiles_invert_the_tails() {
    let mut random = Random::new(1);
    for _ in 0..200 {
        let p = probability(&mut random);
        let df = log_uniform(&mut random, 0.3, 1e6);
        let (a, b) = (log_uniform(&mut random, 0.05, 1e4), log_uniform(&mut random, 0.05, 1e4));
        assert_inverse("normal", p, d::normal_quantile(p), d::normal_cdf);
        assert_inverse("normal upper", p, d::normal_upper_quantile(p), d::normal_sf);
        // With few degrees of freedom a quantile can exceed the largest double.
        if d::student_t_upper_quantile(p, df).is_finite() {
            assert_inverse("t upper", p, d::student_t_upper_quantile(p, df), |t| d::student_t_sf(t, df));
            assert_inverse("t", p, d::student_t_quantile(p, df), |t| d::student_t_cdf(t, df));
        }
        let x = d::gamma_quantile(p, a);
        if x > 1e-300 {
            assert_inverse("gamma", p, x, |x| d::gamma_cdf(x, a));
        }
        let x = d::gamma_upper_quantile(p, a);
        if x > 1e-300 {
            assert_inverse("gamma upper", p, x, |x| d::gamma_sf(x, a));
        }
        assert_inverse("chi squared", p, d::chi_squared_upper_quantile(p, df), |x| d::chi_squared_sf(x, df));
        let x = d::beta_quantile(p, a, b);
        if x > 1e-300 && x < 1.0 {
            assert_inverse("beta", p, x, |x| d::beta_cdf(x.min(1.0), a, b));
        }
        let x = d::beta_upper_quantile(p, a, b);
        if x > 1e-300 && x < 1.0 {
            assert_inverse("beta upper", p, x, |x| d::beta_sf(x.min(1.0), a, b));
        }
        let x = d::f_upper_quantile(p, 2.0 * a, 2.0 * b);
        if x > 1e-300 && x < 1e300 {
            assert_inverse("F upper", p, x, |x| d::f_sf(x, 2.0 * a, 2.0 * b));
        }
    }
}

#[test]
fn tails_add_to_one_and_turn_around() {
    let mut random = Random::new(2);
    for _ in 0..2000 {
        let (a, b) = (log_uniform(&mut random, 1e-6, 1e8), log_uniform(&mut random, 1e-6, 1e8));
        let x = random.uniform();
        let (lower, upper) = (incomplete_beta::beta_lower(a, b, x), incomplete_beta::beta_upper(a, b, x));
        assert!((lower + upper - 1.0).abs() < 1e-15, "{a} {b} {x}: {lower} {upper}");
        let (turned, rest) = incomplete_beta::beta_tails(b, a, 1.0 - x, x);
        assert!(
            (turned - upper).abs() <= 1e-13 * upper && (rest - lower).abs() <= 1e-13 * lower,
            "{a} {b} {x}"
        );
        let y = log_uniform(&mut random, 1e-9, 1e9);
        let (lower, upper) = (incomplete_gamma::gamma_lower(a, y), incomplete_gamma::gamma_upper(a, y));
        assert!((lower + upper - 1.0).abs() < 1e-15, "{a} {y}: {lower} {upper}");
        assert_eq!(beta::ln_beta(a, b).to_bits(), beta::ln_beta(b, a).to_bits());
    }
}

#[test]
fn tails_are_ordered() {
    let mut random = Random::new(3);
    for _ in 0..300 {
        let (a, b) = (log_uniform(&mut random, 0.02, 3e4), log_uniform(&mut random, 0.02, 3e4));
        // Around the mean, where the methods meet.
        let mean = a / (a + b);
        let mut last = 0.0;
        for i in 0..60 {
            let x = (mean * (0.7 + 0.01 * f64::from(i))).min(1.0);
            let now = incomplete_beta::beta_lower(a, b, x);
            assert!(now >= last * (1.0 - 1e-13), "beta {a} {b} {x}: {now} after {last}");
            last = now;
        }
        let mut last = 0.0;
        for i in 0..60 {
            let x = a * (0.7 + 0.01 * f64::from(i));
            let now = incomplete_gamma::gamma_lower(a, x);
            assert!(now >= last * (1.0 - 1e-13), "gamma {a} {x}: {now} after {last}");
            last = now;
        }
    }
}

#[test]
fn recurrences_hold() {
    let mut random = Random::new(4);
    for _ in 0..2000 {
        let x = log_uniform(&mut random, 1e-3, 1e6);
        let n = log_uniform(&mut random, 1e-6, 1e6);
        assert!((gamma::digamma_difference(x, 1.0) * x - 1.0).abs() < 1e-15);
        // ln Gamma(x + n + 1) - ln Gamma(x + n) = ln(x + n)
        let step = gamma::ln_gamma_difference(x, n + 1.0) - gamma::ln_gamma_difference(x, n);
        let scale = 1.0 + gamma::ln_gamma_difference(x, n + 1.0).abs();
        assert!((step - libm::log(x + n)).abs() < 1e-14 * scale, "{x} {n}");
        // There and back, where x + n - n still holds the digits of x.
        let n = n.min(3.0 * x);
        let there = gamma::ln_gamma_difference(x, n);
        let back = gamma::ln_gamma_difference(x + n, -n);
        assert!((there + back).abs() <= 1e-14 * (1.0 + there.abs()), "{x} {n}");
        // s E_{s+1} = exp(-z) - z E_s
        let (s, z) = (log_uniform(&mut random, 0.01, 50.0), log_uniform(&mut random, 1e-6, 100.0));
        let e = exponential_integral::scaled_exponential_integral(s, z);
        let next = exponential_integral::scaled_exponential_integral(s + 1.0, z);
        assert!((s * next + z * e - 1.0).abs() < 1e-14, "{s} {z}");
        // Euler: 2F1(a, b; c; z) = (1 - z)^(c - a - b) 2F1(c - a, c - b; c; z)
        let (a, b) = (log_uniform(&mut random, 0.05, 30.0), log_uniform(&mut random, 0.05, 30.0));
        let c = a.max(b) + log_uniform(&mut random, 0.05, 30.0);
        let z = 1.0 - log_uniform(&mut random, 1e-9, 1.0);
        let left = hypergeometric::ln_hypergeometric(a, b, c, z);
        let right = (c - a - b) * libm::log1p(-z) + hypergeometric::ln_hypergeometric(c - a, c - b, c, z);
        let scale = 1.0 + left.abs() + ((c - a - b) * libm::log1p(-z)).abs();
        assert!((left - right).abs() < 1e-13 * scale, "{a} {b} {c} {z}: {left} {right}");
    }
}

#[test]
fn chances_add_to_one() {
    let total = |n: u32, chance: &dyn Fn(f64) -> f64| (0..=n).map(|k| chance(f64::from(k))).sum::<f64>();
    assert!((total(300, &|k| d::binomial_pmf(k, 300.0, 0.37)) - 1.0).abs() < 1e-13);
    assert!((total(400, &|k| d::poisson_pmf(k, 120.0)) - 1.0).abs() < 1e-13);
    assert!((total(9000, &|k| d::negative_binomial_pmf(k, 0.3, 0.01)) - 1.0).abs() < 1e-13);
    assert!((total(70, &|k| d::hypergeometric_pmf(k, 1000.0, 70.0, 400.0)) - 1.0).abs() < 1e-13);
    for k in 0..70 {
        let k = f64::from(k);
        let direct = total(k as u32, &|k| d::hypergeometric_pmf(k, 1000.0, 70.0, 400.0));
        let tail = d::hypergeometric_cdf(k, 1000.0, 70.0, 400.0);
        assert!((direct - tail).abs() <= 1e-13 * tail, "{k}");
        assert!((tail + d::hypergeometric_sf(k, 1000.0, 70.0, 400.0) - 1.0).abs() < 1e-15);
        let direct = total(k as u32, &|k| d::binomial_pmf(k, 100.0, 0.2));
        assert!((direct - d::binomial_cdf(k, 100.0, 0.2)).abs() <= 1e-13 * direct, "{k}");
    }
}

/// Any three numbers: nothing panics, nothing runs away, and what is a probability stays one.
#[test]
fn any_arguments_give_a_probability_or_nan() {
    let mut random = Random::new(5);
    let special =
        [0.0, -0.0, 1.0, -1.0, 0.5, 1e300, -1e300, 5e-324, f64::INFINITY, f64::NEG_INFINITY, f64::NAN];
    let any = |random: &mut Random| match random.below(4) {
        0 => special[random.below(special.len() as u64) as usize],
        1 => f64::from_bits(random.bits()),
        2 => random.uniform(),
        _ => log_uniform(random, 1e-20, 1e20),
    };
    for _ in 0..3000 {
        let (x, a, b) = (any(&mut random), any(&mut random), any(&mut random));
        for (name, p) in [
            ("gamma_lower", incomplete_gamma::gamma_lower(a, x)),
            ("gamma_upper", incomplete_gamma::gamma_upper(a, x)),
            ("beta_lower", incomplete_beta::beta_lower(a, b, x)),
            ("beta_upper", incomplete_beta::beta_upper(a, b, x)),
            ("normal_sf", d::normal_sf(x)),
            ("student_t_sf", d::student_t_sf(x, a)),
            ("f_sf", d::f_sf(x, a, b)),
            ("chi_squared_sf", d::chi_squared_sf(x, a)),
            ("binomial_pmf", d::binomial_pmf(x, a, b)),
            ("binomial_cdf", d::binomial_cdf(x, a, b)),
            ("poisson_cdf", d::poisson_cdf(x, a)),
            ("poisson_pmf", d::poisson_pmf(x, a)),
            ("negative_binomial_sf", d::negative_binomial_sf(x, a, b)),
            ("negative_binomial_pmf", d::negative_binomial_pmf(x, a, b)),
            ("hypergeometric_pmf", d::hypergeometric_pmf(x, a, b, b)),
            ("beta_quantile", d::beta_quantile(x, a, b)),
        ] {
            assert!(p.is_nan() || (0.0..=1.0 + 1e-12).contains(&p), "{name}: {p:e} at {x:e} {a:e} {b:e}");
        }
        for y in [
            d::gamma_quantile(x, a),
            d::f_quantile(x, a, b),
            exponential_integral::scaled_exponential_integral(a, b),
            exponential_integral::discounted_power_integral(a, b, x, 3.0),
        ] {
            assert!(y.is_nan() || y >= 0.0, "{y:e} at {x:e} {a:e} {b:e}");
        }
        let _ = d::student_t_quantile(x, a);
        let _ = gamma::ln_gamma_difference(a, b);
        let _ = beta::ln_choose(a, b);
    }
}
