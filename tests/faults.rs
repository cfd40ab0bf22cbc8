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
use tegoed::cli::exit::{ExitStatus, Failure};
use tegoed::cli::files::writer::replace::{FileChange, replace_file};

const UNTIDY: &str = "format 1\n2026-01-05   invoice  #1 @x  121.00 due 2026-02-04\n";
const TIDY: &str = "format 1\n2026-01-05 invoice #1 @x 121.00 due 2026-02-04\n";

fn tegoed_command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tegoed"));
    command
        .env_remove("TEGOED_FILE")
        .env("NO_COLOR", "1")
        .stdin(Stdio::null());
    command
}

/// A folder with one untidy journal in it.
struct UntidyFolder {
    folder: tempfile::TempDir,
}

impl UntidyFolder {
    fn new() -> Self {
        let desk = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        desk.reset_files();
        desk
    }

    fn reset_files(&self) {
        for entry in fs::read_dir(self.folder.path()).unwrap() {
            fs::remove_file(entry.unwrap().path()).unwrap();
        }
        fs::write(self.journal_path(), UNTIDY).unwrap();
    }

    fn journal_path(&self) -> PathBuf {
        self.folder.path().join("main.tegoed")
    }

    fn journal_text(&self) -> String {
        fs::read_to_string(self.journal_path()).unwrap()
    }

    /// Hidden files that the writer left.
    fn leftovers(&self) -> Vec<String> {
        fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.contains(".tegoed-"))
            .collect()
    }

    fn run_fmt(&self) -> Output {
        tegoed_command()
            .arg("fmt")
            .arg(self.journal_path())
            .output()
            .unwrap()
    }
}

