//! The shared vectors of `tests/vectors`, through the core. The other languages run the same files; what each
//! got is written down bit by bit, and `scripts/compare.sh` compares.
#![allow(unreachable_pub)]

mod attribution;
mod customers;
mod experiments;
mod given;
mod influencers;
mod metrics;
mod models;
mod outcome;
mod programmes;
mod response;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use given::Given;
use outcome::Outcome;
use serde_json::Value;
use ukur::Error;

/// One line an area: the functions of `metrics`, `models`, ...
fn call(function: &str, of: Option<&Given>, args: &Given) -> Result<Outcome, Error> {
    let (area, name) = function.split_once('.').unwrap_or(("", function));
    match area {
        "attribution" => attribution::call(name, args),
        "customers" => customers::call(name, args),
        "experiments" => experiments::call(name, args),
        "metrics" => metrics::call(name, args),
        "models" => models::call(name, of, args),
        "response" => response::call(name, args),
        "influencers" => influencers::call(name, args),
        "programmes" => programmes::call(name, args),
        _ => panic!("{function}: core/tests/vectors has no area {area:?}"),
    }
}

/// Runs a case; what to write down, and what is wrong.
fn run(block: &Value, case: &Value) -> (Value, Option<String>) {
    let function = block["function"].as_str().expect("`function` names a function");
    let of = block.get("of").map(Given::read);
    match call(function, of.as_ref(), &Given::read(&case["args"])) {
        Err(error) => {
            let probed = case["probe"] == true && error.status().is_some();
            let right = probed || case["error"].as_str() == Some(error.code());
            let wrong = (!right).then(|| format!("refused with {}: {error}", error.code()));
            (format!("error {}", error.code()).into(), wrong)
        }
        Ok(got) if case.get("error").is_some() => {
            (got.bits(None).into(), Some(format!("gave {got:?}, wanted the error {}", case["error"])))
        }
        Ok(got) if case["bits_only"] == true => (got.bits(None).into(), None),
        Ok(got) if case["probe"] == true => {
            let wrong = (!got.is_finite()).then(|| format!("gave {got:?}, no finite number"));
            (got.bits(None).into(), wrong)
        }
        Ok(got) => {
            let sums = case.get("sums").map(Given::read);
            let got = if let Some(sums) = &sums { got.sums(sums) } else { got };
            let want = sums.unwrap_or_else(|| Given::read(&case["want"]));
            let tolerance = |key: &str, default: f64| {
                case.get(key).or_else(|| block.get(key)).and_then(Value::as_f64).unwrap_or(default)
            };
            let wrong = got.mismatch(&want, tolerance("rtol", 1e-12), tolerance("atol", 0.0), "result");
            (got.bits(Some(&want)).into(), wrong)
        }
    }
}

/// The vectors, and the probes that `scripts/probes.sh` has made.
fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folders = [root.join("tests/vectors"), root.join("build/vectors")];
    folders.into_iter().filter(|folder| folder.exists()).collect()
}

/// Every JSON file below a folder, in the order of their names.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the vectors are there") {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "json") {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[test]
fn vectors_hold() {
    let mut results = BTreeMap::new();
    let mut wrong = Vec::new();
    let found = folders()
        .into_iter()
        .flat_map(|folder| files(&folder).into_iter().map(move |path| (folder.clone(), path)));
    for (folder, path) in found {
        let file = path.strip_prefix(&folder).expect("below").to_string_lossy().replace('\\', "/");
        let text = std::fs::read_to_string(&path).expect("readable");
        let content: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
        let blocks = content.as_array().cloned().unwrap_or_else(|| vec![content]);
        // Numbered by file and function, since several blocks of a file may speak of one function.
        let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
        for block in &blocks {
            let function = block["function"].as_str().unwrap_or_default();
            for case in block["cases"].as_array().expect("`cases` is a list") {
                let number = numbers.entry(function).or_default();
                let name = format!("{file}:{function}:{number}");
                *number += 1;
                let (bits, complaint) = run(block, case);
                assert!(results.insert(name.clone(), bits).is_none(), "two cases have the name {name}");
                wrong.extend(complaint.map(|complaint| format!("{name}: {complaint}")));
            }
        }
    }
    if let Ok(folder) = std::env::var("UKUR_BITS_DIR") {
        let text = serde_json::to_string(&results).expect("plain values");
        std::fs::write(Path::new(&folder).join("rust.json"), text).expect("the folder of results is there");
    }
    assert!(!results.is_empty(), "no vectors in {:?}", folders());
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), results.len(), wrong.join("\n"));
}

/// The catalogue's names, for the comparison with the other languages.
#[test]
fn leave_names() {
    let names: Vec<String> = ukur::catalogue::all().map(|metric| format!("metrics.{}", metric.id)).collect();
    assert!(!names.is_empty());
    if let Ok(folder) = std::env::var("UKUR_NAMES_DIR") {
        let text = serde_json::to_string(&names).expect("plain values");
        std::fs::write(Path::new(&folder).join("rust.json"), text).expect("the folder of names is there");
    }
}
