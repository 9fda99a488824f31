//! How members earn, redeem and move between tiers, and whether the programme pays.

use super::arithmetic::sum;

metrics! { "loyalty";
    /// Points redeemed in a period relative to points earned in it.
    redemption_rate_period {
        title: "Redemption rate of a period (points redeemed over points earned)",
        inputs: {
            points_redeemed: f64, Points, NonNegative, "points redeemed in the period, whenever they were earned";
            points_earned: f64, Points, NonNegative, "points earned in the period";
        },
        output: Ratio, "fraction of points earned; may exceed 1 when old points are redeemed",
        formula: ratio(points_redeemed, points_earned),
        rollup: RatioOfSums,
        family: "redemption_rate", true, "The default: choose it for regular reports; it is not capped, because old points may be redeemed.",
        example: (24000.0, 80000.0) => 0.3,
        source: "Smile.io help articles 12109028 (rates of the last 30 days) and 4036306 (rate since launch)",
        notes: "May exceed 1 when old points are burned: do not clamp.",
    }

    /// Share of all points issued since launch that have been redeemed.
    redemption_rate_lifetime {
        title: "Redemption rate since launch",
        inputs: {
            points_redeemed_total: f64, Points, NonNegative, "points redeemed since launch";
            points_issued_total: f64, Points, NonNegative, "points issued since launch";
        },
        output: Ratio, "fraction of points issued",
        undefined: { points_redeemed_total > points_issued_total => Infeasible; },
        formula: ratio(points_redeemed_total, points_issued_total),
        rollup: RatioOfSums,
        family: "redemption_rate", false, "Choose it to see the programme as a whole; recent points have had little time to be redeemed.",
        example: (450_000.0, 1_000_000.0) => 0.45,
        edges: { (1_000_001.0, 1_000_000.0) => Infeasible; },
        source: "Smile.io help articles 12109028 (rates of the last 30 days) and 4036306 (rate since launch)",
    }

    /// Average over members of their own redemption rates, each capped at one.
    redemption_rate_member_mean {
        title: "Mean of member redemption rates, capped",
        inputs: {
            redeemed: &[f64], Points, NonNegative, "points redeemed by each member";
            earned: &[f64], Points, NonNegative, "points earned by each member, in the same order; a member who earned none has no rate and is left out";
        },
        output: Ratio, "mean fraction, at most 1",
        undefined: {
            redeemed.len() != earned.len() => Infeasible;
            !earned.iter().any(|earned| *earned > 0.0) => InsufficientData;
        },
        formula: pooled(if earned > 0.0 { (redeemed / earned).min(1.0) } else { 0.0 }, if earned > 0.0 { 1.0 } else { 0.0 }, r"\frac{1}{\#\{i : e_i > 0\}} \sum_{i : e_i > 0} \min\Bigl(1,\ \frac{r_i}{e_i}\Bigr)"),
        rollup: MeanOfRatios,
        family: "redemption_rate", false, "Choose it to match SAP Emarsys; every member counts the same, however many points they hold.",
        example: (&[50.0, 300.0, 0.0], &[100.0, 200.0, 100.0]) => 0.5,
        edges: {
            (&[], &[]) => InsufficientData;
            (&[50.0, 300.0], &[0.0, 0.0]) => InsufficientData;
            (&[50.0], &[100.0, 200.0]) => Infeasible;
        },
        answers: { (&[50.0, 300.0, 0.0, 7.0], &[100.0, 200.0, 100.0, 0.0]) => 0.5; },
        source: "SAP Emarsys help article 4608224925969",
    }

    /// Share of issued points that will never be redeemed.
    breakage_rate {
        title: "Breakage rate",
        inputs: {
            ultimate_redemption_rate: f64, Ratio, Fraction, "share of issued points that will be redeemed in the end, as a fraction";
        },
        output: Ratio, "fraction of issued points",
        best_mark: Modelled,
        formula: value(1.0 - ultimate_redemption_rate),
        rollup: Recompute,
        example: (0.86) => 0.14 within 1e-12,
        source: "Gault, Llaguno & Menard, Loyalty Rewards and Gift Card Programs: Basic Actuarial Estimation Techniques, Casualty Actuarial Society",
    }

    /// Share of issued points expected to be redeemed in the end, projected from redemptions so far.
    ultimate_redemption_rate {
        title: "Ultimate redemption rate by development factor",
        inputs: {
            redeemed_to_date: f64, Points, NonNegative, "points redeemed so far";
            development_factor: f64, Ratio, AtLeastOne, "points redeemed in the end per point redeemed so far, from older issues";
            issued: f64, Points, NonNegative, "points issued";
        },
        output: Ratio, "fraction of issued points",
        best_mark: Modelled,
        undefined: { redeemed_to_date * development_factor > issued => Infeasible; },
        formula: ratio(redeemed_to_date * development_factor, issued),
        rollup: Recompute,
        example: (520_000.0, 1.5, 1_000_000.0) => 0.78,
        edges: { (520_000.0, 2.0, 1_000_000.0) => Infeasible; },
        source: "Gault, Llaguno & Menard, Loyalty Rewards and Gift Card Programs: Basic Actuarial Estimation Techniques, Casualty Actuarial Society",
    }

    /// Cost to set aside for the points that members still hold.
    points_liability {
        title: "Points liability (cost accrual)",
        inputs: {
            points_outstanding: f64, Points, NonNegative, "points issued and neither redeemed nor expired";
            expected_redemption_of_outstanding: f64, Ratio, Fraction, "share of these points that will be redeemed, as a fraction; not that of issued points";
            cost_per_point: f64, CurrencyEach, NonNegative, "cost of redeeming one point, in one currency";
        },
        output: Currency, "currency",
        best_mark: Modelled,
        formula: value(points_outstanding * expected_redemption_of_outstanding * cost_per_point),
        rollup: Sum,
        example: (4_000_000.0, 0.7, 0.01) => 28000.0 within 1e-09,
        source: "Gault, Llaguno & Menard, Loyalty Rewards and Gift Card Programs: Basic Actuarial Estimation Techniques, Casualty Actuarial Society",
        notes: "The redemption rate of OUTSTANDING points is not the URR of issued points.",
    }

    /// Value of the points earned for each unit of money spent.
    earn_rate_value {
        title: "Reward rate (value of points per unit spent)",
        inputs: {
            points_per_currency: f64, PointsEach, NonNegative, "points earned per unit of currency spent";
            value_per_point: f64, CurrencyEach, NonNegative, "value of one point, in that currency";
        },
        output: Ratio, "fraction of spend given back",
        formula: value(points_per_currency * value_per_point),
        rollup: Recompute,
        example: (2.0, 0.01) => 0.02,
        source: "common definition; no single authority",
    }

    /// Reward rate that remains after the points that are never redeemed.
    effective_discount {
        title: "Effective discount after breakage",
        inputs: {
            reward_rate: f64, Ratio, NonNegative, "value of points earned per unit spent, as a fraction";
            ultimate_redemption_rate: f64, Ratio, Fraction, "share of issued points that will be redeemed in the end, as a fraction";
        },
        output: Ratio, "fraction of spend",
        best_mark: Modelled,
        formula: value(reward_rate * ultimate_redemption_rate),
        rollup: Recompute,
        example: (0.05, 0.8) => 0.04 within 1e-12,
        source: "common definition; no single authority",
    }

    /// Points burned for each point earned in the same period.
    burn_to_earn_ratio {
        title: "Burn-to-earn ratio (points)",
        inputs: {
            burned: f64, Points, NonNegative, "points redeemed in the period";
            earned: f64, Points, NonNegative, "points earned in the period";
        },
        output: Ratio, "points burned per point earned; may exceed 1",
        formula: ratio(burned, earned),
        rollup: RatioOfSums,
        example: (60.0, 80.0) => 0.75,
        source: "common definition; no single authority",
    }

    /// Share of the customers who ordered that are members of the programme.
    membership_rate {
        title: "Membership rate among ordering customers",
        inputs: {
            members_ordering: f64, People, Whole, "members with at least one order in the period";
            customers_ordering: f64, People, Whole, "all customers with at least one order in the period";
        },
        output: Ratio, "fraction of ordering customers",
        undefined: { members_ordering > customers_ordering => Infeasible; },
        formula: ratio(members_ordering, customers_ordering),
        rollup: RatioOfSums,
        example: (360.0, 900.0) => 0.4,
        edges: { (901.0, 900.0) => Infeasible; },
        source: "Smile.io help articles 12109028 (rates of the last 30 days) and 4036306 (rate since launch)",
    }

    /// Share of the members who were active in the period.
    active_member_rate {
        title: "Active member rate",
        inputs: {
            active_members: f64, People, Whole, "members with activity in the period";
            members: f64, People, Whole, "all members";
        },
        output: Ratio, "fraction of members",
        undefined: { active_members > members => Infeasible; },
        formula: ratio(active_members, members),
        rollup: RatioOfSums,
        example: (420.0, 1000.0) => 0.42,
        edges: { (1001.0, 1000.0) => Infeasible; },
        source: "common definition; no single authority",
    }

    /// Share of orders on which points were earned.
    order_earning_rate {
        title: "Order earning rate",
        inputs: {
            orders_earning: f64, Count, Whole, "orders on which points were earned";
            orders: f64, Count, Whole, "all orders";
        },
        output: Ratio, "fraction of orders",
        undefined: { orders_earning > orders => Infeasible; },
        formula: ratio(orders_earning, orders),
        rollup: RatioOfSums,
        example: (650.0, 1000.0) => 0.65,
        edges: { (1001.0, 1000.0) => Infeasible; },
        source: "Smile.io help articles 12109028 (rates of the last 30 days) and 4036306 (rate since launch)",
    }

    /// Share of the rewards members took out that they went on to use.
    reward_usage_rate {
        title: "Reward usage rate",
        inputs: {
            rewards_used: f64, Count, Whole, "rewards used on an order";
            rewards_redeemed: f64, Count, Whole, "rewards for which points were exchanged";
        },
        output: Ratio, "fraction of rewards redeemed",
        undefined: { rewards_used > rewards_redeemed => Infeasible; },
        formula: ratio(rewards_used, rewards_redeemed),
        rollup: RatioOfSums,
        example: (180.0, 240.0) => 0.75,
        edges: { (241.0, 240.0) => Infeasible; },
        source: "Smile.io help articles 12109028 (rates of the last 30 days) and 4036306 (rate since launch)",
    }

    /// Share of the members of one tier who are in a given tier a period later.
    tier_migration_probability {
        title: "Tier migration probability",
        inputs: {
            row_counts: &[f64], CountOrPeople, NonNegative, "members of the starting tier counted by the tier they are in a period later";
            to: f64, Index, Whole, "tier to move to, as a position in `row_counts` counted from 0";
        },
        output: Ratio, "probability",
        undefined: {
            to >= row_counts.len() as f64 => Infeasible;
            sum(row_counts) == 0.0 => ZeroDenominator;
        },
        formula: reduce(f64, row_counts.get(to as usize).copied().unwrap_or(f64::NAN) / sum(row_counts), r"\frac{n_{\mathrm{to}}}{\sum_j n_j}"),
        rollup: RatioOfSums,
        example: (&[70.0, 25.0, 5.0], 1.0) => 0.25,
        edges: {
            (&[0.0, 0.0, 0.0], 1.0) => ZeroDenominator;
            (&[70.0, 25.0, 5.0], 3.0) => Infeasible;
        },
        source: "common definition; no single authority",
    }

    /// Share of members in the upper of two tiers once upgrades and downgrades balance.
    tier_steady_state_share {
        title: "Steady-state share of the upper tier (two tiers)",
        inputs: {
            upgrade: f64, Ratio, Fraction, "share of the lower tier that moves up per period, as a fraction";
            downgrade: f64, Ratio, Fraction, "share of the upper tier that moves down per period, as a fraction";
        },
        output: Ratio, "fraction of members",
        best_mark: Modelled,
        formula: ratio(upgrade, upgrade + downgrade, upgrade + downgrade == 0.0 => NotIdentified),
        rollup: Recompute,
        example: (0.1, 0.3) => 0.25 within 1e-12,
        edges: { (0.0, 0.0) => NotIdentified; },
        source: "common definition; no single authority",
    }

    /// Extra spend per member beyond the change seen in comparable non-members.
    loyalty_incremental_spend {
        title: "Incremental spend per member (difference in differences)",
        inputs: {
            member_pre: f64, CurrencyEach, NonNegative, "spend per member before joining, in one currency";
            member_post: f64, CurrencyEach, NonNegative, "spend per member after joining, in the same currency";
            control_pre: f64, CurrencyEach, NonNegative, "spend per comparable non-member before, in the same currency";
            control_post: f64, CurrencyEach, NonNegative, "spend per comparable non-member after, in the same currency";
        },
        output: CurrencyEach, "currency per member",
        best_mark: Estimated,
        formula: value(member_post - member_pre - (control_post - control_pre)),
        rollup: Mean,
        example: (100.0, 125.0, 90.0, 99.0) => 16.0,
        source: "common definition; no single authority",
        notes: "Before/after of members alone (25 here) overstates; members select themselves. Totals are means over rows: right where a row is a member.",
    }

    /// Net margin a loyalty programme adds relative to what it costs.
    loyalty_programme_roi {
        title: "Loyalty programme ROI",
        inputs: {
            incremental_margin: f64, Currency, Real, "margin that would not exist without the programme, in one currency";
            programme_cost: f64, Currency, NonNegative, "rewards and running cost, in the same currency";
        },
        output: Ratio, "fraction of the cost; 0 breaks even",
        formula: ratio(incremental_margin - programme_cost, programme_cost),
        rollup: RatioOfSums,
        example: (180_000.0, 120_000.0) => 0.5,
        source: "common definition; no single authority",
    }

    /// Extra spend, relative to before, at which a reward scheme just pays for itself.
    breakeven_spend_uplift {
        title: "Spend uplift needed to pay for a reward rate",
        inputs: {
            margin: f64, Ratio, Fraction, "share of spend kept as margin before rewards, as a fraction";
            reward_cost_rate: f64, Ratio, Fraction, "cost of rewards per unit spent, as a fraction";
        },
        output: Ratio, "fraction of the earlier spend",
        undefined: { margin <= reward_cost_rate => Never; },
        formula: value(reward_cost_rate / (margin - reward_cost_rate)),
        rollup: Recompute,
        example: (0.4, 0.05) => 0.14285714285714285 within 1e-12,
        edges: { (0.05, 0.05) => Never; },
        source: "common definition; no single authority",
    }
}
