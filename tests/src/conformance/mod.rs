//! The suite that any storage joins with one line: `crm_tests::conformance!(sqlite, make)`, where `make` is an async function that gives
//! a [`Harness`](crate::harness::Harness) on an empty storage. Every case is a test of its own, on a runtime of several threads.
//!
//! [`contract`] holds the lines under `# Behavior` of `Storage` and `UnitOfWork`; the others hold the business, through the services.

pub mod access;
pub mod authority;
pub mod books;
pub mod company;
pub mod contract;
pub mod costing;
pub mod customers;
pub mod days;
pub mod derived;
pub mod dictionary;
pub mod dues;
pub mod goods;
pub mod keys;
pub mod masters;
pub mod opening;
pub mod operations;
pub mod orders;
pub mod patches;
pub mod price_authority;
pub mod pricing;
pub mod products;
pub mod receivables;
pub mod sales;
pub mod search_keys;
pub mod settlement;
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
                sums_beyond_64_bits_are_exact
                numbers_beyond_what_is_kept_are_refused
                an_older_version_is_refused
                an_update_of_nothing_is_refused
                new_search_keys_change_nothing_else
                a_delete_takes_the_row_that_was_read
                a_delete_of_another_version_is_refused
                documents_and_ledgers_are_never_deleted
                deletes_come_last_and_children_first
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
                costing_again_reaches_the_lines_of_kits
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
                discounts_and_charges_are_printed_amounts
                allowances_and_charges_enter_the_base_of_their_rate
                the_amount_to_pay_is_rounded_without_tax
                a_credit_note_gives_money_back_and_leaves_the_goods
                a_return_or_credit_note_is_undone_at_its_figures
                a_replacement_moves_stock_and_no_money
                a_copy_is_the_start_of_a_new_delivery
            );
            $crate::conformance!(@cases $make; orders:
                a_quote_and_its_order_move_nothing
                revisions_never_change_and_are_compared
                a_quote_is_accepted_in_parts
                accepting_twice_makes_one_order
                an_expired_quote_needs_a_right
                quotes_and_orders_follow_their_customer
                an_order_is_delivered_in_parts
                an_order_is_exceeded_only_on_demand_and_completed_short
                an_order_waits_for_its_stock
                reversing_a_delivery_reopens_its_order
                an_order_keeps_its_prices_and_texts
                lines_are_priced_by_lists_and_judged_by_the_policy
                a_quote_is_accepted_at_its_price_or_repriced
                what_is_reserved_is_nobody_elses
                a_kit_is_delivered_as_its_components
                prepayments_follow_the_order_and_credit_counts_it
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
            $crate::conformance!(@cases $make; settlement:
                terms_make_instalments_that_stay_as_issued
                payments_fill_given_instalments_in_due_order
                rescheduling_does_not_change_the_debt
                a_cancelled_payment_reopens_what_it_paid
                an_allocation_is_taken_back_by_a_dated_reversal
                a_credit_is_refunded_and_the_refund_cancelled
                a_write_off_stays_within_the_tolerance
                a_payer_pays_for_others
                a_payers_payment_is_taken_back_and_bounces
                a_credit_is_set_against_several_documents
                the_credit_of_a_linked_return_fills_its_delivery
                a_prepayment_is_reserved_for_its_order
                ageing_as_it_was_known_at_a_moment
                ageing_by_customer_and_salesperson_adds_up
                a_statement_of_account_runs_from_balance_to_balance
                a_delivery_beyond_the_credit_limit_is_refused
                reminders_come_by_days_past_due
            );
            $crate::conformance!(@cases $make; dues:
                credit_is_freed_on_the_day_of_the_payment
                an_earlier_day_is_no_way_around_the_limit
                the_limit_of_a_payer_holds_over_all_that_they_pay_for
                figures_of_a_payer_are_told_as_far_as_they_are_in_reach
                a_prepayment_waits_for_the_next_delivery_of_its_order
                what_no_prepayment_settled_is_free_after_a_reversal
                cash_rounding_comes_back_with_the_last_of_a_delivery
                parts_of_what_is_rounded_are_rounded_as_it_is
                amounts_are_in_steps_that_can_be_settled
                a_listed_price_comes_to_something
                the_step_is_that_of_the_books
                a_document_of_nothing_is_paid
                a_question_about_nobody_is_an_error
                a_cancellation_counts_from_its_own_day
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
                text_is_one_however_it_is_composed
            );
            $crate::conformance!(@cases $make; patches:
                signing_in_never_activates_anybody
                an_upsert_leaves_what_people_set
                a_record_is_made_of_the_fields_that_are_given
                a_patch_changes_its_fields_and_no_others
                what_a_record_cannot_become_is_refused
                a_patch_carries_values_of_the_host
                a_patch_under_a_key_is_done_once
                a_patch_does_not_tell_what_is_hidden
                a_record_is_changed_by_a_function_of_what_it_is
                the_company_is_patched
            );
            $crate::conformance!(@cases $make; keys:
                a_key_is_of_one_record_and_free_after_it
                a_system_that_roles_name_is_for_their_holders
                a_key_out_of_reach_tells_nothing
                keys_are_in_audit_and_feed
                a_merged_entry_leaves_its_keys_to_the_other
                a_record_has_only_so_many_keys
            );
            $crate::conformance!(@cases $make; search_keys:
                names_of_every_script_are_found
                keys_of_an_older_library_are_made_anew
                a_wrong_search_key_is_found
                the_number_of_search_keys_is_the_librarys
            );
            $crate::conformance!(@cases $make; customers:
                a_customer_is_deleted_with_his_parts
                what_is_referred_to_is_not_deleted
                a_granted_group_is_not_deleted
                nobody_deletes_what_he_does_not_reach
                people_and_the_company_are_never_deleted
                a_card_has_everything_of_a_customer
                a_contact_point_is_found_however_it_was_written
                a_tax_number_is_found_however_it_was_written
                parts_stay_with_their_customer
                parts_follow_the_reach_of_their_customer
                a_membership_gives_reach_on_every_path
                a_membership_is_not_taken_away_with_ones_own_reach
                trees_of_groups_are_deep_and_move_whole
                fields_of_the_host_hold_typed_values
                fields_of_the_host_are_filtered_by
                what_does_not_fit_a_field_of_the_host_is_refused
                a_required_field_of_the_host_is_asked_for
                a_unique_field_of_the_host_holds_each_value_once
                a_new_field_of_the_host_is_known_to_open_sessions
                values_of_the_host_are_in_audit_and_feed
            );
            $crate::conformance!(@cases $make; derived:
                derived_fields_follow_the_documents
                derived_fields_filter_and_sort
                derived_fields_end_with_the_reach_of_their_sources
            );
            $crate::conformance!(@cases $make; dictionary:
                an_entry_is_renamed_without_touching_what_names_it
                an_entry_in_use_is_not_deleted
                a_merge_gives_everything_another_entry
                a_merge_of_two_kinds_or_a_circle_is_refused
                an_entry_is_of_its_category
                presets_can_be_loaded
                no_operation_leaves_an_id_that_points_to_nothing
            );
            $crate::conformance!(@cases $make; operations:
                an_undone_merge_leaves_everything_as_it_was
                undoing_keeps_what_changed_since
                undoing_is_refused_where_the_deleted_cannot_exist_again
                undoing_closes_no_circle
                customers_are_reassigned_and_given_back
                customers_are_reassigned_within_reach
                a_reassignment_stays_within_what_the_caller_reads
                a_user_of_the_host_carries_out_operations
                a_merge_moves_no_reserved_keys
                a_new_owner_is_an_active_operator
                a_reassignment_under_a_key_is_done_once
            );
            $crate::conformance!(@cases $make; company:
                a_profile_is_in_force_from_its_day
                a_document_follows_the_policy_of_its_day
                a_profile_is_checked
            );
            $crate::conformance!(@cases $make; days:
                today_is_that_of_the_principal
                a_principal_without_a_zone_has_that_of_the_company
                an_unknown_zone_opens_no_session
                a_profile_has_a_known_zone
            );
            $crate::conformance!(@cases $make; products:
                a_rename_never_rewrites_history
                a_code_of_any_kind_finds_product_unit_and_quantity
                a_customers_part_number_counts_for_him_only
                what_stands_for_several_is_ambiguous
                an_active_code_is_claimed_once
                a_code_holds_on_its_days
                a_barcode_needs_its_check_digit
                a_mnemonic_finds_what_nothing_firmer_does
                units_are_exact_fractions_of_the_products_own
                kits_hold_no_kits
                a_product_without_a_code_takes_the_next_of_its_group
                a_code_that_was_not_kept_leaves_no_gap
                a_customer_without_a_number_takes_the_next_of_his_group
            );
            $crate::conformance!(@cases $make; pricing:
                the_first_source_that_has_a_price_wins
                an_agreed_discount_is_given_on_the_price_of_the_list
                quantity_breaks_are_reached_by_line_or_by_document
                only_what_is_in_force_counts
                prices_are_found_in_the_currency_of_the_sale
                a_price_of_a_box_serves_lines_in_pieces_and_back
                the_last_price_is_net_and_exact
                what_is_no_price_is_refused
                the_history_has_the_last_deliveries_first
                the_basket_has_what_is_taken_most_often
                the_last_delivery_is_copied_for_the_next
            );
            $crate::conformance!(@cases $make; books:
                amounts_of_an_order_are_shared_over_its_parts
                amounts_of_a_quote_are_shared_over_its_orders
                a_percentage_is_the_same_with_tax_and_without
                allowances_are_taxed_as_the_lines_are
                the_tax_of_the_customer_comes_before_the_products
                only_what_was_sold_teaches_prices
                a_copy_comes_to_the_same
                what_includes_tax_comes_back_as_it_was_paid
                a_price_credit_is_neither_given_twice_nor_lost
                a_return_says_what_is_given_back
                a_component_comes_back_by_itself
                an_unlinked_return_says_what_it_was
                a_return_may_be_delivered_again
                a_list_with_tax_inside_takes_a_percentage
                more_than_the_share_of_what_comes_back_is_a_credit
                a_return_keeps_each_tax_apart
                what_is_kept_changes_no_other_piece
                tax_and_vouchers_are_not_given_away
                a_return_drops_nothing_that_it_says
            );
            $crate::conformance!(@cases $make; authority:
                a_step_to_another_entity_carries_its_scope
                what_a_document_moved_belongs_to_its_customer
                groups_are_managed_within_ones_own
                fields_that_carry_money_or_reach_need_their_own_right
                who_changes_fields_of_a_record_can_read_it
                each_right_reaches_as_far_as_its_own_role
                only_full_reach_checks_the_books
                an_answer_is_given_again_as_it_may_be_seen_now
                figures_in_refusals_need_their_right
                nobody_gives_what_they_do_not_have
                keys_and_fields_of_who_may_more_are_out_of_bounds
                a_role_is_not_lost_to_those_who_have_it
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
            $crate::conformance!(@cases $make; price_authority:
                a_discount_is_refused_in_every_form
                a_limit_holds_in_every_form
                prices_with_and_without_tax_are_compared_alike
                costs_are_held_against_the_whole
                what_is_in_the_customers_favour_needs_the_right_to_credit
                what_was_judged_is_delivered_unchanged
                an_acceptance_at_todays_prices_is_judged
                a_hidden_cost_is_not_told_by_refusals
                a_refusal_by_policy_is_noted
            );
            $crate::conformance!(@cases $make; goods:
                no_day_ends_with_less_than_nothing
                every_way_out_asks_the_later_days
                days_ahead_have_a_limit
                what_was_undone_blocks_no_product
                what_winds_up_business_is_always_possible
                a_tax_rate_fits_its_category
                a_discount_is_at_most_its_line
                a_price_is_corrected_before_or_after_goods_went_back
                a_credit_of_its_own_is_not_corrected
                a_missing_cost_says_what_to_do
                what_does_not_come_out_even_is_rounded_in_stock_only
                pieces_of_a_box_leave_nothing_behind
                a_receipt_is_worth_what_the_bill_says
                a_serial_comes_back_from_who_has_it
                an_expired_lot_is_delivered_by_policy
                a_line_of_an_order_is_delivered_from_several_lots
                a_kit_of_serials_names_its_pieces
            );
            $crate::conformance!(@cases $make; opening:
                a_dry_run_reports_and_changes_nothing
                a_code_that_comes_again_in_a_later_part_is_known
                a_sheet_of_too_many_rows_is_named
                an_opening_needs_reach_over_every_customer
                opening_stock_is_counted_in_its_unit
                money_in_another_currency_is_refused
                what_cannot_be_kept_takes_no_more_along_than_it_must
                a_sheet_may_compose_its_text_otherwise
                all_or_nothing_keeps_everything_out
                an_opening_of_several_parts_is_one
                good_rows_are_applied_and_the_others_handed_back
                applying_twice_changes_nothing
                opening_stock_is_one_document
                what_is_stored_differently_is_never_overwritten
                undone_opening_stock_is_brought_in_again
                an_opening_receivable_is_cancelled_and_brought_in_again
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
