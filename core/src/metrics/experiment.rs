//! How sure a measured rate or difference is, and how large a test must be.

use super::arithmetic::sum;
use crate::experiments::{
    bayesian, cuped, fisher, lift, means, multiplicity, power, proportions, ratios, sample_ratio, sequential,
};

metrics! { "experiment";
    /// Lower end of the Wilson 95 % confidence interval of a rate.
    wilson_lower {
        title: "Wilson 95 % interval, lower bound",
        inputs: {
            successes: f64, CountOrPeople, Whole, "number of successes";
            trials: f64, CountOrPeople, Whole, "number of trials";
        },
        output: Ratio, "rate as a fraction",
        best_mark: Estimated,
        undefined: {
            trials == 0.0 => ZeroDenominator;
            successes > trials => Infeasible;
        },
        formula: value(proportions::wilson(successes, trials, 0.95).map(|interval| interval.0)),
        rollup: Recompute,
        example: (81.0, 263.0) => 0.2552885198782742 within 1e-09,
        edges: {
            (264.0, 263.0) => Infeasible;
            (0.0, 0.0) => ZeroDenominator;
        },
        answers: { (0.0, 20.0) => 0.0; },
        source: "Newcombe (1998), Statistics in Medicine 17:857 and 17:873",
    }

    /// Upper end of the Wilson 95 % confidence interval of a rate.
    wilson_upper {
        title: "Wilson 95 % interval, upper bound",
        inputs: {
            successes: f64, CountOrPeople, Whole, "number of successes";
            trials: f64, CountOrPeople, Whole, "number of trials";
        },
        output: Ratio, "rate as a fraction",
        best_mark: Estimated,
        undefined: {
            trials == 0.0 => ZeroDenominator;
            successes > trials => Infeasible;
        },
        formula: value(proportions::wilson(successes, trials, 0.95).map(|interval| interval.1)),
        rollup: Recompute,
        example: (81.0, 263.0) => 0.36620957698280004 within 1e-09,
        edges: {
            (264.0, 263.0) => Infeasible;
            (0.0, 0.0) => ZeroDenominator;
        },
        answers: { (0.0, 20.0) => 0.161125158052819 within 1e-12; },
        source: "Newcombe (1998), Statistics in Medicine 17:857 and 17:873",
    }

    /// Lower end of Newcombe's 95 % confidence interval of the difference of two rates.
    newcombe_difference_lower {
        title: "Newcombe 95 % interval of a difference, lower",
        inputs: {
            x1: f64, CountOrPeople, Whole, "successes in the first group";
            n1: f64, CountOrPeople, Whole, "trials in the first group";
            x2: f64, CountOrPeople, Whole, "successes in the second group";
            n2: f64, CountOrPeople, Whole, "trials in the second group";
        },
        output: Ratio, "first rate less second rate, as a fraction",
        best_mark: Estimated,
        undefined: {
            n1 == 0.0 => ZeroDenominator;
            n2 == 0.0 => ZeroDenominator;
            x1 > n1 || x2 > n2 => Infeasible;
        },
        formula: value(proportions::newcombe(x1, n1, x2, n2, 0.95).map(|interval| interval.0)),
        rollup: Recompute,
        example: (56.0, 70.0, 48.0, 80.0) => 0.05243147240236498 within 1e-09,
        edges: { (71.0, 70.0, 48.0, 80.0) => Infeasible; },
        source: "Newcombe (1998), Statistics in Medicine 17:857 and 17:873",
    }

    /// Upper end of Newcombe's 95 % confidence interval of the difference of two rates.
    newcombe_difference_upper {
        title: "Newcombe 95 % interval of a difference, upper",
        inputs: {
            x1: f64, CountOrPeople, Whole, "successes in the first group";
            n1: f64, CountOrPeople, Whole, "trials in the first group";
            x2: f64, CountOrPeople, Whole, "successes in the second group";
            n2: f64, CountOrPeople, Whole, "trials in the second group";
        },
        output: Ratio, "first rate less second rate, as a fraction",
        best_mark: Estimated,
        undefined: {
            n1 == 0.0 => ZeroDenominator;
            n2 == 0.0 => ZeroDenominator;
            x1 > n1 || x2 > n2 => Infeasible;
        },
        formula: value(proportions::newcombe(x1, n1, x2, n2, 0.95).map(|interval| interval.1)),
        rollup: Recompute,
        example: (56.0, 70.0, 48.0, 80.0) => 0.33387265403690614 within 1e-09,
        edges: { (71.0, 70.0, 48.0, 80.0) => Infeasible; },
        source: "Newcombe (1998), Statistics in Medicine 17:857 and 17:873",
    }

    /// Difference of two rates in standard errors, with the variance pooled as if they were equal.
    two_proportion_z {
        title: "Two-proportion z (pooled)",
        inputs: {
            x1: f64, CountOrPeople, Whole, "successes in the first group";
            n1: f64, CountOrPeople, Whole, "trials in the first group";
            x2: f64, CountOrPeople, Whole, "successes in the second group";
            n2: f64, CountOrPeople, Whole, "trials in the second group";
        },
        output: StandardScore, "z statistic; positive when the first rate is higher",
        best_mark: Estimated,
        undefined: {
            n1 == 0.0 => ZeroDenominator;
            n2 == 0.0 => ZeroDenominator;
            x1 > n1 || x2 > n2 => Infeasible;
            x1 + x2 == 0.0 || (x1 == n1 && x2 == n2) => ZeroVariance;
        },
        formula: value(proportions::two_proportion_z(x1, n1, x2, n2)),
        rollup: Recompute,
        example: (50.0, 100.0, 40.0, 100.0) => 1.4213381090374024 within 1e-12,
        edges: {
            (0.0, 100.0, 0.0, 100.0) => ZeroVariance;
            (100.0, 100.0, 50.0, 50.0) => ZeroVariance;
            (0.0, 0.0, 50.0, 50.0) => ZeroDenominator;
        },
        source: "github.com/spotify/confidence at e1f8a49, README (50 of 100 against 40 of 100)",
    }

    /// Chance of a z statistic at least this far from zero when there is no difference.
    two_proportion_p {
        title: "Two-proportion z test, two-sided p",
        inputs: {
            z: f64, StandardScore, Real, "z statistic";
        },
        output: Ratio, "two-sided p-value",
        best_mark: Estimated,
        formula: value(proportions::two_proportion_p(z)),
        rollup: Recompute,
        example: (1.4213381090374024) => 0.1552184896846841 within 1e-09,
        answers: {
            (9.0) => 2.2571768119076845e-19 within 1e-13;
            (0.0) => 1.0;
        },
        source: "github.com/spotify/confidence at e1f8a49, README (50 of 100 against 40 of 100)",
    }

    /// Difference of two means in standard errors, without assuming equal variances.
    welch_t {
        title: "Welch t statistic",
        inputs: {
            mean1: f64, Any, Real, "mean of the first group, in any one unit";
            var1: f64, Other, NonNegative, "sample variance of the first group";
            n1: f64, CountOrPeople, WholeFromTwo, "observations in the first group";
            mean2: f64, Any, Real, "mean of the second group, in the same unit";
            var2: f64, Other, NonNegative, "sample variance of the second group";
            n2: f64, CountOrPeople, WholeFromTwo, "observations in the second group";
        },
        output: TStatistic, "t statistic; positive when the first mean is higher",
        best_mark: Estimated,
        undefined: { var1 + var2 == 0.0 => ZeroVariance; },
        formula: value(means::welch_t(mean1, var1, n1, mean2, var2, n2)),
        rollup: Recompute,
        example: (0.7, 38.44, 3461.0, 0.41, 15.21, 3407.0) => 2.32402 within 5e-05,
        edges: { (0.7, 0.0, 3461.0, 0.41, 0.0, 3407.0) => ZeroVariance; },
        source: "github.com/growthbook/growthbook at 8f1db44, packages/stats/tests/frequentist/test_tests.py",
    }

    /// Chance of a difference of means at least this large when there is none, by Welch's t test.
    welch_p {
        title: "Welch t test, two-sided p",
        inputs: {
            mean1: f64, Any, Real, "mean of the first group, in any one unit";
            var1: f64, Other, NonNegative, "sample variance of the first group";
            n1: f64, CountOrPeople, WholeFromTwo, "observations in the first group";
            mean2: f64, Any, Real, "mean of the second group, in the same unit";
            var2: f64, Other, NonNegative, "sample variance of the second group";
            n2: f64, CountOrPeople, WholeFromTwo, "observations in the second group";
        },
        output: Ratio, "two-sided p-value",
        best_mark: Estimated,
        undefined: { var1 + var2 == 0.0 => ZeroVariance; },
        formula: value(means::welch_p(mean1, var1, n1, mean2, var2, n2)),
        rollup: Recompute,
        example: (0.7, 38.44, 3461.0, 0.41, 15.21, 3407.0) => 0.020158 within 2.5e-5,
        edges: { (0.7, 0.0, 3461.0, 0.41, 0.0, 3407.0) => ZeroVariance; },
        source: "github.com/growthbook/growthbook at 8f1db44, packages/stats/tests/frequentist/test_tests.py",
    }

    /// Sampling error of the relative difference of two means, by the delta method.
    relative_lift_se {
        title: "Standard error of a relative lift (delta method)",
        inputs: {
            mean1: f64, Any, Real, "mean of the treatment group, in any one unit";
            var1: f64, Other, NonNegative, "sample variance of the treatment group";
            n1: f64, CountOrPeople, WholeFromTwo, "observations in the treatment group";
            mean2: f64, Any, Real, "mean of the control group, in the same unit";
            var2: f64, Other, NonNegative, "sample variance of the control group";
            n2: f64, CountOrPeople, WholeFromTwo, "observations in the control group";
        },
        output: Ratio, "standard error as a fraction of the control mean",
        best_mark: Estimated,
        undefined: { mean2 == 0.0 => ZeroDenominator; },
        formula: value(lift::relative_lift_se(mean1, var1, n1, mean2, var2, n2)),
        rollup: Recompute,
        example: (0.7, 38.44, 3461.0, 0.41, 15.21, 3407.0) => 0.37879 within 2e-5,
        edges: { (0.7, 38.44, 3461.0, 0.0, 15.21, 3407.0) => ZeroDenominator; },
        source: "github.com/growthbook/growthbook at 8f1db44, packages/stats/tests/frequentist/test_tests.py",
        notes: "Same data: absolute lift p = 0.0202, relative lift p = 0.0619. Say which one is tested.",
    }

    /// Sampling variance of a ratio of two means measured on the same units, by the delta method.
    delta_ratio_variance {
        title: "Variance of a ratio of means (delta method)",
        inputs: {
            mean_y: f64, Any, Real, "mean of the numerator";
            mean_x: f64, Other, Real, "mean of the denominator";
            var_y: f64, Other, NonNegative, "sample variance of the numerator";
            var_x: f64, Other, NonNegative, "sample variance of the denominator";
            cov_xy: f64, Other, Real, "sample covariance of the two";
            n: f64, CountOrPeople, WholeFromTwo, "number of units";
        },
        output: Other, "variance of the ratio",
        best_mark: Estimated,
        undefined: { mean_x == 0.0 => ZeroDenominator; },
        formula: value(ratios::delta_ratio_variance(mean_y, mean_x, var_y, var_x, cov_xy, n)),
        rollup: Recompute,
        example: (2.0, 4.0, 1.0, 2.0, 0.5, 100.0) => 0.000625 within 1e-12,
        edges: {
            (1.0, 1.0, 1.0, 0.5, 1.0, 100.0) => Infeasible;
            (2.0, 0.0, 1.0, 2.0, 0.5, 100.0) => ZeroDenominator;
        },
        source: "Deng, Knoblich & Lu (2018), Applying the Delta Method in Metric Analytics, KDD",
        notes: "A covariance larger than its two variances allow is infeasible: the variance would be negative.",
    }

    /// Observations each group needs for a test to find a given difference of two rates.
    sample_size_proportions {
        title: "Sample size per group, two proportions",
        inputs: {
            p1: f64, Ratio, Fraction, "rate in the first group, as a fraction";
            p2: f64, Ratio, Fraction, "rate in the second group, as a fraction";
            alpha: f64, Ratio, OpenFraction, "two-sided level of significance, as a fraction";
            power: f64, Ratio, OpenFraction, "chance of finding the difference, as a fraction";
        },
        output: Count, "observations per group, not rounded up",
        best_mark: Modelled,
        undefined: {
            p1 == p2 => ZeroDenominator;
            power <= alpha => Infeasible;
        },
        formula: value(power::sample_size_proportions(p1, p2, alpha, power)),
        rollup: Recompute,
        example: (0.5, 0.75, 0.05, 0.9) => 76.7 within 1e-3,
        edges: {
            (0.5, 0.5, 0.05, 0.9) => ZeroDenominator;
            (0.5, 0.75, 0.05, 0.05) => Infeasible;
        },
        source: "R documentation of stats::power.prop.test (p1 0.50, p2 0.75, power 0.90: n = 76.7)",
    }

    /// Smallest difference of means that a test of a given size can find with a given power.
    minimum_detectable_effect {
        title: "Minimum detectable difference of means",
        inputs: {
            variance: f64, Other, Positive, "variance of one observation, equal in both groups";
            n_per_group: f64, CountOrPeople, WholeFromTwo, "observations per group";
            alpha: f64, Ratio, OpenFraction, "two-sided level of significance, as a fraction";
            power: f64, Ratio, OpenFraction, "chance of finding the difference, as a fraction";
        },
        output: Any, "difference in the unit of the observations",
        best_mark: Modelled,
        undefined: { power <= 0.5 * alpha => Infeasible; },
        formula: value(power::minimum_detectable_effect(variance, n_per_group, alpha, power)),
        rollup: Recompute,
        example: (100.0, 19953.0, 0.05, 0.85) => 0.3 within 0.0002,
        edges: { (100.0, 19_953.0, 0.05, 0.01) => Infeasible; },
        source: "github.com/growthbook/growthbook at 8f1db44, packages/stats/tests/frequentist/test_tests.py",
        notes: "Inverse of the G*Power figure in spotify/confidence tests: variance 100, difference 0.3, power 0.85 -> 39,906 in both groups together. A power at or below alpha/2 is had without any effect, so there is none to detect.",
    }

    /// Chance of a split at least this uneven when the groups were assigned as planned.
    srm_chi2_p {
        title: "Sample-ratio mismatch p-value (two groups)",
        inputs: {
            n1: f64, CountOrPeople, Whole, "observations in the first group";
            n2: f64, CountOrPeople, Whole, "observations in the second group";
            share1: f64, Ratio, OpenFraction, "planned share of the first group, as a fraction";
        },
        output: Ratio, "p-value; very small values mean the assignment is faulty",
        best_mark: Estimated,
        undefined: { n1 + n2 == 0.0 => InsufficientData; },
        formula: value(sample_ratio::srm_chi2_p(n1, n2, share1)),
        rollup: Recompute,
        example: (821_588.0, 815_482.0, 0.5) => 1.8217928726191858e-06 within 1e-12,
        edges: { (0.0, 0.0, 0.5) => InsufficientData; },
        answers: { (600.0, 400.0, 0.5) => 2.5396285894708634e-10 within 1e-12; },
        source: "Kohavi, Tang & Xu (2020), Trustworthy Online Controlled Experiments (821,588 against 815,482, p = 1.8e-6)",
    }

    /// Coefficient by which earlier behaviour is subtracted from an outcome to reduce its variance.
    cuped_theta {
        title: "CUPED coefficient",
        inputs: {
            cov_yx: f64, Other, Real, "covariance of the outcome and its value before the experiment";
            var_x: f64, Other, NonNegative, "variance of the value before the experiment";
        },
        output: Ratio, "coefficient, outcome unit per covariate unit",
        best_mark: Estimated,
        undefined: { var_x == 0.0 => ZeroDenominator; },
        formula: value(cuped::cuped_theta(cov_yx, var_x)),
        rollup: Recompute,
        example: (6.0, 4.0) => 1.5,
        edges: { (6.0, 0.0) => ZeroDenominator; },
        source: "Deng, Xu, Kohavi & Walker (2013), Improving the Sensitivity of Online Controlled Experiments (CUPED), WSDM",
    }

    /// Variance left after adjusting an outcome for behaviour before the experiment.
    cuped_variance_ratio {
        title: "CUPED variance ratio",
        inputs: {
            correlation: f64, Ratio, Correlation, "correlation of the outcome with the value before the experiment";
        },
        output: Ratio, "fraction of the original variance",
        best_mark: Estimated,
        formula: value(cuped::cuped_variance_ratio(correlation)),
        rollup: Recompute,
        example: (0.6) => 0.64 within 1e-12,
        source: "Deng, Xu, Kohavi & Walker (2013), Improving the Sensitivity of Online Controlled Experiments (CUPED), WSDM",
    }

    /// Chance of a two-by-two table at least as unlikely as this one when rows and columns are unrelated.
    fisher_exact_two_sided {
        title: "Fisher exact test, two-sided p",
        inputs: {
            a: f64, CountOrPeople, Whole, "count in the first row, first column";
            b: f64, CountOrPeople, Whole, "count in the first row, second column";
            c: f64, CountOrPeople, Whole, "count in the second row, first column";
            d: f64, CountOrPeople, Whole, "count in the second row, second column";
        },
        output: Ratio, "two-sided p-value",
        best_mark: Estimated,
        undefined: { a + b + c + d > 1e12 => Infeasible; },
        formula: value(fisher::fisher_two_sided(a, b, c, d)),
        rollup: Recompute,
        example: (3.0, 1.0, 1.0, 3.0) => 0.4857142857142857 within 1e-09,
        edges: { (1e12, 1.0, 1.0, 1.0) => Infeasible; },
        source: "Fisher (1935), The Design of Experiments (tea tasting)",
        notes: "Exact, for tables of up to 1e12 counts; beyond, two_proportion_z agrees.",
    }

    /// Probability that the true rate of B is above that of A, starting from uniform priors.
    prob_b_beats_a {
        title: "Probability B beats A (beta-binomial, uniform priors)",
        inputs: {
            successes_a: f64, CountOrPeople, Whole, "successes in group A";
            trials_a: f64, CountOrPeople, Whole, "trials in group A";
            successes_b: f64, CountOrPeople, Whole, "successes in group B";
            trials_b: f64, CountOrPeople, Whole, "trials in group B";
        },
        output: Ratio, "probability",
        best_mark: Modelled,
        undefined: { successes_a > trials_a || successes_b > trials_b => Infeasible; },
        formula: value(bayesian::prob_b_beats_a_of_counts(successes_a, trials_a, successes_b, trials_b)),
        rollup: Recompute,
        example: (49.0, 100.0, 51.0, 100.0) => 0.6107705226878396 within 1e-08,
        edges: { (101.0, 100.0, 51.0, 100.0) => Infeasible; },
        source: "github.com/growthbook/growthbook at 8f1db44, packages/stats/tests/frequentist/test_tests.py",
        notes: "GrowthBook reports 0.60918 for these counts (Gaussian, relative effect).",
    }

    /// Half the width of an interval that stays valid however often the data are looked at.
    asymptotic_cs_half_width {
        title: "Always-valid half-width (asymptotic confidence sequence)",
        inputs: {
            standard_error: f64, Any, Positive, "standard error of the estimate now, in any one unit";
            n: f64, CountEach, WholeFromTwo, "observations so far";
            alpha: f64, Ratio, OpenFraction, "error rate over all looks, as a fraction";
            tuning_n: f64, CountEach, Positive, "number of observations at which the interval should be tightest";
        },
        output: Any, "half-width in the unit of the standard error",
        best_mark: Estimated,
        formula: value(sequential::sequential_half_width(standard_error, n, alpha, tuning_n)),
        rollup: Recompute,
        example: (0.3334122146400735, 6461.0, 0.05, 1000.0) => 1.0618015909639673 within 1e-09,
        source: "Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas (2023), Time-uniform central limit theory and asymptotic confidence sequences, eq. 9; example from the tests of GrowthBook",
        notes: "Half-width s sqrt(2 (n rho^2 + 1)/(n rho)^2 ln(sqrt(n rho^2 + 1)/alpha)) with s = standard_error sqrt(n) and rho^2 = (-2 ln alpha + ln(1 - 2 ln alpha))/tuning_n. Interval 0.50336 +/- 1.0618 = (-0.55844, 1.56516) in the GrowthBook test.",
    }

    /// P-values adjusted for several tests so that any false finding stays unlikely, after Holm.
    holm_adjusted_p {
        title: "Holm-adjusted p-values",
        inputs: {
            p_values: &[f64], Ratio, Fraction, "p-value of each test";
        },
        output: Ratio, "one adjusted p-value per test, in the order given",
        best_mark: Estimated,
        undefined: { p_values.is_empty() => InsufficientData; },
        formula: reduce(Vec<f64>, multiplicity::holm(p_values), r"\tilde p_{(i)} = \max_{j \le i} \min\bigl(1,\ (m - j + 1)\,p_{(j)}\bigr)"),
        rollup: Recompute,
        example: (&[0.01, 0.04, 0.03, 0.005]) => [0.03, 0.06, 0.06, 0.02] within 1e-12,
        edges: { (&[]) => InsufficientData; },
        source: "Holm (1979), Scandinavian Journal of Statistics 6; Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57",
    }

    /// P-values adjusted for several tests so that the share of false findings stays low.
    bh_adjusted_p {
        title: "Benjamini-Hochberg adjusted p-values",
        inputs: {
            p_values: &[f64], Ratio, Fraction, "p-value of each test";
        },
        output: Ratio, "one adjusted p-value per test, in the order given",
        best_mark: Estimated,
        undefined: { p_values.is_empty() => InsufficientData; },
        formula: reduce(Vec<f64>, multiplicity::benjamini_hochberg(p_values), r"\tilde p_{(i)} = \min_{j \ge i} \min\Bigl(1,\ \frac{m}{j}\,p_{(j)}\Bigr)"),
        rollup: Recompute,
        example: (&[0.01, 0.04, 0.03, 0.005]) => [0.02, 0.04, 0.04, 0.02] within 1e-12,
        edges: { (&[]) => InsufficientData; },
        source: "Holm (1979), Scandinavian Journal of Statistics 6; Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57",
    }

    /// Sampling error of a pooled rate when the posts of one influencer are not independent.
    ratio_of_sums_cluster_se {
        title: "Standard error of a pooled rate, influencers as clusters (linearisation)",
        inputs: {
            y: &[f64], Any, NonNegative, "numerator total of each influencer, such as engagements";
            x: &[f64], Other, NonNegative, "denominator total of each influencer, such as followers or views";
        },
        output: Ratio, "standard error of the pooled rate, as a fraction",
        best_mark: Estimated,
        undefined: {
            y.len() != x.len() => Infeasible;
            y.len() < 2 => InsufficientData;
            sum(x) == 0.0 => ZeroDenominator;
        },
        formula: reduce(f64, ratios::ratio_of_sums_cluster_se(y, x), r"\frac{1}{\sum_i x_i} \sqrt{\frac{n}{n-1} \sum_i (y_i - \hat r x_i)^2},\quad \hat r = \frac{\sum_i y_i}{\sum_i x_i}"),
        rollup: Recompute,
        example: (&[50.0, 40.0, 60.0, 30.0], &[1000.0, 500.0, 2000.0, 800.0]) => 0.00851200630059581 within 1e-12,
        edges: {
            (&[1.0], &[1000.0, 500.0, 2000.0, 800.0]) => Infeasible;
            (&[1.0], &[10.0]) => InsufficientData;
            (&[0.0, 0.0], &[0.0, 0.0]) => ZeroDenominator;
        },
        source: "Deng, Knoblich & Lu (2018), Applying the Delta Method in Metric Analytics, KDD",
        notes: "Equals the delta method on cluster totals. The naive binomial standard error on these data is 0.00305, 2.8 times too small.",
    }

    /// Largest share of a budget that is placed on a single influencer.
    largest_budget_share {
        title: "Largest budget share placed on one influencer",
        inputs: {
            spend_each: &[f64], Currency, NonNegative, "spend on each influencer, in one currency";
        },
        output: Ratio, "fraction of the budget",
        undefined: {
            spend_each.is_empty() => InsufficientData;
            sum(spend_each) == 0.0 => ZeroDenominator;
        },
        formula: reduce(f64, spend_each.iter().copied().fold(0.0, f64::max) / sum(spend_each), r"\frac{\max_i s_i}{\sum_i s_i}"),
        rollup: Recompute,
        example: (&[6000.0, 2500.0, 1500.0]) => 0.6,
        edges: {
            (&[]) => InsufficientData;
            (&[0.0, 0.0]) => ZeroDenominator;
        },
        source: "article on micro and macro influencers (Indonesian), after martech.zone",
    }
}
