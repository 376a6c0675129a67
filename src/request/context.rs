//! One request to the shop: resolved once, before anything is rendered.

use super::state::AppState;
use crate::{
    account::{
        Customer,
        context::{AccountContext, Visitor},
    },
    catalog::page::PageContext,
    platform::shop_view::ShopView,
    text::Language,
};
use std::ops::Deref;

/// Who asks what shop.
#[derive(Clone)]
pub struct RequestContext {
    /// The shop.
    pub state: AppState,
    /// Who asks.
    pub visitor: Visitor,
}

impl RequestContext {
    /// What the account's server functions need of it.
    pub fn account(&self) -> AccountContext {
        AccountContext {
            state: self.state.accounts.clone(),
            visitor: self.visitor.clone(),
        }
    }

    /// How its visitor sees the shop.
    pub fn view(&self) -> ShopView<'_> {
        ShopView {
            prices: &self.state.shop.prices,
            weight: self.state.shop.weight,
            language: self.language,
            origin: &self.origin,
        }
    }

    /// What the catalogue's pages need of it.
    pub fn page_context(&self) -> PageContext {
        PageContext {
            snapshot: self.state.catalog.snapshot(),
            links: self.state.links(),
            services: self.state.services(),
            language: self.language,
            origin: self.origin.clone(),
        }
    }

    /// The customer of the session, with what scripts are told of them.
    pub fn customer(&self) -> Option<Customer> {
        self.account().customer()
    }

    /// A copy of the context with its shop and language, but nothing about the visitor.
    pub fn without_visitor(&self) -> Self {
        let wants_page = self.wants_page;
        let visitor = Visitor {
            wants_page,
            ..Self::for_nobody(self.state.clone(), self.language, self.origin.clone()).visitor
        };
        Self {
            state: self.state.clone(),
            visitor,
        }
    }

    /// The shop in `language` behind `origin` for nobody.
    pub fn for_nobody(state: AppState, language: Language, origin: String) -> Self {
        Self {
            state,
            visitor: Visitor {
                session: None,
                session_token: None,
                device_token: None,
                address: String::new(),
                user_agent: String::new(),
                language,
                flash: None,
                came_from: None,
                cart_token: None,
                moment: None,
                order_access_token: None,
                code_token: None,
                country: None,
                consent: None,
                wants_page: true,
                origin,
            },
        }
    }
}

impl Deref for RequestContext {
    type Target = Visitor;

    fn deref(&self) -> &Visitor {
        &self.visitor
    }
}
