//! How much a template may still do.

use crate::value::display::write_text;
use crate::{Limits, Value};

/// Counts steps and bytes down to a limit. Once one is reached, expansion stops.
pub(crate) struct Budget {
    limits: Limits,
    steps: usize,
    bytes: usize,
    includes: usize,
    exceeded: Option<String>,
}

impl Budget {
    pub(super) const fn new(limits: Limits) -> Self {
        Self { limits, steps: 0, bytes: 0, includes: 0, exceeded: None }
    }

    /// What limit was reached, in one clause.
    pub(crate) fn exceeded(&self) -> Option<&str> {
        self.exceeded.as_deref()
    }

    /// Counts `steps`; whether they are still allowed.
    pub(crate) fn steps(&mut self, steps: usize) -> bool {
        self.steps = self.steps.saturating_add(steps);
        self.within(self.steps, self.limits.steps, "loops and filters take more than", "steps")
    }

    /// Counts `bytes` of text; whether they are still allowed.
    pub(crate) fn bytes(&mut self, bytes: usize) -> bool {
        self.bytes = self.bytes.saturating_add(bytes);
        self.within(self.bytes, self.limits.bytes, "the text grows beyond", "bytes")
    }

    /// Counts an include; whether it is still allowed.
    pub(super) fn include(&mut self) -> bool {
        self.includes += 1;
        self.within(self.includes, self.limits.includes, "the template includes more than", "files")
    }

    fn within(&mut self, count: usize, limit: usize, what: &str, unit: &str) -> bool {
        if count > limit && self.exceeded.is_none() {
            self.exceeded = Some(format!("{what} {limit} {unit}"));
        }
        self.exceeded.is_none()
    }

    /// A value as text, every part of it a step; empty once the limit is reached.
    pub(crate) fn text(&mut self, value: &Value) -> String {
        let mut text = String::new();
        match value {
            Value::String(value) => text.push_str(value),
            Value::Array(_) | Value::Object(_) => {
                let left = self.limits.bytes.saturating_sub(self.bytes);
                let nodes = write_text(&mut text, value, left);
                self.steps(nodes);
            }
            scalar => text = scalar.to_string(),
        }
        if self.exceeded.is_some() {
            text.clear();
        }
        text
    }
}
