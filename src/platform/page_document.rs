//! A page as text with holes: what every visitor is sent alike, and the few places that are one's own.
//!
//! Leptos renders a page once, with marks where the holes will be. What is kept between answers is the
//! text around them; a hole is filled for one answer alone, and never kept.

use super::{pieces_body::PiecesBody, zipped::Zipped};
use crate::base::error::AppError;
use axum::body::Bytes;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use std::sync::OnceLock;

/// Letters of a nonce: always as many, so that compressed text can reach over it.
pub const NONCE_LETTERS: usize = 22;

/// A place in a page that belongs to one answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hole {
    /// The nonce of the answer's scripts.
    Nonce,
    /// What the boot data say of the visitor.
    Visitor,
    /// What the header calls the customer.
    Name,
    /// The way to the cart, and how much is in it.
    Cart,
    /// The question what may be stored, until it is answered.
    Consent,
    /// How many favourites the visitor has.
    Favourites,
    /// That staff are signed in as the customer.
    Staff,
}

impl Hole {
    const ALL: [Self; 7] = [
        Self::Nonce,
        Self::Visitor,
        Self::Name,
        Self::Cart,
        Self::Consent,
        Self::Favourites,
        Self::Staff,
    ];

    fn letter(self) -> char {
        match self {
            Self::Nonce => 'n',
            Self::Visitor => 'v',
            Self::Name => 'c',
            Self::Cart => 'q',
            Self::Consent => 's',
            Self::Favourites => 'f',
            Self::Staff => 't',
        }
    }
}

/// Marks where the holes of one document will be. They are of chance and leave the server never, so
/// that nothing a visitor types can look like one.
pub struct Marks(String);

impl Marks {
    /// New marks.
    pub fn random() -> Result<Self, AppError> {
        let [one, other] = [random()?, random()?];
        let hex = |byte: &u8| format!("{byte:02x}");
        Ok(Self(one.iter().chain(&other).map(hex).collect()))
    }

    /// The mark of `hole`: letters and digits alone, which no escaping changes.
    pub fn of(&self, hole: Hole) -> String {
        format!("{}{}", self.0, hole.letter())
    }
}

fn random() -> Result<[u8; 16], AppError> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| {
        tracing::error!(%error, "no random bytes");
        AppError::Internal
    })?;
    Ok(bytes)
}

/// What fills the holes of one answer.
pub struct Values {
    nonce: String,
    /// What the boot data say of the visitor.
    pub visitor: String,
    /// What the header calls the customer, escaped.
    pub name: String,
    /// The way to the cart.
    pub cart: String,
    /// The question what may be stored.
    pub consent: String,
    /// How many favourites the visitor has, as HTML.
    pub favourites: String,
    /// That staff are signed in as the customer, as HTML.
    pub staff: String,
}

impl Values {
    /// Those of an answer that has a fresh nonce, and nothing personal yet.
    pub fn new() -> Result<Self, AppError> {
        Ok(Self {
            nonce: URL_SAFE_NO_PAD.encode(random()?),
            visitor: String::new(),
            name: String::new(),
            cart: String::new(),
            consent: String::new(),
            favourites: String::new(),
            staff: String::new(),
        })
    }

    /// The nonce of the answer's scripts.
    pub fn nonce(&self) -> &str {
        &self.nonce
    }

    pub(super) fn of(&self, hole: Hole) -> &str {
        match hole {
            Hole::Nonce => &self.nonce,
            Hole::Visitor => &self.visitor,
            Hole::Name => &self.name,
            Hole::Cart => &self.cart,
            Hole::Consent => &self.consent,
            Hole::Favourites => &self.favourites,
            Hole::Staff => &self.staff,
        }
    }
}

/// Text of a document, and the hole after it; none after the last.
#[derive(PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) text: Bytes,
    pub(super) then: Option<Hole>,
}

/// A page with holes.
pub struct PageTemplate {
    pieces: Vec<Piece>,
    zipped: OnceLock<Option<Zipped>>,
}

