use crate::{Reply, documented, multipart};
use db::EnterpriseId;
use serde_json::Value;
use std::net::SocketAddr;
use ureq::{
    Agent,
    http::{Method, Request},
};

/// A client that takes every answer as it is.
pub(crate) fn agent() -> Agent {
    Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .allow_non_standard_methods(true)
        .build()
        .into()
}

/// Someone who calls the API.
#[derive(Clone)]
pub struct Actor {
    agent: Agent,
    base: String,
    token: Option<String>,
    enterprise: Option<EnterpriseId>,
    headers: Vec<(String, String)>,
}

impl Actor {
    pub(crate) fn new(
        agent: Agent,
        base: String,
        token: Option<String>,
        enterprise: Option<EnterpriseId>,
    ) -> Self {
        Self {
            agent,
            base,
            token,
            enterprise,
            headers: vec![],
        }
    }

    /// The same actor at another server on the same database, with a connection of their own.
    pub fn at(&self, address: SocketAddr) -> Self {
        Self {
            agent: agent(),
            base: format!("http://{address}"),
            ..self.clone()
        }
    }

    /// The enterprise they act for.
    pub fn enterprise(&self) -> &EnterpriseId {
        self.enterprise
            .as_ref()
            .expect("this actor acts for no enterprise")
    }

    pub fn token(&self) -> &str {
        self.token.as_deref().unwrap_or_default()
    }

    /// The same actor with another token.
    pub fn with_token(&self, token: &str) -> Self {
        Self {
            token: Some(token.to_owned()),
            ..self.clone()
        }
    }

    /// The same actor with a header on every request.
    pub fn with(&self, name: &str, value: &str) -> Self {
        let mut actor = self.clone();
        actor.headers.push((name.to_owned(), value.to_owned()));
        actor
    }

    pub fn get(&self, path: &str) -> Reply {
        self.send(&Method::GET, path, None, &[])
    }

    pub fn delete(&self, path: &str) -> Reply {
        self.send(&Method::DELETE, path, None, &[])
    }

    pub fn post(&self, path: &str, body: &Value) -> Reply {
        self.send(
            &Method::POST,
            path,
            Some("application/json"),
            body.to_string().as_bytes(),
        )
    }

    pub fn put(&self, path: &str, body: &Value) -> Reply {
        self.send(
            &Method::PUT,
            path,
            Some("application/json"),
            body.to_string().as_bytes(),
        )
    }

    /// Uploads a file for a purpose.
    pub fn upload(&self, slot: &str, name: &str, content: &[u8]) -> Reply {
        let (media_type, body) = multipart(name, content);
        self.send(
            &Method::POST,
            &format!("/api/v1/files?slot={slot}"),
            Some(&media_type),
            &body,
        )
    }

    pub fn send(&self, method: &Method, path: &str, media_type: Option<&str>, body: &[u8]) -> Reply {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.base));
        if let Some(token) = &self.token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        if let Some(media_type) = media_type {
            request = request.header("content-type", media_type);
        }
        let answered = match media_type {
            Some(_) => self.agent.run(request.body(body).unwrap()),
            None => self.agent.run(request.body(()).unwrap()),
        };
        let reply = Reply::read(answered.unwrap_or_else(|e| panic!("{method} {path}: {e}")));
        documented::check(method, path, &reply);
        reply
    }
}
