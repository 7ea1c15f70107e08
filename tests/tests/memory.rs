//! The storage in memory joins the conformance suite.

crm_tests::conformance!(memory, crm_tests::harness::memory);
