//! Small structured results as plain JavaScript objects, without the detour over text: a module then needs no way to
//! write numbers and to escape text. What JSON would say as `null` is `null`: nothing, and a number that is not finite.

use js_sys::{Array, Object, Reflect};
use serde::Serialize;
use serde::ser::{self, Serializer};
use wasm_bindgen::JsValue;

/// A result as JavaScript has it; the face turns its keys to camelCase.
pub(crate) fn record(result: &impl Serialize) -> Result<JsValue, JsValue> {
    result.serialize(Writer).map_err(|never| match never {})
}

/// The error of writing, which there is not: a result that is none of numbers, text, flags, lists and objects of these
/// throws at once. So no field needs a way out.
#[derive(Debug)]
enum Unwritable {}
const UNWRITABLE: &str = "a result could not be written";
impl std::fmt::Display for Unwritable {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {}
    }
}
impl std::error::Error for Unwritable {}
impl ser::Error for Unwritable {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        wasm_bindgen::throw_str(UNWRITABLE)
    }
}

type Written = Result<JsValue, Unwritable>;

fn number(value: f64) -> JsValue {
    if value.is_finite() { value.into() } else { JsValue::NULL }
}

fn set(object: &Object, key: &JsValue, value: &JsValue) {
    // Setting a property of a fresh object does not fail.
    let _ = Reflect::set(object, key, value);
}

/// `{ variant: value }`.
fn tagged(variant: &str, value: &JsValue) -> JsValue {
    let object = Object::new();
    set(&object, &variant.into(), value);
    object.into()
}

#[derive(Clone, Copy)]
struct Writer;

macro_rules! numbers {
    ($($method:ident $type:ty;)+) => { $(
        fn $method(self, value: $type) -> Written {
            Ok(number(f64::from(value)))
        }
    )+ };
}

impl Serializer for Writer {
    type Ok = JsValue;
    type Error = Unwritable;
    type SerializeSeq = Items;
    type SerializeTuple = Items;
    type SerializeTupleStruct = Items;
    type SerializeTupleVariant = Items;
    type SerializeMap = Entries;
    type SerializeStruct = Fields;
    type SerializeStructVariant = Fields;

    numbers! {
        serialize_i8 i8; serialize_i16 i16; serialize_i32 i32;
        serialize_u8 u8; serialize_u16 u16; serialize_u32 u32;
        serialize_f32 f32;
    }
    fn serialize_i64(self, value: i64) -> Written {
        Ok(number(value as f64))
    }
    fn serialize_u64(self, value: u64) -> Written {
        Ok(number(value as f64))
    }
    fn serialize_f64(self, value: f64) -> Written {
        Ok(number(value))
    }
    fn serialize_bool(self, value: bool) -> Written {
        Ok(value.into())
    }
    fn serialize_char(self, value: char) -> Written {
        Ok(value.to_string().into())
    }
    fn serialize_str(self, value: &str) -> Written {
        Ok(value.into())
    }
    fn serialize_bytes(self, _: &[u8]) -> Written {
        wasm_bindgen::throw_str(UNWRITABLE)
    }
    fn serialize_none(self) -> Written {
        Ok(JsValue::NULL)
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Written {
        Ok(JsValue::NULL)
    }
    fn serialize_unit_struct(self, _: &'static str) -> Written {
        Ok(JsValue::NULL)
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        Ok(variant.into())
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Written {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Written {
        Ok(tagged(variant, &value.serialize(self)?))
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Items, Unwritable> {
        Ok(Items { items: Array::new(), variant: None })
    }
    fn serialize_tuple(self, _: usize) -> Result<Items, Unwritable> {
        self.serialize_seq(None)
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Items, Unwritable> {
        self.serialize_seq(None)
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Items, Unwritable> {
        Ok(Items { items: Array::new(), variant: Some(variant) })
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Entries, Unwritable> {
        Ok(Entries { object: Object::new(), key: JsValue::NULL })
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Fields, Unwritable> {
        Ok(Fields { object: Object::new(), variant: None })
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Fields, Unwritable> {
        Ok(Fields { object: Object::new(), variant: Some(variant) })
    }
}

/// A list on its way.
struct Items {
    items: Array,
    variant: Option<&'static str>,
}

impl Items {
    fn finish(self) -> JsValue {
        match self.variant {
            None => self.items.into(),
            Some(variant) => tagged(variant, &self.items),
        }
    }
}

macro_rules! items {
    ($($trait:ident $method:ident;)+) => { $(
        impl ser::$trait for Items {
            type Ok = JsValue;
            type Error = Unwritable;
            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
                self.items.push(&value.serialize(Writer)?);
                Ok(())
            }
            fn end(self) -> Written {
                Ok(self.finish())
            }
        }
    )+ };
}
items! {
    SerializeSeq serialize_element;
    SerializeTuple serialize_element;
    SerializeTupleStruct serialize_field;
    SerializeTupleVariant serialize_field;
}

/// An object on its way.
struct Fields {
    object: Object,
    variant: Option<&'static str>,
}

impl Fields {
    #[inline(never)]
    fn put(&self, key: &'static str, value: &JsValue) {
        set(&self.object, &key.into(), value);
    }

    fn finish(self) -> JsValue {
        match self.variant {
            None => self.object.into(),
            Some(variant) => tagged(variant, &self.object),
        }
    }
}

/// An object of any keys on its way.
struct Entries {
    object: Object,
    key: JsValue,
}

macro_rules! fields {
    ($($trait:ident;)+) => { $(
        impl ser::$trait for Fields {
            type Ok = JsValue;
            type Error = Unwritable;
            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Unwritable> {
                self.put(key, &value.serialize(Writer)?);
                Ok(())
            }
            fn end(self) -> Written {
                Ok(self.finish())
            }
        }
    )+ };
}
fields! {
    SerializeStruct;
    SerializeStructVariant;
}

impl ser::SerializeMap for Entries {
    type Ok = JsValue;
    type Error = Unwritable;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unwritable> {
        self.key = key.serialize(Writer)?;
        Ok(())
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        set(&self.object, &self.key, &value.serialize(Writer)?);
        Ok(())
    }
    fn end(self) -> Written {
        Ok(self.object.into())
    }
}
