//! Signing in, staying signed in, signing out, and one's own password (F011, F015–F017).

use super::{
    AccountView, Accounts, ChangePassword, Error, ResetPassword, SessionView, SignIn, living,
    model::login_name_of,
    own_password,
    service::{self, Credentials, REMEMBER_SECONDS},
    store,
};
use actix_web::{HttpRequest, HttpResponse, delete, get, post, put, web::Json};
use kernel::Id;
use web::{
    AccountScope, Client, Problem, PublicScope, Valid,
    throttle::{self, Limit},
};

/// 登录
///
/// Signs in. The refresh token comes as an HttpOnly cookie and is never seen by scripts.
#[utoipa::path(
    tag = "accounts", security(()), request_body = SignIn,
    responses((status = 201, description = "已登录", body = SessionView), (status = 401, description = "账号或密码不正确"), (status = 403, description = "账号或企业已停用"), (status = 429, description = "密码错误次数过多，暂时锁定"))
)]
#[post("/sessions")]
pub async fn create_session(
    scope: PublicScope,
    accounts: Accounts,
    client: Client,
    req: HttpRequest,
    body: Valid<SignIn>,
) -> Result<HttpResponse, Problem> {
    let SignIn {
        login_name,
        password,
        remember,
    } = body.0;
    let login_name = login_name_of(&login_name);
    let mark = accounts.cookies.read_device(&req);
    let known = mark.and_then(|m| accounts.devices.recognise(&m, &login_name).map(str::to_owned));
    let device = known.clone().unwrap_or_else(|| Id::<()>::new().to_string());
    let given = Credentials {
        login_name: login_name.clone(),
        password,
        remember,
        known_device: known,
    };
    let opened = service::sign_in(&scope, &accounts, client, given).await?;
    let device = accounts
        .cookies
        .device(accounts.devices.mark(&device, &login_name));
    Ok(HttpResponse::Created()
        .cookie(device)
        .cookie(
            accounts
                .cookies
                .refresh(opened.refresh_token, remember.then_some(REMEMBER_SECONDS)),
        )
        .insert_header(NO_STORE)
        .json(opened.view))
}

/// 续期登录
///
/// Renews the session with the cookie. Each refresh token is good for one use; a second use ends the session.
#[utoipa::path(
    tag = "accounts", security(()),
    params(("X-Requested-With" = String, Header, description = "任意值；防止跨站请求")),
    responses((status = 200, description = "已续期", body = SessionView), (status = 401, description = "登录状态已失效"), (status = 403, description = "请求不是由本站页面发出"))
)]
#[post("/sessions/refresh")]
pub async fn refresh_session(
    scope: PublicScope,
    accounts: Accounts,
    req: HttpRequest,
) -> Result<HttpResponse, Problem> {
    if !req.headers().contains_key("x-requested-with") {
        return Err(Error::Ended.into());
    }
    let token = accounts.cookies.read_refresh(&req).ok_or(Error::Ended)?;
    let inner = accounts.clone();
    let renewed = scope.write(move |c| service::refresh(c, &inner, &token)).await?;
    let opened = renewed.inspect_err(|_ended| accounts.authenticator.forget_all())?;
    let kept = opened.is_remembered.then_some(REMEMBER_SECONDS);
    Ok(HttpResponse::Ok()
        .cookie(accounts.cookies.refresh(opened.refresh_token, kept))
        .insert_header(NO_STORE)
        .json(opened.view))
}

/// 退出登录
///
/// Signs out: the session ends at once, wherever its tokens are.
#[utoipa::path(
    tag = "accounts", security(("bearer" = [])),
    responses((status = 204, description = "已退出"))
)]
#[delete("/sessions/current")]
pub async fn delete_session(scope: AccountScope, accounts: Accounts) -> Result<HttpResponse, Problem> {
    let session = scope.caller().session.clone();
    let ended = session.clone();
    scope.write(move |c| store::end(c, &ended, "signed_out")).await?;
    accounts.authenticator.forget(&session);
    Ok(HttpResponse::NoContent()
        .cookie(accounts.cookies.forget_refresh())
        .finish())
}

/// 当前账号
///
/// Shows who is signed in.
#[utoipa::path(
    tag = "accounts", security(("bearer" = [])),
    responses((status = 200, description = "当前账号", body = AccountView))
)]
#[get("/me")]
pub async fn find_me(scope: AccountScope, accounts: Accounts) -> Result<Json<AccountView>, Problem> {
    let session = scope.caller().session.clone();
    Ok(Json(
        scope
            .read(move |c| living::find_view(c, &session, &accounts.rights))
            .await?,
    ))
}

/// 修改密码
///
/// Changes one's password. All sessions end; sign in again with the new one.
#[utoipa::path(
    tag = "accounts", security(("bearer" = [])), request_body = ChangePassword,
    responses((status = 204, description = "已修改"), (status = 429, description = "尝试过于频繁"))
)]
#[put("/me/password")]
pub async fn change_password(
    scope: AccountScope,
    accounts: Accounts,
    body: Valid<ChangePassword>,
) -> Result<HttpResponse, Problem> {
    own_password::change(&scope, &accounts, body.0).await?;
    accounts.authenticator.forget_all();
    Ok(HttpResponse::NoContent()
        .cookie(accounts.cookies.forget_refresh())
        .finish())
}

/// 找回密码
///
/// Sets a new password with a code sent to the phone of the account. All sessions end.
#[utoipa::path(
    tag = "accounts", security(()), request_body = ResetPassword,
    responses((status = 204, description = "已重设"), (status = 429, description = "尝试过于频繁"))
)]
#[post("/password-resets")]
pub async fn reset_password(
    scope: PublicScope,
    accounts: Accounts,
    client: Client,
    body: Valid<ResetPassword>,
) -> Result<HttpResponse, Problem> {
    let from = client.bucket();
    let bucket = format!("password-reset:{from}");
    scope
        .write(move |c| Ok::<_, Error>(throttle::admit(c, &bucket, RESETS)))
        .await??;
    own_password::reset(&scope, &accounts, from, body.0).await?;
    accounts.authenticator.forget_all();
    Ok(HttpResponse::NoContent().finish())
}

/// Resets one client may try.
const RESETS: Limit = Limit {
    hits: 20,
    seconds: 900,
};

const NO_STORE: (&str, &str) = ("cache-control", "no-store");
