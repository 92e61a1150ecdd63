kernel::errors! {
    /// Why a stored record cannot be written again.
    pub enum NotWhole {
        Newer: Conflict, "record.newer",
            "a newer version of the program wrote this record; upgrade this program before it is changed",
            "该记录由较新版本的程序保存，含有当前程序不认识的内容；请升级程序后再修改，以免丢失";
        Unreadable { fields: String }: Conflict, "record.unreadable",
            "part of this record cannot be read ({fields}); enter it again and save",
            "该记录有内容无法读取（{fields}），请重新填写并保存后再操作";
    }
}
