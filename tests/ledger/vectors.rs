use super::figures::cents;
#[test]
fn x() {
    let _ = cents(1);
}
