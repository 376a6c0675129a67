//! What a setting's value looks like, and the words around it.

use super::Source;

/// Something to be filled in.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its key among its neighbours.
    pub key: &'static str,
    /// What the merchant calls it.
    pub label: &'static str,
    /// A sentence about it; empty if the label says it all.
    pub help: &'static str,
    /// A picture of it as HTML, for who sees; empty if there is none.
    pub picture: &'static str,
    /// Its value.
    pub kind: InputKind,
    /// Whether it is left out where nothing is filled in.
    pub optional: bool,
    /// Whether it is ticked in a row that is new.
    pub ticked: bool,
    /// Whether it is folded away among its neighbours: few shops need it.
    pub rare: bool,
    /// The `type` of the row that an empty list stands for; none if empty.
    pub stands_for: &'static str,
}

/// What a value is, and so how it is typed.
#[derive(Clone, Copy, Debug)]
pub enum InputKind {
    /// A line of text.
    Line,
    /// A name in scripts, made of the text under this key if nothing is typed.
    Id(&'static str),
    /// Several lines of text.
    Lines,
    /// A whole number, from the least to the most.
    Whole(i64, i64),
    /// A number with decimals, kept as text so that none is lost; and what it counts, such as `%`.
    Decimal(&'static str),
    /// An amount of money, kept as such text.
    Money,
    /// Yes or no.
    Flag,
    /// Yes, no, or as it is by default.
    Maybe,
    /// A number of any kind.
    Number,
    /// A colour, such as `#205072`.
    Color,
    /// A day.
    Day,
    /// One of these values, each with its label.
    OneOf(&'static [(&'static str, &'static str)]),
    /// One of what there is in the shop or the world.
    Chosen(Source),
    /// Several of them.
    Several(Source),
    /// Countries and regions, by code or name, with commas between.
    Zones,
    /// Whole numbers, with commas between.
    Numbers,
    /// A word a line.
    WordLines,
    /// Two whole numbers, the lesser first.
    Span,
    /// A line in each of the shop's languages.
    LineByLanguage,
    /// Several lines in each of the shop's languages; Markdown where the flag says so.
    LinesByLanguage(bool),
    /// A picture of the shop.
    Picture,
    /// At most so many pictures.
    Pictures(usize),
    /// A picture that lists crop, and what of it is seen there.
    CroppedPicture,
    /// At most so many of those.
    CroppedPictures(usize),
    /// Some fields of one thing.
    Group(&'static [Field]),
    /// Fields of one table, in parts that fold.
    Parts(&'static [FieldGroup]),
    /// Exactly one of these: its key holds the value.
    Either(&'static [Field]),
    /// Rows of the same fields; what one row is called.
    List(&'static str, &'static [Field]),
    /// Rows of several kinds, each named by its `type`; what one row is called.
    Mixed(&'static str, &'static [Variant]),
    /// Rows of the same fields by the name of each; what one row is called.
    Named(&'static str, &'static [Field]),
}

/// Fields that belong together.
#[derive(Clone, Copy, Debug)]
pub struct FieldGroup {
    /// What they are about.
    pub title: &'static str,
    /// The fields.
    pub fields: &'static [Field],
}

/// One kind of row among several.
#[derive(Clone, Copy, Debug)]
pub struct Variant {
    /// What its `type` is.
    pub tag: &'static str,
    /// What the merchant calls it.
    pub label: &'static str,
    /// What belongs to it.
    pub fields: &'static [Field],
}

impl Field {
    /// A field that is always there.
    pub const fn new(key: &'static str, label: &'static str, kind: InputKind) -> Self {
        Self {
            key,
            label,
            help: "",
            picture: "",
            kind,
            optional: false,
            ticked: false,
            rare: false,
            stands_for: "",
        }
    }

    /// Makes the empty list stand for a single row of this `type`.
    pub const fn stands_for(self, stands_for: &'static str) -> Self {
        Self { stands_for, ..self }
    }

    /// Marks the field as rarely needed, so that the form folds it away.
    pub const fn rare(self) -> Self {
        Self { rare: true, ..self }
    }

    /// Sets the sentence that explains the field.
    pub const fn help(self, help: &'static str) -> Self {
        Self { help, ..self }
    }

    /// Sets a picture of what the field does, as trusted HTML: it is not escaped.
    pub const fn picture(self, picture: &'static str) -> Self {
        Self { picture, ..self }
    }

    /// Makes the box ticked in a new row.
    pub const fn ticked(self) -> Self {
        Self {
            ticked: true,
            ..self
        }
    }

    /// Leaves the field out of what is saved where it is empty.
    pub const fn optional(self) -> Self {
        Self {
            optional: true,
            ..self
        }
    }
}
