// Products of the enterprise, made and activated over the API.
import { join } from 'node:path';
import { withCheckDigit } from '../kit/api.mjs';
import { richRecord } from '../kit/rich-product.mjs';

/** Submits a product, which the rules alone approve, and activates it. */
export async function activated(api, id) {
  const { state } = await api.post(`/products/${id}/submit`, { confirmed: true });
  if (state !== 'approved') throw new Error(`product ${id} is ${state}`);
  await api.post(`/products/${id}/activate`, {});
}

async function product({ api }, record) {
  const { id } = await api.post('/products', { category: 'industrial', is_report_public: true, ...record });
  await activated(api, id);
  return id;
}

/** 细工木板: an internal code, units with codes, a brand, a measured quality, a part. */
export async function board(story) {
  const { api, brand, pictures } = story;
  const report = () => api.upload('inspection_report', pictures.report);
  story.board = await product(story, {
    trace_code: '2058989108994',
    name: '细工木板',
    product_type: '细工木板',
    gpc_code: '83000000',
    model: '1220×2440×18 mm',
    brand_id: brand,
    warranty_period: '12 个月',
    service_phone: '400-826-0571',
    standards: ['GB 18580-2017'],
    licence_number: 'XK03-002-00123',
    coding_level: 'unit',
    filing_period: 'daily',
    attributes: [
      { name: '芯条材质', value: '杉木', is_public: true },
      { name: '甲醛释放限量', value: 'E₀ 级（≤ 0.050 mg/m³）', is_public: true },
    ],
    quality_indicators: [
      {
        kind: 'environment',
        name: '甲醛释放量',
        requirement: '≤ 0.124 mg/m³',
        result: '0.041 mg/m³',
        report_file_id: await report(),
        is_public: true,
      },
    ],
    parts: [
      {
        kind: 'material',
        name: '杉木芯条',
        supplier_name: '遂昌某某木业有限公司',
        supplier_alias: 'A 厂家',
        is_public: true,
      },
    ],
    commercial: { honours: '浙江省著名商标\n全国质量检验稳定合格产品', website: 'https://www.example.com' },
    linked_codes: [{ scheme: 'ecode', code: '10064123456789' }],
    platform: '国家物联网标识管理与公共服务平台',
    picture_file_ids: [
      await api.upload('product_picture', pictures.blockboard),
      await api.upload('product_picture', pictures.plywood),
    ],
    report_file_ids: [await report()],
    report_kind: 'factory',
    evidence_file_ids: [await api.upload('evidence', pictures.report)],
  });
}

/** 胶合板: a GTIN, and little else. */
export async function plywood(story) {
  const { api, pictures } = story;
  story.plywood = await product(story, {
    trace_code: '06901234567892',
    name: '胶合板',
    product_type: '胶合板',
    gpc_code: '10000001',
    model: '1220×2440×9 mm',
    brand_name: '超尔',
    warranty_period: '24 个月',
    standards: ['GB 18580-2017'],
    coding_level: 'unit',
    filing_period: 'daily',
    picture_file_ids: [await api.upload('product_picture', pictures.plywood)],
    report_file_ids: [await api.upload('inspection_report', pictures.report)],
  });
}

/** A product whose units are packs, activated, with five of them. */
export async function boxes({ api, plywood, pictures }) {
  const { record } = await api.get(`/products/${plywood}`);
  const made = await api.post('/products', {
    ...record,
    trace_code: withCheckDigit('690123459001'),
    name: '板材组合装',
    coding_level: 'combination',
    filing_period: undefined,
    picture_file_ids: [await api.upload('product_picture', pictures.plywood)],
    report_file_ids: [await api.upload('inspection_report', pictures.report)],
    manual_file_ids: [],
    certificate_file_ids: [],
    quality_indicators: [],
  });
  await activated(api, made.id);
  await api.post('/unit-issues', { product_id: made.id, serial_prefix: 'Z', first_serial: '01', quantity: 5 });
  return made;
}

const MORE = [
  ['生态板', '1220×2440×17 mm', '细木工板', 'GB/T 34722-2017'],
  ['刨花板', '1220×2440×16 mm', '刨花板', 'GB/T 4897-2015'],
  ['中密度纤维板', '1220×2440×15 mm', '纤维板', 'GB/T 11718-2021'],
  ['集成材指接板', '2440×1220×20 mm', '指接板', 'LY/T 1787-2016'],
  ['阻燃胶合板', '1220×2440×12 mm', '胶合板', 'GB/T 18101-2013'],
  ['定向刨花板', '1220×2440×9 mm', '刨花板', 'LY/T 1580-2010'],
  ['实木复合地板', '910×125×15 mm', '地板', 'GB/T 18103-2022'],
  ['浸渍纸层压木质地板', '1215×195×12 mm', '地板', 'GB/T 18102-2020'],
  ['浸渍胶膜纸饰面人造板', '1220×2440×18 mm', '饰面板', 'GB/T 15102-2017'],
  ['硬质合金立铣刀', 'D10×25×75-4F', '切削刀具', 'GB/T 16770.1-2008'],
  ['高速钢麻花钻', 'Φ8.5×117', '切削刀具', 'GB/T 6135.2-2008'],
  ['木工圆锯片', 'Φ300×3.2×30×96Z', '木工刀具', 'GB/T 13573-1992'],
  ['可转位车刀片', 'CNMG120408', '切削刀具', 'GB/T 2079-2015'],
];

/** Thirteen drafts beside them. */
export async function moreProducts({ api, pictures }) {
  const shown = await api.upload('product_picture', pictures.plywood);
  for (const [i, [name, model, product_type, standard]] of MORE.entries())
    await api.post('/products', {
      category: 'industrial',
      trace_code: withCheckDigit(`6901234${50001 + i}`),
      name,
      product_type,
      gpc_code: '83000000',
      model,
      brand_name: '超尔',
      is_report_public: true,
      standards: [standard],
      picture_file_ids: [shown],
      // A report belongs to one product.
      report_file_ids: [await api.upload('inspection_report', pictures.report)],
      attributes: [],
    });
}

/** A draft with everything its page can show: its id, its record, and the path that is scanned. */
export async function richDraft({ ctx, api, folder, brand }) {
  const record = await richRecord(ctx, api, join(folder, 'rich'), { brand_id: brand });
  const { id } = await api.post('/products', record);
  return { id, record, scanned: `/01/${record.trace_code.padStart(14, '0')}` };
}

/** Activates that draft and gives it units, an expired batch, and a voided unit. */
export async function activateRich({ api }, { id }) {
  await activated(api, id);
  await api.post('/batches', {
    product_id: id,
    batch_no: '20261101A',
    made_on: '2026-11-01',
    expires_on: '2028-10-31',
    coding_mode: 'unit',
    quantity: 100,
    serial_prefix: 'B',
    first_serial: '0001',
  });
  const expired = { batch_no: 'OLD', made_on: '2024-11-01', expires_on: '2025-10-31', coding_mode: 'batch' };
  await api.post('/batches', { product_id: id, ...expired });
  const run = { first_serial: 'B0042', last_serial: 'B0042', quantity: 1 };
  await api.post('/unit-voids', { product_id: id, ...run, reason: '运输途中破损' });
}

/** That product, activated. */
export async function richProduct(story) {
  story.rich = await richDraft(story);
  await activateRich(story, story.rich);
}
