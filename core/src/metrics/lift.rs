//! What exposure changed, measured against a control group.

metrics! { "lift";
    /// How far the rate among exposed people lies above the rate in the control group.
    absolute_lift {
        title: "Absolute lift",
        inputs: {
            exposed_rate: f64, Ratio, Fraction, "rate among exposed people, as a fraction";
            control_rate: f64, Ratio, Fraction, "rate in the control group, as a fraction";
        },
        output: Ratio, "difference as a fraction; negative when the control group did better",
        formula: value(exposed_rate - control_rate),
        rollup: Recompute,
        example: (0.36, 0.3) => 0.06 within 1e-12,
        source: "Google Display & Video 360 Help 9724932 (Brand Lift)",
    }

    /// Extra outcomes in the treatment group relative to the control group.
    relative_lift {
        title: "Relative lift",
        inputs: {
            treatment: f64, CountOrPeople, NonNegative, "outcomes in the treatment group";
            control: f64, CountOrPeople, NonNegative, "outcomes in a control group of equal size";
        },
        output: Ratio, "fraction of the control outcome",
        formula: ratio(treatment - control, control),
        rollup: Recompute,
        example: (1200.0, 1000.0) => 0.2,
        source: "Google Ads Help 14102450 (Conversion Lift)",
    }

    /// Share of the people who could still be won over that the exposure did win over.
    headroom_lift {
        title: "Headroom lift",
        inputs: {
            exposed_rate: f64, Ratio, Fraction, "positive rate among exposed people, as a fraction";
            control_rate: f64, Ratio, Fraction, "positive rate in the control group, as a fraction";
        },
        output: Ratio, "fraction of the headroom left by the control group",
        formula: ratio(exposed_rate - control_rate, 1.0 - control_rate),
        rollup: Recompute,
        example: (0.36, 0.2) => 0.2 within 1e-12,
        edges: { (0.36, 1.0) => ZeroDenominator; },
        source: "Google Display & Video 360 Help 9724932 (Brand Lift)",
    }

    /// People whose answer or behaviour the campaign changed.
    lifted_users {
        title: "Lifted users",
        inputs: {
            absolute_lift: f64, Ratio, Correlation, "lift over the control group, as a fraction; negative where the control group did better";
            reach: f64, People, Whole, "different people reached";
        },
        output: People, "number of people; negative where the campaign put people off",
        best_mark: Estimated,
        formula: value(absolute_lift * reach),
        rollup: Sum,
        example: (0.03, 200_000.0) => 6000.0,
        answers: { (-0.01, 1000.0) => (-10.0); },
        source: "Google Display & Video 360 Help 9724932 (Brand Lift)",
    }

    /// What it costs to change the answer or behaviour of one person.
    cost_per_lifted_user {
        title: "Cost per lifted user",
        inputs: {
            cost: f64, Currency, NonNegative, "cost of the campaign, in one currency";
            absolute_lift: f64, Ratio, Correlation, "lift over the control group, as a fraction";
            reach: f64, People, Whole, "different people reached";
        },
        output: CurrencyEach, "currency per lifted user",
        best_mark: Estimated,
        formula: ratio(cost, absolute_lift * reach, absolute_lift * reach <= 0.0 => NoLift),
        rollup: RatioOfSums,
        example: (12000.0, 0.03, 200_000.0) => 2.0,
        edges: { (12000.0, 0.0, 200_000.0) => NoLift; },
        source: "Google Display & Video 360 Help 9724932 (Brand Lift)",
    }

    /// Conversions caused by a campaign, from treatment and control groups of equal size.
    incremental_conversions {
        title: "Incremental conversions (equal groups)",
        inputs: {
            treatment: f64, CountOrPeople, NonNegative, "conversions in the treatment group";
            control: f64, CountOrPeople, NonNegative, "conversions in a control group of equal size";
        },
        output: Count, "number of conversions; negative when the control group had more",
        formula: value(treatment - control),
        rollup: Sum,
        example: (1200.0, 1000.0) => 200.0,
        source: "Google Ads Help 14102450 (Conversion Lift)",
    }

    /// Conversions caused by a campaign, with the control group scaled to the size of the treated one.
    incremental_conversions_scaled {
        title: "Incremental conversions, unequal groups",
        inputs: {
            treated_conversions: f64, CountOrPeople, Whole, "conversions in the treated group";
            treated: f64, People, Whole, "people in the treated group";
            control_conversions: f64, CountOrPeople, Whole, "conversions in the control group";
            control: f64, People, Whole, "people in the control group";
        },
        output: Count, "number of conversions; negative when the control group did better",
        best_mark: Estimated,
        undefined: { control == 0.0 => ZeroDenominator; },
        formula: value(treated_conversions - control_conversions * (treated / control)),
        rollup: Sum,
        example: (1200.0, 100_000.0, 200.0, 20000.0) => 200.0,
        source: "common definition; no single authority",
    }

    /// What one conversion costs that would not have happened without the campaign.
    cost_per_incremental_conversion {
        title: "Cost per incremental conversion",
        inputs: {
            cost: f64, Currency, NonNegative, "cost of the campaign, in one currency";
            incremental_conversions: f64, CountOrPeople, Real, "conversions caused by the campaign";
        },
        output: CurrencyEach, "currency per incremental conversion",
        formula: ratio(cost, incremental_conversions, incremental_conversions <= 0.0 => NoLift),
        rollup: RatioOfSums,
        example: (5000.0, 200.0) => 25.0,
        edges: { (5000.0, 0.0) => NoLift; },
        source: "Google Ads Help 14102450 (Conversion Lift)",
    }

    /// Change in a treated group beyond the change in a control group over the same time.
    difference_in_differences {
        title: "Difference in differences",
        inputs: {
            t_pre: f64, Any, Real, "treated group before, in any one unit";
            t_post: f64, Any, Real, "treated group after, in the same unit";
            c_pre: f64, Any, Real, "control group before, in the same unit";
            c_post: f64, Any, Real, "control group after, in the same unit";
        },
        output: Any, "effect in the unit of the inputs",
        best_mark: Estimated,
        formula: value(t_post - t_pre - (c_post - c_pre)),
        rollup: Recompute,
        example: (100.0, 130.0, 90.0, 105.0) => 15.0,
        source: "common definition; no single authority",
    }
}
