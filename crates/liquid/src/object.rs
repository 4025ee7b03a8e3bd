//! Values by name, in the order in which they were written.

use crate::Value;
use indexmap::IndexMap;
use std::sync::Arc;

/// Values by name, in the order of insertion. Cloning is cheap: clones share their entries until one is changed.
///
/// Names are strings. Ruby's hashes may have numbers for keys; YAML's `2024: x` is found here under `"2024"`.
///
/// ```
/// use handbill_liquid::{Object, Value};
///
/// let mut page = Object::default();
/// page.insert("title", "Showcase");
/// assert_eq!(page.get("title"), Some(&Value::from("Showcase")));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object {
    entries: Arc<IndexMap<String, Value>>,
}

impl Object {
    /// The value under `name`.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.entries.get(name)
    }

    /// Puts `value` under `name`, in the place of what was there; a new name comes last.
    pub fn insert(&mut self, name: impl Into<String>, value: impl Into<Value>) {
        Arc::make_mut(&mut self.entries).insert(name.into(), value.into());
    }

    /// These values with those of `over` over them, as Jekyll lays front matter over a site's defaults: objects are merged,
    /// nil replaces nothing, all else is replaced.
    ///
    /// ```
    /// use handbill_liquid::{Object, Value};
    ///
    /// let defaults = Object::from_iter([("layout", "event"), ("host", "the club")]);
    /// let page = Object::from_iter([("layout", Value::Nil), ("host", Value::from("Ann"))]);
    /// let merged = defaults.merged(&page);
    /// assert_eq!(merged.get("layout"), Some(&Value::from("event")));
    /// assert_eq!(merged.get("host"), Some(&Value::from("Ann")));
    /// ```
    #[must_use]
    pub fn merged(&self, over: &Self) -> Self {
        let mut merged = self.clone();
        for (name, value) in over.iter() {
            let value = match (merged.get(name), value) {
                (Some(Value::Object(under)), Value::Object(over)) => Value::from(under.merged(over)),
                (Some(under), Value::Nil) => under.clone(),
                (_, value) => value.clone(),
            };
            merged.insert(name, value);
        }
        merged
    }

    /// How many names there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no name.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The name and value at `index` in order.
    #[must_use]
    pub fn at(&self, index: usize) -> Option<(&str, &Value)> {
        self.entries.get_index(index).map(|(name, value)| (name.as_str(), value))
    }

    /// Names and values in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&str, &Value)> + ExactSizeIterator {
        self.entries.iter().map(|(name, value)| (name.as_str(), value))
    }
}

impl<N: Into<String>, V: Into<Value>> FromIterator<(N, V)> for Object {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(entries: I) -> Self {
        Self { entries: Arc::new(entries.into_iter().map(|(name, value)| (name.into(), value.into())).collect()) }
    }
}
