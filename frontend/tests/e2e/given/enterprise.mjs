// The enterprise of most chapters, made over the API.

import { OPERATOR, PASSWORD, RIVAL, signIn, USCC } from '../kit/account.mjs';
import { apiAs, visitor } from '../kit/api.mjs';

const PHONE = '13805712345';
const BASICS = {
  name: '杭州超尔切削工具有限公司',
  region_code: '330109',
  registered_address: '浙江省杭州市萧山区市心北路 100 号',
  contact_name: '王建国',
  contact_phone: PHONE,
};

/** Registers an enterprise; the API as it. */
async function register({ base, pictures }, basics, uscc) {
  const { contact_phone: phone } = basics;
  const anyone = visitor(base);
  await anyone.post('/sms-codes', { phone, purpose: 'registration' });
  const messages = await anyone.get('/development/sms-messages');
  const sms_code = /\d{6}/.exec(messages.find((m) => m.phone === phone).text)[0];
  const licence_file_id = await anyone.sendFile('/registrations/licence', pictures.licence);
  await anyone.post('/registrations', {
    ...basics,
    uscc,
    enterprise_types: ['production', 'sales'],
    sms_code,
    password: PASSWORD,
    licence_file_id,
  });
  return apiAs(base, uscc, PASSWORD);
}

/** Registers it; `story.api` acts for it. */
export async function enterprise(story) {
  story.api = await register(story, BASICS, USCC);
}

/** Another enterprise; `story.rival` acts for it. */
export async function rival(story) {
  const basics = { ...BASICS, name: RIVAL.name, contact_phone: RIVAL.phone };
  story.rival = await register(story, basics, RIVAL.uscc);
}

/** The operator has compared every enterprise with its licence. */
export async function verified({ base }) {
  const operator = await apiAs(base, ...OPERATOR);
  const { items } = await operator.get('/platform/identity-requests?state=submitted');
  for (const { id } of items) await operator.post(`/platform/identity-requests/${id}/approve`, {});
}

/** What it tells of itself. */
export async function profile({ api }) {
  const { version, licence } = await api.get('/enterprise');
  const record = {
    ...BASICS,
    enterprise_types: ['production', 'sales'],
    company_prefixes: ['6901234'],
    production_address: '浙江省杭州市萧山区临江工业园 8 号',
    legal_representative: '李志强',
    website: 'https://chaoer.example.com',
    email: 'wang@chaoer.example.com',
    public_phone: '0571-82820000',
    is_licence_public: true,
    licence_file_id: licence.id,
  };
  await api.put('/enterprise', record, { 'if-match': `"${version}"` });
}

/** Signs in with its account in the window of the chapter. */
export async function signedIn({ page, base }) {
  await page.goto(base);
  await signIn(page);
  await page.getByRole('navigation', { name: '主菜单' }).waitFor();
}

/** A brand with a logo. */
export async function brand(story) {
  const { api, pictures } = story;
  const logo = await api.upload('brand_logo', pictures.logo);
  story.brand = (await api.post('/brands', { name: '森森', name_en: 'SENSEN', logo_file_id: logo })).id;
}

/** The operator of the platform. */
export function operator({ server }) {
  server.run(['operator', 'create', OPERATOR[0]], `${OPERATOR[1]}\n`);
}
