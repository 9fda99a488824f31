//! `customers.<function>`.

use ukur::Error;

use super::given::Given;
use super::outcome::Outcome;

pub fn call(name: &str, _args: &Given) -> Result<Outcome, Error> {
    panic!("customers.{name}: add it to core/tests/vectors/customers.rs")
}
