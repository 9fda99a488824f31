//! How customers bring customers, what that costs and which reward breaks even.

metrics! { "referral";
    /// Share of customers who passed a referral on.
    share_rate {
        title: "Referral share rate",
        inputs: {
            sharers: f64, People, Whole, "customers who shared at least once";
            customers: f64, People, Whole, "customers who could have shared";
        },
        output: Ratio, "fraction of customers",
        undefined: { sharers > customers => Infeasible; },
        formula: ratio(sharers, customers),
        rollup: RatioOfSums,
        example: (75.0, 1000.0) => 0.075,
        edges: { (1001.0, 1000.0) => Infeasible; },
        source: "allconsultingfirms.com (75 of 1,000, 7.5 %); Friendbuy, referral program metrics (5-9 %)",
    }

    /// Clicks that one shared referral brings.
    clicks_per_share {
        title: "Clicks per share",
        inputs: {
            clicks: f64, Count, Whole, "clicks on shared referrals";
            shares: f64, Count, Whole, "referrals shared";
        },
        output: Ratio, "clicks per share",
        formula: ratio(clicks, shares),
        rollup: RatioOfSums,
        example: (450.0, 200.0) => 2.25,
        source: "Friendbuy, referral program metrics (1.8-2.8 clicks per share)",
    }

    /// Share of referred leads who became customers.
    referral_conversion_rate {
        title: "Referral conversion rate",
        inputs: {
            referred_customers: f64, People, Whole, "referred leads who became customers";
            referred_leads: f64, People, Whole, "leads who came through a referral";
        },
        output: Ratio, "fraction of referred leads",
        undefined: { referred_customers > referred_leads => Infeasible; },
        formula: ratio(referred_customers, referred_leads),
        rollup: RatioOfSums,
        example: (60.0, 300.0) => 0.2,
        edges: { (301.0, 300.0) => Infeasible; },
        source: "keevee.com, referral metrics (60 of 300, 20 %; 40 of 500, 8 %)",
    }

    /// Share of purchases that came through a referral.
    referral_rate {
        title: "Referral rate (share of purchases)",
        inputs: {
            referred_purchases: f64, Count, Whole, "purchases that came through a referral";
            purchases: f64, Count, Whole, "all purchases";
        },
        output: Ratio, "fraction of purchases",
        undefined: { referred_purchases > purchases => Infeasible; },
        formula: ratio(referred_purchases, purchases),
        rollup: RatioOfSums,
        example: (40.0, 500.0) => 0.08,
        edges: { (501.0, 500.0) => Infeasible; },
        source: "keevee.com, referral metrics (60 of 300, 20 %; 40 of 500, 8 %)",
    }

    /// What a customer won by referral costs when both the advocate and the friend are rewarded.
    referral_cac {
        title: "Referral acquisition cost, two-way incentive",
        inputs: {
            advocate_reward: f64, CurrencyEach, NonNegative, "reward of the customer who refers, in one currency";
            friend_reward: f64, CurrencyEach, NonNegative, "reward of the friend who joins, in the same currency";
            reward_redemption: f64, Ratio, Fraction, "share of rewards that are redeemed, as a fraction";
            programme_cost: f64, Currency, NonNegative, "running cost of the programme, in the same currency";
            referred_customers: f64, People, Whole, "customers won by referral";
        },
        output: CurrencyEach, "currency per referred customer",
        formula: ratio((advocate_reward + friend_reward) * reward_redemption * referred_customers + programme_cost, referred_customers),
        rollup: RatioOfSums,
        example: (10.0, 10.0, 0.8, 1200.0, 300.0) => 20.0,
        source: "article on measuring social media marketing (Indonesian), after socialmediaexaminer.com",
    }

    /// Largest sum of advocate and friend reward at which a referral still breaks even.
    referral_breakeven_reward {
        title: "Largest total two-way reward that breaks even",
        inputs: {
            margin_clv_referred: f64, CurrencyEach, NonNegative, "lifetime value after margin of a referred customer, in one currency";
            incrementality: f64, Ratio, Fraction, "share of referred customers who would not have come anyway, as a fraction";
            overhead_per_referral: f64, CurrencyEach, NonNegative, "running cost per referred customer, in the same currency";
        },
        output: CurrencyEach, "currency per referral; negative when no reward can break even",
        best_mark: Modelled,
        formula: value(margin_clv_referred * incrementality - overhead_per_referral),
        rollup: Recompute,
        example: (60.0, 0.7, 4.0) => 38.0,
        source: "article on measuring social media marketing (Indonesian), after socialmediaexaminer.com",
    }

    /// Largest friend reward at which a referral still breaks even once the advocate is rewarded.
    referral_breakeven_friend_reward {
        title: "Largest friend reward given the advocate reward",
        inputs: {
            margin_clv_referred: f64, CurrencyEach, NonNegative, "lifetime value after margin of a referred customer, in one currency";
            incrementality: f64, Ratio, Fraction, "share of referred customers who would not have come anyway, as a fraction";
            overhead_per_referral: f64, CurrencyEach, NonNegative, "running cost per referred customer, in the same currency";
            advocate_reward: f64, CurrencyEach, NonNegative, "reward of the customer who refers, in the same currency";
        },
        output: CurrencyEach, "currency per referral; negative when the advocate reward alone is too high",
        best_mark: Modelled,
        formula: value(margin_clv_referred * incrementality - overhead_per_referral - advocate_reward),
        rollup: Recompute,
        example: (60.0, 0.7, 4.0, 20.0) => 18.0,
        source: "article on measuring social media marketing (Indonesian), after socialmediaexaminer.com",
    }

    /// Net gain from the higher value of referred customers relative to the reward paid.
    referral_reward_roi {
        title: "ROI of a referral reward",
        inputs: {
            clv_difference: f64, CurrencyEach, Real, "lifetime value of a referred customer above that of others, in one currency";
            reward: f64, CurrencyEach, NonNegative, "reward paid per referred customer, in the same currency";
        },
        output: Ratio, "fraction of the reward; 0 breaks even",
        best_mark: Modelled,
        formula: ratio(clv_difference - reward, reward),
        rollup: RatioOfSums,
        example: (40.0, 25.0) => 0.6,
        source: "Schmitt, Skiera & Van den Bulte (2011), Journal of Marketing 75(1); GfK Marketing Intelligence Review 5(1), 2013 (reward of EUR 25, CLV difference of EUR 40, ROI about 60 %)",
    }

    /// How much more customers refer when both sides are rewarded than when only one is.
    two_way_uplift {
        title: "Two-way over one-way incentive uplift in referrals per customer",
        inputs: {
            k_two_way: f64, Ratio, NonNegative, "referrals per customer with a reward for both sides";
            k_one_way: f64, Ratio, NonNegative, "referrals per customer with a reward for one side";
        },
        output: Ratio, "fraction; 1 means twice as many referrals",
        formula: ratio(k_two_way - k_one_way, k_one_way),
        rollup: Recompute,
        example: (0.24, 0.12) => 1.0 within 1e-12,
        source: "article on measuring social media marketing (Indonesian), after socialmediaexaminer.com",
        notes: "The article claims two-way programmes \"double\"; testable with an experiment.",
    }
}
