//! A document in gzip: its text is compressed once, and holes are stored between as they are.
//!
//! Deflate is made of blocks, and a block that ends at a byte can be followed by any other. What fills
//! a hole is a stored block: it is compared with nothing, so the length of an answer tells no more of
//! it than its own length. The checksums of texts and holes are combined.

use super::pieces_body::PiecesBody;
use crate::platform::page_document::{Hole, NONCE_LETTERS, Piece, Values};
use axum::body::Bytes;
use crc32fast::Hasher;
use flate2::{Compress, CompressError, Compression, FlushCompress, Status};

/// The head of a gzip file: deflate, no name, no time, an unknown system.
const HEAD: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];
/// Most bytes of a stored block.
const STORED: usize = 0xffff;
/// No text holds such a byte, so nothing compressed refers to it.
const NO_TEXT: [u8; NONCE_LETTERS] = [0xff; NONCE_LETTERS];
/// A quarter less than at the first level, and hardly more than at the last.
const LEVEL: u32 = 6;

/// A compressed document.
pub(super) struct Zipped(Vec<ZippedPart>);

/// A text in deflate, and the hole after it.
struct ZippedPart {
    deflated: Bytes,
    crc: Hasher,
    length: usize,
    then: Option<Hole>,
}

impl Zipped {
    /// The document of `pieces`.
    pub(super) fn new(pieces: &[Piece]) -> Result<Self, CompressError> {
        let mut deflate = Compress::new(Compression::new(LEVEL), false);
        let mut parts = Vec::with_capacity(pieces.len());
        for piece in pieces {
            let flush = match piece.then {
                // What comes after reaches back over a nonce, which is always as long.
                Some(Hole::Nonce) => FlushCompress::Sync,
                Some(_) => FlushCompress::Full,
                None => FlushCompress::Finish,
            };
            let mut crc = Hasher::new();
            crc.update(&piece.text);
            let mut deflated = if parts.is_empty() {
                HEAD.to_vec()
            } else {
                Vec::new()
            };
            compress(&mut deflate, &piece.text, &mut deflated, flush)?;
            if piece.then == Some(Hole::Nonce) {
                // The stored nonce stands in the place of this.
                let mut in_its_place = Vec::new();
                compress(&mut deflate, &NO_TEXT, &mut in_its_place, flush)?;
            }
            deflated.shrink_to_fit();
            parts.push(ZippedPart {
                deflated: deflated.into(),
                crc,
                length: piece.text.len(),
                then: piece.then,
            });
        }
        Ok(Self(parts))
    }

    /// The page with these `values` in its holes.
    pub(super) fn filled(&self, values: &Values) -> PiecesBody {
        let (mut filled, mut crc, mut length) = (PiecesBody::default(), Hasher::new(), 0_usize);
        for part in &self.0 {
            filled.push(part.deflated.clone());
            crc.combine(&part.crc);
            length += part.length;
            if let Some(hole) = part.then {
                let text = values.of(hole).as_bytes();
                filled.push(stored(text));
                crc.update(text);
                length += text.len();
            }
        }
        filled.push(end(crc.finalize(), length));
        filled
    }
}

/// Appends `text` in deflate to `out`, up to a whole byte.
fn compress(
    deflate: &mut Compress,
    text: &[u8],
    out: &mut Vec<u8>,
    flush: FlushCompress,
) -> Result<(), CompressError> {
    let before = deflate.total_in();
    loop {
        out.reserve(text.len() / 4 + 64);
        let taken = usize::try_from(deflate.total_in() - before).unwrap_or(text.len());
        let status = deflate.compress_vec(&text[taken..], out, flush)?;
        // Room that is left says that everything is written.
        if status == Status::StreamEnd || out.len() < out.capacity() {
            return Ok(());
        }
    }
}

/// `text` in stored blocks.
fn stored(text: &[u8]) -> Bytes {
    let mut blocks = Vec::with_capacity(text.len() + 5);
    for part in text.chunks(STORED) {
        // At most 65,535: this is no loss.
        let length = u16::try_from(part.len()).unwrap_or(u16::MAX);
        blocks.push(0);
        blocks.extend_from_slice(&length.to_le_bytes());
        blocks.extend_from_slice(&(!length).to_le_bytes());
        blocks.extend_from_slice(part);
    }
    blocks.into()
}

/// The end of a gzip file: checksum, and length modulo 2^32.
fn end(crc: u32, length: usize) -> Bytes {
    let low = length.to_le_bytes();
    let end = [crc.to_le_bytes(), [low[0], low[1], low[2], low[3]]];
    Bytes::copy_from_slice(end.as_flattened())
}
