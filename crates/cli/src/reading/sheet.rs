//! A page that was read, with all that commands need of it.

use std::io::Write;

use handbill_check::output::{Findings, Printing, output};
use handbill_model::Document;
use handbill_page::Page;
use handbill_render::{Input, Settings};

use crate::terminal;

/// A page that was read, or Event JSON, of which no text is at hand.
pub(crate) struct Sheet {
    name: String,
    what: What,
    body: Option<String>,
    base_url: Option<String>,
}

enum What {
    Page(Box<Page>),
    Document(Box<Document>),
}

impl Sheet {
    /// A page; `name` is what messages call it, `base_url` where its site is published.
    pub(super) fn of_page(name: String, page: Page, base_url: Option<String>) -> Self {
        let body = page.tree.to_html();
        Self { name, what: What::Page(Box::new(page)), body: Some(body), base_url }
    }

    /// A document alone.
    pub(super) fn of_document(document: Document) -> Self {
        Self { name: document.page.path.clone(), what: What::Document(Box::new(document)), body: None, base_url: None }
    }

    /// What was understood.
    pub(crate) fn document(&self) -> &Document {
        match &self.what {
            What::Page(page) => &page.document,
            What::Document(document) => document,
        }
    }

    /// What formats are made of.
    pub(crate) fn input(&self) -> Input<'_> {
        let mut input = Input::new(self.document());
        if let What::Page(page) = &self.what {
            input.expanded = Some(&page.expansion.text);
        }
        input.body = self.body.as_deref();
        input
    }

    /// The settings of the run, with where this page's site is published.
    pub(crate) fn settings(&self, run: &Settings) -> Settings {
        let mut settings = run.clone();
        settings.base_url = settings.base_url.or_else(|| self.base_url.clone());
        settings
    }

    /// Tells on standard error what is wrong with the text as text.
    pub(crate) fn report(&self) {
        let What::Page(page) = &self.what else { return };
        if page.diagnostics.is_empty() {
            return;
        }
        let full = output("full").expect("it is in the table");
        let mut printing = Printing::new(full, terminal::look(&std::io::stderr()));
        let text = printing.page(&Findings::new(&self.name, &page.source, &page.diagnostics));
        // Nobody is left to be told when standard error is closed.
        let _ = std::io::stderr().write_all(text.as_bytes());
    }
}
