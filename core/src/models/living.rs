//! The answers that a model gives by describing a living customer.
//!
//! A model whose files define `active(&Customer)` (a customer alive at the end of the observation) and
//! `new_customer()`, both with the methods `survival`, `purchases`, `count`, `count_between` and `discounted`, has
//! the nine required methods of [`PurchaseModel`](super::PurchaseModel) about living customers by writing
//! `living_customers!();` in its `impl`.

macro_rules! living_customers {
    () => {
        fn survival_if_alive(&self, customer: &$crate::models::Customer, horizon: f64) -> f64 {
            self.active(customer).survival(horizon)
        }

        fn purchases_if_alive(&self, customer: &$crate::models::Customer, horizon: f64) -> f64 {
            self.active(customer).purchases(horizon)
        }

        fn count_if_alive(&self, customer: &$crate::models::Customer, n: f64, horizon: f64) -> f64 {
            self.active(customer).count(n, horizon)
        }

        fn discounted_if_alive(
            &self,
            customer: &$crate::models::Customer,
            rate: f64,
            horizon: f64,
        ) -> $crate::Result<f64> {
            self.active(customer).discounted(rate, horizon)
        }

        fn survival_new(&self, horizon: f64) -> f64 {
            self.new_customer().survival(horizon)
        }

        fn purchases_new(&self, horizon: f64) -> f64 {
            self.new_customer().purchases(horizon)
        }

        fn count_new(&self, n: f64, horizon: f64) -> f64 {
            self.new_customer().count(n, horizon)
        }

        fn discounted_new(&self, rate: f64, horizon: f64) -> $crate::Result<f64> {
            self.new_customer().discounted(rate, horizon)
        }

        fn count_between_new(&self, n: f64, from: f64, to: f64) -> Option<f64> {
            Some(self.new_customer().count_between(n, from, to))
        }
    };
}

pub(crate) use living_customers;
