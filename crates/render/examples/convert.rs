//! Event JSON to any format, to look at: `cargo run -p handbill-render --example convert -- html < event.json`.
//!
//! A second argument is the site's address, a third the body's HTML.

use std::io::{Read, Write};

use handbill_render::{Input, Settings, format};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let format = format(&arguments.next().unwrap_or_default()).ok_or("the first argument is the name of a format")?;
    let mut settings = Settings::default();
    settings.base_url = arguments.next();
    let mut json = String::new();
    std::io::stdin().read_to_string(&mut json)?;
    let document = serde_json::from_str(&json)?;
    let body = arguments.next().unwrap_or_default();
    std::io::stdout().write_all(format.render(&[Input::new(&document).with_body(&body)], &settings)?.as_bytes())?;
    Ok(())
}
