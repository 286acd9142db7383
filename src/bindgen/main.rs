//! Makes the JavaScript and the TypeScript declarations around a Wasm module.
//!
//! wasm-bindgen refuses a module that another version of it has compiled. Its command-line tool is
//! installed apart from `Cargo.lock`; used as a library it is always the version that the crates use.

use std::error::Error;
use std::path::PathBuf;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(module), Some(folder), None) = (args.next(), args.next(), args.next()) else {
        return Err("usage: keyferry-bindgen MODULE.wasm FOLDER".into());
    };
    let name = folder.file_name().and_then(|name| name.to_str()).ok_or("FOLDER has no name")?;

    Bindgen::new()
        .input_path(module)
        .out_name(name)
        .web(true)?
        .typescript(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        // The shell says where the module is; without this the bundle would hold a guess of its address.
        .omit_default_module_path(true)
        .generate(&folder)?;
    Ok(())
}
