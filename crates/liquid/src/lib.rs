//! Liquid as Jekyll uses it: template and values to text and a source map.
