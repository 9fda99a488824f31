//! Prints what is said of every model as JSON: `cargo run -p ukur --example models --features serde`. The scripts that
//! write the Python and JavaScript classes read it.

#[cfg(feature = "serde")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    use serde_json::{Value, json};
    use ukur::models::{Data, GUIDES, MODELS, guide};

    let mut records = Vec::new();
    for (spec, guide) in MODELS.iter().zip(GUIDES) {
        let example = guide.example;
        let data = match guide.data {
            Data::Simulated { age } => json!({ "n": guide::SIMULATED, "T": age, "seed": guide::SEED }),
            Data::Columns(columns) => json!({ "columns": columns }),
        };
        records.push(json!({
            "name": spec.name,
            "class": spec.class,
            "title": spec.title,
            "kind": spec.kind,
            "discrete": spec.discrete,
            "parameters": spec.parameters.iter().map(|one| [one.name, one.meaning]).collect::<Vec<_>>(),
            "settings": spec.settings.iter().map(|one| json!({
                "name": one.name, "meaning": one.meaning, "range": one.range,
            })).collect::<Vec<Value>>(),
            "reference": spec.reference,
            "definition": guide.definition,
            "example": {
                "parameters": example.parameters,
                "settings": example.settings,
                "question": example.question,
                "arguments": example.arguments,
                "answer": example.answer,
            },
            "data": data,
            "fitted": guide.fit(spec)?.model().parameters(),
        }));
    }
    println!("{}", serde_json::to_string_pretty(&records)?);
    Ok(())
}

#[cfg(not(feature = "serde"))]
fn main() {
    eprintln!("give --features serde");
}
