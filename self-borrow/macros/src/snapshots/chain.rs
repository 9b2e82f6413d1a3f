struct Document {
    bound: ::self_borrow::__private::Bound<
        'static,
        ::self_borrow::__private::Shared<String>,
        DocumentFamily<0, ()>,
    >,
}
#[doc(hidden)]
struct DocumentFamily<const AT: ::self_borrow::__private::usize, L>(
    ::self_borrow::__private::PhantomData<(L,)>,
);
///The fields of a [`Document`], borrowed.
#[allow(dead_code, deprecated, single_use_lifetimes, reason = "generated")]
#[allow(explicit_outlives_requirements, reason = "generated")]
#[allow(clippy::pedantic, clippy::restriction, reason = "generated")]
struct DocumentRef<'this, 'text: 'this, 'words: 'this> {
    text: ::self_borrow::__private::RefOf<'text, String>,
    words: ::self_borrow::__private::RefOf<'words, Vec<Word<'text>>>,
    first: &'this &'words Word<'text>,
}
///The fields of a [`Document`], borrowed mutably.
#[allow(dead_code, deprecated, single_use_lifetimes, reason = "generated")]
#[allow(explicit_outlives_requirements, reason = "generated")]
#[allow(clippy::pedantic, clippy::restriction, reason = "generated")]
struct DocumentMut<'this, 'text: 'this, 'words: 'this> {
    text: ::self_borrow::__private::RefOf<'text, String>,
    words: ::self_borrow::__private::RefOf<'words, Vec<Word<'text>>>,
    first: &'this mut &'words Word<'text>,
}
///The fields of a [`Document`], that borrow, by value, and what they borrow from.
#[allow(dead_code, deprecated, single_use_lifetimes, reason = "generated")]
#[allow(explicit_outlives_requirements, reason = "generated")]
#[allow(clippy::pedantic, clippy::restriction, reason = "generated")]
struct DocumentParts<'text, 'words> {
    text: ::self_borrow::__private::RefOf<'text, String>,
    words: ::self_borrow::__private::RefOf<'words, Vec<Word<'text>>>,
    first: &'words Word<'text>,
}
///Builds a [`Document`], field by field.
#[must_use = "the value is there after `build`"]
struct DocumentBuilder<S>(S);
#[doc(hidden)]
#[allow(dead_code, deprecated, single_use_lifetimes, reason = "generated")]
#[allow(explicit_outlives_requirements, reason = "generated")]
#[allow(clippy::pedantic, clippy::restriction, reason = "generated")]
struct DocumentStage1 {
    bound: ::self_borrow::__private::Bound<
        'static,
        ::self_borrow::__private::Shared<String>,
        DocumentFamily<2, ()>,
    >,
}
#[allow(deprecated, private_bounds, single_use_lifetimes, reason = "generated")]
#[allow(clippy::all, clippy::nursery, clippy::pedantic, reason = "generated")]
const _: () = {
    use ::self_borrow::__private as __sb;
    impl<'text> __sb::FamilyAt<'text> for DocumentFamily<2, ()> {
        type Of = Vec<Word<'text>>;
    }
    impl<'text> __sb::FamilyAt<'text> for DocumentFamily<0, ()> {
        type Of = __sb::Bound<
            'text,
            __sb::Shared<Vec<Word<'text>>>,
            DocumentFamily<1, &'text ()>,
        >;
    }
    impl<'text, 'words> __sb::FamilyAt<'words> for DocumentFamily<1, &'text ()> {
        type Of = &'words Word<'text>;
    }
    impl Document {
        /// Builds it field by field: what borrows nothing in any order, then what borrows in its order.
        fn builder() -> DocumentBuilder<__sb::Missing> {
            DocumentBuilder(__sb::Missing)
        }
        /// Builds it at once: from values, and closures for the fields that borrow.
        fn new(
            text: String,
            words: impl for<'text> __sb::Step1<
                __sb::RefOf<'text, String>,
                Vec<Word<'text>>,
            >,
            first: impl for<'text, 'words> __sb::Step2<
                __sb::RefOf<'text, String>,
                __sb::RefOf<'words, Vec<Word<'text>>>,
                &'words Word<'text>,
            >,
        ) -> Document {
            Self::builder().text(text).words(words).first(first).build()
        }
        /// Calls the closure with all fields, borrowed.
        fn with<'this, R>(
            &'this self,
            f: impl for<'text, 'words> __sb::FnOnce(
                DocumentRef<'this, 'text, 'words>,
            ) -> R,
        ) -> R {
            self.bound
                .with_within(|inner, place_text, _| {
                    inner
                        .with_within(|first, place_words, _| f(DocumentRef {
                            text: place_text,
                            words: place_words,
                            first,
                        }))
                })
        }
        /// Calls the closure with all fields, borrowed mutably, but for what is lent.
        fn with_mut<'this, R>(
            &'this mut self,
            f: impl for<'text, 'words> __sb::FnOnce(
                DocumentMut<'this, 'text, 'words>,
            ) -> R,
        ) -> R {
            self.bound
                .with_mut_within(|inner, place_text, _| {
                    inner
                        .with_mut_within(|first, place_words, _| f(DocumentMut {
                            text: place_text,
                            words: place_words,
                            first,
                        }))
                })
        }
        #[inline]
        fn text<'this>(&'this self) -> __sb::RefOf<'this, String> {
            self.bound.seen()
        }
        #[inline]
        fn words<'this>(&'this self) -> __sb::RefOf<'this, Vec<Word<'this>>> {
            fn shorter<'not_covariant, 'text, 'words>(
                view: DocumentRef<'not_covariant, 'text, 'words>,
            ) -> __sb::RefOf<'not_covariant, Vec<Word<'not_covariant>>> {
                view.words
            }
            self.with(shorter)
        }
        #[inline]
        fn first<'this>(&'this self) -> &'this &'this Word<'this> {
            fn shorter<'not_covariant, 'text, 'words>(
                view: DocumentRef<'not_covariant, 'text, 'words>,
            ) -> &'not_covariant &'not_covariant Word<'not_covariant> {
                view.first
            }
            self.with(shorter)
        }
        ///Calls the closure with `first`, to change it.
        fn with_first_mut<'this, R>(
            &'this mut self,
            f: impl for<'text, 'words> __sb::FnOnce(&'this mut &'words Word<'text>) -> R,
        ) -> R {
            self.bound
                .with_mut_within(|inner, _, _| {
                    inner.with_mut_within(|first, _, _| f(first))
                })
        }
        ///Makes another value of `first`.
        fn map_first(
            self,
            f: impl for<'text, 'words> __sb::Step1<
                &'words Word<'text>,
                &'words Word<'text>,
            >,
        ) -> Document {
            let Self { bound } = self;
            let bound = bound
                .map_within::<
                    DocumentFamily<0, ()>,
                >(|inner, _, _| {
                    inner
                        .map_within::<
                            DocumentFamily<1, &'_ ()>,
                        >(|first, _, _| {
                            let first = f(first);
                            first
                        })
                });
            Document { bound }
        }
        /// The same, by a closure that may fail. An error comes with the owners.
        fn try_map_first<E>(
            self,
            f: impl for<'text, 'words> __sb::Step1<
                &'words Word<'text>,
                __sb::Result<&'words Word<'text>, E>,
            >,
        ) -> __sb::Result<Document, (E, String)> {
            let Self { bound } = self;
            match bound
                .try_map_within::<
                    DocumentFamily<0, ()>,
                    _,
                >(|inner, _, _| {
                    inner
                        .try_map_within::<
                            DocumentFamily<1, &'_ ()>,
                            _,
                        >(|first, _, _| f(first).map(|first| first))
                        .map_err(|(error, _)| error)
                })
            {
                __sb::Ok(bound) => __sb::Ok(Document { bound }),
                __sb::Err((error, __sb::Shared(text))) => __sb::Err((error, text)),
            }
        }
        /// Gives what borrows to the closure, by value; then the owners back.
        fn unbind<R>(
            self,
            f: impl for<'text, 'words> __sb::FnOnce(DocumentParts<'text, 'words>) -> R,
        ) -> (String, R) {
            let Self { bound } = self;
            let (__sb::Shared(text), result) = bound
                .unbind_within(|inner, place_text, _| {
                    inner
                        .unbind_within(|first, place_words, _| f(DocumentParts {
                            text: place_text,
                            words: place_words,
                            first,
                        }))
                        .1
                });
            (text, result)
        }
        /// Drops what borrows, and gives the owners back.
        #[inline]
        fn into_owners(self) -> String {
            let Self { bound } = self;
            let __sb::Shared(text) = bound.into_owner();
            text
        }
    }
    impl DocumentBuilder<__sb::Missing> {
        ///Sets `text`.
        fn text(self, text: String) -> DocumentBuilder<String> {
            DocumentBuilder(text)
        }
    }
    #[doc(hidden)]
    struct DocumentRunning<F, W, const AT: __sb::usize, L>(
        __sb::PhantomData<(fn() -> (F, W), L)>,
    );
    #[automatically_derived]
    impl<'text, F, W> __sb::FamilyAt<'text> for DocumentRunning<F, W, 0, ()>
    where
        F: for<'words> __sb::AsyncStep2<
            __sb::RefOf<'text, String>,
            __sb::RefOf<'words, Vec<Word<'text>>>,
            <W as __sb::Outcome<&'words Word<'text>>>::Of,
        >,
        W: for<'words> __sb::Outcome<&'words Word<'text>>,
    {
        type Of = __sb::Bound<
            'text,
            __sb::Shared<Vec<Word<'text>>>,
            DocumentRunning<F, W, 1, &'text ()>,
        >;
    }
    #[automatically_derived]
    impl<'text, 'words, F, W> __sb::FamilyAt<'words>
    for DocumentRunning<F, W, 1, &'text ()>
    where
        F: __sb::AsyncStep2<
            __sb::RefOf<'text, String>,
            __sb::RefOf<'words, Vec<Word<'text>>>,
            <W as __sb::Outcome<&'words Word<'text>>>::Of,
        >,
        W: __sb::Outcome<&'words Word<'text>>,
    {
        type Of = __sb::Beside<
            (),
            <F as __sb::AsyncStep2<
                __sb::RefOf<'text, String>,
                __sb::RefOf<'words, Vec<Word<'text>>>,
                <W as __sb::Outcome<&'words Word<'text>>>::Of,
            >>::Future,
        >;
    }
    impl DocumentBuilder<String> {
        ///Builds `words` from what it borrows.
        fn words(
            self,
            f: impl for<'text> __sb::Step1<__sb::RefOf<'text, String>, Vec<Word<'text>>>,
        ) -> DocumentBuilder<DocumentStage1> {
            let text = self.0;
            let bound = __sb::Bound::new(__sb::Shared(text), f);
            DocumentBuilder(DocumentStage1 { bound })
        }
        ///Builds, or fails with an error and the owners, `words` from what it borrows.
        fn try_words<E>(
            self,
            f: impl for<'text> __sb::Step1<
                __sb::RefOf<'text, String>,
                __sb::Result<Vec<Word<'text>>, E>,
            >,
        ) -> __sb::Result<DocumentBuilder<DocumentStage1>, (E, String)> {
            let text = self.0;
            match __sb::Bound::try_new(__sb::Shared(text), f) {
                __sb::Ok(bound) => __sb::Ok(DocumentBuilder(DocumentStage1 { bound })),
                __sb::Err((error, __sb::Shared(text))) => __sb::Err((error, text)),
            }
        }
        ///Builds, by an async closure, `words` from what it borrows.
        fn words_async(
            self,
            f: impl for<'text> __sb::AsyncStep1<
                __sb::RefOf<'text, String>,
                Vec<Word<'text>>,
            > + 'static,
        ) -> impl __sb::Future<Output = DocumentBuilder<DocumentStage1>> {
            let text = self.0;
            __sb::Bound::<
                '_,
                _,
                DocumentFamily<2, ()>,
            >::new_async(
                __sb::Shared(text),
                f,
                move |bound| DocumentBuilder(DocumentStage1 { bound }),
            )
        }
        ///Builds, by an async closure, or fails with an error and the owners, `words` from what it borrows.
        fn try_words_async<E: 'static>(
            self,
            f: impl for<'text> __sb::AsyncStep1<
                __sb::RefOf<'text, String>,
                __sb::Result<Vec<Word<'text>>, E>,
            > + 'static,
        ) -> impl __sb::Future<
            Output = __sb::Result<DocumentBuilder<DocumentStage1>, (E, String)>,
        > {
            let text = self.0;
            __sb::Bound::<
                '_,
                _,
                DocumentFamily<2, ()>,
            >::try_new_async(
                __sb::Shared(text),
                f,
                move |built| match built {
                    __sb::Ok(bound) => {
                        __sb::Ok(DocumentBuilder(DocumentStage1 { bound }))
                    }
                    __sb::Err((error, __sb::Shared(text))) => __sb::Err((error, text)),
                },
            )
        }
    }
    impl DocumentBuilder<DocumentStage1> {
        ///Builds `first` from what it borrows.
        fn first(
            self,
            f: impl for<'text, 'words> __sb::Step2<
                __sb::RefOf<'text, String>,
                __sb::RefOf<'words, Vec<Word<'text>>>,
                &'words Word<'text>,
            >,
        ) -> __sb::Built<Document> {
            let DocumentStage1 { bound } = self.0;
            let bound = bound
                .map_within::<
                    DocumentFamily<0, ()>,
                >(|words, place_text, _| __sb::Bound::<
                    '_,
                    _,
                    DocumentFamily<1, &'_ ()>,
                >::new_within(
                    __sb::Shared(words),
                    |place_words, _| {
                        let first = f(place_text, place_words);
                        first
                    },
                ));
            __sb::Built(Document { bound })
        }
        ///Builds, or fails with an error and the owners, `first` from what it borrows.
        fn try_first<E>(
            self,
            f: impl for<'text, 'words> __sb::Step2<
                __sb::RefOf<'text, String>,
                __sb::RefOf<'words, Vec<Word<'text>>>,
                __sb::Result<&'words Word<'text>, E>,
            >,
        ) -> __sb::Result<__sb::Built<Document>, (E, String)> {
            let DocumentStage1 { bound } = self.0;
            match bound
                .try_map_within::<
                    DocumentFamily<0, ()>,
                    _,
                >(|words, place_text, _| {
                    __sb::Bound::<
                        '_,
                        _,
                        DocumentFamily<1, &'_ ()>,
                    >::try_new_within(
                            __sb::Shared(words),
                            |place_words, _| {
                                f(place_text, place_words).map(|first| first)
                            },
                        )
                        .map_err(|(error, _)| error)
                })
            {
                __sb::Ok(bound) => __sb::Ok(__sb::Built(Document { bound })),
                __sb::Err((error, __sb::Shared(text))) => __sb::Err((error, text)),
            }
        }
        ///Builds, by an async closure, `first` from what it borrows.
        fn first_async<
            F: for<'text, 'words> __sb::AsyncStep2<
                    __sb::RefOf<'text, String>,
                    __sb::RefOf<'words, Vec<Word<'text>>>,
                    &'words Word<'text>,
                > + 'static,
        >(self, f: F) -> impl __sb::Future<Output = __sb::Built<Document>> {
            let DocumentStage1 { bound } = self.0;
            let stage = bound
                .map_within::<
                    DocumentRunning<F, __sb::Sure, 0, ()>,
                >(|words, place_text, _| __sb::Bound::<
                    '_,
                    _,
                    DocumentRunning<F, __sb::Sure, 1, &'_ ()>,
                >::new_within(
                    __sb::Shared(words),
                    |place_words, _| __sb::Beside {
                        rest: (),
                        pending: __sb::Pending::new(f.start(place_text, place_words)),
                    },
                ));
            __sb::unsafe_building!(
                stage, | stage, cx | stage.with_pin_within(| inner, _, _ | inner
                .with_pin_within(| inner, _, _ | inner.poll(cx))), move | bound | { let
                bound = bound.map_within:: < DocumentFamily < 0, () > > (| inner, _, _ |
                inner.map_within:: < DocumentFamily < 1, & '_() > > (| __sb::Beside {
                rest : (), pending }, _, _ | { let first = pending.finish(); first }));
                __sb::Built(Document { bound, }) }
            )
        }
        ///Builds, by an async closure, or fails with an error and the owners, `first` from what it borrows.
        fn try_first_async<
            E: 'static,
            F: for<'text, 'words> __sb::AsyncStep2<
                    __sb::RefOf<'text, String>,
                    __sb::RefOf<'words, Vec<Word<'text>>>,
                    __sb::Result<&'words Word<'text>, E>,
                > + 'static,
        >(
            self,
            f: F,
        ) -> impl __sb::Future<
            Output = __sb::Result<__sb::Built<Document>, (E, String)>,
        > {
            let DocumentStage1 { bound } = self.0;
            let stage = bound
                .map_within::<
                    DocumentRunning<F, __sb::Fallible<E>, 0, ()>,
                >(|words, place_text, _| __sb::Bound::<
                    '_,
                    _,
                    DocumentRunning<F, __sb::Fallible<E>, 1, &'_ ()>,
                >::new_within(
                    __sb::Shared(words),
                    |place_words, _| __sb::Beside {
                        rest: (),
                        pending: __sb::Pending::new(f.start(place_text, place_words)),
                    },
                ));
            __sb::unsafe_building!(
                stage, | stage, cx | stage.with_pin_within(| inner, _, _ | inner
                .with_pin_within(| inner, _, _ | inner.poll(cx))), move | bound | match
                bound.try_map_within:: < DocumentFamily < 0, () >, _ > (| inner, _, _ |
                inner.try_map_within:: < DocumentFamily < 1, & '_() >, _ > (|
                __sb::Beside { rest : (), pending }, _, _ | pending.finish().map(| first
                | first)).map_err(| (error, _) | error)) { __sb::Ok(bound) =>
                __sb::Ok(__sb::Built(Document { bound, })), __sb::Err((error,
                __sb::Shared(text))) => __sb::Err((error, text)), }
            )
        }
    }
};
