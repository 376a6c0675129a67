//! What a message is, and whether what somebody wrote for one can be said.

use fluent_bundle::FluentValue;
use fluent_syntax::ast::{self, CallArguments, Expression, InlineExpression, PatternElement};
use std::borrow::Cow;

/// A message that the interface says: its id in the files, and what values it is given.
pub struct Message {
    pub id: &'static str,
    pub arguments: &'static [&'static str],
}

/// A value that a message says.
pub trait Value<'a> {
    /// The value for Fluent, which chooses plural forms by numbers.
    fn value(self) -> FluentValue<'a>;
}

macro_rules! values {
    ($($type:ty),*) => {
        $(impl<'a> Value<'a> for $type {
            fn value(self) -> FluentValue<'a> {
                self.into()
            }
        })*
    };
}
values!(
    &'a str,
    String,
    Cow<'a, str>,
    u8,
    u16,
    u32,
    u64,
    i64,
    i32,
    usize
);

impl<'a, T: AsRef<str> + ?Sized> Value<'a> for &&'a T {
    fn value(self) -> FluentValue<'a> {
        (*self).as_ref().into()
    }
}

impl<'a> Value<'a> for &'a String {
    fn value(self) -> FluentValue<'a> {
        self.as_str().into()
    }
}

/// Why `written` cannot be said for `message`; `defined` are the other names of its file.
pub fn wrong(
    message: &Message,
    written: &ast::Message<&str>,
    defined: &dyn Fn(&str) -> bool,
) -> Option<String> {
    let Some(pattern) = &written.value else {
        return Some("it says nothing".to_owned());
    };
    let mut used = Used::default();
    used.of_pattern(pattern);
    let is_unknown = |name: &&&str| !message.arguments.contains(*name);
    if let Some(name) = used.variables.iter().find(is_unknown) {
        let known: Vec<String> = message
            .arguments
            .iter()
            .map(|it| format!("${it}"))
            .collect();
        return Some(match known.as_slice() {
            [] => format!("it is given no values, so there is no ${name}"),
            known => format!("there is no ${name}; it is given {}", known.join(", ")),
        });
    }
    let is_undefined = |name: &&String| !defined(name);
    let undefined = used.references.iter().find(is_undefined);
    undefined.map(|name| format!("there is no {name} here"))
}

/// What values a message says, in the order of their names.
#[cfg(test)]
pub fn variables<'a>(written: &ast::Message<&'a str>) -> Vec<&'a str> {
    let mut used = Used::default();
    if let Some(pattern) = &written.value {
        used.of_pattern(pattern);
    }
    used.variables.sort_unstable();
    used.variables.dedup();
    used.variables
}

/// The names that a pattern uses.
#[derive(Default)]
struct Used<'a> {
    variables: Vec<&'a str>,
    /// Of messages, of terms with their `-`, of functions with their `()`.
    references: Vec<String>,
}

impl<'a> Used<'a> {
    fn of_pattern(&mut self, pattern: &ast::Pattern<&'a str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.of_expression(expression);
            }
        }
    }

    fn of_expression(&mut self, expression: &Expression<&'a str>) {
        match expression {
            Expression::Inline(inline) => self.of_inline(inline),
            Expression::Select { selector, variants } => {
                self.of_inline(selector);
                for variant in variants {
                    self.of_pattern(&variant.value);
                }
            }
        }
    }

    fn of_inline(&mut self, inline: &InlineExpression<&'a str>) {
        match inline {
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::VariableReference { id } => self.variables.push(id.name),
            InlineExpression::MessageReference { id, .. } => {
                self.references.push(id.name.to_owned());
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.references.push(format!("-{}", id.name));
                self.of_arguments(arguments.as_ref());
            }
            InlineExpression::FunctionReference { id, arguments } => {
                self.references.push(format!("{}()", id.name));
                self.of_arguments(Some(arguments));
            }
            InlineExpression::Placeable { expression } => self.of_expression(expression),
        }
    }

    fn of_arguments(&mut self, arguments: Option<&CallArguments<&'a str>>) {
        let Some(arguments) = arguments else { return };
        for inline in &arguments.positional {
            self.of_inline(inline);
        }
        for named in &arguments.named {
            self.of_inline(&named.value);
        }
    }
}
