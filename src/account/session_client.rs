//! The HTTP client of the server functions: it aborts requests that take too long, and reports whose session the server saw.

use super::Customer;
use crate::base::{error::AppError, wire::Wire};
use leptos::prelude::*;

/// Response header that names the customer whose session the server saw; `0` for none.
pub const CUSTOMER_HEADER: &str = "awning-customer";

#[cfg(feature = "hydrate")]
pub use hydrated::SessionClient;
/// The server calls its functions directly.
#[cfg(not(feature = "hydrate"))]
pub use leptos::server_fn::client::browser::BrowserClient as SessionClient;

/// The customer of this browser's session, if there is one.
#[server(prefix = "/api", endpoint = "account/who", output = Wire, client = SessionClient)]
pub async fn who() -> Result<Option<Customer>, AppError> {
    Ok(super::reply::context().customer())
}

#[cfg(feature = "hydrate")]
mod hydrated {
    use super::{super::session_watch::session_seen, CUSTOMER_HEADER};
    use crate::base::error::AppError;
    use futures::{Sink, Stream};
    use leptos::{
        prelude::set_timeout,
        server_fn::{
            Bytes,
            client::{Client, browser::BrowserClient},
            request::{
                ClientReq,
                browser::{BrowserFormData, Request},
            },
            response::{ClientRes, browser::Response},
        },
    };
    use send_wrapper::SendWrapper;
    use std::time::Duration;

    /// How long the browser waits for the shop's answer.
    const PATIENCE: Duration = Duration::from_secs(10);

    /// `fetch`, with an eye on [`CUSTOMER_HEADER`].
    pub struct SessionClient;

    /// A request to a server function, posted as a form.
    pub struct Call {
        path: String,
        form: String,
    }

    /// The response of a server function.
    pub struct ServerResponse(SendWrapper<Response>);

    impl Client<AppError> for SessionClient {
        type Request = Call;
        type Response = ServerResponse;

        fn send(call: Call) -> impl Future<Output = Result<ServerResponse, AppError>> + Send {
            SendWrapper::new(async move {
                let patience = web_sys::AbortController::new().map_err(lost)?;
                let request = Request::post(&call.path)
                    .header("accept", "application/json")
                    .header("content-type", "application/x-www-form-urlencoded")
                    .abort_signal(Some(&patience.signal()))
                    .body(call.form)
                    .map_err(lost)?;
                set_timeout(move || patience.abort(), PATIENCE);
                let response = request.send().await.map_err(lost)?;
                let seen = response.headers().get(CUSTOMER_HEADER);
                if let Some(customer) = seen.and_then(|id| id.parse().ok()) {
                    session_seen(customer, call.path.ends_with("/who"));
                }
                Ok(ServerResponse(SendWrapper::new(response)))
            })
        }

        fn open_websocket(
            path: &str,
        ) -> impl Future<
            Output = Result<
                (
                    impl Stream<Item = Result<Bytes, Bytes>> + Send + 'static,
                    impl Sink<Bytes> + Send + 'static,
                ),
                AppError,
            >,
        > + Send {
            <BrowserClient as Client<AppError>>::open_websocket(path)
        }

        fn spawn(future: impl Future<Output = ()> + Send + 'static) {
            <BrowserClient as Client<AppError>>::spawn(future);
        }
    }

    /// Only form posts are implemented; the trait's other kinds of request have no caller.
    impl ClientReq<AppError> for Call {
        type FormData = BrowserFormData;

        fn try_new_req_text(
            path: &str,
            _: &str,
            _: &str,
            form: String,
            _: http::Method,
        ) -> Result<Self, AppError> {
            Ok(Self {
                path: path.to_owned(),
                form,
            })
        }

        fn try_new_req_query(
            _: &str,
            _: &str,
            _: &str,
            _: &str,
            _: http::Method,
        ) -> Result<Self, AppError> {
            Err(AppError::Internal)
        }

        fn try_new_req_bytes(
            _: &str,
            _: &str,
            _: &str,
            _: Bytes,
            _: http::Method,
        ) -> Result<Self, AppError> {
            Err(AppError::Internal)
        }

        fn try_new_req_form_data(
            _: &str,
            _: &str,
            _: &str,
            _: BrowserFormData,
            _: http::Method,
        ) -> Result<Self, AppError> {
            Err(AppError::Internal)
        }

        fn try_new_req_multipart(
            _: &str,
            _: &str,
            _: BrowserFormData,
            _: http::Method,
        ) -> Result<Self, AppError> {
            Err(AppError::Internal)
        }

        fn try_new_req_streaming(
            _: &str,
            _: &str,
            _: &str,
            _: impl Stream<Item = Bytes> + Send + 'static,
            _: http::Method,
        ) -> Result<Self, AppError> {
            Err(AppError::Internal)
        }
    }

    /// Returns [`AppError::Unreachable`] for any cause, which the browser's console shows.
    fn lost<E>(_cause: E) -> AppError {
        AppError::Unreachable
    }

    impl ClientRes<AppError> for ServerResponse {
        fn try_into_string(self) -> impl Future<Output = Result<String, AppError>> + Send {
            SendWrapper::new(async move { self.0.text().await.map_err(lost) })
        }

        async fn try_into_bytes(self) -> Result<Bytes, AppError> {
            self.try_into_string().await.map(Bytes::from)
        }

        fn try_into_stream(
            self,
        ) -> Result<impl Stream<Item = Result<Bytes, Bytes>> + Send + Sync + 'static, AppError>
        {
            Err::<futures::stream::Empty<_>, _>(AppError::Internal)
        }

        fn status(&self) -> u16 {
            self.0.status()
        }

        fn status_text(&self) -> String {
            self.0.status_text()
        }

        fn location(&self) -> String {
            self.0.url()
        }

        fn has_redirect(&self) -> bool {
            false
        }
    }
}
