//! Addresses of documents, and the paths they stand for.

use super::protocol::Uri;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, percent_encode};
use std::ffi::OsStr;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};

const FILE_SCHEME: &str = "file://";

/// What is written as it is in the path of an address (RFC 3986, section 3.3).
const PATH_CHARACTERS: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'+')
    .remove(b',')
    .remove(b'=')
    .remove(b'@');

/// The path of a document. One that lies in no file (`untitled:1`) has its address as a path, which no file has.
pub fn to_path(uri: &Uri) -> PathBuf {
    let address = uri.as_ref();
    let Some(behind) = address.strip_prefix(FILE_SCHEME) else {
        return PathBuf::from(address);
    };
    let path = behind.find('/').and_then(|at| behind.get(at..));
    let bytes: Vec<u8> = percent_decode_str(path.unwrap_or(behind)).collect();
    PathBuf::from(std::ffi::OsString::from_vec(bytes))
}

/// The address of a file.
pub fn to_uri(path: &Path) -> Uri {
    let bytes: &OsStr = path.as_os_str();
    let path = percent_encode(bytes.as_bytes(), PATH_CHARACTERS);
    Uri::from(format!("{FILE_SCHEME}{path}"))
}
