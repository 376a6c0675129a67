//! `/payments/keys`: the keys of providers. They are typed, and never shown again.

use super::{
    super::{
        flash::AdminFlash,
        form_values::FormValues,
        request::{AdminRequest, redirect_with_flash},
    },
    paths::KEYS,
};
use crate::{
    base::{date, error::AppError},
    order::payment::{
        attention::{last_message, last_stranger},
        hook_path,
        provider::{Keys, Name, ready},
    },
    platform::{
        audit::{self, Entry},
        config::ProviderName,
        db::retried,
    },
};
use axum::{Extension, http::StatusCode, response::Response};
use leptos::prelude::*;
use sea_orm::ConnectionTrait;

/// Longest key.
const MAX_LENGTH: usize = 300;

/// What the log calls a change of keys.
const CHANGED: &str = "payment.keys";

/// `GET /payments/keys`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    shown(&request, StatusCode::OK, None).await
}

/// `problem` is what is wrong with what was typed for a provider; keys are not typed again by the page.
async fn shown(
    request: &AdminRequest,
    status: StatusCode,
    problem: Option<(ProviderName, &'static str)>,
) -> Result<Response, AppError> {
    let mut cards = Vec::new();
    for provider in ProviderName::ALL {
        let wrong = problem.filter(|(of, _)| *of == provider).map(|it| it.1);
        cards.push(card(request, provider, wrong).await?);
    }
    let view = view! {
        <p class="lead">"Stripe and Mollie take cards and more on their own pages. You need an account there, and its keys here."</p>
        <p>"Then add a way to pay under "<a href="/settings/payment">"Payment"</a>", and say there who takes it online."</p>
        <div class="cards">{cards}</div>
    };
    Ok(request.page_with(status, "Card payments", view))
}

async fn card(
    request: &AdminRequest,
    provider: ProviderName,
    problem: Option<&'static str>,
) -> Result<AnyView, AppError> {
    let shop = &request.state.shop;
    let keys = Keys::of(&shop.db.read, provider).await?;
    let hook = format!("{}{}", request.state.shop_origin(), hook_path(provider));
    let standing = match &keys {
        None => view! { <p>"No key yet: nobody can pay by it."</p> }.into_any(),
        Some(keys) if keys.is_for_tests() => view! {
            <p><span class="tag tag--alarm">"Test mode"</span>" No money moves: this key is one for trying out."</p>
        }
        .into_any(),
        Some(_) => view! { <p><span class="tag">"Live"</span>" It can be paid."</p> }.into_any(),
    };
    let last = last_message(&shop.db.read, provider.id()).await?;
    let zone = &shop.config.time_zone;
    let health = match (provider, last) {
        (ProviderName::Mollie, _) => "The shop tells Mollie this address with each payment: there is nothing to set up.".to_owned(),
        (_, Some(at)) => format!("The last message came {}.", zone.minute(at)),
        (_, None) => "No message came yet. Add this address at Stripe under Developers, Webhooks, for the events that begin with checkout.session and charge.dispute, and put its signing secret here.".to_owned(),
    };
    let stranger = last_stranger(&shop.db.read, provider.id()).await?;
    // Mollie signs nothing.
    let stranger = stranger.filter(|_| provider == ProviderName::Stripe);
    let stranger = stranger.filter(|at| last.is_none_or(|last| *at >= last)).map(|at| {
        let said = format!(
            "A message came {} that was not signed with the secret that is kept here: is it the one of this address?",
            zone.minute(at)
        );
        view! { <p class="problem">{said}</p> }
    });
    let has_hook = keys.as_ref().is_some_and(|it| !it.hook.is_empty());
    let id = provider.id();
    let secret = field(id, "secret", secret_label(provider), keys.is_some());
    let signing = (provider == ProviderName::Stripe).then(|| {
        field(
            id,
            "hook",
            "Signing secret of the webhook, which begins with whsec_",
            has_hook,
        )
    });
    let remove = keys.is_some().then(|| {
        view! {
            <form method="post" action="/payments/keys/remove">
                <input type="hidden" name="provider" value=id/>
                <button class="button button--danger" type="submit">"Forget the keys"</button>
            </form>
        }
    });
    let problem = problem.map(|why| view! { <p class="problem" role="alert">{why}</p> });
    Ok(view! {
        <section class="card" aria-labelledby=id>
            <h2 id=id>{provider.name()}</h2>
            {standing}{problem}
            <form method="post" action=KEYS>
                <input type="hidden" name="provider" value=id/>
                {secret}{signing}
                <button class="button" type="submit">"Keep"</button>
            </form>
            <h3>"Where it tells the shop of payments"</h3>
            <p><code class="long" data-copy="">{hook}</code></p>
            <p class="muted">{health}</p>{stranger}
            {remove}
        </section>
    }
    .into_any())
}

fn secret_label(provider: ProviderName) -> &'static str {
    match provider {
        ProviderName::Stripe => "Secret or restricted key, which begins with sk_ or rk_",
        ProviderName::Mollie => "API key, which begins with live_ or test_",
    }
}

