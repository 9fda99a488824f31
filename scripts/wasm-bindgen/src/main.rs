//! Writes the JavaScript side of a wasm module: `run-wasm-bindgen IN.wasm OUT_DIR NAME`.
//!
//! The same output as the `wasm-bindgen` command with `--target web`, in a fifth of its build time, and without what
//! writes the message of a panic: no one hears it in a page. A panic still stops the call with
//! `RuntimeError: unreachable`, as it does with the message written.

use std::collections::HashSet;
use std::process::ExitCode;

use walrus::ir::{self, Value, Visitor};
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind,
    Module,
};
use wasm_bindgen_cli_support::Bindgen;

/// Parts of the mangled names of functions that do nothing but panic.
const PANICS: [&str; 10] = [
    "4core9panicking",
    "8do_panic",
    "13unwrap_failed",
    "13expect_failed",
    "16slice_index_fail",
    "16slice_error_fail",
    "17len_mismatch_fail",
    "17capacity_overflow",
    "7raw_vec12handle_error",
    "18handle_alloc_error",
];

/// Lets the functions that end in a panic stop at once; returns their number.
fn silence_panics(module: &mut Module) -> usize {
    let found: Vec<_> = module
        .funcs
        .iter()
        .filter(|function| {
            matches!(function.kind, FunctionKind::Local(_))
                && function
                    .name
                    .as_deref()
                    .is_some_and(|name| PANICS.iter().any(|panic| name.contains(panic)))
        })
        .map(|function| (function.id(), function.ty()))
        .collect();
    let mut silenced = 0;
    for (id, ty) in found {
        // What gives a result does something else besides.
        if !module.types.results(ty).is_empty() {
            continue;
        }
        let parameters = module.types.params(ty).to_vec();
        let arguments = parameters.iter().map(|parameter| module.locals.add(*parameter)).collect();
        let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &[]);
        builder.func_body().unreachable();
        module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(arguments));
        silenced += 1;
    }
    silenced
}

/// Clears the places in the source that panics would name, and the names of those files: nothing reads them any more,
/// and what is zero is left out of the module. A place is the address and length of a name that ends in `.rs`, a line
/// and a column. Returns the number of places.
fn forget_places(module: &mut Module) -> usize {
    let mut forgotten = 0;
    let segments: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for id in segments {
        let segment = module.data.get_mut(id);
        let DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } = segment.kind else {
            continue;
        };
        let start = start as usize;
        let bytes = &mut segment.value;
        let number = |bytes: &[u8], at: usize| {
            bytes
                .get(at..at + 4)
                .map_or(0, |four| u32::from_le_bytes(four.try_into().unwrap_or_default()) as usize)
        };
        let mut places = Vec::new();
        let mut names = Vec::new();
        let mut at = start.next_multiple_of(4) - start;
        while at + 16 <= bytes.len() {
            let [address, length, line, column] = [0, 4, 8, 12].map(|part| number(bytes, at + part));
            let name = address.checked_sub(start).and_then(|from| Some(from..from.checked_add(length)?));
            let is_name = |range: &std::ops::Range<usize>| {
                bytes.get(range.clone()).is_some_and(|text| text.ends_with(b".rs"))
            };
            match name.filter(is_name) {
                Some(range)
                    if length < 200 && (1..100_000).contains(&line) && (1..1_000).contains(&column) =>
                {
                    places.push(at..at + 16);
                    names.push(range);
                    at += 16;
                }
                _ => at += 4,
            }
        }
        forgotten += places.len();
        for range in places.into_iter().chain(names) {
            bytes[range].fill(0);
        }
    }
    forgotten
}

/// What a function asks of others: calls, and numbers that may be places in the table of functions.
#[derive(Default)]
struct Asked {
    functions: Vec<FunctionId>,
    numbers: Vec<i32>,
}

impl<'a> Visitor<'a> for Asked {
    fn visit_function_id(&mut self, id: &FunctionId) {
        self.functions.push(*id);
    }
    fn visit_const(&mut self, constant: &ir::Const) {
        if let Value::I32(number) = constant.value {
            self.numbers.push(number);
        }
    }
}

/// Empties the places of the table of functions that nothing names any more: what wrote the messages of panics stands in
/// it. A place is named by a number in the code of a function that can be reached, or by a word of the data; the table
/// begins so far up (`--table-base` in `scripts/wasm.sh`) that hardly any other number looks like one. Returns how many
/// places were emptied.
fn forget_functions(module: &mut Module) -> usize {
    let mut places = Vec::new();
    for element in module.elements.iter() {
        let (
            ElementKind::Active { offset: ConstExpr::Value(Value::I32(base)), .. },
            ElementItems::Functions(ids),
        ) = (&element.kind, &element.items)
        else {
            return 0;
        };
        places.extend(ids.iter().enumerate().map(|(at, id)| (*base + at as i32, element.id(), at, *id)));
    }
    let mut named: HashSet<i32> = HashSet::new();
    for data in module.data.iter() {
        // Words lie at multiples of four; a segment that does not begin at one is read from every byte on.
        for from in 0..4 {
            let words = data.value.get(from..).unwrap_or_default().chunks_exact(4);
            named.extend(words.map(|word| i32::from_le_bytes(word.try_into().unwrap_or_default())));
        }
    }
    let mut waiting: Vec<FunctionId> = module
        .exports
        .iter()
        .filter_map(|export| if let ExportItem::Function(id) = export.item { Some(id) } else { None })
        .chain(module.start)
        .collect();
    let mut reached: HashSet<FunctionId> = HashSet::new();
    loop {
        while let Some(id) = waiting.pop() {
            if !reached.insert(id) {
                continue;
            }
            if let FunctionKind::Local(function) = &module.funcs.get(id).kind {
                let mut asked = Asked::default();
                ir::dfs_in_order(&mut asked, function, function.entry_block());
                named.extend(asked.numbers);
                waiting.extend(asked.functions);
            }
        }
        let new = places.iter().filter(|place| named.contains(&place.0)).map(|place| place.3);
        waiting.extend(new.filter(|id| !reached.contains(id)));
        if waiting.is_empty() {
            break;
        }
    }
    let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
    builder.func_body().unreachable();
    let nothing = builder.finish(Vec::new(), &mut module.funcs);
    let mut emptied = 0;
    for (_, element, at, _) in places.iter().filter(|place| !named.contains(&place.0)) {
        if let ElementItems::Functions(ids) = &mut module.elements.get_mut(*element).items {
            ids[*at] = nothing;
            emptied += 1;
        }
    }
    emptied
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [input, out_dir, name] = args.as_slice() else {
        eprintln!("usage: run-wasm-bindgen IN.wasm OUT_DIR NAME");
        return ExitCode::from(2);
    };
    let mut module = match Module::from_file(input) {
        Ok(module) => module,
        Err(error) => {
            eprintln!("{input}: {error:?}");
            return ExitCode::FAILURE;
        }
    };
    if silence_panics(&mut module) == 0 || forget_places(&mut module) == 0 {
        eprintln!(
            "{input}: no panic was found: have the names or the layout of the standard library changed?"
        );
        return ExitCode::FAILURE;
    }
    forget_functions(&mut module);
    let mut bindgen = Bindgen::new();
    let set = bindgen
        .input_module(name, module)
        .out_name(name)
        .typescript(true)
        .omit_default_module_path(false)
        .web(true);
    match set.and_then(|bindgen| bindgen.generate(out_dir)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("wasm-bindgen: {error:?}");
            ExitCode::FAILURE
        }
    }
}
