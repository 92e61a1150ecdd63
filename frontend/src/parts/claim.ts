import { html, nothing, type TemplateResult } from 'lit';
import type { S } from '../api/client';
import { CodeClaimViewLabels as L } from '../api/constraints';
import { nameOf } from '../api/enums';
import { dateTime } from '../base/format';
import { t } from '../base/i18n';
import { type Fact, facts, fileLinks, mark } from '../kit/record/facts';
import { claimTones } from './tones';

type Claim = Pick<
  S<'CodeClaimView'>,
  | 'trace_code'
  | 'state'
  | 'reason'
  | 'proofs'
  | 'reply'
  | 'replied_at'
  | 'decision_reason'
  | 'decided_at'
  | 'created_at'
>;

const timed = (text: string | null | undefined, at: string | null | undefined): unknown =>
  text ? html`${text}${at ? html`<br /><small class="muted num">${dateTime(at)}</small>` : nothing}` : undefined;

/** A claim to a trace code as both sides and the operator read it; what only one of them knows comes with it. */
export function claimCards(claim: Claim, more: readonly Fact[]): TemplateResult {
  return html`<div class="one-column"><section class="card"><div class="card-body">${facts([
    { label: t(L.trace_code), value: html`<span class="num">${claim.trace_code}</span>` },
    { label: t(L.state), value: mark(nameOf('ClaimState', claim.state), claimTones[claim.state]) },
    ...more,
    { label: t(L.reason), value: timed(claim.reason, claim.created_at), wide: true },
    ...(claim.proofs.length ? [{ label: t(L.proofs), value: fileLinks(claim.proofs), wide: true }] : []),
    { label: t(L.reply), value: timed(claim.reply, claim.replied_at), wide: true },
    { label: t(L.decision_reason), value: timed(claim.decision_reason, claim.decided_at), wide: true },
  ])}</div></section></div>`;
}
