//! The PostgreSQL adapter joins the conformance suite, on plain tables and on tables with parts.

crm_tests::conformance!(plain, crm_tests::harness::postgres);
crm_tests::conformance!(partitioned, crm_tests::harness::partitioned);
