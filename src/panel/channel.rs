//! The port to the background. It lives as long as the background does: a browser may end a
//! service worker at any time, and its ports with it.

use js_sys::{Object, Reflect, global};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    pub type Extension;
    #[wasm_bindgen(method, getter)]
    fn runtime(this: &Extension) -> Runtime;

    type Runtime;
    #[wasm_bindgen(method, catch)]
    fn connect(this: &Runtime, info: &JsValue) -> Result<Port, JsValue>;

    type Port;
    #[wasm_bindgen(method, catch, js_name = postMessage)]
    fn post_message(this: &Port, message: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn disconnect(this: &Port) -> Result<(), JsValue>;
    #[wasm_bindgen(method, getter, js_name = onMessage)]
    fn on_message(this: &Port) -> Hook;
    #[wasm_bindgen(method, getter, js_name = onDisconnect)]
    fn on_disconnect(this: &Port) -> Hook;

    type Hook;
    #[wasm_bindgen(method, catch, js_name = addListener)]
    fn add_listener(this: &Hook, listener: &JsValue) -> Result<(), JsValue>;
}

/// An open port; dropping it closes it.
#[must_use = "the port is closed as soon as the channel is dropped"]
pub struct Channel {
    port: Port,
    /// What the port calls; it must live as long as the port.
    _heard: Closure<dyn FnMut(JsValue)>,
    _gone: Closure<dyn FnMut()>,
}

impl Channel {
    /// Connects, which starts the background where it does not run.
    pub fn open(
        heard: impl FnMut(JsValue) + 'static,
        gone: impl FnMut() + 'static,
    ) -> Result<Self, JsValue> {
        let info = Object::new();
        Reflect::set(&info, &"name".into(), &"panel".into())?;
        let port = extension()?.runtime().connect(&info)?;
        let heard = Closure::<dyn FnMut(JsValue)>::new(heard);
        let gone = Closure::<dyn FnMut()>::new(gone);
        port.on_message().add_listener(heard.as_ref())?;
        port.on_disconnect().add_listener(gone.as_ref())?;
        Ok(Self { port, _heard: heard, _gone: gone })
    }

    /// Sends; fails when the other end is gone.
    pub fn send(&self, message: &JsValue) -> Result<(), JsValue> {
        self.port.post_message(message)
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        // A port whose other end is gone is closed already.
        let _ = self.port.disconnect();
    }
}

/// The extension's API: `browser` where there is one, else `chrome`.
pub fn extension() -> Result<Extension, JsValue> {
    for name in ["browser", "chrome"] {
        let api = Reflect::get(&global(), &name.into())?;
        if api.is_object() {
            return Ok(api.unchecked_into());
        }
    }
    Err("no extension API".into())
}
