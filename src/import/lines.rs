//! Lines as every other program counts them.

use std::io::{self, BufRead, BufReader, Read};

/// A file whose lines end as on Unix, however they ended: `csv` counts by that end alone.
pub struct UnixLines<R> {
    file: BufReader<R>,
    /// Whether the last byte was a carriage return, which a line feed may belong to.
    returned: bool,
}

impl<R: Read> UnixLines<R> {
    /// The lines of `file`.
    pub fn new(file: R) -> Self {
        Self {
            file: BufReader::with_capacity(64 * 1024, file),
            returned: false,
        }
    }
}

impl<R: Read> Read for UnixLines<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            let bytes = self.file.fill_buf()?;
            let (mut taken, mut written) = (0, 0);
            for (&byte, _) in bytes.iter().zip(0..into.len()) {
                taken += 1;
                let ends_twice = byte == b'\n' && self.returned;
                self.returned = byte == b'\r';
                if let (false, Some(place)) = (ends_twice, into.get_mut(written)) {
                    *place = if self.returned { b'\n' } else { byte };
                    written += 1;
                }
            }
            self.file.consume(taken);
            // Nothing written of something taken was the second half of one line's end.
            if written > 0 || taken == 0 {
                return Ok(written);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_end_of_line_is_one(lines in prop::collection::vec("[a,\"]{0,4}", 0..9), ends in prop::collection::vec(0..3_usize, 9), at_once in 1..7_usize) {
            let ends = ends.iter().map(|end| ["\r\n", "\n", "\r"][*end]);
            // A lone return before an empty line's feed would be one end indeed.
            let written: String = lines.iter().zip(ends).map(|(line, end)| format!("x{line}{end}")).collect();
            let mut lines_read = UnixLines::new(written.as_bytes());
            let (mut read, mut part) = (Vec::new(), vec![0; at_once]);
            while let Ok(bytes @ 1..) = lines_read.read(&mut part) {
                read.extend_from_slice(&part[..bytes]);
            }
            let wanted: String = lines.iter().map(|line| format!("x{line}\n")).collect();
            prop_assert_eq!(String::from_utf8(read).expect("text"), wanted);
        }
    }
}
