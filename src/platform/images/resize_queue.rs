use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Memory that pictures may take while they are resized, in MiB.
const MEMORY: u32 = 512;
/// Most pictures that wait to be resized; more are refused.
const MAX_WAITING: usize = 128;
const MIB: u64 = 1024 * 1024;

/// Turns in resizing pictures: as many at once as there are processor cores, and as much of them as
/// memory allows.
#[derive(Clone)]
pub struct ResizeQueue {
    queue: Arc<Semaphore>,
    cores: Arc<Semaphore>,
    memory: Arc<Semaphore>,
    all: u32,
}

/// A turn, until it is dropped.
pub struct ResizeTurn {
    _core: OwnedSemaphorePermit,
    memory: Option<OwnedSemaphorePermit>,
}

impl Default for ResizeQueue {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self::new(cores, MEMORY, MAX_WAITING)
    }
}

impl ResizeQueue {
    fn new(cores: usize, memory: u32, waiting: usize) -> Self {
        let semaphore = |permits| Arc::new(Semaphore::new(permits));
        Self {
            queue: semaphore(waiting),
            cores: semaphore(cores),
            memory: semaphore(usize::try_from(memory).unwrap_or(1)),
            all: memory,
        }
    }

    /// A turn, when it comes; `None` if too many wait.
    pub async fn take(&self) -> Option<ResizeTurn> {
        let _waiting = Arc::clone(&self.queue).try_acquire_owned().ok()?;
        let core = Arc::clone(&self.cores).acquire_owned().await.ok()?;
        Some(ResizeTurn {
            _core: core,
            memory: None,
        })
    }

    /// `turn` with memory for a picture that takes `bytes`, as soon as there is that much. One that
    /// takes more than there is at all is alone.
    pub async fn with_memory(&self, mut turn: ResizeTurn, bytes: u64) -> ResizeTurn {
        let weight = u32::try_from(bytes.div_ceil(MIB)).unwrap_or(u32::MAX);
        let memory = Arc::clone(&self.memory);
        let memory = memory.acquire_many_owned(weight.clamp(1, self.all));
        turn.memory = memory.await.ok();
        turn
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures::{FutureExt, future::join};

    #[tokio::test]
    async fn memory_is_not_taken_twice() {
        let turns = ResizeQueue::new(9, 10, 9);
        let of = async |mib: u64| {
            let turn = turns.take().await.expect("a turn");
            turns.with_memory(turn, mib * MIB).await
        };
        let six = of(6).await;
        let mut other = Box::pin(of(5));
        assert!((&mut other).now_or_never().is_none(), "it waits");
        drop(six);
        let five = other.await;
        let mut huge = Box::pin(of(99));
        assert!((&mut huge).now_or_never().is_none());
        drop(five);
        assert!(huge.await.memory.is_some(), "alone");
    }

    #[tokio::test]
    async fn too_many_are_refused_and_nobody_else() {
        let turns = ResizeQueue::new(1, 10, 2);
        let first = turns.take().await.expect("a turn");
        let (mut second, mut third) = (Box::pin(turns.take()), Box::pin(turns.take()));
        assert!((&mut second).now_or_never().is_none() && (&mut third).now_or_never().is_none());
        assert!(turns.take().await.is_none(), "two wait already");
        drop(first);
        let (second, third) = join(async { second.await.is_some() }, async {
            third.await.is_some()
        })
        .await;
        assert!(second && third);
    }
}
