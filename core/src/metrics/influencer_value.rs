//! What a collaboration brings, against its goal and its investment.

use super::arithmetic::sum;

metrics! { "influencer_value";
    /// Customers to expect when a given share of an influencer's followers converts.
    expected_customers_from_followers {
        title: "Expected customers from follower conversion",
        inputs: {
            followers: f64, People, Whole, "followers of the influencer";
            conversion_rate: f64, Ratio, Fraction, "share of followers who become customers, as a fraction";
        },
        output: People, "expected number of customers",
        best_mark: Modelled,
        formula: value(followers * conversion_rate),
        rollup: Sum,
        example: (100_000.0, 0.02) => 2000.0,
        source: "article on the customer-value proportion of influencer collaborations (Indonesian)",
    }

    /// Customers won, or expected, as a multiple of the campaign's customer goal.
    customer_value_proportion {
        title: "Customer-value proportion (goal attainment)",
        inputs: {
            customers: f64, People, NonNegative, "customers won or expected from the collaboration";
            goal_customers: f64, People, Whole, "customers the campaign set out to win";
        },
        output: Ratio, "multiple of the goal; 1 means the goal is met exactly",
        formula: ratio(customers, goal_customers),
        rollup: RatioOfSums,
        example: (2000.0, 1000.0) => 2.0,
        source: "article on the customer-value proportion of influencer collaborations (Indonesian)",
        notes: "Article: A 2, B 1, C 4. Monotone in followers when one conversion rate is used for all: report cost- and engagement-aware variants beside it. Totals add the goals of the rows: right over campaigns with a goal each; for influencers who share one goal take customer_value_proportion_portfolio.",
    }

    /// Customers expected from several influencers together as a multiple of the goal, with no shared audience.
    customer_value_proportion_portfolio {
        title: "Customer-value proportion of a set, no overlap",
        inputs: {
            customers_each: &[f64], People, NonNegative, "customers won or expected from each influencer";
            goal_customers: f64, People, Whole, "customers the campaign set out to win";
        },
        output: Ratio, "multiple of the goal; an upper bound when audiences overlap",
        undefined: { goal_customers == 0.0 => ZeroDenominator; },
        formula: reduce(f64, sum(customers_each) / goal_customers, r"\frac{\sum_i c_i}{\mathrm{goal\_customers}}"),
        rollup: RatioOfSums,
        example: (&[2000.0, 1000.0, 4000.0], 1000.0) => 7.0,
        source: "article on the customer-value proportion of influencer collaborations (Indonesian)",
        notes: "Upper bound: assumes disjoint audiences.",
    }

    /// Number of followers who can be expected to interact with a post.
    engaged_audience {
        title: "Engaged audience size",
        inputs: {
            followers: f64, People, Whole, "followers of the influencer";
            engagement_rate: f64, Ratio, Fraction, "engagement rate by followers, as a fraction";
        },
        output: People, "number of engaged followers",
        formula: value(followers * engagement_rate),
        rollup: Sum,
        example: (50000.0, 0.08) => 4000.0,
        source: "article on the customer-value proportion of influencer collaborations (Indonesian)",
        notes: "Article: A 100,000 x 5 % = 5,000; B 4,000; C 200,000 x 3 % = 6,000.",
    }

    /// Customers to expect when only followers who engage can convert.
    expected_customers_from_engaged {
        title: "Expected customers when only engaged followers convert",
        inputs: {
            followers: f64, People, Whole, "followers of the influencer";
            engagement_rate: f64, Ratio, Fraction, "engagement rate by followers, as a fraction";
            conversion_of_engaged: f64, Ratio, Fraction, "share of engaged followers who become customers, as a fraction";
        },
        output: People, "expected number of customers",
        best_mark: Modelled,
        formula: value(followers * engagement_rate * conversion_of_engaged),
        rollup: Sum,
        example: (200_000.0, 0.03, 0.1) => 600.0,
        source: "common definition; no single authority",
    }

    /// Value of the customers won for each unit of money put into the collaboration.
    customer_value_ratio_to_investment {
        title: "Customer value per unit of investment",
        inputs: {
            customers: f64, People, NonNegative, "customers won or expected from the collaboration";
            value_per_customer: f64, CurrencyEach, NonNegative, "value of one customer, in the currency of the investment";
            investment: f64, Currency, NonNegative, "everything put into the collaboration, in one currency";
        },
        output: Ratio, "customer value per unit of investment; above 1 the value exceeds the outlay",
        formula: ratio(customers * value_per_customer, investment),
        rollup: RatioOfSums,
        example: (2000.0, 15.0, 10000.0) => 3.0,
        source: "article on the customer-value proportion of influencer collaborations (Indonesian)",
        notes: "The article DEFINES the proportion this way (value : investment) but COMPUTES customers : goal. Keep both, under different names. Exactly one more than the return on investment, where the gain is customers times their value.",
    }

    /// Customers still missing to reach the goal, and zero once it is reached.
    goal_gap {
        title: "Customers still needed to reach the goal",
        inputs: {
            customers: f64, People, Whole, "customers won so far";
            goal_customers: f64, People, Whole, "customers the campaign set out to win";
        },
        output: People, "number of customers still to win, never below 0",
        formula: value((goal_customers - customers).max(0.0)),
        rollup: Recompute,
        example: (750.0, 1000.0) => 250.0,
        source: "common definition; no single authority",
    }

    /// What one expected customer costs when a given share of followers converts.
    cost_per_expected_customer {
        title: "Cost per expected customer",
        inputs: {
            cost: f64, Currency, NonNegative, "what the collaboration costs, in one currency";
            followers: f64, People, Whole, "followers of the influencer";
            conversion_rate: f64, Ratio, Fraction, "share of followers who become customers, as a fraction";
        },
        output: CurrencyEach, "currency per expected customer",
        best_mark: Modelled,
        formula: ratio(cost, followers * conversion_rate),
        rollup: RatioOfSums,
        example: (5000.0, 50000.0, 0.02) => 5.0,
        edges: { (5000.0, 50000.0, 0.0) => ZeroDenominator; },
        source: "common definition; no single authority",
    }

    /// Followers an influencer, or a set of them, needs for a customer goal to be within reach.
    required_followers_for_goal {
        title: "Followers needed to reach a customer goal",
        inputs: {
            goal_customers: f64, People, Whole, "customers the campaign set out to win";
            conversion_rate: f64, Ratio, Fraction, "share of followers who become customers, as a fraction";
        },
        output: People, "number of followers, not rounded up",
        best_mark: Modelled,
        formula: ratio(goal_customers, conversion_rate),
        rollup: Recompute,
        example: (1000.0, 0.02) => 50000.0,
        source: "article on the customer-value proportion of influencer collaborations (Indonesian)",
    }
}
