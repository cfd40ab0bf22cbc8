//! The dossier on disk: what is in it, what is never in it, and what is left where it cannot be written.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tegoed::text::sha256::sha256_hex;

const JOURNAL: &str = "format 1\n\n\
    business\n  name: Mulder\n  policy: standard\n\n\
    policy standard\n  terms: 30 days\n\n\
    customer @linde\n  name: De Linde\n  kind: business\n  no: agency\n  credit-limit: 900.00\n  \
    note: a word for ourselves\n  x-rating: poor\n\n\
    customer @bos\n  name: Familie Bos\n  kind: consumer\n\n\
    2026-01-02 agreed @linde\n  document: papers/signed.pdf\n\
    2026-01-05 invoice #1 @linde 121.00 vat 21% | Doors\n\
    2026-01-06 invoice #2 @bos 121.00 vat 21% | Windows of somebody else\n";

/// A folder with a journal, and what was made in it.
struct DossierTestFolder(tempfile::TempDir);

impl DossierTestFolder {
    /// With these lines behind the journal.
    fn with_entries(more: &str) -> Self {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("room");
        fs::create_dir(folder.path().join("home")).expect("room");
        let room = Self(folder);
        room.write_file("main.tegoed", &format!("{JOURNAL}{more}"));
        fs::create_dir(room.path("papers")).expect("room");
        room.write_file("papers/signed.pdf", "signed");
        room
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join("home").join(name)
    }

    fn write_file(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("room");
    }

    fn run_program(&self, program: &[&str], words: &[&str]) -> Output {
        let all = [program, &[env!("CARGO_BIN_EXE_tegoed")]].concat();
        Command::new(all[0])
            .args(&all[1..])
            .args(["dossier", "--as-of", "2026-04-15"])
            .args(words)
            .current_dir(self.path(""))
            .env_remove("TEGOED_FILE")
            .stdin(Stdio::null())
            .output()
            .expect("it runs")
    }

    /// Exit code and standard error.
    fn run_dossier(&self, words: &[&str]) -> (i32, String) {
        let output = self.run_program(&[], words);
        assert!(output.stdout.is_empty());
        (
            output.status.code().expect("a code"),
            String::from_utf8(output.stderr).expect("words"),
        )
    }

    /// Every file below a folder, by its name there.
    fn files_below(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let mut found = BTreeMap::new();
        collect_files(&self.path(folder), &self.path(folder), &mut found);
        found
    }
}

fn collect_files(root: &Path, folder: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect_files(root, &path, found);
        } else {
            let name = path.strip_prefix(root).expect("below");
            found.insert(name.display().to_string(), fs::read(&path).expect("bytes"));
        }
    }
}

#[test]
fn the_manifest_names_every_file_and_what_is_in_it() {
    let room = DossierTestFolder::with_entries("");
    assert_eq!(
        room.run_dossier(&["linde", "--out", "d"]),
        (0, String::new())
    );
    let files = room.files_below("d");
    let manifest = String::from_utf8(files["MANIFEST.sha256"].clone()).expect("text");
    let told: BTreeMap<&str, &str> = manifest
        .lines()
        .map(|line| line.split_once("  ").expect("two blanks"))
        .map(|(digest, name)| (name, digest))
        .collect();
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "MANIFEST.sha256",
            "claim.txt",
            "contacts.txt",
            "customer.txt",
            "documents.txt",
            "documents/papers-signed.pdf",
            "open-items.csv",
            "policy.txt",
            "statement.txt"
        ]
    );
    assert_eq!(told.len(), files.len() - 1);
    for (name, digest) in told {
        assert_eq!(sha256_hex(&files[name]), digest, "{name}");
    }
    assert_eq!(files["documents/papers-signed.pdf"], b"signed");
}

#[test]
fn the_same_day_gives_the_same_bytes() {
    let room = DossierTestFolder::with_entries("");
    for folder in ["one", "other", "one"] {
        assert_eq!(
            room.run_dossier(&["linde", "--out", folder, "--force"]).0,
            0
        );
    }
    assert_eq!(room.files_below("one"), room.files_below("other"));
    assert!(!room.files_below("one").is_empty());
}

#[test]
fn nothing_of_others_and_nothing_for_ourselves_is_in_it() {
    let room = DossierTestFolder::with_entries("2026-02-01 note @bos | Of somebody else\n");
    assert_eq!(room.run_dossier(&["linde", "--out", "d"]).0, 0);
    let files = room.files_below("d");
    let all: String = files
        .values()
        .map(|bytes| String::from_utf8_lossy(bytes).into_owned())
        .collect();
    assert!(all.contains("De Linde") && all.contains("Doors"));
    for private in ["bos", "Bos", "somebody else", "ourselves", "poor", "900"] {
        assert!(!all.contains(private), "{private}");
    }
}

