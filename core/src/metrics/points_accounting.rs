//! How a sale with loyalty points is split and recognised under IFRS 15.

metrics! { "points_accounting";
    /// Part of a sale's price that belongs to the loyalty points given with it.
    ifrs15_points_allocation {
        title: "Transaction price allocated to points",
        inputs: {
            price: f64, Currency, NonNegative, "transaction price, equal to the goods' stand-alone price, in one currency";
            points_issued: f64, Points, NonNegative, "points given with the sale";
            expected_redemption: f64, Ratio, Fraction, "share of those points expected to be redeemed, as a fraction";
            point_value: f64, CurrencyEach, NonNegative, "value of one point when redeemed, in the same currency";
        },
        output: Currency, "currency, deferred as a contract liability",
        best_mark: Modelled,
        undefined: { price + points_issued * expected_redemption * point_value == 0.0 => ZeroDenominator; },
        formula: value(price * (points_issued * expected_redemption * point_value / (price + points_issued * expected_redemption * point_value))),
        rollup: Sum,
        example: (100_000.0, 10000.0, 0.95, 1.0) => 8675.79908675799 within 1e-15,
        edges: { (0.0, 0.0, 0.95, 1.0) => ZeroDenominator; },
        source: "IFRS 15, Illustrative Example 52 (IE267-IE270)",
        notes: "Assumes the goods sell at their stand-alone price.",
    }

    /// Part of a sale's price that belongs to the goods when points are given with it.
    ifrs15_product_allocation {
        title: "Transaction price allocated to goods",
        inputs: {
            price: f64, Currency, NonNegative, "transaction price, equal to the goods' stand-alone price, in one currency";
            points_issued: f64, Points, NonNegative, "points given with the sale";
            expected_redemption: f64, Ratio, Fraction, "share of those points expected to be redeemed, as a fraction";
            point_value: f64, CurrencyEach, NonNegative, "value of one point when redeemed, in the same currency";
        },
        output: Currency, "currency, recognised when the goods are delivered",
        best_mark: Modelled,
        undefined: { price + points_issued * expected_redemption * point_value == 0.0 => ZeroDenominator; },
        formula: value(price * (price / (price + points_issued * expected_redemption * point_value))),
        rollup: Sum,
        example: (100_000.0, 10000.0, 0.95, 1.0) => 91324.200913242,
        edges: { (0.0, 0.0, 0.95, 1.0) => ZeroDenominator; },
        source: "IFRS 15, Illustrative Example 52 (IE267-IE270)",
    }

    /// Revenue from points to recognise in a period, catching up with the latest estimate.
    ifrs15_points_revenue {
        title: "Points revenue of a period (cumulative catch-up)",
        inputs: {
            allocation: f64, Currency, NonNegative, "price allocated to the points, in one currency";
            redeemed_cumulative: f64, Points, NonNegative, "points redeemed up to the end of the period";
            expected_total_redeemed: f64, Points, NonNegative, "points now expected to be redeemed in all";
            recognised_before: f64, Currency, NonNegative, "revenue from these points recognised in earlier periods, in the same currency";
        },
        output: Currency, "currency; negative when the new estimate takes revenue back",
        best_mark: Modelled,
        undefined: {
            expected_total_redeemed == 0.0 => ZeroDenominator;
            redeemed_cumulative > expected_total_redeemed => Infeasible;
        },
        formula: value(allocation * redeemed_cumulative / expected_total_redeemed - recognised_before),
        rollup: Sum,
        example: (8676.0, 8500.0, 9700.0, 4110.0) => 3492.680412371134,
        edges: { (8676.0, 9800.0, 9700.0, 4110.0) => Infeasible; },
        answers: { (8676.0, 4500.0, 9500.0, 0.0) => 4109.684210526316 within 1e-12; },
        source: "IFRS 15, Illustrative Example 52 (IE267-IE270)",
    }

    /// Price allocated to points that has not been earned yet.
    ifrs15_points_liability {
        title: "Contract liability for points",
        inputs: {
            allocation: f64, Currency, NonNegative, "price allocated to the points, in one currency";
            redeemed_cumulative: f64, Points, NonNegative, "points redeemed so far";
            expected_total_redeemed: f64, Points, NonNegative, "points now expected to be redeemed in all";
        },
        output: Currency, "currency still to be recognised",
        best_mark: Modelled,
        undefined: {
            expected_total_redeemed == 0.0 => ZeroDenominator;
            redeemed_cumulative > expected_total_redeemed => Infeasible;
        },
        formula: value(allocation * ((expected_total_redeemed - redeemed_cumulative) / expected_total_redeemed)),
        rollup: Sum,
        example: (8676.0, 4500.0, 9500.0) => 4566.315789473684 within 1e-06,
        edges: { (8676.0, 9600.0, 9500.0) => Infeasible; },
        answers: { (8676.0, 8500.0, 9700.0) => 1073.319587628866 within 1e-12; },
        source: "IFRS 15, Illustrative Example 52 (IE267-IE270)",
    }
}
