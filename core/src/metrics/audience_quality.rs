//! Whether an audience is real and fits the people a brand wants to reach.

metrics! { "audience_quality";
    /// Share of an account's followers who are not credible.
    fake_follower_share {
        title: "Fake-follower share",
        inputs: {
            credible: f64, People, Whole, "followers judged real by the tool in use";
            followers: f64, People, Whole, "all followers of the account";
        },
        output: Ratio, "fraction of followers",
        undefined: { credible > followers => Infeasible; },
        formula: ratio(followers - credible, followers),
        rollup: RatioOfSums,
        example: (175_500.0, 450_000.0) => 0.61,
        edges: { (450_001.0, 450_000.0) => Infeasible; },
        source: "common definition; no single authority (vendors differ in whom they call credible)",
    }

    /// Followers left when the fake ones are taken out.
    effective_followers {
        title: "Effective followers after removing fakes",
        inputs: {
            followers: f64, People, Whole, "all followers of the account";
            fake_share: f64, Ratio, Fraction, "share of followers who are fake, as a fraction";
        },
        output: People, "number of followers",
        formula: value(followers * (1.0 - fake_share)),
        rollup: Sum,
        example: (450_000.0, 0.61) => 175_500.0,
        source: "common definition; no single authority (vendors differ in whom they call fake)",
    }

    /// Followers who belong to the target market.
    target_audience_reach {
        title: "Followers inside the target market",
        inputs: {
            followers: f64, People, Whole, "followers of the account";
            target_share: f64, Ratio, Fraction, "share of followers inside the target market, as a fraction";
        },
        output: People, "number of followers",
        formula: value(followers * target_share),
        rollup: Sum,
        example: (100_000.0, 0.35) => 35000.0,
        source: "common definition; no single authority",
    }

    /// How much more common a trait is in an audience than in the population, as an index around 100.
    audience_affinity_index {
        title: "Audience affinity index (audience share over population share, x100)",
        inputs: {
            share_in_audience: f64, Ratio, Fraction, "share of the audience with the trait, as a fraction";
            share_in_population: f64, Ratio, Fraction, "share of the population with the trait, as a fraction";
        },
        output: Index, "index; 100 means as common as in the population",
        formula: ratio(100.0 * share_in_audience, share_in_population),
        rollup: Recompute,
        example: (0.3, 0.2) => 150.0,
        source: "common definition; no single authority",
    }

    /// Share of the customer records uploaded to a platform that it could match to accounts.
    crm_match_rate {
        title: "CRM match rate of an audience",
        inputs: {
            matched: f64, People, Whole, "customers the platform recognised";
            uploaded: f64, People, Whole, "customers uploaded from the CRM";
        },
        output: Ratio, "fraction of uploaded customers",
        undefined: { matched > uploaded => Infeasible; },
        formula: ratio(matched, uploaded),
        rollup: RatioOfSums,
        example: (6200.0, 10000.0) => 0.62,
        edges: { (10001.0, 10000.0) => Infeasible; },
        source: "article on measuring social media marketing (Indonesian), after socialmediaexaminer.com",
    }

    /// How many times more often selected customers advocate the brand than customers at large.
    advocate_precision_lift {
        title: "Targeting lift of an advocate list",
        inputs: {
            advocacy_rate_selected: f64, Ratio, Fraction, "share of the selected customers who advocate, as a fraction";
            advocacy_rate_all: f64, Ratio, Fraction, "share of all customers who advocate, as a fraction";
        },
        output: Ratio, "multiple; 1 means the selection is no better than chance",
        formula: ratio(advocacy_rate_selected, advocacy_rate_all),
        rollup: Recompute,
        example: (0.18, 0.06) => 3.0,
        source: "article on measuring social media marketing (Indonesian), after socialmediaexaminer.com",
    }
}
