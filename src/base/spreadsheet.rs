//! Cells of files that spreadsheets open.

/// What a spreadsheet would take for a formula, as the text it is; a number stays one.
pub fn no_formula(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.parse::<f64>().is_err() {
        format!("'{text}")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text_and_numbers_stay_numbers() {
        for (given, kept) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\tcmd", "'\tcmd"),
            ("+49 40 1", "'+49 40 1"),
            ("-5", "-5"),
            ("Mug", "Mug"),
        ] {
            assert_eq!(no_formula(given.to_owned()), kept);
        }
    }
}
