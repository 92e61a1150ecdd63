use crate::filing;
use db::Fault;

kernel::errors! {
    /// Errors of filing many periods at once.
    pub enum Error {
        NotFound: NotFound, "coding.filing_batch_not_found", "there is no such filing batch", "批量填报记录不存在";
        Differs { periods: i64, zeros: i64 }: Conflict, "coding.filing_batch_differs" at "/periods",
            "there are {periods} periods to file now, {zeros} of them 0; look at the numbers again and confirm them",
            "待填报的现为 {periods} 期，其中填 0 的 {zeros} 期，与确认的数目不符；请核对后重新确认";
        Nothing: Conflict, "coding.filing_batch_empty", "nothing is to be filed as coded",
            "没有可按赋码数填报的所属期：一物一码、组合多码的产品都填报了";
        Withdrawn: Conflict, "coding.filing_batch_withdrawn", "the filing batch was withdrawn already",
            "该批量填报已撤回，无需再次撤回";
        NothingStands: Conflict, "coding.filing_batch_corrected", "every filing of the batch was corrected since, so nothing of it can be withdrawn",
            "该批量填报的各期都已单独更正，没有可撤回的；如仍有错误请逐期更正";
        + Database(Fault) <- diesel::result::Error;
        + Product(product::Error);
        + Filing(filing::Error);
    }
}
