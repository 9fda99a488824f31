//! Prints the catalogue as JSON: `cargo run -p ukur --example catalogue --features serde`. The scripts that write
//! the Python and JavaScript faces, the documentation and the shared vectors read it.

#[cfg(feature = "serde")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("{}", ukur::catalogue::to_json()?);
    Ok(())
}

#[cfg(not(feature = "serde"))]
fn main() {
    eprintln!("give --features serde");
}
