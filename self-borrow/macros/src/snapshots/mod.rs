#[test]
fn lines() {
    let out = crate::expand::attribute(
        &Default::default(),
        "pub struct Edit { #[lend(mut 'a)] s: Box<String>, r: &'a mut String }"
            .parse()
            .unwrap(),
    );
    let file: syn::File = syn::parse2(out).unwrap();
    let text = prettyplease::unparse(&file);
    println!("{text}");
    println!("{}", text.lines().count());
}
