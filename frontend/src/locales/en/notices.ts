// What people are told, where it is sent, and what became of it.

import type { Catalogue } from '../catalogue';

export const notices: Catalogue = {
  // Fields
  接收地址: 'Address',
  下次发送时间: 'Next try',
  完成时间: 'Ended',
  发送编号: 'Delivery id',
  最近一次失败原因: 'Last failure',
  模板: 'Template',
  已尝试次数: 'Tries',
  类别: 'Kind',
  主题: 'Subject',
  时间: 'Time',
  消息编号: 'Notice id',
  相关页面: 'Page',
  阅读时间: 'Read',
  标题: 'Title',
  外发渠道: 'Also sent by',
  占位符: 'Placeholders',
  英文内容: 'English text',
  英文标题: 'English title',
  只看未读: 'Unread only',
  时间起: 'From',
  时间止: 'To',
  '含当日。': 'That day included.',
  提交时间起: 'Written from',
  提交时间止: 'Written to',
  // The bell and the inbox
  消息通知: 'Notices',
  消息列表: 'Notices',
  '消息通知，{n} 条未读': 'Notices, {n} unread',
  未读: 'Unread',
  已读: 'Read',
  还没有消息: 'No notices yet',
  标为已读: 'Mark as read',
  全部标为已读: 'Mark all as read',
  已全部标为已读: 'All marked as read',
  查看全部: 'See all',
  // Settings
  通知设置: 'Notice settings',
  接收方式: 'How to be told',
  站内: 'Console',
  '此类消息不发{via}': 'Never sent by {via}',
  '短信发送至联系人手机 {phone}。': 'SMS go to the phone of the contact, {phone}.',
  '邮件发送至 {email}。': 'Mails go to {email}.',
  '尚未填写电子邮箱，不会发送邮件。': 'There is no mail address, so no mails are sent.',
  站内消息不能关闭: 'Always on',
  '站内消息始终保留；注册、找回密码等验证码短信不受此处影响。':
    'The console always has everything. Codes by SMS, as for registration, are sent regardless.',
  通知设置已保存: 'Notice settings saved',
  // What was sent
  发送记录: 'Send log',
  短信与邮件发送记录: 'SMS and mails sent',
  企业名称的一部分: 'Part of the name',
  重新发送: 'Send again',
  '重新发送这条消息？': 'Send this message again?',
  '将发送到该企业当前登记的手机号或邮箱。': 'It goes to the phone or mailbox the enterprise has now.',
  已重新排队发送: 'It will be sent again',
  还没有发送过短信或邮件: 'No SMS or mail was sent yet',
  // Templates
  消息模板: 'Templates',
  发给: 'To',
  平台: 'Operators',
  '、': ', ',
  // Development
  开发环境邮件: 'Development mails',
  最近的邮件: 'Newest mails',
  还没有邮件: 'No mails yet',
  '仅在开发环境（PINMA_SMTP_URL=development）显示邮件。':
    'Mails are shown only in development (PINMA_SMTP_URL=development).',
};
