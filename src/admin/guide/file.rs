//! How something is set that is not set in the browser: for who has never seen a settings file.

use crate::admin::request::AdminRequest;
use leptos::prelude::*;

/// What to do, step by step, so that `lines` are in the settings file.
pub fn steps(request: &AdminRequest, lines: &str) -> impl IntoView + use<> {
    let place = request.state.given().place();
    let lines = lines.to_owned();
    view! {
        <ol>
            <li>"On the machine that the shop runs on, open this file with a text editor, or make it if it is not there: "<code>{place}</code></li>
            <li>"Put this into it, with your own words, and save it:"<pre tabindex="0"><code>{lines}</code></pre></li>
            <li>"End the shop (Ctrl+C where it runs, or "<code>"systemctl restart awning"</code>" where it is a service) and start it again. Then this page says whether it worked."</li>
        </ol>
    }
}
