//! How big a file is, as people read it.

/// `bytes` in the unit that keeps it short, such as `512 B`, `31 kB`, `1.4 MB` or `2.0 GB`; a kB is 1000 bytes.
pub fn byte_size(bytes: u64) -> String {
    let with_tenth = |unit: u64| format!("{}.{}", bytes / unit, bytes % unit / (unit / 10));
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", bytes / 1_000),
        1_000_000..10_000_000 => format!("{} MB", with_tenth(1_000_000)),
        10_000_000..1_000_000_000 => format!("{} MB", bytes / 1_000_000),
        _ => format!("{} GB", with_tenth(1_000_000_000)),
    }
}

#[cfg(test)]
mod tests {
    use super::byte_size;

    #[test]
    fn sizes_are_short() {
        for (bytes, text) in [
            (0, "0 B"),
            (999, "999 B"),
            (1_000, "1 kB"),
            (999_999, "999 kB"),
            (1_449_000, "1.4 MB"),
            (41_900_000, "41 MB"),
            (2_050_000_000, "2.0 GB"),
        ] {
            assert_eq!(byte_size(bytes), text);
        }
    }
}
