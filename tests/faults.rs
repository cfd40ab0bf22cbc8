//! What happens when the world refuses: full disks, signals, readers that leave, editors that save.
//!
//! After every fault the file holds the old bytes or the new ones, and the message says which.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test that cannot go on should stop"
)]

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tegoed::cli::exit::Code;
use tegoed::cli::writer::replace::{Change, replace};

const UNTIDY: &str = "format 1\n2026-01-05   invoice  #1 @x  121.00 due 2026-02-04\n";
const TIDY: &str = "format 1\n2026-01-05 invoice #1 @x 121.00 due 2026-02-04\n";

fn tegoed() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tegoed"));
    command
        .env_remove("TEGOED_FILE")
        .env("NO_COLOR", "1")
        .stdin(Stdio::null());
    command
}

/// A folder with one untidy journal in it.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        desk.reset();
        desk
    }

    fn reset(&self) {
        for entry in fs::read_dir(self.folder.path()).unwrap() {
            fs::remove_file(entry.unwrap().path()).unwrap();
        }
        fs::write(self.journal(), UNTIDY).unwrap();
    }

    fn journal(&self) -> PathBuf {
        self.folder.path().join("main.tegoed")
    }

    fn text(&self) -> String {
        fs::read_to_string(self.journal()).unwrap()
    }

    /// Hidden files that the writer left.
    fn leftovers(&self) -> Vec<String> {
        fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.contains(".tegoed-"))
            .collect()
    }

    fn fmt(&self) -> Output {
        tegoed().arg("fmt").arg(self.journal()).output().unwrap()
    }
}

fn words(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Whether faults can be injected here. Where tests must be complete they may not be left out.
pub fn can_inject() -> bool {
    let found = Command::new("strace").arg("-V").output().is_ok();
    assert!(
        found || std::env::var_os("TEGOED_REQUIRE_TOOLS").is_none(),
        "install strace: these tests inject faults with it"
    );
    found
}

/// Runs `fmt` with a fault in the n-th call of a system call; `None` when it has fewer calls.
fn injected(desk: &Desk, call: &str, fault: &str, when: usize) -> Option<Output> {
    let trace = desk.folder.path().join("trace");
    let output = Command::new("strace")
        .arg("-f")
        .arg("-o")
        .arg(&trace)
        .arg("-e")
        .arg(format!("trace={call}"))
        .arg("-e")
        .arg(format!("inject={call}:{fault}:when={when}"))
        .arg(env!("CARGO_BIN_EXE_tegoed"))
        .arg("fmt")
        .arg(desk.journal())
        .env("NO_COLOR", "1")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&fs::read(&trace).unwrap()).into_owned();
    fs::remove_file(trace).unwrap();
    let struck = text.contains("(INJECTED)")
        || text.contains("killed by")
        || fault.contains("signal") && text.contains("--- SIG");
    struck.then_some(output)
}

/// The promise: old bytes or new ones, and the answer says which.
fn promise_kept(desk: &Desk, output: &Output, at: &str) {
    let text = desk.text();
    let said = words(output);
    match output.status.code() {
        Some(0) => assert_eq!(text, TIDY, "{at}: {said}"),
        Some(3) if said.contains("is written") => assert_eq!(text, TIDY, "{at}: {said}"),
        // 1, 126, 127: the program could not even be loaded.
        Some(1 | 3 | 126 | 127) => assert_eq!(text, UNTIDY, "{at}: {said}"),
        code => panic!("{at}: exit {code:?}, {:?}: {said}", output.status),
    }
}

#[test]
fn an_error_in_any_system_call_leaves_old_or_new() {
    if !can_inject() {
        return;
    }
    let desk = Desk::new();
    let mut cases = 0;
    for (call, error) in [
        ("write", "ENOSPC"),
        ("write", "EIO"),
        ("fsync", "EIO"),
        ("renameat2", "EIO"),
        ("renameat2", "EINVAL"),
        ("openat", "EMFILE"),
        ("openat", "EACCES"),
        ("read", "EIO"),
        ("fchmod", "EPERM"),
        ("flock", "ENOLCK"),
        ("unlinkat", "EIO"),
        ("unlink", "EIO"),
        ("close", "EIO"),
    ] {
        for when in 1.. {
            desk.reset();
            let at = format!("{call} {when} {error}");
            let Some(output) = injected(&desk, call, &format!("error={error}"), when) else {
                break;
            };
            cases += 1;
            promise_kept(&desk, &output, &at);
            assert!(
                desk.leftovers().is_empty() || call.starts_with("unlink"),
                "{at} left {:?}",
                desk.leftovers()
            );
        }
    }
    println!("{cases} faults");
    assert!(cases >= 60, "only {cases} faults were injected");
}

