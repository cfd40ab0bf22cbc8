//! A macro for enums of closed lists of words. Each variant knows how a journal writes it.

/// Declares an enum whose variants are the words of a closed list. The list, the words and the conversion back are all
/// made from the one declaration, so that they cannot differ.
///
/// ```
/// use tegoed::value::channel::Channel;
/// assert_eq!(Channel::Post.word(), "post");
/// assert_eq!(Channel::from_word("post"), Some(Channel::Post));
/// assert_eq!(Channel::from_word("letter"), None);
/// ```
#[macro_export]
macro_rules! word_enum {
    (
        $(#[$about:meta])*
        $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$doc])* $variant,)+
        }

        /// Writes the word of the variant.
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }

        impl $name {
            /// All variants, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The words of all variants, in the same order.
            pub const WORDS: &'static [&'static str] = &[$($word,)+];

            /// The word of the variant in a journal.
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }

            /// The variant that a word of a journal stands for; `None` for other words.
            pub fn from_word(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }
    };
}
