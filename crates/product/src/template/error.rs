use db::{Fault, NotWhole};
use web::upload::UploadError;

kernel::errors! {
    /// Errors of templates.
    pub enum Error {
        Stale: Stale, "request.stale", "the record has changed since you read it; read it again",
            "该记录已被他人修改，请刷新后重新编辑";
        NotFound: NotFound, "product.template_not_found", "there is no such template", "模板不存在";
        NameTaken { name: String }: Conflict, "product.template_name_taken" at "/name",
            "there is a template {name} already", "模板名称“{name}”已存在，请改为不同的名称";
        Shipped: Conflict, "product.system_template",
            "this template is shipped and cannot be changed; save one of your own made from it",
            "系统模板不能修改或删除；可以它为基础另存为自己的模板";
        + NotWhole(NotWhole);
        + Database(Fault) <- diesel::result::Error;
        + Upload(UploadError);
        + Brand(enterprise::brand::Error);
    }
}
