//! Deflate, bounded.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

use super::LinkError;
use crate::node::MAX_BYTES;

/// The best level.
const LEVEL: u8 = 10;

/// Raw deflate; equal bytes give equal bytes.
pub(super) fn squeeze(bytes: &[u8]) -> Vec<u8> {
    compress_to_vec(bytes, LEVEL)
}

/// What was squeezed.
///
/// # Errors
/// No deflate; more than 10 MB, of which no more is ever held than that.
pub(super) fn stretch(bytes: &[u8]) -> Result<Vec<u8>, LinkError> {
    decompress_to_vec_with_limit(bytes, MAX_BYTES).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => LinkError::TooLarge,
        _ => LinkError::Malformed,
    })
}
