//! Finds the statements `frame!(s);` in plain blocks.

use super::operands::{attrs, operands};
use super::statement::{self, Frames};
use super::stray::{self, Calls, Why};
use ownership_macro_support::crate_path::CratePath;
use quote::ToTokens;
use syn::parse::Parse;
use syn::{Attribute, Block, Expr, ExprMatch, Item, Macro, Pat, Stmt, StmtMacro};

/// Walks through what runs on the function's own stack frame.
pub(super) struct Walk<'a> {
    library: &'a CratePath,
    calls: Calls,
    frames: Frames,
}

impl<'a> Walk<'a> {
    pub(super) fn new(library: &'a CratePath, frames: Frames) -> Self {
        Self {
            library,
            calls: Calls::new(library),
            frames,
        }
    }

    /// A plain block.
    pub(super) fn block(&self, block: &mut Block) {
        let last = block.stmts.len().saturating_sub(1);
        for (index, stmt) in block.stmts.iter_mut().enumerate() {
            self.stmt(stmt, index == last);
        }
    }

    fn stmt(&self, stmt: &mut Stmt, is_last: bool) {
        match stmt {
            Stmt::Macro(call) if self.calls.is_frame(&call.mac.path) => {
                *stmt = statement::expand(call, is_last, &self.frames, self.library);
            }
            // A tail; with a semicolon it would be a `Stmt::Macro`.
            Stmt::Expr(Expr::Macro(call), None) if self.calls.is_frame(&call.mac.path) => {
                let call = StmtMacro {
                    attrs: call.attrs.clone(),
                    mac: call.mac.clone(),
                    semi_token: None,
                };
                *stmt = statement::expand(&call, is_last, &self.frames, self.library);
            }
            Stmt::Macro(call) => self.arguments(&mut call.mac),
            Stmt::Item(Item::Macro(item)) if item.ident.is_some() => {
                self.closed(item, &Why::MacroRules);
            }
            Stmt::Item(Item::Macro(item)) => self.arguments(&mut item.mac),
            Stmt::Item(item) => self.closed(item, &Why::Item),
            Stmt::Expr(expr, _) => self.expr(expr),
            Stmt::Local(local) => {
                if let Some(why) = foreign(&local.attrs) {
                    self.closed(stmt, &why);
                } else if let Some(init) = &mut local.init {
                    self.expr(&mut init.expr);
                    if let Some((_, diverge)) = &mut init.diverge {
                        self.expr(diverge);
                    }
                }
            }
        }
    }

    fn expr(&self, expr: &mut Expr) {
        if let Some(why) = foreign(attrs(expr)) {
            return self.closed(expr, &why);
        }
        match expr {
            // Blocks, and what consists of them.
            Expr::Block(expr) => self.block(&mut expr.block),
            Expr::Unsafe(expr) => self.block(&mut expr.block),
            Expr::Loop(expr) => self.block(&mut expr.body),
            Expr::If(expr) => {
                self.expr(&mut expr.cond);
                self.body(&expr.cond, &mut expr.then_branch);
                if let Some((_, otherwise)) = &mut expr.else_branch {
                    self.expr(otherwise);
                }
            }
            Expr::While(expr) => {
                self.expr(&mut expr.cond);
                self.body(&expr.cond, &mut expr.body);
            }
            Expr::ForLoop(expr) => {
                self.expr(&mut expr.expr);
                self.body(&expr.expr, &mut expr.body);
            }
            Expr::Match(expr) => self.arms(expr),

            // What can start a generator.
            Expr::Binary(expr) => {
                self.expr(&mut expr.left);
                if stray::mentions(&expr.left, "gen") {
                    self.closed(&mut expr.right, &Why::Gen);
                } else {
                    self.expr(&mut expr.right);
                }
            }

            // What has a constant in it.
            Expr::Repeat(expr) => {
                self.expr(&mut expr.expr);
                self.closed(&mut expr.len, &Why::Const);
            }

            // What is a place for attributes.
            Expr::Struct(expr) => {
                for field in &mut expr.fields {
                    if let Some(why) = foreign(&field.attrs) {
                        self.closed(&mut field.expr, &why);
                    } else {
                        self.expr(&mut field.expr);
                    }
                }
                if let Some(rest) = &mut expr.rest {
                    self.expr(rest);
                }
            }

            Expr::Macro(call) if self.calls.is_frame(&call.mac.path) => {
                let error = Why::Expression
                    .report(&call.mac)
                    .compile_error(self.library);
                *expr = syn::parse2(error.clone()).unwrap_or(Expr::Verbatim(error));
            }
            Expr::Macro(call) => self.arguments(&mut call.mac),

            // What doesn't run here.
            Expr::Async(_) => self.closed(expr, &Why::Async),
            Expr::Closure(_) => self.closed(expr, &Why::Closure),
            Expr::Const(_) => self.closed(expr, &Why::Const),

            // What only passes values on; what remains is unknown.
            other => match operands(other) {
                Some(operands) => operands.into_iter().for_each(|expr| self.expr(expr)),
                None => self.closed(other, &Why::Unknown),
            },
        }
    }

    fn arms(&self, expr: &mut ExprMatch) {
        self.expr(&mut expr.expr);
        let generator = stray::mentions(&expr.expr, "gen");
        for arm in &mut expr.arms {
            if generator {
                self.closed(arm, &Why::Gen);
            } else if let Some(why) = foreign(&arm.attrs) {
                self.closed(arm, &why);
            } else {
                if let Pat::Guard(pat) = &mut arm.pat {
                    self.expr(&mut pat.guard);
                }
                self.expr(&mut arm.body);
            }
        }
    }

    /// The block after `head`, unless `head` and block could together be a generator.
    fn body(&self, head: &Expr, body: &mut Block) {
        if stray::mentions(head, "gen") {
            self.closed(body, &Why::Gen);
        } else {
            self.block(body);
        }
    }

    fn arguments(&self, mac: &mut Macro) {
        let why = Why::macro_arguments(&mac.path);
        mac.tokens = stray::replace(mac.tokens.clone(), &self.calls, &why, self.library);
    }

    /// Something that is not entered: each `frame!` in it becomes an error.
    fn closed<T: ToTokens + Parse>(&self, syntax: &mut T, why: &Why) {
        let before = syntax.to_token_stream();
        if self.calls.occurs_in(&before) {
            let after = stray::replace(before, &self.calls, why, self.library);
            // If it can't be read back, the `frame!`s stay, and are errors of their own.
            if let Ok(parsed) = syn::parse2(after) {
                *syntax = parsed;
            }
        }
    }
}

/// The first attribute that isn't known to leave its target as it is.
fn foreign(attrs: &[Attribute]) -> Option<Why> {
    const HARMLESS: [&str; 6] = ["allow", "cfg", "deny", "expect", "forbid", "warn"];
    attrs
        .iter()
        .find(|attr| !HARMLESS.iter().any(|name| attr.path().is_ident(name)))
        .map(Why::attribute)
}
