//! Runs of labels over REST.

use super::{
    LabelCarrier, LabelColour, LabelDepth, LabelDesign, LabelFonts, LabelFormat, LabelLook, LabelPaper,
    LabelRun, LabelSubject, ScratchLayer, preview::lines, run,
};
use crate::{
    Error, PublicBase,
    batch::BatchId,
    export::{ExportQueued, Wanted, fix_labels},
    permission::CodeRead,
    product::{self, ProductId},
    serial::Span,
};
use actix_web::{HttpResponse, post};
use identifiers::SerialNo;
use kernel::Lang;
use serde::Deserialize;
use utoipa::ToSchema;
use validator::{Validate, ValidationError};
use web::{
    Files, Problem, Scope, Valid, broken_rule,
    jobs::{NewJob, enqueue},
    upload::FileId,
};

/// Which codes get labels, what these look like, and as what they are exported.
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[validate(schema(function = "rules"))]
pub struct ExportLabels {
    /// 产品
    ///
    /// 产品编号。
    pub product_id: ProductId,
    /// 码的种类
    pub subject: LabelSubject,
    /// 批次
    ///
    /// 批次码必填；单品码可只导出该批次的单品。
    pub batch_id: Option<BatchId>,
    /// 起始序列号
    ///
    /// 只导出一段单品时填写，完整的序列号，含前缀。
    #[schema(value_type = Option<String>, format = "serial-no", max_length = 20, example = "A00000001")]
    pub first_serial: Option<SerialNo>,
    /// 结束序列号
    ///
    /// 只导出一段单品时填写，完整的序列号，含前缀。
    #[schema(value_type = Option<String>, format = "serial-no", max_length = 20, example = "A00001000")]
    pub last_serial: Option<SerialNo>,
    /// 份数
    ///
    /// 产品码、批次码的标签印多少枚；单品码每个一枚。默认 1。
    #[schema(minimum = 1, maximum = 1_000_000, example = 24)]
    pub copies: Option<i64>,
    /// 输出格式
    pub format: LabelFormat,
    /// 版式
    pub design: LabelDesign,
    /// 颜色
    pub colour: LabelColour,
    /// 码制
    ///
    /// 默认二维码。
    pub carrier: Option<LabelCarrier>,
    /// 刮刮层
    ///
    /// 默认不加。
    pub scratch: Option<ScratchLayer>,
    /// 纸张
    ///
    /// 不干胶纸的标签尺寸由纸张决定。默认卷筒。
    pub paper: Option<LabelPaper>,
    /// 标签宽度
    ///
    /// 毫米，默认 20。
    #[schema(minimum = 10, maximum = 300, example = 20)]
    pub width: Option<i64>,
    /// 标签高度
    ///
    /// 毫米，默认 30。
    #[schema(minimum = 10, maximum = 300, example = 30)]
    pub height: Option<i64>,
    /// 页边距
    ///
    /// 毫米，用于 A4 自动排满。默认 10。
    #[schema(minimum = 0, maximum = 50, example = 10)]
    pub margin: Option<i64>,
    /// 标签间距
    ///
    /// 毫米，用于 A4 自动排满。默认 2。
    #[schema(minimum = 0, maximum = 50, example = 2)]
    pub gap: Option<i64>,
    /// 裁切线
    ///
    /// 在页边标出裁切位置。默认不加。
    pub crop_marks: Option<bool>,
    /// 标签名称
    ///
    /// 默认为产品名称。
    #[schema(max_length = 100, example = "西湖龙井")]
    pub name: Option<String>,
    /// 标签文字
    ///
    /// 每行一条，最多 4 行。
    #[schema(format = "multiline", max_length = 250, example = "浙江品码茶业有限公司")]
    pub text: Option<String>,
    /// 徽标
    ///
    /// 上传到 code_logo 的文件编号。
    pub logo_file_id: Option<FileId>,
    /// 分辨率
    ///
    /// PNG 的每英寸点数，默认 300。
    #[schema(minimum = 72, maximum = 1200, example = 300)]
    pub dpi: Option<i64>,
    /// 色彩
    ///
    /// PNG 的色彩，默认彩色。
    pub depth: Option<LabelDepth>,
    /// 包装材质
    ///
    /// 写入印刷说明，供印刷厂参考。
    #[schema(max_length = 50, example = "铜版纸不干胶")]
    pub material: Option<String>,
}

