use crate::picture;
use db::Fault;

kernel::errors! {
    /// Errors of labels.
    pub enum Error {
        NoFont: Conflict, "print.no_label_font",
            "this server has no Chinese font for labels; ask its operator to install fonts-noto-cjk or to set PINMA_LABEL_FONTS",
            "服务器没有可用的中文字体，无法绘制标签，请联系运营方安装 fonts-noto-cjk 或设置 PINMA_LABEL_FONTS";
        + Database(Fault) <- diesel::result::Error;
        + Picture(picture::Error) <- label::Error;
    }
}
