//! The suite that any storage joins with one line: `crm_tests::conformance!(sqlite, make)`, where `make` is an async function that gives
//! a [`Harness`](crate::harness::Harness) on an empty storage. Every case is a test of its own, on a runtime of several threads.
//!
//! [`contract`] holds the lines under `# Behavior` of `Storage` and `UnitOfWork`; the others hold the business, through the services.

pub mod access;
pub mod contract;
pub mod costing;
pub mod masters;
pub mod opening;
pub mod receivables;
pub mod sales;
pub mod stock;

use crate::harness::Harness;
use std::future::Future;

/// Runs one case on a runtime of two threads; the joining crate needs no runtime of its own.
pub fn run<M: Future<Output = Harness>, C: Future<Output = ()>>(make: impl Fn() -> M, case: impl Fn(Harness) -> C) {
    crate::runtime().block_on(async { case(make().await).await });
}

/// Joins the suite: a module of tests, one for each case, on the storage that an async function makes.
#[macro_export]
macro_rules! conformance {
    ($name:ident, $make:expr) => {
        mod $name {
            #[allow(unused_imports, reason = "the factory may be named by a path")]
            use super::*;
            $crate::conformance!(@cases $make; contract:
                companies_are_isolated
                nothing_of_others_is_seen_before_they_commit
                dropping_leaves_nothing
                rolling_back_leaves_nothing
                locked_rows_are_changed_by_nobody_else
                a_read_sees_what_was_committed_before_it_got_its_locks
                a_key_without_a_row_locks_nothing
                answers_come_in_the_order_of_the_queries
                own_writes_are_seen_by_own_later_reads
                nothing_sorts_first_and_last_when_turned_round
                text_sorts_by_its_bytes
                several_sort_keys_end_with_the_row_itself
                pages_follow_each_other_without_gaps_or_doubles
                every_kind_of_value_comes_back_as_it_was
                the_largest_numbers_come_back_as_they_were
                json_null_is_not_nothing
                reports_count_and_sum_by_groups
                a_report_of_no_rows_is_zero
                reports_group_by_month
                reports_group_by_bands
                reports_group_through_a_reference
                sums_beyond_64_bits_are_exact_or_refused
                an_older_version_is_refused
                an_update_of_nothing_is_refused
                a_second_row_with_the_same_key_is_refused
                a_second_row_with_the_same_unique_fields_is_refused
                unique_fields_are_compared_together_and_within_the_company
                a_failed_write_does_nothing_and_can_only_be_rolled_back
                a_failed_write_and_commit_leaves_nothing
                numbers_begin_at_one_and_come_back_after_a_rollback
                numbers_of_one_change_set_follow_each_other
                reading_refuses_writes
                statements_do_not_depend_on_rows
                filters_mean_the_same_everywhere
                filters_follow_relations_and_trees
            );
            $crate::conformance!(@cases $make; stock:
                a_receipt_brings_quantity_and_value
                a_count_finds_and_misses
                what_is_missing_must_be_there
                goods_found_need_a_cost_once
                the_last_unit_takes_the_whole_value
                a_document_too_far_back_is_refused
                warehouses_have_their_own_quantities
            );
            $crate::conformance!(@cases $make; costing:
                a_lot_has_its_own_quantity_and_cost
                lots_and_serials_are_named_and_known
                a_lot_knows_its_day_and_who_received_it
                goods_sold_before_they_came_are_corrected_once
                a_return_covers_its_own_delivery_first
                a_transfer_moves_goods_and_no_value
                a_supplier_return_leaves_at_the_average
                a_revaluation_needs_stock
                landed_costs_are_part_of_the_receipt
                a_late_cost_goes_where_its_goods_are
                a_receipt_is_corrected_and_never_changed
                a_stock_document_is_undone_at_exactly_its_value
                a_specified_cost_is_in_force_from_its_day
                another_method_carries_the_value
                a_line_has_a_cost_of_its_own_or_never_touches_stock
                costing_again_corrects_what_was_entered_out_of_order
                costing_again_from_a_day_leaves_earlier_lines
                costs_are_changed_and_seen_by_those_who_may
            );
            $crate::conformance!(@cases $make; sales:
                a_delivery_reduces_stock_books_cost_and_creates_a_receivable
                too_little_stock_refuses_says_what_is_available_and_changes_nothing
                the_second_line_counts_what_the_first_took
                a_linked_return_comes_back_at_its_price_and_cost
                more_than_was_delivered_does_not_come_back
                an_unlinked_return_comes_back_at_todays_cost
                services_have_no_stock_and_no_cost
                profit_is_the_same_whatever_it_is_grouped_by
                profit_of_products_and_their_groups_follows_the_lines
                tax_is_rounded_once_for_each_rate
                tax_by_line_rounds_each_line
                prices_with_tax_keep_their_gross
                the_code_of_the_line_goes_before_product_customer_and_company
                a_rate_is_in_force_from_its_day
                numbers_run_by_kind_and_year
                a_key_does_an_act_once
                a_document_keeps_what_the_customer_was_called
            );
            $crate::conformance!(@cases $make; receivables:
                a_payment_can_wait_for_its_allocation
                a_payment_settles_what_falls_due_first
                a_payment_settles_the_items_it_names
                more_than_is_open_is_not_allocated
                more_than_was_paid_is_not_allocated
                the_credit_of_a_return_is_allocated_later
                items_of_another_customer_are_not_found
                ageing_stands_in_its_buckets_and_adds_up
                ageing_as_of_a_day_ignores_what_came_later
                a_balance_is_that_of_its_day
            );
            $crate::conformance!(@cases $make; masters:
                a_stale_version_is_refused
                an_update_without_a_difference_writes_nothing
                codes_are_unique
                references_point_to_something
                a_group_is_never_below_itself
                many_are_created_together_or_not_at_all
                an_upsert_creates_updates_and_leaves_alone
                an_update_only_needs_a_known_key
                a_create_only_needs_an_unknown_key
                every_change_is_in_the_audit_before_and_after
                every_change_has_its_place_in_the_feed
                the_audit_says_for_whom
                names_are_found_whatever_their_case_and_accents
            );
            $crate::conformance!(@cases $make; access:
                the_presets_may_do_what_they_are_for
                a_salesperson_sees_his_own_in_list_count_report_and_get
                a_manager_sees_his_groups_and_below
                a_boss_sees_everything
                documents_follow_their_customer
                related_records_stay_in_reach
                nobody_creates_or_moves_a_customer_out_of_his_reach
                nobody_sells_out_of_his_reach
                costs_are_hidden_in_rows_filters_sorts_groups_and_sums
                costs_are_hidden_in_answers
                a_revoked_role_takes_effect_at_the_next_read
                a_changed_role_takes_effect_at_the_next_act
                a_new_role_takes_effect_at_the_next_read
                a_deactivated_operator_can_do_nothing
                a_host_names_roles_and_groups_itself
            );
            $crate::conformance!(@cases $make; opening:
                a_dry_run_reports_and_changes_nothing
                all_or_nothing_keeps_everything_out
                good_rows_are_applied_and_the_others_handed_back
                applying_twice_changes_nothing
                opening_stock_is_one_document
                what_is_stored_differently_is_never_overwritten
            );
        }
    };
    (@cases $make:expr; $module:ident: $($case:ident)+) => {
        mod $module {
            #[allow(unused_imports, reason = "the factory may be named by a path")]
            use super::*;
            $(#[test] fn $case() { $crate::conformance::run(|| $make(), $crate::conformance::$module::$case); })+
        }
    };
}
