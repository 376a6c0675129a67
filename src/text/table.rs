//! How a table of texts is written down.

/// A table of texts: first those that take no values, as fields; then the others, as functions of their values.
macro_rules! texts {
    ($table:ident $(: $base:ident)?, $prefix:literal; $($key:ident),*; $($function:ident($($argument:ident),+)),* $(,)?) => {
        /// The texts of one language. The id of each in its file is the table's, `_` and the field's name.
        #[expect(missing_docs, reason = "each is named for what it says, and the English file shows the sentence")]
        pub struct $table {
            $(pub account_widget: &'static $base,)?
            $(pub $key: &'static str,)*
            source: &'static $crate::text::source::Source,
        }

        #[expect(missing_docs, reason = "each is named for what it says, and the English file shows the sentence")]
        impl $table {
            pub(super) const MESSAGES: &'static [$crate::text::message::Message] = &[
                $($crate::text::message::Message { id: concat!($prefix, "_", stringify!($key)), arguments: &[] },)*
                $($crate::text::message::Message {
                    id: concat!($prefix, "_", stringify!($function)),
                    arguments: &[$(stringify!($argument)),+],
                },)*
            ];

            /// The texts that `source` says.
            pub(super) fn read(source: &'static $crate::text::source::Source $(, account_widget: &'static $base)?) -> Self {
                Self {
                    $(account_widget: { let base: &'static $base = account_widget; base },)?
                    $($key: source.text(concat!($prefix, "_", stringify!($key))),)*
                    source,
                }
            }

            $(pub fn $function<'a>(&self, $($argument: impl $crate::text::message::Value<'a>),+) -> String {
                let values = [$((stringify!($argument), $argument.value())),+];
                self.source.filled(concat!($prefix, "_", stringify!($function)), values)
            })*
        }

        $(
            impl std::ops::Deref for $table {
                type Target = $base;

                fn deref(&self) -> &$base {
                    self.account_widget
                }
            }
        )?
    };
}
pub(super) use texts;
