use roaring::{MultiOps, RoaringBitmap};
use std::sync::Arc;

/// Products, by their slots in the snapshot: most words and values are one product's, and some are half the shop's.
#[derive(Clone, Debug, Default)]
pub enum SlotSet {
    /// None.
    #[default]
    None,
    /// One.
    One(u32),
    /// Several; shared between snapshots.
    Many(Arc<RoaringBitmap>),
}

impl SlotSet {
    /// Adds `slot`, which is no lower than any that is in it.
    pub fn push(&mut self, slot: u32) {
        match self {
            Self::None => *self = Self::One(slot),
            Self::One(first) if *first == slot => {}
            Self::One(first) => *self = Self::Many(Arc::new([*first, slot].into())),
            Self::Many(all) if all.max() == Some(slot) => {}
            Self::Many(all) => drop(Arc::make_mut(all).insert(slot)),
        }
    }

    /// The highest slot.
    pub fn last(&self) -> Option<u32> {
        match self {
            Self::None => None,
            Self::One(slot) => Some(*slot),
            Self::Many(all) => all.max(),
        }
    }

    /// How many of them are among `these`.
    pub fn count_among(&self, these: &RoaringBitmap) -> u64 {
        match self {
            Self::None => 0,
            Self::One(slot) => u64::from(these.contains(*slot)),
            Self::Many(all) => all.intersection_len(these),
        }
    }

    /// Whether any of them is among `these`.
    pub fn is_any_among(&self, these: &RoaringBitmap) -> bool {
        match self {
            Self::None => false,
            Self::One(slot) => these.contains(*slot),
            Self::Many(all) => !all.is_disjoint(these),
        }
    }
}

/// Slots in rising order.
impl From<Vec<u32>> for SlotSet {
    fn from(slots: Vec<u32>) -> Self {
        match slots.as_slice() {
            [] => Self::None,
            [slot] => Self::One(*slot),
            slots => Self::Many(Arc::new(slots.iter().collect())),
        }
    }
}

/// Everything that is in any of `each`.
impl<'a> FromIterator<&'a SlotSet> for RoaringBitmap {
    fn from_iter<I: IntoIterator<Item = &'a SlotSet>>(each: I) -> Self {
        let (mut single, mut several) = (Vec::new(), Vec::new());
        for slots in each {
            match slots {
                SlotSet::None => {}
                SlotSet::One(slot) => single.push(*slot),
                SlotSet::Many(all) => several.push(&**all),
            }
        }
        single.sort_unstable();
        let mut all = several.union();
        all.extend(single);
        all
    }
}
