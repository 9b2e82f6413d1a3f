/// Writes the trait once for both compilers: `auto` is not even parsed on stable.
macro_rules! define_leak {
    ($($auto:ident)?) => {
        /// A value of this type may be forgotten at any time.
        ///
        /// # Safety
        ///
        /// 1. Nothing may rest on the destruction of a value of this type before the lifetimes in
        ///    it end.
        pub unsafe $($auto)? trait Leak {}
    };
}

#[cfg(not(feature = "nightly"))]
define_leak!();
#[cfg(feature = "nightly")]
define_leak!(auto);