#[test]
fn a_disk_that_stays_full_leaves_the_old_text() {
    if !can_inject() {
        return;
    }
    let desk = Desk::new();
    for when in 1..=3 {
        desk.reset();
        let trace = desk.folder.path().join("trace");
        let output = Command::new("strace")
            .args(["-f", "-o"])
            .arg(&trace)
            .args(["-e", &format!("inject=write:error=ENOSPC:when={when}+")])
            .arg(env!("CARGO_BIN_EXE_tegoed"))
            .arg("fmt")
            .arg(desk.journal())
            .output()
            .unwrap();
        fs::remove_file(trace).unwrap();
        promise_kept(&desk, &output, &format!("write {when}+"));
        assert!(desk.leftovers().is_empty());
    }
}

#[test]
fn a_kill_leaves_old_or_new_and_the_next_run_tidies_up() {
    if !can_inject() {
        return;
    }
    let desk = Desk::new();
    let mut cases = 0;
    for call in [
        "write",
        "fsync",
        "renameat2",
        "openat",
        "fchmod",
        "flock",
        "unlinkat",
        "close",
    ] {
        for when in 1.. {
            desk.reset();
            let Some(output) = injected(&desk, call, "signal=SIGKILL", when) else {
                break;
            };
            cases += 1;
            assert_eq!(output.status.signal(), Some(9), "{call} {when}");
            assert!(
                [UNTIDY, TIDY].contains(&desk.text().as_str()),
                "{call} {when}"
            );
            assert!(desk.leftovers().len() <= 1, "{call} {when}");
            fs::write(desk.journal(), UNTIDY).unwrap();
            assert_eq!(desk.fmt().status.code(), Some(0));
            assert_eq!(desk.leftovers(), Vec::<String>::new(), "{call} {when}");
        }
    }
    assert!(cases >= 30, "only {cases} kills");
}

#[test]
fn a_polite_signal_leaves_no_trace() {
    if !can_inject() {
        return;
    }
    let desk = Desk::new();
    for signal in ["SIGTERM", "SIGINT"] {
        for call in ["write", "fsync", "renameat2", "fchmod", "flock"] {
            for when in 1.. {
                desk.reset();
                let fault = format!("signal={signal}");
                let Some(output) = injected(&desk, call, &fault, when) else {
                    break;
                };
                let at = format!("{signal} at {call} {when}");
                assert!(!output.status.success(), "{at}");
                assert!([UNTIDY, TIDY].contains(&desk.text().as_str()), "{at}");
                assert!(desk.leftovers().is_empty(), "{at}");
            }
        }
    }
}

#[test]
fn an_editor_that_saves_in_the_last_moment_keeps_its_text() {
    if !can_inject() {
        return;
    }
    let desk = Desk::new();
    let child = Command::new("strace")
        .args(["-f", "-o", "/dev/null", "-e"])
        .arg("inject=renameat2:delay_enter=1500000:when=1")
        .arg(env!("CARGO_BIN_EXE_tegoed"))
        .arg("fmt")
        .arg(desk.journal())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Once the new text stands beside the old one, the old one has been looked at for the last time before the swap.
    let patience = std::time::Instant::now();
    while desk.leftovers().is_empty() && patience.elapsed().as_secs() < 30 {
        std::thread::yield_now();
    }
    fs::write(desk.journal(), "saved by an editor\n").unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(4), "{}", words(&output));
    assert_eq!(desk.text(), "saved by an editor\n");
    assert!(desk.leftovers().is_empty());
}

