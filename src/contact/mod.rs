//! What customers ask: the form, the page on which they read answers and go on, and what the merchant does with it.
//!
//! There is no mailbox that the shop reads. Who asked gets e-mails with a link to the page of their thread, and answers there.

mod access;
pub mod actions;
pub mod emails;
pub mod entity;
mod fields;
pub mod form;
mod honeypot;
mod input;
pub mod list;
pub mod page;
mod records;
pub mod store;
mod thread_page;

pub use access::link;
pub use input::{MAX_TEXT_LENGTH, QuestionInput, written};
pub use records::ContactRecords;
pub use thread_page::{QuestionsCard, has_any, page as thread};
