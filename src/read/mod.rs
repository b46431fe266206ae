//! From the bytes of one file to a document.
//!
//! Invariant: every byte of prose knows the bytes of the file that it comes from.
