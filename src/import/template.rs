//! Files to begin with: two products each, in a form that an import takes.

use super::{
    export::line,
    json::{Line, VERSION},
};
use crate::{
    base::{error::AppError, language::LanguageCode, money::PriceFormat, translated::Translated},
    catalog::Product,
};

/// The columns of a Shopify export that say most, which every spreadsheet opens.
const TABLE: &str = "Handle,Title,Body (HTML),Vendor,Type,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,\
    Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Variant Compare At Price,Image Src,Image Alt Text\n\
    blue-mug,Blue mug,<p>Holds tea.</p>,Kiln,Mugs,true,Title,Default Title,MUG-1,350,shopify,12,24,,,\n\
    tea-towel,Tea towel,<p>Linen.</p>,Kiln,Towels,true,Colour,Red,TOWEL-R,120,shopify,5,9,12,,\n\
    tea-towel,,,,,,,Green,TOWEL-G,120,shopify,8,9,12,,\n";

/// A form of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// A table in CSV, of Shopify's columns.
    Table,
    /// Our own lines of JSON, which hold everything a product can have.
    Lines,
}

impl Template {
    /// What a file of this form is called.
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Table => "products.csv",
            Self::Lines => "products.jsonl",
        }
    }

    /// The media type of such a file.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Table => "text/csv; charset=utf-8",
            Self::Lines => "application/jsonl",
        }
    }

    /// The file, with texts in `language`. Its prices are whole, as some currencies know no others.
    pub fn file(self, language: LanguageCode, prices: &PriceFormat) -> Result<Vec<u8>, AppError> {
        if self == Self::Table {
            return Ok(TABLE.as_bytes().to_vec());
        }
        let mut lines = Vec::new();
        line(&mut lines, &Line::Awning(VERSION))?;
        let whole = |price: i64| price * 10_i64.pow(prices.exponent);
        let text = |text: &str| Translated::one(language.code(), text);
        let mug = Product {
            sku: "MUG-1".to_owned(),
            name: text("Blue mug"),
            description: text("<p>Holds tea.</p>"),
            price: whole(24),
            weight: Some(350),
            stock: Some(12),
            enabled: true,
            ..Product::default()
        };
        let towel = Product {
            sku: "TOWEL-1".to_owned(),
            name: text("Tea towel"),
            description: text("<p>Linen.</p>"),
            price: whole(9),
            compare_to: Some(whole(12)),
            enabled: true,
            ..Product::default()
        };
        for (product, handle) in [(mug, "blue-mug"), (towel, "tea-towel")] {
            line(
                &mut lines,
                &Line::Product(Box::new(product), handle.to_owned()),
            )?;
        }
        Ok(lines)
    }
}
