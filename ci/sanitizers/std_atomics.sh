#!/usr/bin/env bash
# Makes a copy of the nightly sysroot whose standard library shows its atomics to ThreadSanitizer.
#   std_atomics.sh <out-dir>     prints nothing, reuses <out-dir> when it fits the compiler
#
# The prebuilt std isn't instrumented. Its `Mutex`, `Condvar`, `Once`, `park` … synchronise inside
# non-generic functions, ThreadSanitizer doesn't see it, and every contended lock is reported as a
# race. `-Zbuild-std` needs the `rust-src` component. A suppression can't help: the stacks of such a
# report are the user's own, so it would hide real races too.
#
# But the objects in std's rlibs carry their bitcode (`.llvmbc`). Run LLVM's `tsan` pass over that:
# functions without the `sanitize_thread` attribute (all of std) keep their plain memory accesses as
# they are, but every atomic operation becomes a call into the runtime. That is exactly the
# synchronisation that was missing, and nothing else. The toolchain has the linker and `objcopy`.
set -euo pipefail
out=$1
nightly=${NIGHTLY:-nightly}
commit=$(rustc "+$nightly" -vV | sed -n 's/^commit-hash: //p')
host=$(rustc "+$nightly" -vV | sed -n 's/^host: //p')
sysroot=$(rustc "+$nightly" --print sysroot)
target=$sysroot/lib/rustlib/$host

[ "$(cat "$out/commit" 2>/dev/null)" = "$commit" ] && exit 0

rm -rf "$out"
mkdir -p "$out/lib/rustlib/$host/lib" "$out/work"
link_all_but() { # <from> <to> <name>: links to everything in <from> but <name>
    local entry
    for entry in "$1"/*; do
        [ "${entry##*/}" = "$3" ] || ln -s "$entry" "$2/"
    done
}
link_all_but "$sysroot/lib" "$out/lib" rustlib
link_all_but "$sysroot/lib/rustlib" "$out/lib/rustlib" "$host"
link_all_but "$target" "$out/lib/rustlib/$host" lib
link_all_but "$target/lib" "$out/lib/rustlib/$host/lib" ""

export LD_LIBRARY_PATH=$sysroot/lib
for crate in core alloc std test; do
    rlib=$(basename "$target"/lib/lib"$crate"-*.rlib)
    copy=$out/lib/rustlib/$host/lib/$rlib
    rm "$copy"
    cp "$target/lib/$rlib" "$copy"
    chmod u+w "$copy"
    (
        cd "$out/work"
        for object in $(ar t "$copy" | grep '\.o$'); do
            ar x "$copy" "$object"
            "$target/bin/rust-objcopy" --dump-section .llvmbc="$object.bc" "$object" /dev/null
            "$target/bin/rust-lld" -flavor gnu -r --lto-newpm-passes='function(tsan)' --lto-CGO2 \
                -o "$object" "$object.bc"
            ar r "$copy" "$object"
        done
    )
done
rm -r "$out/work"
echo "$commit" > "$out/commit"
