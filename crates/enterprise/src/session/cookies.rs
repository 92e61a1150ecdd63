use actix_web::{
    HttpRequest,
    cookie::{Cookie, SameSite, time::Duration},
};

/// The rules for cookies: behind TLS they are bound to the very host; a plain-http development server cannot ask that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CookieRules {
    /// True when the public address is https.
    pub is_secure: bool,
}

const YEAR_SECONDS: i64 = 365 * 24 * 3600;

impl CookieRules {
    fn name(self, name: &'static str) -> String {
        if self.is_secure {
            format!("__Host-{name}")
        } else {
            name.to_owned()
        }
    }

    fn make(self, name: &'static str, value: String, max_age: Option<i64>) -> Cookie<'static> {
        let mut cookie = Cookie::build(self.name(name), value)
            .http_only(true)
            .same_site(SameSite::Strict)
            .secure(self.is_secure)
            .path("/")
            .finish();
        cookie.set_max_age(max_age.map(Duration::seconds));
        cookie
    }

    /// The cookie with the refresh token: for as long as the browser is open, or for a time.
    pub(super) fn refresh(self, token: String, remember: Option<i64>) -> Cookie<'static> {
        self.make(REFRESH, token, remember)
    }

    /// The cookie by which a device is recognised.
    pub(super) fn device(self, mark: String) -> Cookie<'static> {
        self.make(DEVICE, mark, Some(YEAR_SECONDS))
    }

    /// Takes the refresh token away.
    pub(super) fn forget_refresh(self) -> Cookie<'static> {
        self.make(REFRESH, String::new(), Some(0))
    }

    pub(super) fn read_refresh(self, req: &HttpRequest) -> Option<String> {
        self.read(req, REFRESH)
    }

    pub(super) fn read_device(self, req: &HttpRequest) -> Option<String> {
        self.read(req, DEVICE)
    }

    fn read(self, req: &HttpRequest, name: &'static str) -> Option<String> {
        req.cookie(&self.name(name))
            .map(|c| c.value().to_owned())
            .filter(|v| !v.is_empty() && v.len() <= 256)
    }
}

const REFRESH: &str = "pinma_refresh";
const DEVICE: &str = "pinma_device";
