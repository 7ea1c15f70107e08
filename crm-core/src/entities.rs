//! The only list of entities, in the order in which their rows are written, locked and migrated: parents before children.
//!
//! The list consists of tokens and imports nothing; each layer of the library expands what it needs from it (typed ids, declarations, session
//! services, binding services, the tests that cover every entity). Each line names the module path of the type, its id type (`-` if rows have a
//! natural key), its service (`-` if callers have none), and who writes it: `master`, users; `listed`, the library, and callers may read it;
//! `internal`, the library for its own use.

/// Expands a macro with the list: `entities!(then)` becomes `then! { area::Type Id service kind; .. }`.
#[doc(hidden)]
#[macro_export]
macro_rules! entities {
    ($($then:tt)+) => {
        $($then)+! {
            access::Company                CompanyId              company                master;
            storage::NumberSeries          -                      -                      internal;
            storage::IdempotencyKey        -                      -                      internal;
            access::Role                   RoleId                 roles                  master;
            access::Operator               OperatorId             operators              master;
            audit::Operation               OperationId            operations             listed;
            tax::TaxRate                   TaxRateId              tax_rates              master;
            company::CompanyProfile        CompanyProfileId       company_profiles       master;
            dictionary::DictionaryEntry    DictionaryEntryId      dictionary_entries     master;
            custom::CustomField            CustomFieldId          custom_fields          master;
            pricing::PriceList             PriceListId            price_lists            master;
            pricing::PriceSettings         -                      -                      internal;
            storage::CodeSeries            -                      -                      internal;
            customers::CustomerGroup       CustomerGroupId        customer_groups        master;
            customers::Customer            CustomerId             customers              master;
            access::Ownership              OwnershipId            ownerships             listed;
            customers::CustomerGroupMember CustomerGroupMemberId  customer_group_members master;
            customers::Contact             ContactId              contacts               master;
            customers::ContactPoint        ContactPointId         contact_points         master;
            customers::CustomerAddress     CustomerAddressId      customer_addresses     master;
            custom::CustomValue            CustomValueId          -                      internal;
            products::ProductGroup         ProductGroupId         product_groups         master;
            products::Product              ProductId              products               master;
            products::ProductUnit          ProductUnitId          product_units          master;
            products::ProductCode          ProductCodeId          product_codes          master;
            products::KitComponent         KitComponentId         kit_components         master;
            pricing::PriceListItem         PriceListItemId        price_list_items       master;
            pricing::CustomerPrice         CustomerPriceId        customer_prices        master;
            products::ProductCost          ProductCostId          product_costs          master;
            stock::Warehouse               WarehouseId            warehouses             master;
            external::ExternalRef          ExternalRefId          -                      internal;
            stock::StockPool               -                      stock_pools            listed;
            stock::StockBalance            -                      stock_balances         listed;
            stock::StockLot                -                      stock_lots             listed;
            stock::LotBalance              -                      lot_balances           listed;
            stock::StockDocument           StockDocumentId        stock_documents        listed;
            sales::Quote                   QuoteId                quotes                 listed;
            sales::QuoteRevision           QuoteRevisionId        quote_revisions        listed;
            sales::QuoteLine               QuoteLineId            quote_lines            listed;
            sales::SalesOrder              SalesOrderId           orders                 listed;
            sales::SalesOrderLine          SalesOrderLineId       order_lines            listed;
            sales::Reservation             -                      reservations           listed;
            sales::SalesDocument           SalesDocumentId        sales_documents        listed;
            sales::SalesLine               SalesLineId            sales_lines            listed;
            stock::StockMovement           MovementId             stock_movements        listed;
            stock::CostLayer               -                      -                      internal;
            stock::CostVariance            CostVarianceId         cost_variances         listed;
            stock::CostCorrection          CostCorrectionId       cost_corrections       listed;
            receivables::Payment           PaymentId              payments               listed;
            receivables::Adjustment        AdjustmentId           adjustments            listed;
            receivables::OpenItem          OpenItemId             open_items             listed;
            receivables::Allocation        AllocationId           allocations            listed;
            audit::OperationChange         OperationChangeId      -                      internal;
            audit::AuditEntry              AuditId                audit                  listed;
            feed::FeedEntry                -                      feed                   listed;
        }
    };
}
