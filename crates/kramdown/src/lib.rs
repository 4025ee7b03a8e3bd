//! kramdown as Jekyll uses it: text to a tree of ranges to the same HTML, byte for byte.
