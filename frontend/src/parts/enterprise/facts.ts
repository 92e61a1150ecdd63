import { html } from 'lit';
import type { S } from '../../api/client';
import { EnterpriseViewLabels as L } from '../../api/constraints';
import { nameOf } from '../../api/enums';
import { dateTime } from '../../base/format';
import { t } from '../../base/i18n';
import { type Fact, fileLinks, lines, mark, marks } from '../../kit/record/facts';
import { copyable } from '../../ui/copy';
import { enterpriseTones } from '../tones';
import { verificationMark } from './verification';

type Enterprise = S<'EnterpriseView'>;

const formerName = (f: S<'FormerName'>): string =>
  t('{name}（{from} 至 {until}）', { name: f.name, from: f.held_from, until: f.held_until });

/** The data of an enterprise as rows of names and values. */
export const enterpriseFacts = (e: Enterprise): Fact[] => [
  { label: t(L.uscc), value: copyable(e.uscc) },
  { label: t(L.name), value: html`${e.name} ${verificationMark(e)}` },
  ...(e.former_names.length
    ? [{ label: t(L.former_names), value: lines(e.former_names.map(formerName)), wide: true }]
    : []),
  { label: t(L.region_name), value: html`${e.region_name} <span class="muted num">${e.region_code}</span>` },
  { label: t(L.enterprise_types), value: marks(e.enterprise_types.map((code) => nameOf('EnterpriseType', code))) },
  { label: t(L.registered_address), value: e.registered_address },
  { label: t(L.production_address), value: e.production_address },
  { label: t(L.contact_name), value: e.contact_name },
  { label: t(L.contact_phone), value: html`<span class="num">${e.contact_phone}</span>` },
  { label: t(L.public_phone), value: e.public_phone ? html`<span class="num">${e.public_phone}</span>` : undefined },
  { label: t(L.legal_representative), value: e.legal_representative },
  { label: t(L.email), value: e.email },
  {
    label: t(L.website),
    value: e.website
      ? html`<a href=${e.website} target="_blank" rel="noopener noreferrer">${e.website}</a>`
      : undefined,
  },
  { label: t(L.company_prefixes), value: e.company_prefixes.length ? marks(e.company_prefixes) : undefined },
  {
    label: t(L.introduction),
    value: e.introduction ? html`<p class="pre">${e.introduction}</p>` : undefined,
    wide: true,
  },
  {
    label: t(L.licence),
    value: e.licence
      ? html`${mark(e.is_licence_public ? t('公开') : t('不公开'), e.is_licence_public ? 'success' : '')}${fileLinks([e.licence])}`
      : undefined,
  },
  { label: t(L.state), value: mark(nameOf('EnterpriseState', e.state), enterpriseTones[e.state]) },
  {
    label: t(L.verified_at),
    value: e.verified_at ? html`<span class="num">${dateTime(e.verified_at)}</span>` : undefined,
  },
  { label: t(L.created_at), value: html`<span class="num">${dateTime(e.created_at)}</span>` },
  { label: t(L.contact_confirmed_at), value: html`<span class="num">${dateTime(e.contact_confirmed_at)}</span>` },
];
