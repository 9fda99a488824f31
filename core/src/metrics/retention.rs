//! Who stays and who leaves.

use super::arithmetic::{complement_of_power, share_of};
use crate::customers::kaplan_meier_at;
use crate::numerics::beta::ln_beta;

metrics! { "retention";
    /// Share of the customers at the start of a period who are still customers at its end.
    retention_rate_period {
        title: "Customer retention rate of a period",
        inputs: {
            end: f64, People, Whole, "customers at the end of the period";
            new: f64, People, Whole, "customers won during the period and still there at its end";
            start: f64, People, Whole, "customers at the start of the period";
        },
        output: Ratio, "fraction of the starting customers",
        undefined: {
            new > end => Infeasible;
            end - new > start => Infeasible;
        },
        formula: ratio(end - new, start),
        rollup: RatioOfSums,
        family: "retention", true, "The default and only variant for whole periods; for returns by day use the cohort metrics.",
        example: (1050.0, 200.0, 1000.0) => 0.85,
        edges: { (1050.0, 1100.0, 1000.0) => Infeasible; },
        source: "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the MASB Universal Marketing Dictionary, marketing-dictionary.org",
    }

    /// Customers lost in a period relative to those at its start.
    churn_rate_start {
        title: "Churn rate (start-of-period base)",
        inputs: {
            lost: f64, People, Whole, "customers of the starting base who were lost in the period";
            start: f64, People, Whole, "customers at the start of the period";
        },
        output: Ratio, "fraction of the starting customers",
        undefined: { lost > start => Infeasible; },
        formula: ratio(lost, start),
        rollup: RatioOfSums,
        family: "churn", true, "The default: choose it unless the base changes much within the period.",
        example: (150.0, 1000.0) => 0.15,
        edges: { (1001.0, 1000.0) => Infeasible; },
        source: "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the MASB Universal Marketing Dictionary, marketing-dictionary.org",
    }

    /// Customers lost in a period relative to the average customer base.
    churn_rate_average {
        title: "Churn rate (average base)",
        inputs: {
            lost: f64, People, Whole, "customers lost in the period";
            start: f64, People, Whole, "customers at the start of the period";
            end: f64, People, Whole, "customers at the end of the period";
        },
        output: Ratio, "fraction of the average base",
        formula: ratio(lost, 0.5 * (start + end)),
        rollup: RatioOfSums,
        family: "churn", false, "Choose it when the base grows or shrinks fast, so that losses among new customers count as well.",
        example: (150.0, 1000.0, 1400.0) => 0.125,
        edges: { (150.0, 0.0, 0.0) => ZeroDenominator; },
        source: "common definition; no single authority",
    }

    /// Annual churn that follows from a constant monthly churn by compounding.
    churn_annual_from_monthly {
        title: "Annual churn from monthly churn",
        inputs: {
            monthly: f64, Ratio, Fraction, "share of customers lost per month, as a fraction";
        },
        output: Ratio, "fraction lost per year",
        best_mark: Modelled,
        formula: value(complement_of_power(monthly, 12.0)),
        rollup: Recompute,
        example: (0.03) => 0.306157639 within 5e-09,
        source: "common definition; no single authority",
        notes: "12 x 3 % = 36 % is the common wrong answer.",
    }

    /// Constant monthly churn that compounds to a given annual churn.
    churn_monthly_from_annual {
        title: "Monthly churn from annual churn",
        inputs: {
            annual: f64, Ratio, Fraction, "share of customers lost per year, as a fraction";
        },
        output: Ratio, "fraction lost per month",
        formula: value(-libm::expm1(libm::log1p(-annual) / 12.0)),
        rollup: Recompute,
        example: (0.306157639) => 0.03 within 1e-08,
        source: "common definition; no single authority",
    }

    /// Average number of periods a customer stays when churn is constant.
    expected_lifetime_periods {
        title: "Expected lifetime (constant churn)",
        inputs: {
            churn: f64, Ratio, Fraction, "share of customers lost per period, as a fraction";
        },
        output: Periods, "periods, in the unit of the churn rate",
        best_mark: Modelled,
        formula: ratio(1.0, churn, churn == 0.0 => Unbounded),
        rollup: Recompute,
        example: (0.05) => 20.0,
        edges: { (0.0) => Unbounded; },
        source: "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the MASB Universal Marketing Dictionary, marketing-dictionary.org",
        notes: "Stripe silently substitutes 1.67 % when churn is 0.",
    }

    /// Share of users who came back exactly on a given day after their first.
    retention_n_day {
        title: "N-day retention (return on)",
        inputs: {
            return_days: &[&[f64]], Days, Whole, "for each user, the days after the first on which the user came back";
            n: f64, Days, Whole, "day to look at, counted from the user's first day as 0";
        },
        output: Ratio, "fraction of users",
        undefined: { return_days.is_empty() => InsufficientData; },
        formula: reduce(f64, share_of(return_days, |days| days.contains(&n)), r"\frac{\#\{u : n \in D_u\}}{N}"),
        rollup: RatioOfSums,
        family: "cohort_retention", true, "The default: choose it for habits that should recur on a given day.",
        example: (&[&[1.0, 3.0], &[2.0], &[7.0], &[]], 3.0) => 0.25,
        edges: { (&[], 3.0) => InsufficientData; },
        source: "Amplitude documentation, Retention Analysis FAQ (Return On; Return On or After)",
    }

    /// Share of users who came back on a given day or at any time after it.
    retention_unbounded {
        title: "Unbounded retention (return on or after)",
        inputs: {
            return_days: &[&[f64]], Days, Whole, "for each user, the days after the first on which the user came back";
            n: f64, Days, Whole, "day from which a return counts, counted from the user's first day as 0";
        },
        output: Ratio, "fraction of users",
        undefined: { return_days.is_empty() => InsufficientData; },
        formula: reduce(f64, share_of(return_days, |days| days.iter().any(|day| *day >= n)), r"\frac{\#\{u : \max D_u \ge n\}}{N}"),
        rollup: RatioOfSums,
        family: "cohort_retention", false, "Choose it for products used irregularly; recent cohorts still rise, as later returns are not in yet.",
        example: (&[&[1.0, 3.0], &[2.0], &[7.0], &[]], 3.0) => 0.5,
        edges: { (&[], 3.0) => InsufficientData; },
        source: "Amplitude documentation, Retention Analysis FAQ (Return On; Return On or After)",
    }

    /// Share of users who came back at least once between two days, both included.
    retention_bracket {
        title: "Bracket retention",
        inputs: {
            return_days: &[&[f64]], Days, Whole, "for each user, the days after the first on which the user came back";
            lo: f64, Days, Whole, "first day of the bracket";
            hi: f64, Days, Whole, "last day of the bracket";
        },
        output: Ratio, "fraction of users",
        undefined: {
            return_days.is_empty() => InsufficientData;
            hi < lo => Infeasible;
        },
        formula: reduce(f64, share_of(return_days, |days| days.iter().any(|day| (lo..=hi).contains(day))), r"\frac{\#\{u : D_u \cap [lo, hi] \ne \emptyset\}}{N}"),
        rollup: RatioOfSums,
        family: "cohort_retention", false, "Choose it when a return within a week or another span is what matters, not one exact day.",
        example: (&[&[1.0, 3.0], &[2.0], &[7.0], &[]], 1.0, 3.0) => 0.5,
        edges: {
            (&[], 1.0, 3.0) => InsufficientData;
            (&[&[1.0]], 3.0, 1.0) => Infeasible;
        },
        answers: { (&[&[1.0, 3.0], &[2.0], &[7.0], &[]], 2.0, 3.0) => 0.5; },
        source: "Amplitude documentation, Retention Analysis FAQ (Return On; Return On or After)",
    }

    /// Estimated share of customers who stay beyond a given time when some are still under observation.
    retention_kaplan_meier {
        title: "Kaplan-Meier survival at a time",
        inputs: {
            durations: &[f64], Periods, NonNegative, "time each customer was observed, in one unit";
            observed: &[f64], Flag, Flag, "1 if the customer left at that time, 0 if observation ended first";
            t: f64, Periods, NonNegative, "time to estimate survival for, in the same unit";
        },
        output: Ratio, "fraction of customers",
        best_mark: Estimated,
        undefined: {
            durations.is_empty() => InsufficientData;
            durations.len() != observed.len() => Infeasible;
            durations.iter().all(|duration| *duration < t) => Extrapolation;
        },
        formula: reduce(f64, kaplan_meier_at(durations, Some(&observed.iter().map(|flag| *flag == 1.0).collect::<Vec<_>>()), t), r"\prod_{t_i \le t} \Bigl(1 - \frac{d_i}{n_i}\Bigr)"),
        rollup: Recompute,
        example: (&[1.0, 2.0, 2.0, 3.0, 4.0, 5.0, 5.0, 6.0], &[1.0, 1.0, 0.0, 1.0, 0.0, 1.0, 1.0, 0.0], 5.0) => 0.2 within 1e-12,
        edges: {
            (&[1.0, 2.0, 2.0, 3.0, 4.0, 5.0, 5.0, 6.0], &[1.0, 1.0, 0.0, 1.0, 0.0, 1.0, 1.0, 0.0], 9.0) => Extrapolation;
            (&[1.0, 2.0], &[1.0, 2.0], 1.0) => OutOfDomain;
            (&[], &[], 1.0) => InsufficientData;
            (&[1.0, 2.0], &[1.0], 1.0) => Infeasible;
        },
        source: "Kaplan & Meier (1958), Journal of the American Statistical Association 53:457; example computed with lifelines 0.30.3",
    }

    /// Share of the customers still there who renew in a given period, when customers differ in churn.
    retention_sbg {
        title: "Retention rate at period t (shifted beta-geometric)",
        inputs: {
            alpha: f64, Ratio, Positive, "first parameter of the beta distribution of churn probabilities";
            beta: f64, Ratio, Positive, "second parameter of the beta distribution of churn probabilities";
            t: f64, Periods, WholePositive, "renewal period, counted from 1";
        },
        output: Ratio, "fraction of the customers active just before",
        best_mark: Modelled,
        formula: value((beta + t - 1.0) / (alpha + beta + t - 1.0)),
        rollup: Recompute,
        example: (0.668, 3.806, 7.0) => 0.9362230284514036 within 1e-12,
        source: "Fader & Hardie (2007), How to Project Customer Retention, Journal of Interactive Marketing 21(1)",
    }

    /// Share of a cohort still active after a given number of periods, when customers differ in churn.
    survival_sbg {
        title: "Survival to period t (shifted beta-geometric)",
        inputs: {
            alpha: f64, Ratio, Positive, "first parameter of the beta distribution of churn probabilities";
            beta: f64, Ratio, Positive, "second parameter of the beta distribution of churn probabilities";
            t: f64, Periods, Whole, "number of renewal periods passed";
        },
        output: Ratio, "fraction of the cohort",
        best_mark: Modelled,
        formula: value(libm::exp(ln_beta(alpha, beta + t) - ln_beta(alpha, beta))),
        rollup: Recompute,
        example: (0.668, 3.806, 12.0) => 0.37804042018209144 within 1e-10,
        source: "Fader & Hardie (2007), How to Project Customer Retention, Journal of Interactive Marketing 21(1)",
    }

    /// Share of a month's active users who are active on an average day.
    stickiness {
        title: "Stickiness (DAU over MAU)",
        inputs: {
            dau: f64, People, Whole, "daily active users, averaged over the month";
            mau: f64, People, Whole, "monthly active users of the same month";
        },
        output: Ratio, "fraction of monthly active users",
        undefined: { dau > mau => Infeasible; },
        formula: ratio(dau, mau),
        rollup: Recompute,
        example: (1200.0, 6000.0) => 0.2,
        edges: { (6001.0, 6000.0) => Infeasible; },
        source: "common definition; no single authority",
    }

    /// Share of lapsed customers who became active again.
    reactivation_rate {
        title: "Reactivation rate",
        inputs: {
            reactivated: f64, People, Whole, "lapsed customers who bought or returned in the period";
            lapsed: f64, People, Whole, "customers who counted as lapsed at its start";
        },
        output: Ratio, "fraction of lapsed customers",
        undefined: { reactivated > lapsed => Infeasible; },
        formula: ratio(reactivated, lapsed),
        rollup: RatioOfSums,
        example: (30.0, 400.0) => 0.075,
        edges: { (401.0, 400.0) => Infeasible; },
        source: "common definition; no single authority",
    }
}
