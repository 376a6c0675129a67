//! Tables as files: CSV that every spreadsheet reads, and takes for text what is text.

use crate::base::{error::AppError, spreadsheet::no_formula};

/// `rows` as CSV.
pub fn written<const N: usize>(
    rows: impl Iterator<Item = [String; N]>,
) -> Result<Vec<u8>, AppError> {
    let mut csv = csv::Writer::from_writer(Vec::new());
    for row in rows {
        csv.write_record(row.map(no_formula))
            .map_err(AppError::internal)?;
    }
    csv.into_inner()
        .map_err(|error| AppError::internal(error.into_error()))
}
