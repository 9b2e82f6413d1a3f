//! Reports each `?Leak` that is left when all parameters have been seen: it relaxes nothing.

use super::item::{self, Target};
use super::relax::{LeakPaths, drop_parentheses};
use ownership_macro_support::diag::Diag;
use ownership_macro_support::generics::plain_name;
use syn::punctuated::Punctuated;
use syn::visit_mut::{self, VisitMut};
use syn::{
    Attribute, Block, Constraint, Expr, ImplItemFn, ItemTrait, PredicateType, ReturnType, Token,
    TraitItemFn, TraitItemType, Type, TypeImplTrait, TypeParamBound, TypeTraitObject,
};

/// Reports them, and removes them: the compiler would have its own opinion of each.
pub(super) fn report(target: &mut Target, paths: &LeakPaths, diag: &mut Diag) {
    let mut stray = Stray {
        paths,
        diag,
        reason: "`#[leak_bounds]` adds no bound here".into(),
        returned: false,
    };
    match target {
        Target::Fn(item) => stray.visit_item_fn_mut(item),
        // Not `visit_trait_item_fn_mut`: this one is ours, whatever attributes it carries.
        Target::Method(item) => stray.visit_signature_mut(&mut item.sig),
        Target::Impl(item) => stray.visit_item_impl_mut(item),
        Target::Struct(item) => stray.visit_item_struct_mut(item),
        Target::Enum(item) => stray.visit_item_enum_mut(item),
        Target::Union(item) => stray.visit_item_union_mut(item),
        Target::Trait(item) => stray.visit_item_trait_mut(item),
    }
}

struct Stray<'a> {
    paths: &'a LeakPaths,
    diag: &'a mut Diag,
    /// Why a `?Leak` at this place relaxes nothing.
    reason: String,
    returned: bool,
}

impl Stray<'_> {
    /// Visits something inside of which `reason` holds.
    fn within(&mut self, reason: impl Into<String>, visit: impl FnOnce(&mut Self)) {
        let outer = core::mem::replace(&mut self.reason, reason.into());
        visit(self);
        self.reason = outer;
    }

    fn bounds(&mut self, bounds: &mut Punctuated<TypeParamBound, Token![+]>) {
        for bound in self.paths.take_relaxed(bounds) {
            self.diag
                .error(
                    &bound,
                    format_args!("`?Leak` relaxes nothing: {}", self.reason),
                )
                .help("remove it; `?Leak` belongs to a type parameter or an `impl Trait` argument, where it is declared");
        }
        for bound in bounds {
            self.visit_type_param_bound_mut(bound);
        }
    }
}

impl VisitMut for Stray<'_> {
    fn visit_type_param_mut(&mut self, param: &mut syn::TypeParam) {
        self.bounds(&mut param.bounds);
        if let Some((_, default)) = &mut param.default {
            self.visit_type_mut(default);
        }
    }

    fn visit_type_mut(&mut self, ty: &mut Type) {
        let before = ty.clone();
        visit_mut::visit_type_mut(self, ty);
        drop_parentheses(&before, ty);
    }

    fn visit_predicate_type_mut(&mut self, predicate: &mut PredicateType) {
        self.visit_type_mut(&mut predicate.bounded_ty);
        let reason = match plain_name(&predicate.bounded_ty) {
            Some(name) => format!("`{name}` is not declared by this item"),
            None => "only a type parameter gets a bound".into(),
        };
        self.within(reason, |this| this.bounds(&mut predicate.bounds));
    }

    fn visit_return_type_mut(&mut self, output: &mut ReturnType) {
        let outer = core::mem::replace(&mut self.returned, true);
        visit_mut::visit_return_type_mut(self, output);
        self.returned = outer;
    }

    fn visit_type_impl_trait_mut(&mut self, ty: &mut TypeImplTrait) {
        if self.returned {
            self.within("a returned `impl Trait` gets no bound", |this| {
                this.bounds(&mut ty.bounds);
            });
        } else {
            self.bounds(&mut ty.bounds);
        }
    }

    fn visit_type_trait_object_mut(&mut self, ty: &mut TypeTraitObject) {
        self.within("a `dyn Trait` gets no bound", |this| {
            this.bounds(&mut ty.bounds);
        });
    }

    fn visit_constraint_mut(&mut self, constraint: &mut Constraint) {
        self.within("an associated type gets no bound", |this| {
            this.bounds(&mut constraint.bounds);
        });
    }

    fn visit_trait_item_type_mut(&mut self, item: &mut TraitItemType) {
        self.visit_generics_mut(&mut item.generics);
        self.within("an associated type gets no bound", |this| {
            this.bounds(&mut item.bounds);
        });
        if let Some((_, default)) = &mut item.default {
            self.visit_type_mut(default);
        }
    }

    fn visit_item_trait_mut(&mut self, item: &mut ItemTrait) {
        self.visit_generics_mut(&mut item.generics);
        self.within("`Self` gets no bound", |this| {
            this.bounds(&mut item.supertraits);
        });
        for item in &mut item.items {
            self.visit_trait_item_mut(item);
        }
    }

    fn visit_impl_item_fn_mut(&mut self, item: &mut ImplItemFn) {
        if !item::is_on_its_own(&item.attrs) {
            self.visit_signature_mut(&mut item.sig);
        }
    }

    fn visit_trait_item_fn_mut(&mut self, item: &mut TraitItemFn) {
        if !item::is_on_its_own(&item.attrs) {
            self.visit_signature_mut(&mut item.sig);
        }
    }

    fn visit_attribute_mut(&mut self, _: &mut Attribute) {}
    fn visit_block_mut(&mut self, _: &mut Block) {}
    fn visit_expr_mut(&mut self, _: &mut Expr) {}
}
