// The larger controls: drafts, rich text, pictures, trees, colours.

import type { Catalogue } from '../../core/i18n';

export const kit: Catalogue = {
  // Drafts
  '离开此页？': 'Leave this page?',
  '已填写的内容保存为草稿，下次打开此页时可以恢复。':
    'What you entered is kept as a draft; you can restore it when you come back.',
  离开: 'Leave',
  '文件正在上传，请稍候': 'A file is still being uploaded; wait a moment',
  '有一份 {time} 自动保存的草稿，尚未提交。': 'There is a draft, kept at {time} and not submitted.',
  '此后该记录已被修改，恢复后请核对。': 'The record was changed since; check it after restoring.',
  恢复草稿: 'Restore the draft',
  请先选择是否恢复草稿: 'First say whether to restore the draft',
  '自动保存失败，正在重试': 'The draft could not be saved; trying again',
  '已自动保存 {time}': 'Draft saved {time}',
  '正在保存…': 'Saving…',
};
