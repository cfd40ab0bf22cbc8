//! The layouts that come with the program. One text a layout, and a line here.

/// The layouts that come with the program, by name.
pub static BUILT_IN: &[(&str, &str)] = &[
    ("accountview", include_str!("accountview.toml")),
    ("asperion", include_str!("asperion.toml")),
    ("snelstart", include_str!("snelstart.toml")),
    ("yuki", include_str!("yuki.toml")),
    ("yuki-debtors", include_str!("yuki-debtors.toml")),
];