fn field(provider: &str, name: &'static str, label: &'static str, is_there: bool) -> AnyView {
    let id = format!("{provider}-{name}");
    let help = match is_there {
        true => "There is one. Empty: it stays.",
        false => "It is not shown again.",
    };
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <input id=id type="password" name=name autocomplete="off" spellcheck="false"/>
            <span class="muted">{help}</span>
        </div>
    }
    .into_any()
}

/// `POST /payments/keys`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let provider = ProviderName::named(typed.get("provider")).ok_or(AppError::BadRequest)?;
    let (secret, hook) = (typed.get("secret").trim(), typed.get("hook").trim());
    if let Some(why) = wrong(provider, secret, hook) {
        return shown(
            &request,
            StatusCode::UNPROCESSABLE_ENTITY,
            Some((provider, why)),
        )
        .await;
    }
    let given = [(Name::Secret, secret), (Name::Hook, hook)];
    let given = given
        .into_iter()
        .filter(|(_, key)| !key.is_empty())
        .collect::<Vec<_>>();
    change(&request, provider, &given).await?;
    Ok(redirect_with_flash(KEYS, AdminFlash::Saved))
}

/// `POST /payments/keys/remove`.
pub async fn post_remove(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let provider = ProviderName::named(typed.get("provider")).ok_or(AppError::BadRequest)?;
    change(&request, provider, &[(Name::Secret, ""), (Name::Hook, "")]).await?;
    Ok(redirect_with_flash(KEYS, AdminFlash::KeyTaken))
}

/// Why these are no keys of `provider`, if they are not: what is copied from the wrong line is found out here, and not by a
/// shopper.
fn wrong(provider: ProviderName, secret: &str, hook: &str) -> Option<&'static str> {
    let begins =
        |key: &str, ways: &[&str]| key.is_empty() || ways.iter().any(|it| key.starts_with(it));
    if secret.is_empty() && hook.is_empty() {
        return Some("Please type a key.");
    }
    if [secret, hook]
        .iter()
        .any(|key| key.len() > MAX_LENGTH || key.contains(char::is_whitespace))
    {
        return Some("That is no key: it has spaces, or is too long.");
    }
    match provider {
        ProviderName::Stripe if secret.starts_with("pk_") => Some(
            "That is the publishable key. The secret one begins with sk_, a restricted one with rk_.",
        ),
        ProviderName::Stripe
            if !begins(secret, &["sk_test_", "sk_live_", "rk_test_", "rk_live_"]) =>
        {
            Some("A secret key of Stripe begins with sk_ or rk_.")
        }
        ProviderName::Stripe if !begins(hook, &["whsec_"]) => {
            Some("A signing secret begins with whsec_.")
        }
        ProviderName::Mollie if !begins(secret, &["test_", "live_"]) => {
            Some("A key of Mollie begins with test_ or live_.")
        }
        _ => None,
    }
}

async fn change(
    request: &AdminRequest,
    provider: ProviderName,
    keys: &[(Name, &str)],
) -> Result<(), AppError> {
    let (shop, now) = (&request.state.shop, date::now());
    retried(|| async {
        let tx = shop.db.begin().await?;
        keep(&tx, provider, keys).await?;
        audit::record(
            &tx,
            &request.actor(),
            Entry::of(CHANGED, provider.id()),
            now,
        )
        .await?;
        tx.commit().await?;
        Ok::<_, AppError>(())
    })
    .await?;
    // Other instances see it within a second.
    let ready = ready(&shop.db.write).await?;
    shop.set_ready_providers(ready).map_err(AppError::internal)
}

async fn keep(
    tx: &impl ConnectionTrait,
    provider: ProviderName,
    keys: &[(Name, &str)],
) -> Result<(), AppError> {
    for (name, key) in keys {
        Keys::keep(tx, provider, *name, key).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_key_is_found_out() {
        use ProviderName::{Mollie, Stripe};
        for (provider, secret, hook) in [
            (Stripe, "sk_test_1", ""),
            (Stripe, "rk_live_1", "whsec_1"),
            (Stripe, "", "whsec_1"),
            (Mollie, "test_1", ""),
            (Mollie, "live_1", ""),
        ] {
            assert_eq!(wrong(provider, secret, hook), None, "{secret} {hook}");
        }
        for (provider, secret, hook) in [
            (Stripe, "", ""),
            (Stripe, "pk_live_1", ""),
            (Stripe, "live_1", ""),
            (Stripe, "sk_live_1", "secret"),
            (Stripe, "sk_live_1 2", ""),
            (Mollie, "sk_test_1", ""),
        ] {
            assert!(wrong(provider, secret, hook).is_some(), "{secret} {hook}");
        }
    }
}
