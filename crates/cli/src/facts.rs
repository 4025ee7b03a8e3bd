//! `handbill facts`: what was understood, as a table for people.

mod rows;
mod table;

use anstyle::Style;
use handbill_model::Document;

use crate::args::Facts;
use crate::outcome::Outcome;
use crate::reading;
use crate::{message, stdout, terminal};

pub(crate) fn run(facts: &Facts) -> Outcome {
    let jobs = match reading::jobs(&facts.input) {
        Ok(jobs) => jobs,
        Err(error) => return message::usage(error),
    };
    let width = terminal::width(&std::io::stdout());
    let mut outcome = Outcome::Done;
    for (index, job) in jobs.iter().enumerate() {
        outcome = outcome.max(match job.read() {
            Ok(sheet) => {
                sheet.report();
                let gap = if index == 0 { "" } else { "\n" };
                stdout::styled(&format!("{gap}{}", page(sheet.document(), width)))
            }
            Err(error) => message::failed(error),
        });
    }
    outcome
}

/// A page's name and role, its table, and what stays unknown.
fn page(document: &Document, width: usize) -> String {
    let bold = Style::new().bold();
    let dim = Style::new().dimmed();
    let mut text = format!("{bold}{}{bold:#}  {dim}{}{dim:#}\n", table::one_line(&document.page.path), role(document));
    let rows = rows::rows(document);
    if !rows.is_empty() {
        text.push('\n');
        text.push_str(&table::table(&rows, width));
    }
    for unresolved in &document.page.unresolved {
        text.push_str(&format!("\n{dim}Not known:{dim:#} {}\n", table::one_line(unresolved)));
    }
    text
}

fn role(document: &Document) -> &str {
    if document.event.is_none() { "tells of no event" } else { document.page.role.as_str() }
}
