//! The attribute belongs to the type.

#[derive(leak::Leak)]
struct S<#[leak(bound = "")] T>(T);

fn main() {
    leak::mem::forget(S(1));
}
