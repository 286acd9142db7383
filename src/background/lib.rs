//! Bindings of Keyferry's core for the background script. They convert, and know nothing.
//!
//! The secret crosses here in two places, each marked `// EXPOSE:`; nowhere else.

mod fault;
mod read;

use js_sys::{Object, Reflect};
use keyferry_core::{Connections, Ferry, Logbook, Memory, Moment, OrderId, Released, Stored};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use read::{Unreadable, read};

/// Runs when the module is loaded.
#[wasm_bindgen(start)]
pub fn loaded() {
    fault::watch();
}

/// Where the module broke, as `FILE:LINE` of its source; empty where it did not. Nothing else is known of it, and after it
/// nothing of this module may be used again.
#[wasm_bindgen(js_name = brokenAt)]
pub fn broken_at() -> String {
    fault::place()
}

/// The core, for as long as the worker lives.
#[wasm_bindgen]
pub struct Core(Ferry);

#[wasm_bindgen]
impl Core {
    /// Takes up where the stored records left off; a record that cannot be read is left out.
    ///
    /// `own_origin` is the extension's, without a slash at the end; `now` in milliseconds since 1970.
    #[wasm_bindgen(constructor)]
    pub fn new(
        own_origin: String,
        logbook: JsValue,
        connections: JsValue,
        watch: bool,
        pair: JsValue,
        now: f64,
    ) -> Self {
        let (logbook, logbook_lost) = recall::<Logbook>(logbook);
        let (connections, connections_lost) = recall::<Connections>(connections);
        let (pair, pair_lost) = recall::<Stored>(pair);
        let memory =
            Memory { logbook, connections, watch, pair, logbook_lost, connections_lost, pair_lost };
        Self(Ferry::wake(own_origin, memory, moment(now)))
    }

    /// Takes an `Event` in and gives the `Effect`s out.
    ///
    /// # Errors
    /// When it is no `Event`; nothing has happened then.
    pub fn handle(&mut self, event: JsValue, now: f64) -> Result<JsValue, JsValue> {
        let event = read(event).map_err(told)?;
        write(&self.0.handle(event, moment(now)))
    }

    /// The panel's `View`.
    ///
    /// # Errors
    /// When it cannot be converted, which no view brings about.
    pub fn view(&self, now: f64) -> Result<JsValue, JsValue> {
        write(&self.0.view(moment(now)))
    }

    /// The record of the journey for `storage.local`. It holds no secret.
    ///
    /// # Errors
    /// When it cannot be converted, which no logbook brings about.
    pub fn logbook(&self) -> Result<JsValue, JsValue> {
        write(self.0.logbook())
    }

    /// The record of the connections for `storage.local`. It holds no secret.
    ///
    /// # Errors
    /// When it cannot be converted, which no connection brings about.
    pub fn connections(&self) -> Result<JsValue, JsValue> {
        write(self.0.connections())
    }

    /// `{ clientId, secret, tenantId }` for the fill with this number; `undefined` where there is nothing to fill.
    pub fn redeem(&mut self, order: u32, now: f64) -> JsValue {
        released(self.0.redeem(OrderId(order), moment(now)))
    }

    /// The same for the test with this number.
    #[wasm_bindgen(js_name = redeemForTest)]
    pub fn redeem_for_test(&mut self, order: u32, now: f64) -> JsValue {
        released(self.0.redeem_for_test(OrderId(order), moment(now)))
    }

    /// The record for `storage.session`, which is memory; `undefined` where there is no pair.
    pub fn record(&self) -> JsValue {
        self.0.record().and_then(|record| write(&record).ok()).unwrap_or(JsValue::UNDEFINED)
    }
}

fn released(pair: Option<Released<'_>>) -> JsValue {
    let Some(released) = pair else { return JsValue::UNDEFINED };
    let pair = Object::new();
    set(&pair, "clientId", &released.client_id.into());
    set(&pair, "tenantId", &released.tenant_id.unwrap_or_default().into());
    // EXPOSE: one message down, into the field that a person asked to fill; or into the request that a person asked for.
    set(&pair, "secret", &released.secret.expose().into());
    pair.into()
}

/// A stored record, and whether something stands there that is none.
fn recall<T: DeserializeOwned>(stored: JsValue) -> (Option<T>, bool) {
    if stored.is_undefined() {
        return (None, false);
    }
    let record = read(stored).ok();
    let lost = record.is_none();
    (record, lost)
}

/// Milliseconds since 1970; a clock that says nonsense says 0, and everything is out of time.
fn moment(now: f64) -> Moment {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
    Moment(now.clamp(0.0, 8.64e15) as u64)
}

fn told(_: Unreadable) -> JsValue {
    JsValue::from_str("not of this shape")
}

fn write<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    value.serialize(&Serializer::json_compatible()).map_err(JsValue::from)
}

fn set(object: &Object, key: &str, value: &JsValue) {
    // An object that was made here takes every property.
    let _ = Reflect::set(object, &key.into(), value);
}
