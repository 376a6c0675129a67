//! The server function that signs in, for the form on the page and in the header: by password, or by a code sent by e-mail.

#[cfg(feature = "ssr")]
use crate::account::code;
use crate::{
    account::{Account, SessionClient, SignInOutcome, state::Event},
    base::{error::AppError, wire::Wire},
    text::notice::Problem,
};
use leptos::prelude::*;

/// Value of `way` that requests a code by e-mail.
pub const BY_EMAIL: &str = "email";
/// Value of `way` that signs in by such a code.
pub const BY_CODE: &str = "code";

/// Starts a session, or sends an e-mail with a code for one. An unknown e-mail and a wrong password get the
/// same answer after the same work.
#[server(prefix = "/api", endpoint = "account/sign_in", output = Wire, client = SessionClient)]
pub async fn sign_in(
    /// E-mail address.
    #[server(default)]
    email: String,
    /// Password, unless another way is taken.
    #[server(default)]
    password: String,
    /// Six digits, if they are the way in.
    #[server(default)]
    code: String,
    /// [`BY_EMAIL`], [`BY_CODE`], or by password.
    #[server(default)]
    way: String,
    /// Where a browser without scripts goes on to: a path of this shop.
    #[server(default)]
    returnurl: String,
) -> Result<SignInOutcome, AppError> {
    match way.as_str() {
        BY_EMAIL => code::server::send_code(&email, &returnurl).await,
        BY_CODE => code::server::use_code(&code).await,
        _ => super::server::sign_in(&email, &password, &returnurl).await,
    }
}

impl Account {
    /// Signs in by `way`, or requests a code, without leaving the page; returns the problem if it was refused.
    pub(super) async fn sign_in(
        self,
        email: String,
        [password, code]: [String; 2],
        way: &'static str,
    ) -> Option<Problem> {
        let asks = way == BY_EMAIL;
        if !asks {
            self.dispatch(Event::SignIn);
        }
        let answer = sign_in(email, password, code, way.to_owned(), String::new()).await;
        let problem = match &answer {
            Ok(SignInOutcome::Refused(problem)) => Some(*problem),
            Ok(_) => None,
            Err(_) => Some(Problem::Unreachable),
        };
        if !asks {
            self.dispatch(Event::SignInAnswered(answer.map(SignInOutcome::customer)));
        }
        problem
    }
}
