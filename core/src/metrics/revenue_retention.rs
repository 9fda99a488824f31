//! How recurring revenue is kept, grown and lost.

use super::arithmetic::sum_of;

metrics! { "revenue_retention";
    /// Recurring revenue of all subscriptions, spread evenly over the months of their terms.
    mrr {
        title: "Monthly recurring revenue",
        inputs: {
            subscribers: &[f64], CountOrPeople, NonNegative, "subscribers of each plan";
            price: &[f64], CurrencyEach, NonNegative, "price of each plan for its whole term, in one currency";
            months_in_term: &[f64], Months, Positive, "length of each plan's term in months";
        },
        output: Currency, "currency per month",
        undefined: { subscribers.len() != price.len() || price.len() != months_in_term.len() => Infeasible; },
        formula: reduce(f64, sum_of(subscribers.iter().zip(price).zip(months_in_term).map(|((count, price), months)| count * price / months)), r"\sum_i \frac{n_i\,p_i}{m_i}"),
        rollup: Sum,
        example: (&[100.0, 50.0], &[100.0, 600.0], &[1.0, 12.0]) => 12500.0,
        edges: { (&[100.0, 50.0], &[1.0], &[1.0, 12.0]) => Infeasible; },
        answers: { (&[100.0, 50.0], &[100.0, 800.0], &[1.0, 12.0]) => 13_333.333333333334 within 1e-12; },
        source: "Stripe Billing metric definitions, docs.stripe.com/billing/subscriptions/analytics/glossary",
        notes: "A plan is spread evenly over the months of its term. Stripe prints 800 USD/12 in the formula; only 600/12 gives the printed 12,500.",
    }

    /// Recurring revenue kept from existing customers, upgrades included, relative to the start.
    nrr {
        title: "Net revenue retention",
        inputs: {
            start: f64, Currency, NonNegative, "recurring revenue of existing customers at the start, in one currency";
            expansion: f64, Currency, NonNegative, "revenue added by upgrades of those customers, in the same currency";
            contraction: f64, Currency, NonNegative, "revenue lost to downgrades, in the same currency";
            churned: f64, Currency, NonNegative, "revenue lost to customers who left, in the same currency";
        },
        output: Ratio, "fraction of the starting revenue; may exceed 1",
        undefined: { contraction + churned > start => Infeasible; },
        formula: ratio(start + expansion - contraction - churned, start),
        rollup: RatioOfSums,
        example: (100_000.0, 15000.0, 0.0, 8000.0) => 1.07,
        edges: { (100_000.0, 15000.0, 0.0, 100_001.0) => Infeasible; },
        source: "Notion metric templates (LTV 8,000; NRR 107 %; CAC 2,000); Oracle NetSuite, SaaS KPI formulas, help section 0910123257",
    }

    /// Recurring revenue kept from existing customers, without upgrades, relative to the start.
    grr {
        title: "Gross revenue retention",
        inputs: {
            start: f64, Currency, NonNegative, "recurring revenue of existing customers at the start, in one currency";
            contraction: f64, Currency, NonNegative, "revenue lost to downgrades, in the same currency";
            churned: f64, Currency, NonNegative, "revenue lost to customers who left, in the same currency";
        },
        output: Ratio, "fraction of the starting revenue, at most 1",
        undefined: { contraction + churned > start => Infeasible; },
        formula: ratio(start - contraction - churned, start),
        rollup: RatioOfSums,
        example: (100_000.0, 5000.0, 8000.0) => 0.87,
        edges: { (100_000.0, 5000.0, 100_001.0) => Infeasible; },
        source: "Oracle NetSuite, SaaS KPI formulas, help section 0910123257",
    }

    /// Recurring revenue lost to downgrades and departures relative to the start.
    revenue_churn_gross {
        title: "Gross revenue churn",
        inputs: {
            start: f64, Currency, NonNegative, "recurring revenue of existing customers at the start, in one currency";
            contraction: f64, Currency, NonNegative, "revenue lost to downgrades, in the same currency";
            churned: f64, Currency, NonNegative, "revenue lost to customers who left, in the same currency";
        },
        output: Ratio, "fraction of the starting revenue",
        undefined: { contraction + churned > start => Infeasible; },
        formula: ratio(contraction + churned, start),
        rollup: RatioOfSums,
        example: (100_000.0, 5000.0, 8000.0) => 0.13,
        edges: { (100_000.0, 5000.0, 100_001.0) => Infeasible; },
        source: "Oracle NetSuite, SaaS KPI formulas, help section 0910123257",
    }

    /// Recurring revenue gained for each unit of recurring revenue lost.
    quick_ratio {
        title: "SaaS quick ratio",
        inputs: {
            new: f64, Currency, NonNegative, "recurring revenue from new customers, in one currency";
            expansion: f64, Currency, NonNegative, "revenue added by upgrades, in the same currency";
            churned: f64, Currency, NonNegative, "revenue lost to customers who left, in the same currency";
            contraction: f64, Currency, NonNegative, "revenue lost to downgrades, in the same currency";
        },
        output: Ratio, "multiple; above 1 recurring revenue grows",
        formula: ratio(new + expansion, churned + contraction, new + expansion + churned + contraction == 0.0 => ZeroDenominator, churned + contraction == 0.0 => Unbounded),
        rollup: RatioOfSums,
        example: (12000.0, 4000.0, 3000.0, 1000.0) => 4.0,
        edges: {
            (12000.0, 4000.0, 0.0, 0.0) => Unbounded;
            (0.0, 0.0, 0.0, 0.0) => ZeroDenominator;
        },
        source: "common definition; no single authority",
    }
}