impl PageTemplate {
    /// The document in `html`, cut at its `marks`.
    pub fn cut(html: String, marks: &Marks) -> Self {
        let at_marks: Vec<usize> = html.match_indices(&marks.0).map(|(at, _)| at).collect();
        let html = Bytes::from(html);
        let (mut pieces, mut begin) = (Vec::with_capacity(at_marks.len() + 1), 0);
        for at in at_marks {
            let after = at + marks.0.len();
            let letter = html.get(after).copied().map(char::from);
            pieces.push(Piece {
                text: html.slice(begin..at),
                then: Hole::ALL.into_iter().find(|it| Some(it.letter()) == letter),
            });
            begin = after + 1;
        }
        pieces.push(Piece {
            text: html.slice(begin..),
            then: None,
        });
        Self {
            pieces,
            zipped: OnceLock::new(),
        }
    }

    /// Bytes of its text.
    pub fn length(&self) -> usize {
        self.pieces.iter().map(|piece| piece.text.len()).sum()
    }

    /// Returns `true` if both have the same text and holes.
    pub fn is_like(&self, other: &Self) -> bool {
        self.pieces == other.pieces
    }

    /// The page with these `values` in its holes.
    pub fn filled(&self, values: &Values) -> PiecesBody {
        let mut filled = PiecesBody::default();
        for piece in &self.pieces {
            filled.push(piece.text.clone());
            if let Some(hole) = piece.then {
                filled.push(Bytes::copy_from_slice(values.of(hole).as_bytes()));
            }
        }
        filled
    }

    /// The page in gzip, with these `values` in its holes; `None` if it cannot be compressed. Its fixed text is compressed once.
    pub fn gzipped(&self, values: &Values) -> Option<PiecesBody> {
        let zipped = self.zipped.get_or_init(|| match Zipped::new(&self.pieces) {
            Ok(zipped) => Some(zipped),
            Err(error) => {
                tracing::error!(%error, "a page cannot be compressed");
                None
            }
        });
        zipped.as_ref().map(|zipped| zipped.filled(values))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures::StreamExt;
    use proptest::prelude::*;
    use std::io::Read;

    fn whole(pieces: PiecesBody) -> Vec<u8> {
        let stream = axum::body::Body::new(pieces).into_data_stream();
        let chunks = futures::executor::block_on(stream.collect::<Vec<_>>());
        let chunks = chunks.into_iter().map(|chunk| chunk.expect("a chunk"));
        chunks.flat_map(|chunk| chunk.to_vec()).collect()
    }

    fn hole() -> impl Strategy<Value = Hole> {
        proptest::sample::select(Hole::ALL.to_vec())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn holes_are_filled_and_gzip_holds_the_same(
            texts in proptest::collection::vec(("(<a href=\"/mug\">|[a-zé]){0,400}", hole()), 0..12),
            last in "[a-z<>/ ]{0,300}",
            visitor in "\\PC{0,300}",
            long in 0..3_usize,
        ) {
            let marks = Marks::random().expect("chance");
            let mut values = Values::new().expect("chance");
            values.visitor = visitor;
            values.name = "Ada".repeat(long * 20_000);
            values.cart = "<a>3</a>".into();
            let (mut marked, mut wanted) = (String::new(), String::new());
            for (text, hole) in &texts {
                marked += &(text.clone() + &marks.of(*hole));
                wanted += &(text.clone() + values.of(*hole));
            }
            let document = PageTemplate::cut(marked + &last, &marks);
            wanted += &last;
            prop_assert_eq!(whole(document.filled(&values)), wanted.as_bytes());
            // Twice, with other values: nothing of the first answer is kept.
            for _ in 0..2 {
                let zipped = whole(document.gzipped(&values).expect("gzip"));
                let mut plain = String::new();
                flate2::read::GzDecoder::new(&*zipped).read_to_string(&mut plain).expect("gzip");
                prop_assert_eq!(plain.as_bytes(), whole(document.filled(&values)));
                values.name = "Grace".into();
            }
        }
    }

    #[test]
    fn no_nonce_comes_twice_and_each_is_as_long() {
        let mut known = std::collections::HashSet::new();
        for _ in 0..1_000 {
            let values = Values::new().expect("chance");
            assert_eq!(values.nonce().len(), NONCE_LETTERS);
            assert!(known.insert(values.nonce));
        }
    }
}
