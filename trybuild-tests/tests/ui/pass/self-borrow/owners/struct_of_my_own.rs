//! A struct moves with the struct that it is in.

use self_borrow::self_borrow;

struct Config {
    name: String,
}

#[self_borrow]
struct Line {
    #[lend('config)]
    config: Box<Config>,
    name: &'config str,
}

fn main() {
    let config = Config { name: "one".to_owned() };
    let line = Line::new(Box::new(config), |config| &config.name);
    assert_eq!(*line.name(), "one");
}
