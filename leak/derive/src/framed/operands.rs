//! The parts of expressions.

use syn::{Attribute, Expr};

/// The operands of an expression that does nothing but evaluate them here and now. `None` for all
/// others, known and unknown.
pub(super) fn operands(expr: &mut Expr) -> Option<Vec<&mut Expr>> {
    Some(match expr {
        Expr::Continue(_) | Expr::Infer(_) | Expr::Lit(_) => Vec::new(),

        Expr::Break(expr) => expr.expr.as_deref_mut().into_iter().collect(),
        Expr::Return(expr) => expr.expr.as_deref_mut().into_iter().collect(),
        Expr::Cast(expr) => vec![&mut expr.expr],
        Expr::Field(expr) => vec![&mut expr.base],
        Expr::Group(expr) => vec![&mut expr.expr],
        Expr::Let(expr) => vec![&mut expr.expr],
        Expr::Paren(expr) => vec![&mut expr.expr],
        Expr::RawAddr(expr) => vec![&mut expr.expr],
        Expr::Reference(expr) => vec![&mut expr.expr],
        Expr::Try(expr) => vec![&mut expr.expr],
        Expr::Unary(expr) => vec![&mut expr.expr],

        Expr::Assign(expr) => vec![&mut expr.left, &mut expr.right],
        Expr::Index(expr) => vec![&mut expr.expr, &mut expr.index],
        Expr::Range(expr) => [expr.start.as_deref_mut(), expr.end.as_deref_mut()]
            .into_iter()
            .flatten()
            .collect(),

        Expr::Array(expr) => expr.elems.iter_mut().collect(),
        Expr::Tuple(expr) => expr.elems.iter_mut().collect(),
        Expr::Call(expr) => [&mut *expr.func]
            .into_iter()
            .chain(&mut expr.args)
            .collect(),
        Expr::MethodCall(expr) => [&mut *expr.receiver]
            .into_iter()
            .chain(&mut expr.args)
            .collect(),
        _ => return None,
    })
}

/// The attributes of an expression. Syntax that isn't listed isn't entered either.
pub(super) fn attrs(expr: &Expr) -> &[Attribute] {
    macro_rules! attrs {
        ($($variant:ident)*) => {
            match expr {
                $(Expr::$variant(expr) => &expr.attrs,)*
                _ => &[],
            }
        };
    }
    attrs!(
        Array Assign Async Binary Block Break Call Cast Closure Const Continue Field ForLoop Group
        If Index Infer Let Lit Loop Macro Match MethodCall Paren Path Range RawAddr Reference
        Repeat Return Struct Try Tuple Unary Unsafe While
    )
}
