//! Arithmetic on periods.

use super::period::Period;

/// The first and last year that a time may lie in.
pub fn years(period: &Period) -> Option<(i32, i32)> {
    Some((period.first.year?, period.last.year?))
}
/// The first and last month (year times 12 plus month) that a time may lie in.
pub fn months(_period: &Period) -> Option<(i64, i64)> {
    None
}
/// The first and last day that a time may lie in.
pub fn days(_period: &Period) -> Option<(i64, i64)> {
    None
}
