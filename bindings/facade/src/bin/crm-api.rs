//! Writes the description of the facade: `cargo run -p crm-facade --bin crm-api > bindings/api.json`.

use std::io::Write;

fn main() -> std::io::Result<()> {
    let mut text = serde_json::to_string_pretty(&crm_facade::describe())?;
    text.push('\n');
    std::io::stdout().write_all(text.as_bytes())
}
