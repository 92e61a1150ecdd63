// A product with everything its page can show, made over the API as an ERP would: pictures as cameras and scanners
// make them, menus of every kind, icons, colours, measured quality, parts, a brand and qualifications.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A picture of grain and light, as large as cameras' are. */
async function draw(page, folder, name, { width, height, hue, text, quality = 0.82, type = 'image/jpeg' }) {
  const url = await page.evaluate(
    ({ width, height, hue, text, quality, type }) => {
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width, height });
      const c = canvas.getContext('2d');
      const ground = c.createLinearGradient(0, 0, width, height);
      ground.addColorStop(0, `hsl(${hue} 30% 94%)`);
      ground.addColorStop(1, `hsl(${hue} 26% 78%)`);
      c.fillStyle = ground;
      c.fillRect(0, 0, width, height);
      c.save();
      c.translate(width / 2, height * 0.46);
      c.rotate(-0.16);
      c.shadowColor = 'rgb(0 0 0 / 35%)';
      c.shadowBlur = height / 12;
      c.shadowOffsetY = height / 18;
      const [w, h] = [width * 0.62, height * 0.46];
      c.fillStyle = `hsl(${hue} 45% 62%)`;
      c.fillRect(-w / 2, -h / 2, w, h);
      c.shadowColor = 'transparent';
      for (let i = 0; i < 900; i++) {
        c.strokeStyle = `hsl(${hue} ${35 + ((i * 7) % 25)}% ${40 + ((i * 13) % 35)}% / 28%)`;
        c.beginPath();
        const y = -h / 2 + (i / 900) * h;
        c.moveTo(-w / 2, y);
        for (let x = -w / 2; x <= w / 2; x += w / 40) c.lineTo(x, y + Math.sin(x / 60 + i / 23) * 2.4);
        c.stroke();
      }
      c.restore();
      c.fillStyle = `hsl(${hue} 25% 26%)`;
      c.font = `600 ${Math.round(height / 13)}px sans-serif`;
      c.textAlign = 'center';
      c.fillText(text, width / 2, height * 0.9);
      return canvas.toDataURL(type, quality);
    },
    { width, height, hue, text, quality, type },
  );
  const path = join(folder, `${name}.${type === 'image/png' ? 'png' : 'jpg'}`);
  writeFileSync(path, Buffer.from(url.split(',')[1], 'base64'));
  return path;
}

const CERTIFICATE = (
  title,
  number,
) => `<div style="width:820px;padding:56px 64px;border:14px double #b8860b;background:#fffdf6;font-family:sans-serif">
  <h1 style="text-align:center;letter-spacing:8px;color:#9c1c1c">${title}</h1><p style="font-size:22px">证书编号　${number}</p>
  <p style="font-size:22px;line-height:2">兹证明杭州超尔切削工具有限公司生产的细木工板经审查符合规定要求，特发此证。</p><p style="text-align:right;font-size:22px">发证机关（章）</p></div>`;

const PARAGRAPH =
  '本产品选用十年以上杉木芯材，经高温干燥、精选拼接、双面贴面和二次砂光制成。出厂前逐张检验含水率、胶合强度和甲醛释放量，检验记录保存五年以上。';

const guide = (picture) => `<h2>使用与保养</h2><p>${PARAGRAPH}</p>
<ol><li><p>运输与存放：平放，离地 10 厘米以上，避免雨淋和暴晒。</p></li><li><p>加工：锯切时正面朝上，封边后使用。</p></li></ol>
<p class="a-center"><span class="c-green"><strong>E0 级</strong></span>，<span class="m-yellow">开封后请通风 24 小时</span></p>
<img src="/files/${picture}" alt="板材堆放示意" width="928" height="580">
<table><tbody><tr><th><p>项目</p></th><th><p>指标</p></th></tr><tr><td><p>含水率</p></td><td><p>6%–14%</p></td></tr></tbody></table>
<p>更多资料见<a href="https://www.example.com/guide?from=page&lang=zh">企业官网</a>。</p>`;

