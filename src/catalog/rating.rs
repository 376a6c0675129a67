//! What buyers think of a product, as numbers.

/// How many published reviews of a product give one star, two, and so on to five.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ratings(pub [u32; 5]);

impl Ratings {
    /// Those that a column holds: the five numbers with blanks between them; none if it holds something else.
    pub fn parse(text: &str) -> Self {
        let numbers = text.split(' ').map(str::parse);
        let numbers: Option<Vec<u32>> = numbers.map(Result::ok).collect();
        let five = numbers.and_then(|numbers| numbers.try_into().ok());
        Self(five.unwrap_or_default())
    }

    /// As a column holds them.
    pub fn format(self) -> String {
        self.0.map(|count| count.to_string()).join(" ")
    }

    /// How many give so many `stars`, 1 to 5.
    pub fn with(self, stars: usize) -> u32 {
        let index = stars.checked_sub(1);
        let count = index.and_then(|index| self.0.get(index));
        count.copied().unwrap_or(0)
    }

    /// All of them together.
    pub fn rating(self) -> Rating {
        let sum =
            |all: u32, (stars, count): (u32, &u32)| all.saturating_add(count.saturating_mul(stars));
        Rating {
            count: self
                .0
                .iter()
                .fold(0, |all, count| all.saturating_add(*count)),
            stars: (1..).zip(&self.0).fold(0, sum),
        }
    }
}

/// How many reviews, and how many stars they give together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rating {
    /// How many.
    pub count: u32,
    /// Stars of all of them.
    pub stars: u32,
}

impl Rating {
    /// Tenths of a star that a review gives on average, 10 to 50; `None` without a review.
    pub fn tenths(self) -> Option<u32> {
        let doubled = u64::from(self.stars) * 20 + u64::from(self.count);
        let tenths = doubled.checked_div(u64::from(self.count) * 2)?;
        u32::try_from(tenths).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_average_is_rounded_to_tenths() {
        for (ratings, count, tenths) in [
            ([0; 5], 0, None),
            ([1, 0, 0, 0, 0], 1, Some(10)),
            ([0, 0, 0, 1, 1], 2, Some(45)),
            ([0, 0, 0, 1, 2], 3, Some(47)),
            ([0, 0, 0, 2, 1], 3, Some(43)),
            ([0, 0, 0, 0, 9], 9, Some(50)),
        ] {
            let rating = Ratings(ratings).rating();
            assert_eq!((rating.count, rating.tenths()), (count, tenths));
        }
    }

    #[test]
    fn what_is_no_rating_counts_as_none() {
        for text in ["", "1 2 3 4", "1 2 3 4 5 6", "1 2 3 4 x", "-1 0 0 0 0"] {
            assert_eq!(Ratings::parse(text), Ratings::default(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn ratings_are_kept_and_their_average_lies_among_them(ratings in proptest::array::uniform5(0..1_000_u32)) {
            let ratings = Ratings(ratings);
            prop_assert_eq!(Ratings::parse(&ratings.format()), ratings);
            let rating = ratings.rating();
            prop_assert_eq!(rating.tenths().is_some(), rating.count > 0);
            let given: Vec<u32> = (1..=5).filter(|stars| ratings.with(usize::try_from(*stars).unwrap_or(0)) > 0).collect();
            if let (Some(tenths), Some(least), Some(most)) = (rating.tenths(), given.first(), given.last()) {
                prop_assert!(least * 10 <= tenths && tenths <= most * 10);
            }
        }
    }
}
