//! Finding the keys of a long mapping while it is read.

use std::collections::BTreeMap;

use crate::{Entry, Mapping};

/// Where each key of a mapping stands; made only for mappings that are long.
#[derive(Default)]
pub(crate) struct Index {
    places: BTreeMap<String, usize>,
}

impl Index {
    /// Adds an entry; the one that it takes the place of is given back.
    pub(crate) fn insert(&mut self, map: &mut Mapping, entry: Entry) -> Option<Entry> {
        const SHORT: usize = 32;
        let place = if map.entries.len() < SHORT {
            map.entries.iter().position(|other| other.key == entry.key)
        } else {
            for (i, other) in map.entries.iter().enumerate().skip(self.places.len()) {
                self.places.insert(other.key.clone(), i);
            }
            self.places.get(&entry.key).copied()
        };
        match place {
            Some(place) => Some(std::mem::replace(&mut map.entries[place], entry)),
            None => {
                map.entries.push(entry);
                None
            }
        }
    }
}
