//! What a mail server takes as an address.

/// RFC 5321, 4.5.3.1.3, without the angle brackets.
const LONGEST_ADDRESS: usize = 254;

/// Whether mail servers take an address: `name@domain` of visible ASCII, without what lists and comments are made of, with
/// no empty part between dots, in a domain of two parts at least.
///
/// ```
/// use tegoed::value::mail_address::is_mail_address;
/// assert!(is_mail_address("a.b@post.example"));
/// for wrong in ["a@b", ".a@b.example", "a..b@c.example", "a.@b.example", "a@b..example", "a b@c.example", "@b.example"] {
///     assert!(!is_mail_address(wrong), "{wrong}");
/// }
/// ```
pub fn is_mail_address(address: &str) -> bool {
    let plain = |sign: char| sign.is_ascii_graphic() && !"()<>[]:;@\\,\"".contains(sign);
    let filled = |text: &str| {
        let mut parts = text.split('.');
        text.chars().all(plain) && parts.all(|part| !part.is_empty())
    };
    address.len() <= LONGEST_ADDRESS
        && address
            .split_once('@')
            .is_some_and(|(name, domain)| filled(name) && filled(domain) && domain.contains('.'))
}
