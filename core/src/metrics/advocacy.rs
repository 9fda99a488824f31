//! How many customers recommend a brand, and how sure that figure is.

use crate::numerics::distributions::normal_upper_quantile;

metrics! { "advocacy";
    /// Share of promoters less share of detractors among those asked, in points from -100 to 100.
    nps {
        title: "Net Promoter Score",
        inputs: {
            promoters: f64, CountOrPeople, Whole, "answers 9 and 10";
            passives: f64, CountOrPeople, Whole, "answers 7 and 8";
            detractors: f64, CountOrPeople, Whole, "answers 0 to 6";
        },
        output: PromoterPoints, "points between -100 and 100",
        formula: ratio(100.0 * (promoters - detractors), promoters + passives + detractors),
        rollup: RatioOfSums,
        example: (162.0, 108.0, 54.0) => 33.333333333333336,
        edges: { (0.0, 0.0, 0.0) => ZeroDenominator; },
        source: "whuber on Cross Validated, NPS margin of error (shares 1/2, 1/3, 1/6); CYBAEA (2016)",
    }

    /// Sampling error of a net promoter score, in points.
    nps_standard_error {
        title: "Standard error of NPS",
        inputs: {
            promoters: f64, CountOrPeople, Whole, "answers 9 and 10";
            passives: f64, CountOrPeople, Whole, "answers 7 and 8";
            detractors: f64, CountOrPeople, Whole, "answers 0 to 6";
        },
        output: PromoterPoints, "points",
        best_mark: Estimated,
        undefined: { promoters + passives + detractors == 0.0 => ZeroDenominator; },
        formula: value(100.0 * (4.0 * promoters * detractors + passives * (promoters + detractors)).sqrt() / ((promoters + passives + detractors) * (promoters + passives + detractors).sqrt())),
        rollup: Recompute,
        example: (162.0, 108.0, 54.0) => 4.140866624999612 within 1e-09,
        edges: { (0.0, 0.0, 0.0) => ZeroDenominator; },
        source: "whuber on Cross Validated, NPS margin of error (shares 1/2, 1/3, 1/6); CYBAEA (2016)",
        notes: "Variance 5/9 for (1/2, 1/3, 1/6); n = 324.",
    }

    /// Half the width of the 95 % confidence interval of a net promoter score.
    nps_ci_half_width {
        title: "Half-width of the 95 % interval of NPS",
        inputs: {
            standard_error: f64, PromoterPoints, NonNegative, "standard error of the score, in points";
        },
        output: PromoterPoints, "points on either side of the score",
        best_mark: Estimated,
        formula: value(normal_upper_quantile(0.025) * standard_error),
        rollup: Recompute,
        example: (4.140866624999612) => 8.115949448 within 1e-06,
        source: "whuber on Cross Validated, NPS margin of error (shares 1/2, 1/3, 1/6); CYBAEA (2016)",
    }

    /// Share of customers who speak up for the brand.
    advocacy_rate {
        title: "Advocacy rate",
        inputs: {
            advocates: f64, People, Whole, "customers who advocated the brand in the period";
            customers: f64, People, Whole, "all customers";
        },
        output: Ratio, "fraction of customers",
        undefined: { advocates > customers => Infeasible; },
        formula: ratio(advocates, customers),
        rollup: RatioOfSums,
        example: (240.0, 4000.0) => 0.06,
        edges: { (4001.0, 4000.0) => Infeasible; },
        source: "article on measuring social media marketing (Indonesian), after socialmediaexaminer.com",
    }
}
