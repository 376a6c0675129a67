//! What staff may do: each has one role, and each role its rights.

/// What somebody of the staff is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Whose shop it is: may do everything.
    Owner,
    /// Runs the shop day by day.
    Manager,
    /// Packs and sends.
    Packer,
    /// Writes and draws what shoppers read and see.
    Editor,
    /// Looks on.
    Reader,
}

/// What a page of the back office asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// The start page, and what is one's own.
    Work,
    /// Looking at settings.
    SeeSettings,
    /// Changing how the shop sells: taxes, delivery, payment, discounts, checkout, e-mails.
    ChangeSettings,
    /// Changing what shoppers read and see: home page, menus, pages, brand, design.
    ChangeContent,
    /// What runs as code in shoppers' browsers, or lets programs in: scripts, apps and their tokens.
    ManageKeys,
    /// Who else works here.
    ManageStaff,
    /// Who changed what.
    SeeAudit,
    /// Looking at orders, and printing what goes with them.
    SeeOrders,
    /// Packing and sending orders.
    FulfilOrders,
    /// Changing orders otherwise: what is paid.
    ManageOrders,
    /// Taking orders along, with names and addresses.
    ExportOrders,
    /// Looking at products, and at how many are left.
    SeeProducts,
    /// Changing what products and categories are, and what they cost.
    ChangeProducts,
    /// Changing how many are left, and counting them.
    ChangeStock,
    /// Looking at customers: who they are, what they bought, where they live.
    SeeCustomers,
    /// Changing what is known of customers, and looking after their accounts.
    ManageCustomers,
    /// What was sold, in figures.
    SeeReports,
    /// Reading what customers ask.
    SeeQuestions,
    /// Answering them.
    AnswerQuestions,
}

impl Role {
    /// Every role, the mightiest first.
    pub const ALL: [Self; 5] = [
        Self::Owner,
        Self::Manager,
        Self::Packer,
        Self::Editor,
        Self::Reader,
    ];

    /// Its name in the database, in forms and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Manager => "manager",
            Self::Packer => "packer",
            Self::Editor => "editor",
            Self::Reader => "reader",
        }
    }

    /// The role called `code`.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// Its name for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Owner => "Owner",
            Self::Manager => "Manager",
            Self::Packer => "Packer",
            Self::Editor => "Editor",
            Self::Reader => "Reader",
        }
    }

    /// What it is for, in a sentence.
    pub fn about(self) -> &'static str {
        match self {
            Self::Owner => "May do everything.",
            Self::Manager => "Runs the shop, but for staff, scripts and keys.",
            Self::Packer => "Packs and sends orders, and counts what is left.",
            Self::Editor => "Looks after the pages, the products and how the shop looks.",
            Self::Reader => "Sees everything and changes nothing.",
        }
    }

    /// Whether it gives `right`.
    pub fn has(self, right: Right) -> bool {
        use Right::{
            AnswerQuestions, ChangeContent, ChangeProducts, ChangeSettings, ChangeStock,
            ExportOrders, FulfilOrders, ManageCustomers, ManageKeys, ManageOrders, ManageStaff,
            SeeAudit, SeeCustomers, SeeOrders, SeeProducts, SeeQuestions, SeeReports, SeeSettings,
            Work,
        };
        match right {
            Work | SeeProducts => true,
            SeeSettings => self != Self::Packer,
            ChangeContent | ChangeProducts => {
                matches!(self, Self::Owner | Self::Manager | Self::Editor)
            }
            ChangeSettings | ManageOrders | ExportOrders | ManageCustomers | AnswerQuestions => {
                matches!(self, Self::Owner | Self::Manager)
            }
            SeeOrders => self != Self::Editor,
            FulfilOrders | ChangeStock => {
                matches!(self, Self::Owner | Self::Manager | Self::Packer)
            }
            SeeAudit | SeeCustomers | SeeReports | SeeQuestions => {
                matches!(self, Self::Owner | Self::Manager | Self::Reader)
            }
            ManageKeys | ManageStaff => self == Self::Owner,
        }
    }
}
