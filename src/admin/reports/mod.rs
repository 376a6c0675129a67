//! Reports: what was sold, as charts and tables, and as files.

mod best_sellers;
mod file;
mod query;
mod report;
mod rules;
mod sales;
mod show;
mod table;
mod taxes;

use super::{access::Access, route::Route, staff::role::Right};

/// What a report is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Report {
    Sales,
    Products,
    Categories,
    Coupons,
    Taxes,
    Payments,
    Deliveries,
    Carts,
}

impl Report {
    const ALL: [Self; 8] = [
        Self::Sales,
        Self::Products,
        Self::Categories,
        Self::Coupons,
        Self::Taxes,
        Self::Payments,
        Self::Deliveries,
        Self::Carts,
    ];

    /// Its name in addresses.
    fn code(self) -> &'static str {
        match self {
            Self::Sales => "sales",
            Self::Products => "products",
            Self::Categories => "categories",
            Self::Coupons => "coupons",
            Self::Taxes => "taxes",
            Self::Payments => "payments",
            Self::Deliveries => "deliveries",
            Self::Carts => "carts",
        }
    }

    fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|report| report.code() == code)
    }

    /// What the merchant calls it.
    fn title(self) -> &'static str {
        match self {
            Self::Sales => "Sales",
            Self::Products => "Products",
            Self::Categories => "Categories",
            Self::Coupons => "Coupons",
            Self::Taxes => "Taxes",
            Self::Payments => "Ways to pay",
            Self::Deliveries => "Ways of delivery",
            Self::Carts => "Carts",
        }
    }

    /// Whether it goes by days, weeks, months or years.
    fn is_by_time(self) -> bool {
        matches!(self, Self::Sales | Self::Carts)
    }
}

/// The routes of the reports.
pub fn routes() -> Vec<Route> {
    const SEE: Access = Access::Right(Right::SeeReports);
    vec![
        Route::get("/reports", SEE, show::first),
        Route::get("/reports/{report}", SEE, show::page),
        Route::get("/reports/{report}/table.csv", SEE, file::get),
    ]
}
