//! What can be wrong with a run of serials.

use identifiers::serial::SpanError;

kernel::errors! {
    /// Errors of runs of serials.
    pub enum Error {
        StartNotDigits: Invalid, "coding.start_not_digits" at "/first_serial",
            "the start must be digits; put other characters into the prefix", "起始序列号只能是数字，字母等请填在序列号前缀中";
        NotASerial: Invalid, "coding.not_a_serial" at "/first_serial",
            "prefix and serial together take at most 20 characters of letters, digits and the GS1 symbols",
            "前缀与序列号合计最多 20 个字符，且只能是数字、字母和 GS1 规定的符号，不能有汉字或空格";
        Outgrown { digits: usize }: Invalid, "coding.span_outgrown" at "/quantity",
            "so many serials do not fit {digits} digits; begin with more leading zeros",
            "数量超出起始序列号的位数（{digits} 位），请在起始序列号前补 0";
        NotOneRun: Invalid, "coding.not_one_run" at "/last_serial",
            "first and last serial must have the same prefix and the same number of digits",
            "起始与结束序列号的前缀和位数必须相同";
        Reversed: Invalid, "coding.span_reversed" at "/last_serial",
            "the last serial comes before the first", "结束序列号不能小于起始序列号";
    }
}

impl From<SpanError> for Error {
    fn from(e: SpanError) -> Self {
        match e {
            SpanError::StartNotDigits => Self::StartNotDigits,
            SpanError::NotASerial => Self::NotASerial,
            SpanError::Outgrown { digits } => Self::Outgrown { digits },
            SpanError::NotOneRun => Self::NotOneRun,
            SpanError::Reversed => Self::Reversed,
        }
    }
}
