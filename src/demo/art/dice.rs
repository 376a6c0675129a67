/// Reproducible chance: what pictures are drawn by.
pub struct Dice(fastrand::Rng);

impl Dice {
    /// Dice that roll the same for the same seed.
    pub fn new(seed: u64) -> Self {
        Self(fastrand::Rng::with_seed(seed))
    }

    /// A number from 0 up to 1.
    pub fn unit(&mut self) -> f32 {
        self.0.f32()
    }

    /// A number from `low` up to `high`.
    pub fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.unit()
    }

    /// A whole number below `end`, which is not 0.
    pub fn below(&mut self, end: usize) -> usize {
        self.0.usize(..end)
    }

    /// Whether something of this chance happens.
    pub fn happens(&mut self, chance: f32) -> bool {
        self.unit() < chance
    }
}
