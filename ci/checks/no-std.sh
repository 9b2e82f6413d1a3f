#!/usr/bin/env bash
# nothing of std is linked without the feature `std`
source ci/lib.sh

# The proof: a program that defines what std defines (the panic handler, and with `alloc` the
# allocator). If std were anywhere in it, the compiler would find two.
CARGO_BUILD_TARGET=$(host) # so that macros are built without the flags
export CARGO_BUILD_TARGET RUSTFLAGS="-C panic=abort --cfg no_std_proof" CARGO_TARGET_DIR=$PWD/target/ci/no-std
for features in "" derive alloc alloc,derive; do
    echo "features: ${features:-none}"
    cargo rustc --quiet -p no-std-user --no-default-features --features "$features" \
        --lib --crate-type staticlib
done
if cargo rustc --quiet -p no-std-user --features leak/std --lib --crate-type staticlib 2>/dev/null; then
    echo "The proof proves nothing: it passes with std too."
    exit 1
fi
