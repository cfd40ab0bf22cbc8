//! A file that takes another's place looks like it: owner, permissions, extended attributes.

use rustix::fs::{
    Gid, Mode, Stat, Uid, XattrFlags, fchmod, fchown, fgetxattr, flistxattr, fsetxattr,
};
use rustix::io::Errno;
use std::ffi::{CStr, CString};
use std::fs::File;
use std::io;

/// Gives `new` the owner, the extended attributes (access lists among them) and the permissions of `old`.
pub fn copy_metadata(old: &File, about_old: &Stat, new: &File) -> io::Result<()> {
    copy_owner(about_old, new)?;
    copy_attributes(old, new)?;
    // Last: a change of owner may drop bits, and until now nobody but us could read the file.
    Ok(fchmod(new, Mode::from_raw_mode(about_old.st_mode))?)
}

fn copy_owner(old: &Stat, new: &File) -> io::Result<()> {
    let now = rustix::fs::fstat(new)?;
    let owner = (old.st_uid != now.st_uid).then(|| Uid::from_raw(old.st_uid));
    let group = (old.st_gid != now.st_gid).then(|| Gid::from_raw(old.st_gid));
    if owner.is_none() && group.is_none() {
        return Ok(());
    }
    fchown(new, owner, group).map_err(|error| {
        io::Error::other(format!(
            "its owner or group cannot be kept ({})",
            io::Error::from(error)
        ))
    })
}

fn copy_attributes(old: &File, new: &File) -> io::Result<()> {
    for name in attribute_names(old)? {
        match copy_attribute(old, &name, new) {
            Err(error) if is_user_attribute(&name) => {
                let name = name.to_string_lossy();
                let error = io::Error::from(error);
                return Err(io::Error::other(format!(
                    "its attribute {name} cannot be kept ({error})"
                )));
            }
            // Labels that the system itself gives out are its own affair.
            _ => {}
        }
    }
    Ok(())
}

fn copy_attribute(old: &File, name: &CStr, new: &File) -> Result<(), Errno> {
    let wanted = attribute_value(old, name)?;
    if attribute_value(new, name).is_ok_and(|there| there == wanted) {
        return Ok(());
    }
    fsetxattr(new, name, &wanted, XattrFlags::empty())
}

fn is_user_attribute(name: &CStr) -> bool {
    let name = name.to_bytes();
    name.starts_with(b"user.") || name.starts_with(b"system.posix_acl")
}

fn attribute_names(file: &File) -> io::Result<Vec<CString>> {
    let mut list = Vec::new();
    match read_growing(&mut list, |room| flistxattr(file, room)) {
        Err(Errno::NOTSUP | Errno::NOSYS) => return Ok(Vec::new()),
        listed => listed?,
    }
    let names = list
        .split(|byte| *byte == 0)
        .filter(|name| !name.is_empty());
    Ok(names.filter_map(|name| CString::new(name).ok()).collect())
}

fn attribute_value(file: &File, name: &CStr) -> Result<Vec<u8>, Errno> {
    let mut value = Vec::new();
    read_growing(&mut value, |room| fgetxattr(file, name, room))?;
    Ok(value)
}

/// Asks with more room until the answer fits.
fn read_growing(
    answer: &mut Vec<u8>,
    ask: impl Fn(&mut [u8]) -> Result<usize, Errno>,
) -> Result<(), Errno> {
    let mut room = 1_024_usize;
    loop {
        answer.resize(room, 0);
        match ask(answer) {
            Ok(length) => {
                answer.truncate(length);
                return Ok(());
            }
            Err(Errno::RANGE) if room < 1 << 20 => room = room.saturating_mul(4),
            Err(error) => return Err(error),
        }
    }
}
