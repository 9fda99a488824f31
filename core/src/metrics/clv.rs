//! Customer lifetime value: closed forms and the buy-till-you-die models at given parameters.

use super::arithmetic::{discounted_payments, dot, geometric_sum, grown};
use crate::models::{BgNbd, Customer, PurchaseModel};

/// The model at given parameters.
fn bg_nbd(r: f64, alpha: f64, a: f64, b: f64) -> crate::Result<BgNbd> {
    BgNbd::new(r, alpha, a, b)
}

/// One customer's history.
fn history(x: f64, t_x: f64, t: f64) -> Customer {
    Customer { x, t_x, t, log_intervals: 0.0 }
}

metrics! { "clv";
    /// Revenue from an average customer over the whole relationship, before cost and undiscounted.
    clv_simple {
        title: "CLV, simple revenue",
        inputs: {
            revenue_per_transaction: f64, CurrencyEach, NonNegative, "average revenue of a transaction, in one currency";
            transactions_per_year: f64, PerYear, NonNegative, "average transactions per customer and year";
            years: f64, Years, NonNegative, "average length of the relationship in years";
        },
        output: CurrencyEach, "currency per customer, gross revenue",
        best_mark: Modelled,
        formula: value(revenue_per_transaction * transactions_per_year * years),
        rollup: Mean,
        family: "clv", false, "Choose it for a first rough figure; it is revenue, not profit, and ignores churn and discounting.",
        example: (250_000.0, 4.0, 3.0) => 3_000_000.0,
        source: "article on raising customer lifetime value (Indonesian)",
        notes: "The article gives the formula but no numbers. Revenue, undiscounted, survival ignored: label as gross. Totals are means over rows: right where a row is a customer; segments of different size need customer_equity.",
    }

    /// Margin from an average customer over the whole relationship, undiscounted.
    clv_simple_margin {
        title: "CLV, simple margin",
        inputs: {
            revenue_per_transaction: f64, CurrencyEach, NonNegative, "average revenue of a transaction, in one currency";
            transactions_per_year: f64, PerYear, NonNegative, "average transactions per customer and year";
            years: f64, Years, NonNegative, "average length of the relationship in years";
            margin: f64, Ratio, Fraction, "share of revenue kept as margin, as a fraction";
        },
        output: CurrencyEach, "currency per customer",
        best_mark: Modelled,
        formula: value(revenue_per_transaction * transactions_per_year * years * margin),
        rollup: Mean,
        family: "clv", false, "Choose it for a rough figure in money earned when the length of the relationship is known.",
        example: (250_000.0, 4.0, 3.0, 0.3) => 900_000.0,
        source: "common definition; no single authority",
        notes: "Totals are means over rows: right where a row is a customer; segments of different size need customer_equity.",
    }

    /// Margin expected from a customer until it churns, at a constant churn rate and undiscounted.
    clv_churn {
        title: "LTV from margin and churn",
        inputs: {
            arpu: f64, CurrencyEach, NonNegative, "average revenue per customer and period, in one currency";
            gross_margin: f64, Ratio, Fraction, "share of revenue left after cost of sales, as a fraction";
            churn: f64, Ratio, Fraction, "share of customers lost per period, as a fraction";
        },
        output: CurrencyEach, "currency per customer",
        best_mark: Modelled,
        formula: ratio(arpu * gross_margin, churn, churn == 0.0 && arpu * gross_margin == 0.0 => ZeroDenominator, churn == 0.0 => Unbounded),
        rollup: Recompute,
        family: "clv", false, "Choose it for subscriptions with steady churn when discounting does not matter.",
        example: (500.0, 0.8, 0.05) => 8000.0,
        edges: {
            (500.0, 0.8, 0.0) => Unbounded;
            (0.0, 0.8, 0.0) => ZeroDenominator;
        },
        source: "Notion metric templates (LTV 8,000; NRR 107 %; CAC 2,000)",
    }

    /// Present value of all future margins of a customer, the first one due after one period.
    clv_retention {
        title: "CLV, retention and discount (first margin after one period)",
        inputs: {
            margin: f64, CurrencyEach, Real, "margin per customer and period, in one currency";
            retention: f64, Ratio, Fraction, "share of customers kept from one period to the next, as a fraction";
            discount: f64, Ratio, AboveMinusOne, "discount rate per period, as a fraction";
        },
        output: CurrencyEach, "currency per customer; no margin is counted for today",
        best_mark: Modelled,
        undefined: { 1.0 - retention + discount <= 0.0 => Divergent; },
        formula: value(margin * retention / (1.0 - retention + discount)),
        rollup: Recompute,
        family: "clv", true, "The default: choose it for contracts with constant retention when today's payment is already in or is counted apart.",
        example: (18.95, 0.788, 0.01) => 67.26396396396396,
        edges: { (18.95, 1.0, 0.0) => Divergent; },
        source: "Gupta & Lehmann (2003), Customers as Assets, Journal of Interactive Marketing 17(1); Gupta, Lehmann & Stuart (2004), Valuing Customers, Journal of Marketing Research 41; example from the textbook case Net-4-You, as set at jiskha.com (1327778623) and brainmass (163096) (67.2639)",
    }

    /// Present value of all margins of a customer, the first one received now.
    clv_retention_immediate {
        title: "CLV when the first margin is received now",
        inputs: {
            margin: f64, CurrencyEach, Real, "margin per customer and period, in one currency";
            retention: f64, Ratio, Fraction, "share of customers kept from one period to the next, as a fraction";
            discount: f64, Ratio, AboveMinusOne, "discount rate per period, as a fraction";
        },
        output: CurrencyEach, "currency per customer; exactly one margin more than when the first is due after a period",
        best_mark: Modelled,
        undefined: { 1.0 - retention + discount <= 0.0 => Divergent; },
        formula: value(margin * (1.0 + discount) / (1.0 - retention + discount)),
        rollup: Recompute,
        family: "clv", false, "Choose it when the first margin arrives at the moment of valuation, as with payment in advance.",
        example: (100.0, 0.8, 0.1) => 366.6666666666667,
        edges: { (100.0, 1.0, 0.0) => Divergent; },
        source: "Gupta & Lehmann (2003), Customers as Assets, Journal of Interactive Marketing 17(1); Gupta, Lehmann & Stuart (2004), Valuing Customers, Journal of Marketing Research 41",
    }

    /// Present value of a customer's margins over a limited number of periods, the first after one period.
    clv_finite {
        title: "CLV over a finite horizon",
        inputs: {
            margin: f64, CurrencyEach, Real, "margin per customer and period, in one currency";
            retention: f64, Ratio, Fraction, "share of customers kept from one period to the next, as a fraction";
            discount: f64, Ratio, AboveMinusOne, "discount rate per period, as a fraction";
            periods: f64, Periods, Whole, "number of periods to count";
        },
        output: CurrencyEach, "currency per customer",
        best_mark: Modelled,
        formula: value(grown(margin, geometric_sum((1.0 - retention + discount) / (1.0 + discount), periods))),
        rollup: Recompute,
        family: "clv", false, "Choose it when only a fixed horizon should count, for instance three years.",
        example: (100.0, 0.8, 0.1, 3.0) => 164.0871525 within 5e-07,
        source: "common definition; no single authority",
    }

    /// Present value of a customer whose margin grows each period, the first margin due after one period.
    clv_growth {
        title: "CLV with margin growth",
        inputs: {
            margin: f64, CurrencyEach, Real, "first margin per customer, due after one period, in one currency";
            retention: f64, Ratio, Fraction, "share of customers kept from one period to the next, as a fraction";
            discount: f64, Ratio, AboveMinusOne, "discount rate per period, as a fraction";
            growth: f64, Ratio, AboveMinusOne, "growth of the margin per period, as a fraction";
        },
        output: CurrencyEach, "currency per customer",
        best_mark: Modelled,
        undefined: { 1.0 - retention + (discount - retention * growth) <= 0.0 => Divergent; },
        formula: value(margin * retention / (1.0 - retention + (discount - retention * growth))),
        rollup: Recompute,
        family: "clv", false, "Choose it when the margin of those who stay grows at a steady rate.",
        example: (100.0, 0.8, 0.12, 0.05) => 285.7142857142857 within 1e-12,
        edges: { (100.0, 1.0, 0.12, 0.5) => Divergent; },
        source: "Gupta & Lehmann (2003), Customers as Assets, Journal of Interactive Marketing 17(1); Gupta, Lehmann & Stuart (2004), Valuing Customers, Journal of Marketing Research 41",
    }

    /// Expected discounted number of payments of a new customer when customers differ in churn, first now.
    clv_sbg {
        title: "Expected discounted renewals of a new customer (sBG), first payment now",
        inputs: {
            alpha: f64, Ratio, Positive, "first parameter of the beta distribution of churn probabilities";
            beta: f64, Ratio, Positive, "second parameter of the beta distribution of churn probabilities";
            discount: f64, Ratio, Positive, "discount rate per period, as a fraction";
        },
        output: Ratio, "discounted payments, today's included; multiply by the margin per period for money",
        best_mark: Modelled,
        formula: value(discounted_payments(alpha, beta, discount)),
        rollup: Recompute,
        example: (0.668, 3.806, 0.1) => 5.922596407612756 within 1e-09,
        answers: {
            (0.668, 3.806, 1e-6) => 616.2909278520787 within 1e-13;
            (3.0, 1.0, 1e-9) => 1.4999999985 within 1e-12;
            (0.7, 1.2, 5.0) => 1.1206972926307831 within 1e-13;
        },
        source: "Fader & Hardie (2007), How to Project Customer Retention, Journal of Interactive Marketing 21(1)",
        notes: "Multiply by margin per period. A constant-churn formula with the first-year churn of 14.9 % gives 4.41: heterogeneity raises CLV.",
    }

    /// Percent by which lifetime value rises when retention rises by one percent.
    clv_retention_elasticity {
        title: "Elasticity of CLV to retention",
        inputs: {
            retention: f64, Ratio, Fraction, "share of customers kept from one period to the next, as a fraction";
            discount: f64, Ratio, AboveMinusOne, "discount rate per period, as a fraction";
        },
        output: Ratio, "elasticity, dimensionless",
        best_mark: Modelled,
        undefined: { 1.0 - retention + discount <= 0.0 => Divergent; },
        formula: value((1.0 + discount) / (1.0 - retention + discount)),
        rollup: Recompute,
        example: (0.8, 0.12) => 3.5 within 1e-12,
        edges: { (1.0, 0.0) => Divergent; },
        source: "Gupta & Lehmann (2003), Customers as Assets, Journal of Interactive Marketing 17(1); Gupta, Lehmann & Stuart (2004), Valuing Customers, Journal of Marketing Research 41",
    }

    /// Retention needed for lifetime value to stay the same after the margin changes.
    clv_breakeven_retention {
        title: "Retention needed to keep CLV after a margin cut",
        inputs: {
            clv: f64, CurrencyEach, Positive, "lifetime value to keep, first margin after one period, in one currency";
            new_margin: f64, CurrencyEach, Positive, "margin per period after the change, in the same currency";
            discount: f64, Ratio, AboveMinusOne, "discount rate per period, as a fraction";
        },
        output: Ratio, "retention as a fraction",
        best_mark: Modelled,
        undefined: { clv * (1.0 + discount) > new_margin + clv => Infeasible; },
        formula: value(clv * (1.0 + discount) / (new_margin + clv)),
        rollup: Recompute,
        example: (67.26396396396396, 18.75, 0.01) => 0.789832 within 5e-06,
        edges: { (1000.0, 5.0, 0.1) => Infeasible; },
        source: "textbook case Net-4-You, as set at jiskha.com (1327778623) and brainmass (163096)",
        notes: "Textbook part b asks this: 0.20 more loyalty cost needs retention up from 78.80 % to 78.98 %.",
    }

    /// Lifetime value of a customer plus the net value of the customers it refers.
    clv_referral_inclusive {
        title: "CLV including referral value",
        inputs: {
            own_clv: f64, CurrencyEach, NonNegative, "lifetime value of the customer itself, in one currency";
            referrals_per_customer: f64, Ratio, NonNegative, "average number of customers it refers";
            referred_clv: f64, CurrencyEach, NonNegative, "lifetime value of a referred customer, in the same currency";
            reward_cost: f64, CurrencyEach, NonNegative, "rewards paid per referred customer, in the same currency";
        },
        output: CurrencyEach, "currency per customer",
        best_mark: Modelled,
        formula: value(own_clv + referrals_per_customer * (referred_clv - reward_cost)),
        rollup: Recompute,
        example: (200.0, 0.25, 220.0, 20.0) => 250.0,
        source: "article on raising customer lifetime value (Indonesian)",
    }

    /// Expected value of a prospect after the cost of trying to win it.
    prospect_lifetime_value {
        title: "Prospect lifetime value",
        inputs: {
            acquisition_rate: f64, Ratio, Fraction, "share of prospects who become customers, as a fraction";
            initial_margin: f64, CurrencyEach, Real, "margin of the first purchase, in one currency";
            clv: f64, CurrencyEach, NonNegative, "lifetime value after the first purchase, in the same currency";
            acquisition_spend_per_prospect: f64, CurrencyEach, NonNegative, "spend per prospect approached, in the same currency";
        },
        output: CurrencyEach, "currency per prospect; negative when the attempt does not pay",
        best_mark: Modelled,
        formula: value(acquisition_rate * (initial_margin + clv) - acquisition_spend_per_prospect),
        rollup: Recompute,
        example: (0.012, 10.0, 100.0, 0.8) => 0.52 within 1e-12,
        source: "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the MASB Universal Marketing Dictionary, marketing-dictionary.org",
        notes: "Book example: 60,000 over 75,000 readers; from memory.",
    }

    /// Lifetime value of the whole customer base, segment by segment.
    customer_equity {
        title: "Customer equity",
        inputs: {
            customers: &[f64], People, NonNegative, "customers in each segment";
            clv_each: &[f64], CurrencyEach, NonNegative, "lifetime value per customer in each segment, in one currency";
        },
        output: Currency, "currency",
        best_mark: Modelled,
        undefined: { customers.len() != clv_each.len() => Infeasible; },
        formula: reduce(f64, dot(customers, clv_each), r"\sum_i n_i v_i"),
        rollup: Sum,
        example: (&[100.0, 400.0], &[900.0, 150.0]) => 150_000.0,
        edges: { (&[100.0, 400.0], &[1.0]) => Infeasible; },
        source: "Gupta & Lehmann (2003), Customers as Assets, Journal of Interactive Marketing 17(1); Gupta, Lehmann & Stuart (2004), Valuing Customers, Journal of Marketing Research 41",
    }

    /// Change of simple lifetime value when one of its three factors changes by a given share.
    clv_lever_gain {
        title: "CLV change from moving one lever of the simple formula",
        inputs: {
            clv: f64, CurrencyEach, Positive, "simple lifetime value today, in one currency";
            lever_change: f64, Ratio, AboveMinusOne, "relative change of one factor, as a fraction";
        },
        output: CurrencyEach, "currency per customer; negative when the factor falls",
        best_mark: Modelled,
        formula: value(clv * lever_change),
        rollup: Recompute,
        example: (3_000_000.0, 0.1) => 300_000.0,
        source: "article on raising customer lifetime value (Indonesian)",
        notes: "In the article formula all three levers have elasticity 1; in clv_retention retention has elasticity 3.5 at r = 0.8, d = 0.12.",
    }

    /// Repeat purchases expected from a new customer within a given time, by the BG/NBD model.
    bgnbd_expected_purchases {
        title: "BG/NBD expected repeat purchases of a new customer",
        inputs: {
            r: f64, Ratio, Positive, "shape of the gamma distribution of purchase rates";
            alpha: f64, Ratio, Positive, "rate parameter of the gamma distribution, in the time unit of the fit";
            a: f64, Ratio, Positive, "first parameter of the beta distribution of dropout probabilities";
            b: f64, Ratio, Positive, "second parameter of the beta distribution of dropout probabilities";
            t: f64, Periods, NonNegative, "length of time to look ahead, in the time unit of the fit";
        },
        output: Count, "expected number of repeat purchases",
        best_mark: Modelled,
        formula: value(bg_nbd(r, alpha, a, b).map(|model| model.purchases_new(t))),
        rollup: Sum,
        example: (0.243, 4.414, 0.793, 2.426, 3.0) => 0.15086523089304657 within 1e-09,
        answers: {
            (0.243, 4.414, 1.0, 2.426, 3.0) => 0.1484125300473949 within 1e-13;
            (0.243, 4.414, 0.8, 0.2, 3.0) => 0.12634230649760609 within 1e-13;
            (0.243, 4.414, 0.793, 2.426, 0.0) => 0.0;
        },
        source: "Fader, Hardie & Lee (2005), Counting Your Customers the Easy Way, Marketing Science 24; example checked against the tests of github.com/CamDavidsonPilon/lifetimes at 4f2833f",
        notes: "Published values use unrounded parameters; t = 78 gives 1.8605 here against 1.8576. The closed form has removable points at a = 1 and a + b = 1; the values there are its limits.",
    }

    /// Probability that a customer with this purchase history is still active, by the BG/NBD model.
    bgnbd_probability_alive {
        title: "BG/NBD probability alive",
        inputs: {
            r: f64, Ratio, Positive, "shape of the gamma distribution of purchase rates";
            alpha: f64, Ratio, Positive, "rate parameter of the gamma distribution, in the time unit of the fit";
            a: f64, Ratio, Positive, "first parameter of the beta distribution of dropout probabilities";
            b: f64, Ratio, Positive, "second parameter of the beta distribution of dropout probabilities";
            x: f64, CountEach, Whole, "repeat purchases so far";
            t_x: f64, Periods, NonNegative, "time from the first to the last purchase, in the time unit of the fit";
            T: f64, Periods, NonNegative, "time from the first purchase to the end of observation, in the same unit";
        },
        output: Ratio, "probability; exactly 1 for a customer without a repeat purchase",
        best_mark: Modelled,
        undefined: {
            t_x > T => Infeasible;
            x == 0.0 && t_x > 0.0 => Infeasible;
        },
        formula: value(bg_nbd(r, alpha, a, b).map(|model| model.alive_of(&history(x, t_x, T)))),
        rollup: Recompute,
        example: (0.243, 4.414, 0.793, 2.426, 2.0, 30.43, 38.86) => 0.726578570080673 within 1e-12,
        edges: {
            (0.243, 4.414, 0.793, 2.426, 2.0, 40.0, 38.86) => Infeasible;
            (0.243, 4.414, 0.793, 2.426, 0.0, 30.0, 38.86) => Infeasible;
        },
        answers: { (0.243, 4.414, 0.793, 2.426, 0.0, 0.0, 38.86) => 1.0; },
        source: "Fader, Hardie & Lee (2005), Counting Your Customers the Easy Way, Marketing Science 24; example checked against the tests of github.com/CamDavidsonPilon/lifetimes at 4f2833f",
        notes: "x = 0 gives exactly 1 (a property of BG/NBD, not a bug; MBG/NBD differs).",
    }

    /// Purchases expected from a customer with this history in the time ahead, by the BG/NBD model.
    bgnbd_conditional_expectation {
        title: "BG/NBD expected purchases in the next t periods",
        inputs: {
            r: f64, Ratio, Positive, "shape of the gamma distribution of purchase rates";
            alpha: f64, Ratio, Positive, "rate parameter of the gamma distribution, in the time unit of the fit";
            a: f64, Ratio, Positive, "first parameter of the beta distribution of dropout probabilities";
            b: f64, Ratio, Positive, "second parameter of the beta distribution of dropout probabilities";
            x: f64, Count, Whole, "repeat purchases so far";
            t_x: f64, Periods, NonNegative, "time from the first to the last purchase, in the time unit of the fit";
            T: f64, Periods, NonNegative, "time from the first purchase to the end of observation, in the same unit";
            t: f64, Periods, NonNegative, "length of time to look ahead, in the same unit";
        },
        output: Count, "expected number of purchases",
        best_mark: Modelled,
        undefined: {
            t_x > T => Infeasible;
            x == 0.0 && t_x > 0.0 => Infeasible;
        },
        formula: value(bg_nbd(r, alpha, a, b).map(|model| model.alive_of(&history(x, t_x, T)) * model.purchases_if_alive(&history(x, t_x, T), t))),
        rollup: Sum,
        example: (0.243, 4.414, 0.793, 2.426, 2.0, 30.43, 38.86, 39.0) => 1.22602817476714 within 1e-09,
        edges: {
            (0.243, 4.414, 0.793, 2.426, 2.0, 40.0, 38.86, 39.0) => Infeasible;
            (0.243, 4.414, 0.793, 2.426, 0.0, 30.0, 38.86, 39.0) => Infeasible;
        },
        answers: {
            (0.243, 4.414, 1.0, 2.426, 2.0, 30.43, 38.86, 39.0) => 1.1021367860399558 within 1e-13;
            (0.243, 4.414, 0.8, 0.2, 0.0, 0.0, 38.86, 39.0) => 0.15668220499171153 within 1e-13;
        },
        source: "Fader, Hardie & Lee (2005), Counting Your Customers the Easy Way, Marketing Science 24; example checked against the tests of github.com/CamDavidsonPilon/lifetimes at 4f2833f",
    }

    /// Expected average spend per transaction of a customer with this history, by the Gamma-Gamma model.
    gamma_gamma_spend {
        title: "Expected average spend (Gamma-Gamma)",
        inputs: {
            p: f64, Ratio, Positive, "shape of the gamma distribution of a customer's transaction values";
            q: f64, Ratio, Positive, "shape of the gamma distribution across customers";
            v: f64, CurrencyEach, Positive, "scale parameter of the distribution across customers, in one currency";
            x: f64, CountEach, Whole, "transactions observed";
            mean_value: f64, CurrencyEach, NonNegative, "average value of those transactions, in the same currency";
        },
        output: CurrencyEach, "currency per transaction",
        best_mark: Modelled,
        undefined: { p * x + q - 1.0 <= 0.0 => NotIdentified; },
        formula: value(p * (v + x * mean_value) / (p * x + q - 1.0)),
        rollup: Recompute,
        example: (6.25, 3.74, 15.44, 2.0, 22.35) => 24.663713910761153 within 1e-09,
        edges: { (6.25, 1.0, 15.44, 0.0, 22.35) => NotIdentified; },
        source: "Fader & Hardie (2013), The Gamma-Gamma Model of Monetary Value, brucehardie.com note 025; example checked against the tests of github.com/CamDavidsonPilon/lifetimes at 4f2833f",
    }
}