/** Makes the files and answers the record, to be stored or previewed. */
export async function richRecord(ctx, api, folder, over = {}) {
  mkdirSync(folder, { recursive: true });
  const page = await ctx.newPage();
  const shot = async (name, html) => {
    await page.setContent(`<body style="margin:0">${html}`);
    const path = join(folder, `${name}.png`);
    await page.locator('body > div').screenshot({ path });
    return path;
  };
  await page.setContent('<body>');
  const photo = (name, size) => draw(page, folder, name, size);
  const front = await photo('front', { width: 928, height: 580, hue: 32, text: '细木工板 18 mm' });
  const side = await photo('side', { width: 928, height: 580, hue: 24, text: '端面与芯材' });
  const back = await photo('back', { width: 928, height: 580, hue: 40, text: '背面' });
  const head = await photo('head', { width: 1200, height: 400, hue: 210, text: '超尔板业' });
  const foot = await photo('foot', { width: 1200, height: 300, hue: 150, text: '绿水青山' });
  const inside = await photo('inside', { width: 928, height: 580, hue: 30, text: '平放存放' });
  const icon = await photo('icon', { width: 200, height: 200, hue: 350, text: '商城', type: 'image/png' });
  const report = await shot('report', CERTIFICATE('检验报告', 'WJ-2026-0918'));
  const conformity = await shot('conformity', CERTIFICATE('产品合格证', 'HG-20261101'));
  await page.close();
  const pdf = join(folder, '型式检验报告.pdf');
  writeFileSync(pdf, '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
  const up = (slot, file) => api.upload(slot, file);
  return {
    category: 'industrial',
    trace_code: '2058989108772',
    name: '多层实木细木工板',
    product_type: '细木工板',
    gpc_code: '83000000',
    brand_name: '超尔',
    model: '1220×2440×18 mm',
    warranty_period: '24 个月',
    service_phone: '400-820-0002',
    standards: ['GB/T 5849-2016', 'GB 18580-2017'],
    licence_number: 'XK03-001-00001',
    certificate_number: 'CERT-2026-001',
    picture_file_ids: [
      await up('product_picture', front),
      await up('product_picture', side),
      await up('product_picture', back),
    ],
    report_file_ids: [await up('inspection_report', pdf), await up('inspection_report', report)],
    report_kind: 'type_test',
    report_expires_on: '2028-10-31',
    is_report_public: true,
    manual_file_ids: [await up('manual', pdf)],
    certificate_file_ids: [await up('product_certificate', conformity)],
    attributes: [
      { name: '板材等级', value: 'E0 级', is_public: true },
      { name: '芯材', value: '杉木', is_public: true },
      { name: '表面', value: '双面贴面、二次砂光', is_public: true },
      { name: '内部物料号', value: 'MAT-0018', is_public: false },
    ],
    quality_indicators: [
      {
        kind: 'environment',
        name: '甲醛释放量',
        requirement: '≤ 0.124 mg/m³',
        result: '0.031 mg/m³',
        tested_on: '2026-10-20',
        report_file_id: await up('inspection_report', report),
        is_public: true,
      },
      {
        kind: 'performance',
        name: '胶合强度',
        requirement: '≥ 0.70 MPa',
        result: '1.12 MPa',
        tested_on: '2026-10-20',
        report_file_id: await up('inspection_report', pdf),
        is_public: true,
      },
    ],
    parts: [
      {
        kind: 'material',
        name: '杉木芯条',
        supplier_name: '丽水绝密林业有限公司',
        supplier_alias: 'A 厂家',
        is_public: true,
      },
      { kind: 'material', name: '无醛胶', model: 'MDI-200', supplier_alias: 'B 公司宁波工厂', is_public: true },
    ],
    commercial: {
      honours: '浙江省著名商标\n2025 年度绿色工厂',
      website: 'https://www.example.com/board',
      lottery_url: 'https://www.example.com/draw?code=1&from=2',
      credit_grade: 'AAA',
    },
    evidence_file_ids: [await up('evidence', pdf)],
    is_evidence_public: true,
    platform: '国家物联网标识管理与公共服务平台',
    linked_codes: [{ scheme: 'ecode', code: '10064123456789' }],
    page: {
      menus: [
        { title: '企业介绍', kind: 'text', content: `${PARAGRAPH}\n\n${PARAGRAPH}\n\n欢迎来厂参观。` },
        { title: '使用说明', kind: 'rich', content: guide(await up('page_picture', inside)) },
        { title: '工艺流程', kind: 'rich', content: `<h2>工艺流程</h2>${`<p>${PARAGRAPH}</p>`.repeat(120)}` },
        { title: '官方网站', kind: 'link', content: 'https://www.example.com/' },
      ],
      apps: [
        { kind: 'jd', url: 'https://item.jd.com/100012043978.html' },
        { kind: 'taobao', url: 'https://detail.tmall.com/item.htm?id=1&skuId=2' },
        { kind: 'wechat', url: 'https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOp' },
        { kind: 'alibaba', url: 'https://detail.1688.com/offer/123456789.html' },
        {
          kind: 'other',
          title: '官方商城',
          url: 'https://shop.example.com/',
          icon_file_id: await up('app_icon', icon),
        },
      ],
      theme: {
        colour: '#14532d',
        header_picture_file_id: await up('page_background', head),
        footer_picture_file_id: await up('page_background', foot),
      },
    },
    ...over,
  };
}
