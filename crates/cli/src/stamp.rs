//! When outputs say that they were made.

use handbill_model::Timestamp;

/// The instant of `SOURCE_DATE_EPOCH` (seconds since 1970, reproducible-builds.org), where it is set.
///
/// # Errors
/// A value that is no such number, as a message.
pub(crate) fn stamp() -> Result<Option<Timestamp>, String> {
    let Some(value) = std::env::var_os("SOURCE_DATE_EPOCH").filter(|value| !value.is_empty()) else { return Ok(None) };
    let value = value.to_string_lossy();
    let stamp = value.parse().ok().and_then(|seconds| Timestamp::from_second(seconds).ok());
    stamp.map(Some).ok_or_else(|| format!("SOURCE_DATE_EPOCH is `{value}`: write seconds since 1970, as 1767225600"))
}
