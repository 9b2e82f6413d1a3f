//! Tests of the program as its users run it.

mod links;
mod output;
mod reading;
mod site;
