//! How often people take the action asked for, and what that action is worth.

use super::arithmetic::{dot, product};

metrics! { "conversion";
    /// Conversions per visitor.
    conversion_rate {
        title: "Conversion rate",
        inputs: {
            conversions: f64, CountOrPeople, Whole, "conversions of the kind that is counted";
            visitors: f64, People, Whole, "visitors, or others who could have converted";
        },
        output: Ratio, "conversions per visitor, as a fraction",
        formula: ratio(conversions, visitors),
        rollup: RatioOfSums,
        example: (50.0, 2000.0) => 0.025,
        source: "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the MASB Universal Marketing Dictionary, marketing-dictionary.org",
    }

    /// Share of prospects who became customers.
    lead_to_customer_rate {
        title: "Prospect-to-customer rate",
        inputs: {
            customers: f64, People, Whole, "prospects who became customers";
            prospects: f64, People, Whole, "prospects in the same group";
        },
        output: Ratio, "fraction of prospects",
        undefined: { customers > prospects => Infeasible; },
        formula: ratio(customers, prospects),
        rollup: RatioOfSums,
        example: (30.0, 400.0) => 0.075,
        edges: { (401.0, 400.0) => Infeasible; },
        source: "article on raising customer lifetime value (Indonesian)",
    }

    /// Total value of the actions a programme called for, each kind at its own value.
    cta_value {
        title: "Value of call-to-action conversions",
        inputs: {
            conversions: &[f64], CountOrPeople, NonNegative, "number of actions of each kind";
            value_each: &[f64], CurrencyEach, NonNegative, "value of one action of each kind, in one currency";
        },
        output: Currency, "currency",
        undefined: { conversions.len() != value_each.len() => Infeasible; },
        formula: reduce(f64, dot(conversions, value_each), r"\sum_i n_i v_i"),
        rollup: Sum,
        example: (&[400.0, 50.0, 120.0], &[1.5, 30.0, 2.0]) => 2340.0,
        edges: { (&[400.0, 50.0, 120.0], &[1.0]) => Infeasible; },
        source: "article on measuring social media marketing (Indonesian), after socialmediaexaminer.com",
    }

    /// Value of one action that is not a purchase, from how often it leads to one.
    action_value_from_funnel {
        title: "Defensible value of one non-purchase action",
        inputs: {
            action_to_purchase_rate: f64, Ratio, Fraction, "share of such actions that end in a purchase, as a fraction";
            margin_per_purchase: f64, CurrencyEach, NonNegative, "margin of one purchase, in one currency";
        },
        output: CurrencyEach, "currency per action",
        formula: value(action_to_purchase_rate * margin_per_purchase),
        rollup: Recompute,
        example: (0.04, 25.0) => 1.0,
        source: "article on measuring social media marketing (Indonesian), after socialmediaexaminer.com",
    }

    /// Share of those who enter a funnel of several steps and come out at its end.
    funnel_rate {
        title: "Overall rate of a multi-step funnel",
        inputs: {
            step_rates: &[f64], Ratio, Fraction, "share passing each step, as fractions";
        },
        output: Ratio, "fraction of those who entered",
        undefined: { step_rates.is_empty() => InsufficientData; },
        formula: reduce(f64, product(step_rates), r"\prod_i s_i"),
        rollup: Recompute,
        example: (&[0.2, 0.1, 0.25]) => 0.005 within 1e-12,
        edges: { (&[]) => InsufficientData; },
        source: "common definition; no single authority",
    }
}
