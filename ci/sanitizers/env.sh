# Flags for `-Zsanitizer=…` with a nightly that has no `rust-src`. Sourced after `ci/lib.sh`.
#   sanitize <address|leak|thread>    exports RUSTFLAGS, CARGO_BUILD_TARGET, CARGO_TARGET_DIR, …
# An explicit target keeps the flags away from build scripts and procedural macros.
sanitize() { # <sanitizer>
    local tools work=$PWD/target/ci
    mkdir -p "$work"
    export CARGO_BUILD_TARGET CARGO_TARGET_DIR=$work/$1 RUSTUP_TOOLCHAIN=$nightly
    CARGO_BUILD_TARGET=$(host)
    # The prebuilt std isn't instrumented, which changes no ABI: said by the second flag.
    RUSTFLAGS="-Zsanitizer=$1 -Cunsafe-allow-abi-mismatch=sanitizer"
    case $1 in
    address) export ASAN_OPTIONS=detect_leaks=0:detect_stack_use_after_return=1 ;;
    # The fast unwinder stops at the first frame of std, which has no frame pointers.
    leak) export LSAN_OPTIONS=fast_unwind_on_malloc=0 ;;
    thread)
        tools=$(rustc --print sysroot)/lib/rustlib/$(host)/bin
        [ -x "$tools/rust-lld" ] && [ -x "$tools/rust-objcopy" ] && command -v ar >/dev/null ||
            skip "needs rust-lld and rust-objcopy of the toolchain, and ar"
        NIGHTLY=$nightly bash ci/sanitizers/std_atomics.sh "$work/tsan-sysroot"
        rustc --edition 2024 --crate-type lib --emit obj -O -Cpanic=abort \
            -o "$work/fences.o" ci/sanitizers/fences.rs
        RUSTFLAGS+=" --sysroot=$work/tsan-sysroot -Clink-arg=$work/fences.o"
        for symbol in thread_fence 64_fetch_sub 64_compare_exchange_val; do
            RUSTFLAGS+=" -Clink-arg=-Wl,--wrap=__tsan_atomic${symbol/#thread/_thread}"
        done
        # A guard that is forgotten on purpose leaves a thread unjoined, which is no race.
        export TSAN_OPTIONS=report_thread_leaks=0:atexit_sleep_ms=0
        ;;
    esac
    export RUSTFLAGS
}

# The tests that run code of the libraries.
run_tests() {
    local member
    for member in $(libraries); do
        cargo test -p "$(package_name "$member")" --features "$(qualified_features "$member")" --lib --tests
    done
}