#[test]
fn no_save_of_an_editor_is_lost_in_a_race() {
    let desk = Desk::new();
    let journal = desk.journal();
    let aside = desk.folder.path().join("editor.swp");
    let (mut kept, mut refused) = (0, 0);
    for round in 0..1_000_u64 {
        fs::write(&journal, UNTIDY).unwrap();
        let editor = std::thread::spawn({
            let (journal, aside) = (journal.clone(), aside.clone());
            move || {
                fs::write(&aside, "edited\n").unwrap();
                let until =
                    std::time::Instant::now() + std::time::Duration::from_micros(round % 400);
                while std::time::Instant::now() < until {}
                fs::rename(&aside, &journal).unwrap();
            }
        });
        let change = Change {
            path: &journal,
            before: UNTIDY.as_bytes(),
            after: TIDY.as_bytes(),
        };
        let done = replace(change, |_| Ok(()));
        editor.join().unwrap();
        assert_eq!(desk.text(), "edited\n", "round {round}: {done:?}");
        match done {
            Ok(()) => kept += 1,
            Err(stop) => {
                assert_eq!(stop.code, Code::ChangedMeanwhile, "{stop:?}");
                refused += 1;
            }
        }
    }
    assert_eq!(kept + refused, 1_000);
    assert!(desk.leftovers().is_empty());
}

#[test]
fn two_runs_at_once_end_with_one_whole_text() {
    let desk = Desk::new();
    for _ in 0..20 {
        desk.reset();
        let start = || {
            tegoed()
                .arg("fmt")
                .arg(desk.journal())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap()
        };
        for child in [start(), start(), start()] {
            let code = child.wait_with_output().unwrap().status.code();
            assert!(matches!(code, Some(0 | 4)), "{code:?}");
        }
        assert_eq!(desk.text(), TIDY);
        assert!(desk.leftovers().is_empty());
    }
}

#[test]
fn a_file_that_changed_since_it_was_read_is_left_alone() {
    let desk = Desk::new();
    let change = Change {
        path: &desk.journal(),
        before: b"something else\n",
        after: TIDY.as_bytes(),
    };
    let stop = replace(change, |_| Ok(())).unwrap_err();
    assert_eq!(stop.code, Code::ChangedMeanwhile);
    assert_eq!(desk.text(), UNTIDY);
}

#[test]
fn a_text_that_does_not_pass_the_last_look_is_not_written() {
    let desk = Desk::new();
    let change = Change {
        path: &desk.journal(),
        before: UNTIDY.as_bytes(),
        after: TIDY.as_bytes(),
    };
    let stop = replace(change, |_| Err("a word is missing".to_owned())).unwrap_err();
    assert_eq!(stop.code, Code::Broken);
    assert_eq!(desk.text(), UNTIDY);
    assert!(desk.leftovers().is_empty());
}

#[test]
fn permissions_and_attributes_stay() {
    let desk = Desk::new();
    let journal = desk.journal();
    fs::set_permissions(&journal, fs::Permissions::from_mode(0o640)).unwrap();
    let flags = rustix::fs::XattrFlags::empty();
    let marked = rustix::fs::setxattr(&journal, "user.note", b"mine", flags).is_ok();
    assert_eq!(desk.fmt().status.code(), Some(0));
    assert_eq!(desk.text(), TIDY);
    assert_eq!(
        fs::metadata(&journal).unwrap().permissions().mode() & 0o7777,
        0o640
    );
    if marked {
        let mut value = [0_u8; 16];
        let length = rustix::fs::getxattr(&journal, "user.note", &mut value).unwrap();
        assert_eq!(&value[..length], b"mine");
    }
}

#[test]
fn the_owner_stays_or_nothing_changes() {
    let desk = Desk::new();
    if std::os::unix::fs::chown(desk.journal(), Some(65_534), Some(65_534)).is_err() {
        return;
    }
    assert_eq!(desk.fmt().status.code(), Some(0));
    let about = fs::metadata(desk.journal()).unwrap();
    assert_eq!((about.uid(), about.gid()), (65_534, 65_534));
}

#[test]
fn a_symbolic_link_stays_and_its_target_gets_the_text() {
    let desk = Desk::new();
    let real = desk.folder.path().join("real.tegoed");
    fs::rename(desk.journal(), &real).unwrap();
    symlink("real.tegoed", desk.journal()).unwrap();
    assert_eq!(desk.fmt().status.code(), Some(0));
    assert_eq!(
        fs::read_link(desk.journal()).unwrap(),
        Path::new("real.tegoed")
    );
    assert_eq!(fs::read_to_string(real).unwrap(), TIDY);
}