fn error_text(output: &Output) -> String {
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

/// Runs `run_fmt` with a fault in the n-th call of a system call; `None` when it has fewer calls.
fn run_with_fault(desk: &UntidyFolder, call: &str, fault: &str, when: usize) -> Option<Output> {
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
        .arg(desk.journal_path())
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
fn assert_promise_kept(desk: &UntidyFolder, output: &Output, at: &str) {
    let text = desk.journal_text();
    let said = error_text(output);
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
    let desk = UntidyFolder::new();
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
            desk.reset_files();
            let at = format!("{call} {when} {error}");
            let Some(output) = run_with_fault(&desk, call, &format!("error={error}"), when) else {
                break;
            };
            cases += 1;
            assert_promise_kept(&desk, &output, &at);
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
    let desk = UntidyFolder::new();
    for when in 1..=3 {
        desk.reset_files();
        let trace = desk.folder.path().join("trace");
        let output = Command::new("strace")
            .args(["-f", "-o"])
            .arg(&trace)
            .args(["-e", &format!("inject=write:error=ENOSPC:when={when}+")])
            .arg(env!("CARGO_BIN_EXE_tegoed"))
            .arg("fmt")
            .arg(desk.journal_path())
            .output()
            .unwrap();
        fs::remove_file(trace).unwrap();
        assert_promise_kept(&desk, &output, &format!("write {when}+"));
        assert!(desk.leftovers().is_empty());
    }
}

#[test]
fn a_kill_leaves_old_or_new_and_the_next_run_tidies_up() {
    if !can_inject() {
        return;
    }
    let desk = UntidyFolder::new();
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
            desk.reset_files();
            let Some(output) = run_with_fault(&desk, call, "signal=SIGKILL", when) else {
                break;
            };
            cases += 1;
            assert_eq!(output.status.signal(), Some(9), "{call} {when}");
            assert!(
                [UNTIDY, TIDY].contains(&desk.journal_text().as_str()),
                "{call} {when}"
            );
            assert!(desk.leftovers().len() <= 1, "{call} {when}");
            fs::write(desk.journal_path(), UNTIDY).unwrap();
            assert_eq!(desk.run_fmt().status.code(), Some(0));
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
    let desk = UntidyFolder::new();
    for signal in ["SIGTERM", "SIGINT"] {
        for call in ["write", "fsync", "renameat2", "fchmod", "flock"] {
            for when in 1.. {
                desk.reset_files();
                let fault = format!("signal={signal}");
                let Some(output) = run_with_fault(&desk, call, &fault, when) else {
                    break;
                };
                let at = format!("{signal} at {call} {when}");
                assert!(!output.status.success(), "{at}");
                assert!(
                    [UNTIDY, TIDY].contains(&desk.journal_text().as_str()),
                    "{at}"
                );
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
    let desk = UntidyFolder::new();
    let child = Command::new("strace")
        .args(["-f", "-o", "/dev/null", "-e"])
        .arg("inject=renameat2:delay_enter=1500000:when=1")
        .arg(env!("CARGO_BIN_EXE_tegoed"))
        .arg("fmt")
        .arg(desk.journal_path())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Once the new text stands beside the old one, the old one has been looked at for the last time before the swap.
    let patience = std::time::Instant::now();
    while desk.leftovers().is_empty() && patience.elapsed().as_secs() < 30 {
        std::thread::yield_now();
    }
    fs::write(desk.journal_path(), "saved by an editor\n").unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(4), "{}", error_text(&output));
    assert_eq!(desk.journal_text(), "saved by an editor\n");
    assert!(desk.leftovers().is_empty());
}

#[test]
fn no_save_of_an_editor_is_lost_in_a_race() {
    let desk = UntidyFolder::new();
    let journal = desk.journal_path();
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
        let change = FileChange {
            path: &journal,
            before: UNTIDY.as_bytes(),
            after: TIDY.as_bytes(),
        };
        let done = replace_file(change, |_| Ok(()));
        editor.join().unwrap();
        assert_eq!(desk.journal_text(), "edited\n", "round {round}: {done:?}");
        match done {
            Ok(()) => kept += 1,
            Err(stop) => {
                assert_eq!(stop.status, ExitStatus::ChangedMeanwhile, "{stop:?}");
                refused += 1;
            }
        }
    }
    assert_eq!(kept + refused, 1_000);
    assert!(desk.leftovers().is_empty());
}

#[test]
fn two_runs_at_once_end_with_one_whole_text() {
    let desk = UntidyFolder::new();
    for _ in 0..20 {
        desk.reset_files();
        let start = || {
            tegoed_command()
                .arg("fmt")
                .arg(desk.journal_path())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap()
        };
        for child in [start(), start(), start()] {
            let code = child.wait_with_output().unwrap().status.code();
            assert!(matches!(code, Some(0 | 4)), "{code:?}");
        }
        assert_eq!(desk.journal_text(), TIDY);
        assert!(desk.leftovers().is_empty());
    }
}

#[test]
fn a_file_that_changed_since_it_was_read_is_left_alone() {
    let desk = UntidyFolder::new();
    let change = FileChange {
        path: &desk.journal_path(),
        before: b"something else\n",
        after: TIDY.as_bytes(),
    };
    let stop = replace_file(change, |_| Ok(())).unwrap_err();
    assert_eq!(stop.status, ExitStatus::ChangedMeanwhile);
    assert_eq!(desk.journal_text(), UNTIDY);
}

#[test]
fn a_text_that_does_not_pass_the_last_look_is_not_written() {
    let desk = UntidyFolder::new();
    let change = FileChange {
        path: &desk.journal_path(),
        before: UNTIDY.as_bytes(),
        after: TIDY.as_bytes(),
    };
    let stop = replace_file(change, |_| Err(Failure::internal("a word is missing"))).unwrap_err();
    assert_eq!(stop.status, ExitStatus::Internal);
    assert_eq!(desk.journal_text(), UNTIDY);
    assert!(desk.leftovers().is_empty());
}

#[test]
fn permissions_and_attributes_stay() {
    let desk = UntidyFolder::new();
    let journal = desk.journal_path();
    fs::set_permissions(&journal, fs::Permissions::from_mode(0o640)).unwrap();
    let flags = rustix::fs::XattrFlags::empty();
    let marked = rustix::fs::setxattr(&journal, "user.note", b"mine", flags).is_ok();
    assert_eq!(desk.run_fmt().status.code(), Some(0));
    assert_eq!(desk.journal_text(), TIDY);
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
    let desk = UntidyFolder::new();
    if std::os::unix::fs::chown(desk.journal_path(), Some(65_534), Some(65_534)).is_err() {
        return;
    }
    assert_eq!(desk.run_fmt().status.code(), Some(0));
    let about = fs::metadata(desk.journal_path()).unwrap();
    assert_eq!((about.uid(), about.gid()), (65_534, 65_534));
}

#[test]
fn a_symbolic_link_stays_and_its_target_gets_the_text() {
    let desk = UntidyFolder::new();
    let real = desk.folder.path().join("real.tegoed");
    fs::rename(desk.journal_path(), &real).unwrap();
    symlink("real.tegoed", desk.journal_path()).unwrap();
    assert_eq!(desk.run_fmt().status.code(), Some(0));
    assert_eq!(
        fs::read_link(desk.journal_path()).unwrap(),
        Path::new("real.tegoed")
    );
    assert_eq!(fs::read_to_string(real).unwrap(), TIDY);
}

#[test]
fn a_link_to_nothing_or_to_itself_is_an_error_of_the_world() {
    let desk = UntidyFolder::new();
    for target in ["nowhere.tegoed", "main.tegoed"] {
        fs::remove_file(desk.journal_path()).unwrap();
        symlink(target, desk.journal_path()).unwrap();
        assert_eq!(desk.run_fmt().status.code(), Some(3), "{target}");
    }
}

#[test]
fn a_file_with_two_names_is_not_split() {
    let desk = UntidyFolder::new();
    fs::hard_link(desk.journal_path(), desk.folder.path().join("other.tegoed")).unwrap();
    let output = desk.run_fmt();
    assert_eq!(output.status.code(), Some(3));
    assert!(
        error_text(&output).contains("hard links"),
        "{}",
        error_text(&output)
    );
    assert_eq!(desk.journal_text(), UNTIDY);
}

#[test]
fn a_folder_that_may_not_be_written_keeps_its_file() {
    let desk = UntidyFolder::new();
    let open =
        |mode| fs::set_permissions(desk.folder.path(), fs::Permissions::from_mode(mode)).unwrap();
    let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups"];
    open(0o555);
    fs::set_permissions(desk.journal_path(), fs::Permissions::from_mode(0o666)).unwrap();
    let mut command = if rustix::process::geteuid().is_root() {
        let mut command = Command::new("setpriv");
        command.args(nobody).arg(env!("CARGO_BIN_EXE_tegoed"));
        command
    } else {
        tegoed_command()
    };
    let output = command.arg("fmt").arg(desk.journal_path()).output();
    open(0o755);
    let Ok(output) = output else { return };
    if output.status.code() == Some(127) {
        return; // The program itself stands where nobody may look.
    }
    assert_eq!(output.status.code(), Some(3), "{}", error_text(&output));
    assert!(error_text(&output).contains("left as it is"));
    assert_eq!(desk.journal_text(), UNTIDY);
}

#[test]
fn a_limit_on_the_size_of_files_is_an_error_not_an_end() {
    let desk = UntidyFolder::new();
    let long = UNTIDY.repeat(4_000);
    fs::write(desk.journal_path(), &long).unwrap();
    let run = Command::new("prlimit")
        .arg("--fsize=100000")
        .arg(env!("CARGO_BIN_EXE_tegoed"))
        .arg("fmt")
        .arg(desk.journal_path())
        .output();
    let Ok(output) = run else { return };
    assert_eq!(output.status.code(), Some(3), "{}", error_text(&output));
    assert_eq!(desk.journal_text(), long);
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
    let output = tegoed_command().arg("fmt").arg(&journal).output().unwrap();
    let text = fs::read_to_string(&journal).unwrap();
    let names = fs::read_dir(folder.path()).unwrap().count();
    Command::new("umount").arg(folder.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(3), "{}", error_text(&output));
    assert!(text == long);
    assert_eq!(names, 1);
}

#[test]
fn too_few_descriptors_or_too_little_memory_leave_the_journal_alone() {
    let desk = UntidyFolder::new();
    for limit in [
        "--nofile=3",
        "--nofile=4",
        "--nofile=5",
        "--as=20000000",
        "--as=40000000",
    ] {
        desk.reset_files();
        let run = Command::new("prlimit")
            .arg(limit)
            .arg(env!("CARGO_BIN_EXE_tegoed"))
            .arg("fmt")
            .arg(desk.journal_path())
            .output();
        let Ok(output) = run else { return };
        let text = desk.journal_text();
        let tidy = output.status.success();
        assert_eq!(text, if tidy { TIDY } else { UNTIDY }, "{limit}");
        assert!(desk.leftovers().is_empty(), "{limit}");
    }
}
