//! The SQLite adapter joins the conformance suite.

crm_tests::conformance!(sqlite, crm_tests::harness::sqlite);
