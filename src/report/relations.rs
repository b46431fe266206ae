//! The relations of a run.