#[test]
fn a_document_outside_the_folder_of_the_journal_is_refused() {
    let absolute = DossierTestFolder::with_entries("");
    let absolute = absolute.path("papers/signed.pdf").display().to_string();
    for path in [
        "../secret.pdf",
        "papers/../../secret.pdf",
        "../none.pdf",
        "link.pdf",
        "../a secret.pdf",
        &absolute,
    ] {
        let room = DossierTestFolder::with_entries(&format!(
            "2026-02-01 note @linde | see\n  document: {path}\n"
        ));
        for secret in ["secret.pdf", "a secret.pdf"] {
            fs::write(room.0.path().join(secret), "secret").expect("room");
        }
        symlink(room.0.path().join("secret.pdf"), room.path("link.pdf")).expect("room");
        let (code, words) = room.run_dossier(&["linde", "--out", "d"]);
        assert_eq!(code, 1, "{path}: {words}");
        assert!(
            words.contains("below the folder of the journal") && words.contains(path),
            "{words}"
        );
        assert!(!room.path("d").exists(), "{path}");
        let told = "main.tegoed:";
        assert!(words.contains(told), "{words}");
    }
    let room = DossierTestFolder::with_entries(
        "2026-02-01 note @linde | see\n  document: papers/../papers/signed.pdf\n",
    );
    assert_eq!(room.run_dossier(&["linde", "--out", "d"]).0, 0);
    let copies = room.files_below("d/documents");
    assert_eq!(
        copies.len(),
        1,
        "one file, named in two ways, is copied once"
    );
}

#[test]
fn names_of_copies_are_safe_and_unlike() {
    let room = DossierTestFolder::with_entries(
        "2026-02-01 note @linde | see\n  document: papers/A B.pdf\n  document: papers/a-b.pdf\n  \
         document: papers/.hidden.pdf\n",
    );
    for name in ["A B.pdf", "a-b.pdf", ".hidden.pdf"] {
        room.write_file(&format!("papers/{name}"), name);
    }
    assert_eq!(room.run_dossier(&["linde", "--out", "d"]).0, 0);
    let copies = room.files_below("d/documents");
    let names: Vec<&str> = copies.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "papers-.hidden.pdf",
            "papers-A-B.pdf",
            "papers-a-b-2.pdf",
            "papers-signed.pdf"
        ]
    );
    assert_eq!(copies["papers-a-b-2.pdf"], b"a-b.pdf");
}

#[test]
fn what_is_there_stays_as_it_is() {
    let room = DossierTestFolder::with_entries("");
    fs::create_dir(room.path("d")).expect("room");
    room.write_file("d/diary.txt", "mine");
    for words in [
        &["linde", "--out", "d"][..],
        &["linde", "--out", "d", "--force"],
    ] {
        let (code, said) = room.run_dossier(words);
        assert_eq!(code, 2, "{said}");
        assert!(said.contains("diary.txt"), "{said}");
        assert_eq!(room.files_below("d").len(), 1);
    }
    let (code, _) = room.run_dossier(&["linde", "--out", "main.tegoed"]);
    assert_ne!(code, 0);
    assert_eq!(
        fs::read_to_string(room.path("main.tegoed")).expect("text"),
        JOURNAL
    );
    assert_eq!(
        room.run_dossier(&["linde", "--out", "d", "-O", "json"]).0,
        2
    );
}

#[test]
fn a_disk_that_refuses_midway_leaves_nothing_behind() {
    let room = DossierTestFolder::with_entries("");
    room.write_file("papers/signed.pdf", &"long ".repeat(50_000));
    let run = Command::new("prlimit").arg("--version").output();
    if run.is_err() {
        return;
    }
    let output = room.run_program(&["prlimit", "--fsize=100000"], &["linde", "--out", "new/d"]);
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(3), "{words}");
    assert!(words.contains("papers-signed.pdf"), "{words}");
    assert!(!room.path("new").exists(), "{words}");
}

#[test]
fn who_owes_nothing_has_a_dossier_too() {
    let room = DossierTestFolder::with_entries("2026-02-01 payment #1 121.00\n");
    assert_eq!(room.run_dossier(&["linde", "--out", "d"]).0, 0);
    let files = room.files_below("d");
    let claim = String::from_utf8_lossy(&files["claim.txt"]);
    assert!(claim.contains("2026-04-15"), "{claim}");
    let items = String::from_utf8_lossy(&files["open-items.csv"]);
    assert_eq!(items.lines().count(), 1, "{items}");
}

#[test]
fn the_terms_go_with_it_as_customers_got_them() {
    let room = DossierTestFolder::with_entries("");
    room.write_file("papers/terms.pdf", "thirty days");
    let terms = "  terms: 30 days\n  document: papers/terms.pdf\n";
    room.write_file(
        "main.tegoed",
        &JOURNAL.replacen("  terms: 30 days\n", terms, 1),
    );
    assert_eq!(room.run_dossier(&["linde", "--out", "d"]).0, 0);
    let copies = room.files_below("d/documents");
    assert_eq!(copies["papers-terms.pdf"], b"thirty days");
}
