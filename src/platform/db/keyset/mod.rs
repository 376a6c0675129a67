//! Pages of long tables by keyset: rows go by a number and their id, and each page begins behind the last row of the one before,
//! so that none is skipped or shown twice when others come in meanwhile.

mod list;
mod walk;

pub use list::List;
pub use walk::{Walk, by_index};

/// A place in a list: the number that it goes by, and the id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeysetCursor {
    /// The number, such as when an order was placed.
    pub value: i64,
    /// The id.
    pub id: i64,
}

impl KeysetCursor {
    /// Before every row that goes by a time.
    pub const LATEST: Self = Self {
        value: (1 << 33) - 1,
        id: (1 << 30) - 1,
    };
    /// Before every row.
    pub const LARGEST: Self = Self {
        value: i64::MAX,
        id: i64::MAX,
    };

    /// Skips rows at or after `end` in a newest-first list.
    pub fn or_before(self, end: i64) -> Self {
        match self.value < end {
            true => self,
            false => Self { value: end, id: 0 },
        }
    }

    /// As it stands in addresses.
    pub fn text(self) -> String {
        format!("{}-{}", self.value, self.id)
    }

    /// What [`KeysetCursor::text`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let (value, id) = text.rsplit_once('-')?;
        let (value, id) = (value.parse().ok()?, id.parse().ok()?);
        Some(Self { value, id })
    }
}

/// Which way a list is read from a place.
#[derive(Clone, Copy)]
pub enum Direction {
    /// What stands behind it, from the largest on.
    From(KeysetCursor),
    /// What stands before it, the nearest first.
    Back(KeysetCursor),
}

impl Direction {
    fn place(self) -> KeysetCursor {
        let (Self::From(place) | Self::Back(place)) = self;
        place
    }

    /// How a row beyond a place compares with it.
    fn beyond(self) -> &'static str {
        match self {
            Self::From(_) => "<",
            Self::Back(_) => ">",
        }
    }

    /// How a row up to a place compares with it.
    fn up_to(self) -> &'static str {
        match self {
            Self::From(_) => ">=",
            Self::Back(_) => "<=",
        }
    }

    fn order(self) -> &'static str {
        match self {
            Self::From(_) => "DESC",
            Self::Back(_) => "ASC",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_it_is_written() {
        for value in [1_800_000_000, 0, -250] {
            let place = KeysetCursor { value, id: 7 };
            assert_eq!(KeysetCursor::parse(&place.text()), Some(place));
        }
        for wrong in ["", "7", "a-b", "1-"] {
            assert_eq!(KeysetCursor::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_list_that_ends_begins_no_earlier() {
        let place = KeysetCursor { value: 50, id: 7 };
        assert_eq!(place.or_before(60), place);
        assert_eq!(place.or_before(50), KeysetCursor { value: 50, id: 0 });
        assert_eq!(place.or_before(40), KeysetCursor { value: 40, id: 0 });
    }
}
