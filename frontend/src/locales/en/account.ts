// Signing in, registering, the enterprise, the platform.

import type { Catalogue } from '../catalogue';

export const account: Catalogue = {
  请重新登录: 'Sign in again',
  '登录已失效。重新登录后可继续当前操作，已填写的内容不会丢失。':
    'Your session has ended. Sign in again to go on; what you entered stays.',
  '一品一码、一批一码、一物一码': 'One code a product, a batch, a unit',
  '按 GS1 Digital Link 国际标准赋码，扫码即知来源，出了问题追得回来。':
    'Codes after the GS1 Digital Link standard: a scan tells where it comes from, and what goes wrong can be traced.',
  '千万级单品码一次赋出，重复号段自动拦截': 'Ten million unit codes at once; overlapping serials are refused',
  '统一社会信用代码、商品条码、执行标准逐项校验': 'Credit codes, GTINs and standards are checked one by one',
  '微信、浏览器直接扫码，无需安装应用': 'Scanned in WeChat or any browser, without an app',
  '支持新版 Chrome、Edge、360 极速浏览器和微信内置浏览器':
    'For current versions of Chrome, Edge, 360 and the browser in WeChat',
  账号登录: 'Sign in',
  产品标识与追溯平台: 'Product identity and traceability',
  '还没有账号？': 'No account yet? ',
  立即注册: 'Register',
  请输入密码: 'Password',
  忘记密码: 'Forgot the password',
  修改后所有设备均需重新登录: 'All devices have to sign in again afterwards',
  '密码已修改，请使用新密码登录': 'The password is changed; sign in with the new one',
  确认密码: 'Repeat the password',
  两次输入的密码不一致: 'The two passwords differ',
  注册信息: 'Registration',
  联系方式: 'Contact',
  附件信息: 'Files',
  '营业执照扫描件或照片，jpg/png/pdf/ofd，不超过 5 MB（图片自动缩小）':
    'A scan or photo of the business licence, jpg/png/pdf/ofd, 5 MB at most',
  注册成功: 'You are registered',
  登录账号为统一社会信用代码: 'Your login name is the credit code',
  验证身份: 'Who you are',
  设置新密码: 'New password',
  重设密码: 'Reset the password',
  密码已重设: 'The password is reset',
  '所有设备上的登录均已失效，请使用新密码登录。': 'All devices are signed out; sign in with the new password.',
  '验证码已发送，{n} 分钟内有效': 'The code is sent; it is good for {n} minutes',
  '{n} 秒后可重发': 'Again in {n} s',
  发送验证码: 'Send a code',
  '6 位数字': '6 digits',
  去登录: 'Sign in',
  '已有账号，去登录': 'I have an account',
  此页面未启用: 'This page is not enabled',
  '仅在开发环境（PINMA_SMS=development）显示短信。': 'It shows SMS only in development (PINMA_SMS=development).',
  最近的短信: 'Newest messages',
  '每 3 秒自动刷新': 'Refreshed every 3 seconds',
  还没有短信: 'No messages yet',

  // Enterprise
  联系方式已确认: 'The contact is confirmed',
  '联系人和联系电话已超过半年未确认，如有变动请及时修改，以免收不到通知和找回密码的验证码。':
    'Nobody confirmed the contact for half a year. Change it if it is no longer right, or notices and codes will not arrive.',
  '上次确认 {when}': 'last confirmed {when}',
  确认无误: 'It is right',
  去修改: 'Edit',
  基本信息: 'Basics',
  厂商识别代码与附件: 'Company prefixes and files',
  添加厂商识别代码: 'Add a company prefix',
  '7–10 位数字': '7–10 digits',
  企业信息已保存: 'The enterprise is saved',

  // Home
  完善企业信息: 'Complete the enterprise',
  '登记厂商识别代码、生产地址和营业执照，扫码页会用到。':
    'Company prefixes, production address and licence; whoever scans will see them.',
  去完善: 'Complete it',
  '填写基本信息和检验报告，得到一品一码。没有商品条码可生成内部码。':
    'Its basics and an inspection report make the code of the product. Without a GTIN you get an internal code.',
  下载二维码: 'Download the codes',
  开始使用: 'Getting started',
  夜深了: 'Good night',
  上午好: 'Good morning',
  下午好: 'Good afternoon',
  晚上好: 'Good evening',
  '{greeting}，{name}': '{greeting}, {name}',
  '当前企业类型没有赋码功能；如需赋码，请在企业信息中增加生产类企业类型。':
    'Enterprises of this type issue no codes; add a type that produces to do so.',
  最近任务: 'Recent jobs',
  全部任务: 'All jobs',
  快捷操作: 'Shortcuts',
  '尚未上传营业执照。': 'The business licence is missing.',
  '尚未登记厂商识别代码。使用商品条码的产品登记后可自动核对追溯码。':
    'No company prefix yet. With one, the GTINs of products are checked against it.',

  // Platform
  企业列表: 'Enterprises',
  停用: 'Disable',
  '停用企业“{name}”': 'Disable “{name}”',
  '停用后，该企业的所有账号立即退出且不能登录；已印制的码仍可扫码查询。':
    'All its accounts are signed out at once and cannot sign in; its printed codes still answer.',
  企业已停用: 'The enterprise is disabled',
  恢复: 'Enable',
  '恢复企业“{name}”？': 'Enable “{name}”?',
  '恢复后，该企业的账号可以重新登录。': 'Its accounts can sign in again.',
  企业已恢复: 'The enterprise is enabled',
};
