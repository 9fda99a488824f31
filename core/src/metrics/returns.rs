//! What comes back for what was spent.

metrics! { "return";
    /// Net gain on an outlay relative to that outlay.
    roi {
        title: "Return on investment (net)",
        inputs: {
            gain: f64, Currency, Real, "what the outlay brought in, in one currency; profit rather than revenue";
            cost: f64, Currency, NonNegative, "the outlay, in the same currency";
        },
        output: Ratio, "fraction of the outlay; 0 breaks even, -1 means nothing came back",
        formula: ratio(gain - cost, cost),
        rollup: RatioOfSums,
        family: "roi", true, "The default: choose it when the gain is already known as profit, value or saving.",
        example: (40.0, 25.0) => 0.6,
        source: "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); example from Schmitt, Skiera & Van den Bulte, GfK Marketing Intelligence Review 5(1), 2013 (reward of EUR 25, CLV difference of EUR 40, ROI 60 %)",
        notes: "Exactly one less than customer_value_ratio_to_investment, where the gain is customers times their value.",
    }

    /// Net margin from incremental revenue relative to the marketing spend that caused it.
    romi {
        title: "Return on marketing investment (margin based)",
        inputs: {
            incremental_revenue: f64, Currency, Real, "revenue that would not have come without the spend, in one currency";
            contribution_margin: f64, Ratio, Fraction, "share of revenue left after variable cost, as a fraction";
            spend: f64, Currency, NonNegative, "marketing spend, in the same currency";
        },
        output: Ratio, "fraction of the spend; 0 breaks even",
        formula: ratio(incremental_revenue * contribution_margin - spend, spend),
        rollup: RatioOfSums,
        family: "roi", false, "Choose it when the incremental revenue and the margin on it are known.",
        example: (500_000.0, 0.6, 100_000.0) => 2.0,
        source: "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the MASB Universal Marketing Dictionary, marketing-dictionary.org",
    }

    /// Revenue attributed to advertising for each unit of money spent on it.
    roas {
        title: "Return on ad spend",
        inputs: {
            attributed_revenue: f64, Currency, NonNegative, "revenue credited to the advertising, in one currency";
            spend: f64, Currency, NonNegative, "advertising spend, in the same currency";
        },
        output: Ratio, "revenue per unit of spend",
        formula: ratio(attributed_revenue, spend),
        rollup: RatioOfSums,
        example: (15000.0, 5000.0) => 3.0,
        source: "majorform.co, marketing profitability 101 (MER 5.0, ROAS 3.0)",
    }

    /// Revenue caused by advertising for each unit of money spent on it.
    iroas {
        title: "Incremental return on ad spend",
        inputs: {
            incremental_revenue: f64, Currency, Real, "revenue that would not have come without the advertising, in one currency";
            spend: f64, Currency, NonNegative, "advertising spend, in the same currency";
        },
        output: Ratio, "incremental revenue per unit of spend",
        formula: ratio(incremental_revenue, spend),
        rollup: RatioOfSums,
        example: (9000.0, 6000.0) => 1.5,
        source: "blufire.com.au glossary (POAS, break-even ROAS, iROAS)",
    }

    /// Gross profit for each unit of money spent on advertising.
    poas {
        title: "Profit on ad spend (gross profit)",
        inputs: {
            gross_profit: f64, Currency, Real, "gross profit on the advertised sales before the spend, in one currency";
            spend: f64, Currency, NonNegative, "advertising spend, in the same currency";
        },
        output: Ratio, "gross profit per unit of spend; 1 breaks even",
        formula: ratio(gross_profit, spend),
        rollup: RatioOfSums,
        example: (7000.0, 5000.0) => 1.4,
        source: "blufire.com.au glossary (POAS, break-even ROAS, iROAS)",
    }

    /// All revenue for each unit of money spent on marketing, with nothing attributed to a channel.
    mer {
        title: "Marketing efficiency ratio (revenue over spend)",
        inputs: {
            total_revenue: f64, Currency, NonNegative, "all revenue of the period, in one currency";
            total_spend: f64, Currency, NonNegative, "all marketing spend of the period, in the same currency";
        },
        output: Ratio, "revenue per unit of spend",
        formula: ratio(total_revenue, total_spend),
        rollup: RatioOfSums,
        family: "mer", true, "The default and the usual meaning of MER.",
        example: (100_000.0, 20000.0) => 5.0,
        source: "majorform.co, marketing profitability 101 (MER 5.0); Triple Whale blog, Marketing Efficiency Ratio",
    }

    /// All marketing spend as a share of all revenue.
    mer_inverse {
        title: "MER as a percentage (spend over revenue)",
        inputs: {
            total_revenue: f64, Currency, NonNegative, "all revenue of the period, in one currency";
            total_spend: f64, Currency, NonNegative, "all marketing spend of the period, in the same currency";
        },
        output: Ratio, "fraction of revenue",
        formula: ratio(total_spend, total_revenue),
        rollup: RatioOfSums,
        family: "mer", false, "Choose it to match tools that show MER as a percentage, such as Triple Whale.",
        example: (100_000.0, 17000.0) => 0.17,
        source: "Triple Whale blog, Marketing Efficiency Ratio (there called MER, its inverse Blended ROAS)",
        notes: "Triple Whale labels THIS as MER and calls the ratio Blended ROAS.",
    }

    /// Revenue from new customers for each unit of money spent on marketing.
    amer {
        title: "Acquisition MER",
        inputs: {
            new_customer_revenue: f64, Currency, NonNegative, "revenue from first-time customers, in one currency";
            total_spend: f64, Currency, NonNegative, "all marketing spend of the period, in the same currency";
        },
        output: Ratio, "new-customer revenue per unit of spend",
        formula: ratio(new_customer_revenue, total_spend),
        rollup: RatioOfSums,
        example: (36000.0, 20000.0) => 1.8,
        source: "common definition; no single authority",
    }

    /// Advertising spend as a share of the revenue attributed to it.
    acos {
        title: "Advertising cost of sales",
        inputs: {
            spend: f64, Currency, NonNegative, "advertising spend, in one currency";
            attributed_revenue: f64, Currency, NonNegative, "revenue credited to the advertising, in the same currency";
        },
        output: Ratio, "fraction of attributed revenue",
        formula: ratio(spend, attributed_revenue),
        rollup: RatioOfSums,
        example: (300.0, 1500.0) => 0.2,
        source: "common definition; no single authority",
    }

    /// Return on ad spend at which the margin just pays for the advertising.
    break_even_roas {
        title: "Break-even ROAS",
        inputs: {
            contribution_margin: f64, Ratio, Fraction, "share of revenue left after variable cost, as a fraction";
        },
        output: Ratio, "revenue per unit of spend at which profit is zero",
        formula: ratio(1.0, contribution_margin),
        rollup: Recompute,
        example: (0.35) => 2.857142857142857,
        source: "admaxxer glossary, MER (margin of 35 %, break-even 2.86); blufire.com.au glossary",
    }

    /// Share of the price left after variable cost.
    contribution_margin_ratio {
        title: "Contribution margin ratio",
        inputs: {
            price: f64, CurrencyEach, NonNegative, "selling price per unit, in one currency";
            variable_cost: f64, CurrencyEach, NonNegative, "variable cost per unit, in the same currency";
        },
        output: Ratio, "fraction of the price; negative when the unit sells below variable cost",
        formula: ratio(price - variable_cost, price),
        rollup: Recompute,
        example: (20.0, 12.0) => 0.4,
        edges: { (0.0, 12.0) => ZeroDenominator; },
        source: "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the MASB Universal Marketing Dictionary, marketing-dictionary.org",
        notes: "Prices of a unit do not add up: a total over products needs revenue and variable cost, or units sold as weights; a sum of prices gives every product the same weight.",
    }

    /// Units to sell before fixed cost is covered.
    break_even_units {
        title: "Break-even units",
        inputs: {
            fixed_cost: f64, Currency, NonNegative, "cost that does not depend on units sold, in one currency";
            price: f64, CurrencyEach, NonNegative, "selling price per unit, in the same currency";
            variable_cost: f64, CurrencyEach, NonNegative, "variable cost per unit, in the same currency";
        },
        output: Count, "number of units, not rounded up",
        undefined: { price <= variable_cost => Infeasible; },
        formula: value(fixed_cost / (price - variable_cost)),
        rollup: Recompute,
        example: (5000.0, 20.0, 10.0) => 500.0,
        edges: { (5000.0, 10.0, 10.0) => Infeasible; },
        source: "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the MASB Universal Marketing Dictionary, marketing-dictionary.org",
    }

    /// All acquisition spend per new customer, whichever channel they came from.
    cac {
        title: "Customer acquisition cost (blended)",
        inputs: {
            spend: f64, Currency, NonNegative, "sales and marketing spend on acquisition, in one currency";
            new_customers: f64, People, Whole, "customers won in the same period";
        },
        output: CurrencyEach, "currency per new customer",
        formula: ratio(spend, new_customers),
        rollup: RatioOfSums,
        example: (50000.0, 25.0) => 2000.0,
        source: "Notion metric templates (LTV 8,000; NRR 107 %; CAC 2,000)",
    }

    /// Lifetime value of a customer as a multiple of what it cost to win one.
    ltv_to_cac {
        title: "LTV to CAC ratio",
        inputs: {
            ltv: f64, CurrencyEach, NonNegative, "lifetime value of a customer after margin, in one currency";
            cac: f64, CurrencyEach, NonNegative, "cost of acquiring a customer, in the same currency";
        },
        output: Ratio, "multiple of the acquisition cost",
        best_mark: Modelled,
        formula: ratio(ltv, cac),
        rollup: Recompute,
        example: (8000.0, 2000.0) => 4.0,
        source: "Notion metric templates (LTV 8,000; NRR 107 %; CAC 2,000)",
        notes: "LTV must be margin based; a revenue LTV inflates the ratio.",
    }

    /// Months until the margin from a customer has paid back the cost of winning it.
    cac_payback_months {
        title: "CAC payback period",
        inputs: {
            cac: f64, CurrencyEach, NonNegative, "cost of acquiring a customer, in one currency";
            revenue_per_month: f64, CurrencyEach, NonNegative, "monthly revenue per customer, in the same currency";
            gross_margin: f64, Ratio, Fraction, "share of revenue left after cost of sales, as a fraction";
        },
        output: Months, "months",
        best_mark: Modelled,
        formula: ratio(cac, revenue_per_month * gross_margin, revenue_per_month * gross_margin == 0.0 => Never),
        rollup: Recompute,
        example: (2000.0, 500.0, 0.8) => 5.0,
        edges: { (2000.0, 500.0, 0.0) => Never; },
        source: "Oracle NetSuite, SaaS KPI formulas, help section 0910123257",
    }
}
