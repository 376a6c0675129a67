use super::{
    ICON_WIDTHS, Images, WIDTHS,
    store::{hash_of, write},
};
use awning_imaging::{Format, cost, make};
use axum::{
    body::Body,
    extract::{Path, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use std::{io, path::PathBuf};

/// `GET /images/{hash}-{width}.{webp|jpg|clear.webp|png|icon.png}`: made when first asked for, then kept.
pub async fn serve(State(images): State<Images>, Path(name): Path<String>) -> Response {
    let Some((hash, width, format)) = parsed(&name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let made = images.made(&hash, width, format.extension());
    if let Some(file) = kept(&made, format).await {
        return answer(file, format);
    }
    match making(&images, &hash, width, format, made).await {
        Ok(file) => answer(file, format),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            StatusCode::NOT_FOUND.into_response()
        }
        Err(error) if error.kind() == io::ErrorKind::ResourceBusy => {
            let later = [(header::RETRY_AFTER, "2")];
            (StatusCode::SERVICE_UNAVAILABLE, later).into_response()
        }
        Err(error) => {
            tracing::error!(%error, hash, "a picture could not be resized");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// What was made before, if it is whole: a machine that stopped may have left half of it.
async fn kept(made: &std::path::Path, format: Format) -> Option<Vec<u8>> {
    let file = tokio::fs::read(made).await.ok()?;
    format.is_whole(&file).then_some(file)
}

/// Makes it when its turn comes.
async fn making(
    images: &Images,
    hash: &str,
    width: u32,
    format: Format,
    made: PathBuf,
) -> io::Result<Vec<u8>> {
    let turn = images.turns.take().await;
    let turn = turn.ok_or(io::ErrorKind::ResourceBusy)?;
    // Somebody else may have asked for it meanwhile.
    if let Some(file) = kept(&made, format).await {
        return Ok(file);
    }
    let original = tokio::fs::read(images.original(hash)).await?;
    let bytes = cost(&original).map_err(io::Error::other)?;
    let turn = images.turns.with_memory(turn, bytes).await;
    let hash = hash.to_owned();
    let making = tokio::task::spawn_blocking(move || {
        // Whoever asked may have gone: the turn is over when the work is.
        let _turn = turn;
        if hash_of(&original) != hash {
            return Err(io::Error::other("its file is damaged; import it again"));
        }
        let file = make(&original, width, format)?;
        // Keeping it only saves work; a full disk must not take the picture away.
        if let Err(error) = write(&made, &file) {
            tracing::warn!(%error, "a resized picture was not kept");
        }
        Ok(file)
    });
    making.await.map_err(io::Error::other)?
}

fn parsed(name: &str) -> Option<(String, u32, Format)> {
    let (name, extension) = name.split_once('.')?;
    let known = [
        Format::WebP,
        Format::Jpeg,
        Format::Clear,
        Format::Png,
        Format::Icon,
    ];
    let format = known.into_iter().find(|it| it.extension() == extension)?;
    let (hash, width) = name.rsplit_once('-')?;
    let width = width.parse().ok();
    let width = width.filter(|width| widths(format).contains(width))?;
    let plain = hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    plain.then(|| (hash.to_ascii_lowercase(), width, format))
}

/// Widths that pictures are made in.
fn widths(format: Format) -> &'static [u32] {
    match format {
        Format::Icon => &ICON_WIDTHS,
        _ => &WIDTHS,
    }
}

fn answer(file: Vec<u8>, format: Format) -> Response {
    let mut response = Response::new(Body::from(file));
    let headers = response.headers_mut();
    let kind = HeaderValue::from_static(format.content_type());
    headers.insert(header::CONTENT_TYPE, kind);
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_names_are_read() {
        let hash = "a".repeat(64);
        for rest in ["400.webp", "400.clear.webp", "400.png", "180.icon.png"] {
            assert!(parsed(&format!("{hash}-{rest}")).is_some(), "{rest}");
        }
        for name in [
            format!("{hash}-321.webp"),
            format!("{hash}-320.png"),
            format!("{hash}.webp"),
            format!("{hash}-400.icon.png"),
            format!("{hash}-32.png"),
            format!("{hash}-400.clear.jpg"),
            "../../etc/passwd-320.jpg".into(),
            String::new(),
            format!("{}-320.jpg", "g".repeat(64)),
        ] {
            assert!(parsed(&name).is_none(), "{name}");
        }
    }
}
