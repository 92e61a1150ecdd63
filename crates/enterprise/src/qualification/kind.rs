use identifiers::{
    Subject, Warning, ccc::CccNumber, cosmetic::CosmeticNo, licence::FoodLicence, licence::ProductionLicence,
    type_approval::TypeApprovalNo,
};

kernel::codes! {
    /// The kind of a qualification 企业资质类型 (F026).
    pub enum QualificationKind {
        ProductionLicence = "production_licence", "工业产品生产许可证", "production licence for industrial products";
        Ccc = "ccc", "强制性产品认证（CCC）", "compulsory product certification (CCC)";
        FoodLicence = "food_licence", "食品生产许可证", "food production licence";
        CosmeticsLicence = "cosmetics_licence", "化妆品生产许可证", "cosmetics production licence";
        SpecialEquipment = "special_equipment", "特种设备生产许可证", "special equipment production licence";
        TypeApproval = "type_approval", "计量器具型式批准", "type approval of measuring instruments";
        QualityManagement = "quality_management", "质量管理体系认证", "quality management certification";
        EnvironmentalManagement = "environmental_management", "环境管理体系认证", "environmental management certification";
        SafetyManagement = "safety_management", "职业健康安全管理体系认证", "occupational health and safety certification";
        EnergyManagement = "energy_management", "能源管理体系认证", "energy management certification";
        ProductCertification = "product_certification", "自愿性产品认证", "voluntary product certification";
        GreenProduct = "green_product", "绿色产品认证", "green product certification";
        Laboratory = "laboratory", "检验检测机构资质认定（CMA）", "accreditation of inspection bodies (CMA)";
        InspectionReport = "inspection_report", "检验检测报告", "inspection report";
        Other = "other", "其他", "other";
    }
}

impl QualificationKind {
    /// Warns of what looks unusual about a number of this kind. Numbers of old certificates and of other issuers have
    /// shapes of their own, so none is refused.
    #[must_use]
    pub fn warnings(self, number: &str) -> Vec<Warning> {
        let unusual = |subject, example| vec![Warning::UnusualShape { subject, example }];
        match self {
            Self::ProductionLicence => match ProductionLicence::parse(number) {
                Ok(_) => vec![],
                Err(_) => unusual(Subject::ProductionLicence, "XK06-001-00001"),
            },
            Self::Ccc => match CccNumber::parse_with_version(number) {
                Ok((ccc, _)) => ccc.warnings(),
                Err(_) => unusual(Subject::CccNumber, "2016010706840003"),
            },
            Self::FoodLicence => match FoodLicence::parse(number) {
                Ok(licence) => licence.warnings(),
                Err(_) => unusual(Subject::FoodLicence, "SC10633019702613"),
            },
            Self::CosmeticsLicence => match CosmeticNo::parse(number) {
                Ok(_) => vec![],
                Err(_) => unusual(Subject::CosmeticNo, "浙妆20160001"),
            },
            Self::TypeApproval => match TypeApprovalNo::parse(number) {
                Ok(approval) => approval.warnings(),
                Err(_) => unusual(Subject::TypeApprovalNo, "2019F101-33"),
            },
            _ => vec![],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_another_shape_is_doubtful_and_not_wrong() {
        let codes = |kind: QualificationKind, number| kind.warnings(number).len();
        assert_eq!(codes(QualificationKind::ProductionLicence, "浙XK06-001-00001"), 0);
        assert_eq!(codes(QualificationKind::ProductionLicence, "XK6-1-1"), 1);
        assert_eq!(codes(QualificationKind::Ccc, "2016010706840003"), 0);
        assert_eq!(codes(QualificationKind::Ccc, "20160107"), 1);
        assert_eq!(
            codes(QualificationKind::FoodLicence, "SC10633019702614"),
            1,
            "check digit"
        );
        assert_eq!(codes(QualificationKind::QualityManagement, "00123Q30001R0M"), 0);
    }
}
