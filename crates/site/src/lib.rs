//! The Jekyll site around a page: config, data, includes.
