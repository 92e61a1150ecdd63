//! The rights of this crate.

/// Rights within one's own enterprise.
pub mod own {
    kernel::permissions! {
        /// See one's enterprise.
        EnterpriseRead = "enterprise.read",
        /// Change one's enterprise.
        EnterpriseWrite = "enterprise.write",
        /// See one's brands.
        BrandRead = "brand.read",
        /// Create, change, void and delete brands.
        BrandWrite = "brand.write",
        /// See one's qualifications.
        QualificationRead = "qualification.read",
        /// Create, change and delete qualifications.
        QualificationWrite = "qualification.write",
    }
}

/// Rights of the platform's own people.
pub mod platform {
    kernel::permissions! {
        /// See all enterprises.
        EnterpriseInspect = "platform.enterprise.read",
        /// Compare what enterprises say of themselves with their licences, and decide.
        EnterpriseReview = "platform.enterprise.review",
        /// Disable and enable enterprises.
        EnterpriseControl = "platform.enterprise.control",
    }
}
