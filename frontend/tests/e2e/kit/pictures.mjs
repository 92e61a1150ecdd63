// Pictures to upload: real PNG files, drawn by the browser.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const LICENCE = `<div style="width:760px;padding:40px;border:10px double #b8860b;background:#fffdf4;text-align:center">
  <h1 style="letter-spacing:24px;color:#9c1c1c">营业执照</h1><p>统一社会信用代码 91330109589891087U</p>
  <p>名称　杭州超尔切削工具有限公司</p><p>住所　浙江省杭州市萧山区</p></div>`;
const board = (
  top,
  edge,
  text,
) => `<div style="width:800px;height:500px;background:linear-gradient(160deg,#eef2f6,#dbe2ea);display:grid;place-content:center">
  <div style="width:520px;height:230px;transform:perspective(900px) rotateX(38deg) rotateZ(-14deg);background:repeating-linear-gradient(96deg,${top} 0 18px,#fff3 18px 20px,${top} 20px 46px);
  background-color:${top};box-shadow:-6px 10px 0 ${edge},-12px 20px 0 ${edge},-26px 48px 40px #0003;border-radius:4px"></div>
  <b style="margin-top:60px;text-align:center;color:#4a5563;font-size:26px">${text}</b></div>`;
const LOGO = `<div style="width:240px;height:240px;border-radius:40px;background:#1668dc;color:#fff;display:grid;place-content:center;font:bold 120px sans-serif">超</div>`;
const REPORT = `<div style="width:700px;padding:50px;background:#fff"><h2 style="text-align:center">出厂检验报告</h2>
  <table border="1" cellpadding="8" style="width:100%;border-collapse:collapse"><tr><td>项目</td><td>标准值</td><td>结果</td></tr>
  <tr><td>含水率</td><td>6.0%–14.0%</td><td>9.2%</td></tr><tr><td>甲醛释放量</td><td>≤ 0.124 mg/m³</td><td>0.041 mg/m³</td></tr></table></div>`;

const drawings = {
  licence: LICENCE,
  blockboard: board('#d9b27c', '#a97c43', '细工木板 18 mm'),
  plywood: board('#c98f5a', '#8a5a2e', '胶合板 9 mm'),
  report: REPORT,
  logo: LOGO,
};

/** Draws all of them into a folder; answers their paths by name. */
export async function drawPictures(ctx, folder) {
  mkdirSync(folder, { recursive: true });
  const page = await ctx.newPage();
  const paths = {};
  for (const [name, body] of Object.entries(drawings)) {
    await page.setContent(`<body style="margin:0;font-family:sans-serif">${body}`);
    paths[name] = join(folder, `${name}.png`);
    await page.locator('body > div').screenshot({ path: paths[name], omitBackground: true });
  }
  await page.close();
  return paths;
}