fn rules(e: &ExportLabels) -> Result<(), ValidationError> {
    let missing = |pointer, zh| {
        Err(broken_rule(
            "required",
            pointer,
            "this is needed for these codes",
            zh,
        ))
    };
    match (e.subject, &e.batch_id, &e.first_serial, &e.last_serial) {
        (LabelSubject::Batch, None, ..) => missing("/batch_id", "请选择批次"),
        (_, _, Some(_), None) => missing("/last_serial", "请填写结束序列号"),
        (_, _, None, Some(_)) => missing("/first_serial", "请填写起始序列号"),
        _ => Ok(()),
    }
}

impl ExportLabels {
    fn wanted(&self) -> Result<Wanted, Error> {
        let span = match (&self.first_serial, &self.last_serial) {
            (Some(first), Some(last)) => Some(Span::between(first, last)?),
            _ => None,
        };
        Ok(Wanted {
            product_id: self.product_id.clone(),
            batch_id: self.batch_id.clone(),
            span,
        })
    }

    fn run(&self, gtin: String, product_name: String) -> LabelRun {
        LabelRun {
            look: LabelLook {
                design: self.design,
                colour: self.colour,
                carrier: self.carrier.unwrap_or(LabelCarrier::Qr),
                scratch: self.scratch.unwrap_or(ScratchLayer::None),
                paper: self.paper.unwrap_or(LabelPaper::Roll),
                width: self.width.unwrap_or(20),
                height: self.height.unwrap_or(30),
                name: self.name.clone().unwrap_or(product_name),
                lines: lines(self.text.as_deref()),
                logo_file_id: self.logo_file_id.clone(),
            },
            format: self.format,
            subject: self.subject,
            gtin,
            margin: self.margin.unwrap_or(10),
            gap: self.gap.unwrap_or(2),
            crop_marks: self.crop_marks.unwrap_or(false),
            dpi: self.dpi.unwrap_or(300),
            depth: self.depth.unwrap_or(LabelDepth::Colour),
            note: String::new(),
        }
    }
}

/// 导出标签
///
/// Makes labels in the background, with progress; it can be paused and goes on after a restart. The file is kept for seven
/// days. Print data has the columns 序号, 码内容, 文字第一行, 文字第二行, GTIN, 批次号, 序列号, 生产日期, 有效期至.
#[utoipa::path(
    tag = "codes", security(("bearer" = ["code.read"])), request_body = ExportLabels,
    responses((status = 202, description = "已提交", body = ExportQueued))
)]
#[post("/label-exports")]
pub async fn create_label_export(
    scope: Scope<CodeRead>,
    files: Files,
    base: PublicBase,
    fonts: LabelFonts,
    body: Valid<ExportLabels>,
) -> Result<HttpResponse, Problem> {
    let (given, account) = (body.0, scope.caller().account.clone());
    let queued = scope
        .write(move |c| {
            let product = product::store::find(c, &given.product_id).map_err(crate::batch::refer)?;
            let mut run = given.run(product.gtin.to_string(), product.name.clone());
            // What is wrong with the labels is said now, not by the job.
            let tool = run.tool(c, &files.vault, &fonts)?;
            let copies = given.copies.unwrap_or(1);
            let mut order = fix_labels(c, &given.wanted()?, (run.clone(), copies), &base)?;
            if let Some((uri, batch_no, serial)) = order.first_code() {
                let [first, second] = run.code_text(&batch_no, &serial);
                let mut elements = String::new();
                let content = run.content(&uri, &batch_no, &serial, &mut elements).to_owned();
                run.try_on(&tool, &content, [&first, &second])?;
            }
            let total = order.total();
            let about = (given.format, given.subject);
            run.note = run::note(
                &run.look,
                about,
                &product.trace_code,
                total,
                given.material.as_deref(),
            );
            let title = format!("导出标签 {}：{}", given.format.label(Lang::Zh), order.name);
            order.set_labels(run);
            let input = serde_json::to_value(order).unwrap_or_default();
            let job_id = enqueue(
                c,
                &NewJob {
                    kind: crate::export::LABEL_KIND,
                    account,
                    title,
                    input,
                    total,
                },
            )?;
            Ok::<_, Error>(ExportQueued { job_id, total })
        })
        .await?;
    let location = ("location", format!("/api/v1/jobs/{}", queued.job_id));
    Ok(HttpResponse::Accepted().insert_header(location).json(queued))
}
