//! The pointers to everything in a value, down to its scalars.

use std::io;

use handbill_model::Pointer;
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

/// About as many bytes as the keys inside a value have together.
const ROOM: usize = 32;

/// Gives the pointer to each scalar in `value`, which stands at `at`, in the order in which JSON is written; what is
/// null says nothing.
pub(super) fn each(at: &Pointer, value: &impl Serialize, give: impl FnMut(&Pointer)) {
    let mut leaves = Leaves { at: at.with_room(ROOM), items: Vec::new(), is_key: false, is_leaf: true, give };
    let written = value.serialize(&mut Serializer::with_formatter(io::sink(), &mut leaves));
    // A value that is no object and no list is a leaf itself.
    if written.is_ok() && leaves.is_leaf {
        (leaves.give)(&leaves.at);
    }
}

/// What goes along with the writing of JSON, and writes none: it costs no copy of the value.
struct Leaves<F> {
    at: Pointer,
    /// For each list around the value being written the number of its next item.
    items: Vec<usize>,
    /// Whether what is written is a key.
    is_key: bool,
    /// Whether the value being written is a scalar, as far as is known.
    is_leaf: bool,
    give: F,
}

impl<F: FnMut(&Pointer)> Leaves<F> {
    fn end(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.is_leaf) {
            (self.give)(&self.at);
        }
        self.at.pop();
        Ok(())
    }
}

impl<F: FnMut(&Pointer)> Formatter for &mut Leaves<F> {
    fn write_null<W: io::Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.is_leaf = false;
        Ok(())
    }

    fn begin_array<W: io::Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.is_leaf = false;
        self.items.push(0);
        Ok(())
    }

    fn begin_array_value<W: io::Write + ?Sized>(&mut self, _: &mut W, _: bool) -> io::Result<()> {
        if let Some(next) = self.items.last_mut() {
            self.at.push_index(*next);
            *next += 1;
        }
        self.is_leaf = true;
        Ok(())
    }

    fn end_array_value<W: io::Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.end()
    }

    fn end_array<W: io::Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.items.pop();
        Ok(())
    }

    fn begin_object<W: io::Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.is_leaf = false;
        Ok(())
    }

    fn begin_object_key<W: io::Write + ?Sized>(&mut self, _: &mut W, _: bool) -> io::Result<()> {
        self.is_key = true;
        Ok(())
    }

    fn write_string_fragment<W: io::Write + ?Sized>(&mut self, _: &mut W, text: &str) -> io::Result<()> {
        // Keys of the model are plain words, each of one piece.
        if self.is_key {
            self.at.push(text);
        }
        Ok(())
    }

    fn end_object_key<W: io::Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        (self.is_key, self.is_leaf) = (false, true);
        Ok(())
    }

    fn end_object_value<W: io::Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.end()
    }
}
