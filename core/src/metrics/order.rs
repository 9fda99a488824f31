//! Orders, baskets and how often customers come back for more.

metrics! { "order";
    /// Revenue per order.
    aov {
        title: "Average order value",
        inputs: {
            revenue: f64, Currency, NonNegative, "revenue of the period, in one currency";
            orders: f64, Count, Whole, "orders of the period";
        },
        output: CurrencyEach, "currency per order",
        formula: ratio(revenue, orders),
        rollup: RatioOfSums,
        example: (5_000_000.0, 40.0) => 125_000.0,
        source: "common definition; no single authority",
    }

    /// Revenue per customer.
    arpu {
        title: "Average revenue per customer",
        inputs: {
            revenue: f64, Currency, NonNegative, "revenue of the period, in one currency";
            customers: f64, People, Whole, "customers of the period";
        },
        output: CurrencyEach, "currency per customer",
        formula: ratio(revenue, customers),
        rollup: RatioOfSums,
        example: (5_000_000.0, 25.0) => 200_000.0,
        source: "common definition; no single authority",
    }

    /// Orders per customer in a period.
    purchase_frequency {
        title: "Purchase frequency",
        inputs: {
            orders: f64, Count, Whole, "orders of the period";
            customers: f64, People, Whole, "different customers who ordered";
        },
        output: Ratio, "orders per customer",
        formula: ratio(orders, customers),
        rollup: RatioOfSums,
        example: (40.0, 25.0) => 1.6,
        source: "common definition; no single authority",
    }

    /// Items sold per order.
    units_per_transaction {
        title: "Units per transaction",
        inputs: {
            units: f64, Count, Whole, "items sold";
            orders: f64, Count, Whole, "orders of the period";
        },
        output: Ratio, "items per order",
        formula: ratio(units, orders),
        rollup: RatioOfSums,
        example: (90.0, 40.0) => 2.25,
        source: "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the MASB Universal Marketing Dictionary, marketing-dictionary.org",
    }

    /// Share of a period's customers who bought more than once within it.
    repeat_purchase_rate {
        title: "Repeat purchase rate",
        inputs: {
            repeat_customers: f64, People, Whole, "customers with at least two orders in the period";
            customers: f64, People, Whole, "customers with at least one order in the period";
        },
        output: Ratio, "fraction of customers",
        undefined: { repeat_customers > customers => Infeasible; },
        formula: ratio(repeat_customers, customers),
        rollup: RatioOfSums,
        family: "repeat_rate", true, "The default: choose it when both orders must fall into the same period.",
        example: (8.0, 26.0) => 0.3076923076923077,
        edges: { (27.0, 26.0) => Infeasible; },
        source: "littlestreamsoftware.com, repeat purchase rate (8 of 26) and returning customer rate",
    }

    /// Share of a period's customers who had already ordered before.
    returning_customer_rate {
        title: "Returning customer rate (first order may precede the window)",
        inputs: {
            customers_with_prior_order: f64, People, Whole, "customers of the period with an earlier order, even one before the period";
            customers_in_window: f64, People, Whole, "customers with at least one order in the period";
        },
        output: Ratio, "fraction of customers",
        undefined: { customers_with_prior_order > customers_in_window => Infeasible; },
        formula: ratio(customers_with_prior_order, customers_in_window),
        rollup: RatioOfSums,
        family: "repeat_rate", false, "Choose it to match shop systems such as Shopify, where the first order may lie before the period.",
        example: (12.0, 40.0) => 0.3,
        edges: { (41.0, 40.0) => Infeasible; },
        source: "littlestreamsoftware.com, repeat purchase rate (8 of 26) and returning customer rate",
    }

    /// Share of a cohort of new customers who ordered again within a fixed time.
    cohort_repeat_rate {
        title: "Cohort repeat rate within a horizon",
        inputs: {
            cohort_repeaters: f64, People, Whole, "customers of the cohort with a second order within the horizon";
            cohort: f64, People, Whole, "customers in the cohort";
        },
        output: Ratio, "fraction of the cohort",
        undefined: { cohort_repeaters > cohort => Infeasible; },
        formula: ratio(cohort_repeaters, cohort),
        rollup: RatioOfSums,
        family: "repeat_rate", false, "Choose it to compare periods or channels: every cohort gets the same time, such as 30, 60 or 90 days.",
        example: (54.0, 200.0) => 0.27,
        edges: { (201.0, 200.0) => Infeasible; },
        source: "tresl.co, segments FAQ (cohort repeat percentage)",
    }

    /// Share of orders that contain an add-on product.
    cross_sell_rate {
        title: "Cross-sell (attach) rate",
        inputs: {
            orders_with_addon: f64, Count, Whole, "orders with at least one add-on";
            orders: f64, Count, Whole, "all orders";
        },
        output: Ratio, "fraction of orders",
        undefined: { orders_with_addon > orders => Infeasible; },
        formula: ratio(orders_with_addon, orders),
        rollup: RatioOfSums,
        example: (18.0, 120.0) => 0.15,
        edges: { (121.0, 120.0) => Infeasible; },
        source: "common definition; no single authority",
    }

    /// Share of upgrade offers that were accepted.
    upsell_rate {
        title: "Upsell rate",
        inputs: {
            upgrades: f64, Count, Whole, "offers that led to an upgrade";
            offers: f64, Count, Whole, "upgrade offers made";
        },
        output: Ratio, "fraction of offers",
        undefined: { upgrades > offers => Infeasible; },
        formula: ratio(upgrades, offers),
        rollup: RatioOfSums,
        example: (9.0, 150.0) => 0.06,
        edges: { (151.0, 150.0) => Infeasible; },
        source: "common definition; no single authority",
    }

    /// Share of customers' spending in a category that goes to the brand.
    share_of_wallet {
        title: "Share of wallet",
        inputs: {
            spend_with_us: f64, Currency, NonNegative, "what customers spend on the category with the brand, in one currency";
            category_spend: f64, Currency, NonNegative, "what the same customers spend on the category in all, in the same currency";
        },
        output: Ratio, "fraction of category spending",
        undefined: { spend_with_us > category_spend => Infeasible; },
        formula: ratio(spend_with_us, category_spend),
        rollup: RatioOfSums,
        example: (300.0, 1200.0) => 0.25,
        edges: { (1201.0, 1200.0) => Infeasible; },
        source: "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the MASB Universal Marketing Dictionary, marketing-dictionary.org",
    }

    /// Average number of days from one order of a customer to the next.
    average_days_between_orders {
        title: "Average days between orders",
        inputs: {
            days_span: f64, Days, NonNegative, "days from the first to the last order";
            orders: f64, Count, Whole, "orders in that time, first and last included";
        },
        output: Days, "days",
        formula: ratio(days_span, (orders - 1.0).max(0.0), orders < 2.0 => InsufficientData),
        rollup: RatioOfSums,
        example: (90.0, 4.0) => 30.0,
        edges: { (90.0, 1.0) => InsufficientData; },
        source: "common definition; no single authority",
    }

    /// Buyers relative to the population that could buy.
    market_penetration {
        title: "Penetration",
        inputs: {
            buyers: f64, People, Whole, "people who bought at least once in the period";
            population: f64, People, Whole, "people in the market";
        },
        output: Ratio, "fraction of the population",
        undefined: { buyers > population => Infeasible; },
        formula: ratio(buyers, population),
        rollup: RatioOfSums,
        example: (500.0, 10000.0) => 0.05,
        edges: {
            (10_001.0, 10_000.0) => Infeasible;
            (0.0, 0.0) => ZeroDenominator;
        },
        source: "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the MASB Universal Marketing Dictionary, marketing-dictionary.org",
    }
}