#[test]
fn a_link_to_nothing_or_to_itself_is_an_error_of_the_world() {
    let desk = Desk::new();
    for target in ["nowhere.tegoed", "main.tegoed"] {
        fs::remove_file(desk.journal()).unwrap();
        symlink(target, desk.journal()).unwrap();
        assert_eq!(desk.fmt().status.code(), Some(3), "{target}");
    }
}

#[test]
fn a_file_with_two_names_is_not_split() {
    let desk = Desk::new();
    fs::hard_link(desk.journal(), desk.folder.path().join("other.tegoed")).unwrap();
    let output = desk.fmt();
    assert_eq!(output.status.code(), Some(3));
    assert!(words(&output).contains("hard links"), "{}", words(&output));
    assert_eq!(desk.text(), UNTIDY);
}

#[test]
fn a_folder_that_may_not_be_written_keeps_its_file() {
    let desk = Desk::new();
    let open =
        |mode| fs::set_permissions(desk.folder.path(), fs::Permissions::from_mode(mode)).unwrap();
    let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups"];
    open(0o555);
    fs::set_permissions(desk.journal(), fs::Permissions::from_mode(0o666)).unwrap();
    let mut command = if rustix::process::geteuid().is_root() {
        let mut command = Command::new("setpriv");
        command.args(nobody).arg(env!("CARGO_BIN_EXE_tegoed"));
        command
    } else {
        tegoed()
    };
    let output = command.arg("fmt").arg(desk.journal()).output();
    open(0o755);
    let Ok(output) = output else { return };
    if output.status.code() == Some(127) {
        return; // The program itself stands where nobody may look.
    }
    assert_eq!(output.status.code(), Some(3), "{}", words(&output));
    assert!(words(&output).contains("nothing was changed"));
    assert_eq!(desk.text(), UNTIDY);
}

#[test]
fn a_limit_on_the_size_of_files_is_an_error_not_an_end() {
    let desk = Desk::new();
    let long = UNTIDY.repeat(4_000);
    fs::write(desk.journal(), &long).unwrap();
    let run = Command::new("prlimit")
        .arg("--fsize=100000")
        .arg(env!("CARGO_BIN_EXE_tegoed"))
        .arg("fmt")
        .arg(desk.journal())
        .output();
    let Ok(output) = run else { return };
    assert_eq!(output.status.code(), Some(3), "{}", words(&output));
    assert_eq!(desk.text(), long);
    assert!(desk.leftovers().is_empty());
}

#[test]
fn a_full_tiny_disk_keeps_the_old_text() {
    let folder = tempfile::tempdir().unwrap();
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"])
        .arg(folder.path())
        .output()
        .is_ok_and(|output| output.status.success());
    if !mounted {
        return;
    }
    let journal = folder.path().join("main.tegoed");
    let long = UNTIDY.repeat(600);
    fs::write(&journal, &long).unwrap();
    let output = tegoed().arg("fmt").arg(&journal).output().unwrap();
    let text = fs::read_to_string(&journal).unwrap();
    let names = fs::read_dir(folder.path()).unwrap().count();
    Command::new("umount").arg(folder.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(3), "{}", words(&output));
    assert!(text == long);
    assert_eq!(names, 1);
}

#[test]
fn too_few_descriptors_or_too_little_memory_leave_the_journal_alone() {
    let desk = Desk::new();
    for limit in [
        "--nofile=3",
        "--nofile=4",
        "--nofile=5",
        "--as=20000000",
        "--as=40000000",
    ] {
        desk.reset();
        let run = Command::new("prlimit")
            .arg(limit)
            .arg(env!("CARGO_BIN_EXE_tegoed"))
            .arg("fmt")
            .arg(desk.journal())
            .output();
        let Ok(output) = run else { return };
        let text = desk.text();
        let tidy = output.status.success();
        assert_eq!(text, if tidy { TIDY } else { UNTIDY }, "{limit}");
        assert!(desk.leftovers().is_empty(), "{limit}");
    }
}
