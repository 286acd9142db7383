//! Asks the browser for hosts. It must be done within the person's own press, in a page of the
//! extension: nowhere else does a browser listen.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;

use crate::channel::extension;

#[wasm_bindgen]
extern "C" {
    type Permissions;
    #[wasm_bindgen(method, catch)]
    fn request(this: &Permissions, wanted: &JsValue) -> Result<Promise, JsValue>;
}

/// Has the browser ask; the promise says whether it is allowed. What is allowed already is not asked again.
pub fn request(origins: &[&str]) -> Result<Promise, JsValue> {
    let origins: Array = origins.iter().map(|origin| JsValue::from(*origin)).collect();
    let wanted = Object::new();
    Reflect::set(&wanted, &"origins".into(), &origins)?;
    let permissions = Reflect::get(extension()?.as_ref(), &"permissions".into())?;
    permissions.unchecked_into::<Permissions>().request(&wanted)
}
