//! Bringing a catalogue from elsewhere, and taking it away again.
//!
//! Files are read as a stream by a thread of its own and written in batches, so that a catalogue
//! of any size takes the same memory. The same file twice changes nothing, not even what the shop
//! changed between.

mod ecwid;
mod export;
mod fetch;
mod json;
mod late_pictures;
mod lines;
mod merge;
mod options;
mod pictures;
mod product_pictures;
mod progress;
mod read;
mod record;
mod run;
mod shopify;
mod table;
mod task;
mod template;
mod videos;
mod watch;
mod write;

pub use export::{export, lines};
pub use fetch::agent as public_agent;
pub use late_pictures::LatePictures;
pub use options::{ImportOptions, Stock};
pub use progress::{Observer, Progress};
pub use record::{Delivery, Record, Refusal};
pub use run::{Ended, Plan, Report, import, observed};
pub use task::{
    CHECK, ImportTasks, KIND, TaskOptions, WRITE, called_off, counts, go_on, progress, received,
};
pub use template::Template;
pub use videos::{NewVideo, add_video};
