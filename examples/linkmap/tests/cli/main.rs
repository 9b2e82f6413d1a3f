//! Tests of the program as its users run it.

mod islands;
mod links;
mod output;
mod reading;
mod site;
