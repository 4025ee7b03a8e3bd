//! Structs whose JSON form leaves out what is not on the page.

/// Declares a struct with the keys that are always there, and those that are left out where the page says nothing.
///
/// `NAME { always } and { sometimes }` gives public fields, serde's two directions, the schema, and `NAME::new` of the
/// keys that are always there; without any of those, `Default`.
macro_rules! record {
    ($(#[$doc:meta])* $name:ident {} and { $($some:tt)* }) => {
        $crate::record::record!(@fields $(#[$doc])* #[derive(Default)] $name {} and { $($some)* });
    };
    ($(#[$doc:meta])* $name:ident { $($(#[$always_doc:meta])* $always:ident: $always_type:ty,)+ }
     and { $($(#[$some_doc:meta])* $some:ident: $some_type:ty,)* }) => {
        $crate::record::record!(@fields $(#[$doc])* $name { $($(#[$always_doc])* $always: $always_type,)+ }
            and { $($(#[$some_doc])* $some: $some_type,)* });

        impl $name {
            #[doc = concat!("A `", stringify!($name), "` with the keys that are always there; the others say nothing yet.")]
            #[must_use]
            pub fn new($($always: impl Into<$always_type>),+) -> Self {
                Self { $($always: $always.into(),)+ $($some: <$some_type>::default(),)* }
            }
        }
    };
    (@fields $(#[$doc:meta])* $name:ident { $($(#[$always_doc:meta])* $always:ident: $always_type:ty,)* }
     and { $($(#[$some_doc:meta])* $some:ident: $some_type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub struct $name {
            $($(#[$always_doc])* pub $always: $always_type,)*
            $($(#[$some_doc])* #[serde(default, skip_serializing_if = "crate::record::absent")] pub $some: $some_type,)*
        }
    };
}

pub(crate) use record;

/// Whether a key is left out: it holds what a page that says nothing would give.
pub(crate) fn absent<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
