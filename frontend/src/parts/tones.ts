// The colours of states. A new state in openapi.json does not compile here until it has one.

import type { Code } from '../api/enums';
import type { Tone } from '../kit/list/columns';

export const productTones: Record<Code<'ProductState'>, Tone> = {
  draft: 'default',
  submitted: 'processing',
  rejected: 'danger',
  approved: 'warning',
  activated: 'success',
  voided: 'danger',
};
export const claimTones: Record<Code<'ClaimState'>, Tone> = {
  open: 'processing',
  approved: 'success',
  rejected: 'danger',
  withdrawn: 'default',
};
export const changeTones: Record<Code<'ChangeRequestState'>, Tone> = {
  submitted: 'processing',
  approved: 'success',
  rejected: 'danger',
  withdrawn: 'default',
};
export const brandTones: Record<Code<'BrandState'>, Tone> = { active: 'success', voided: 'danger' };
export const expiryTones: Record<Code<'ExpiryState'>, Tone> = {
  valid: 'success',
  expiring: 'warning',
  expired: 'danger',
};
export const enterpriseTones: Record<Code<'EnterpriseState'>, Tone> = { active: 'success', disabled: 'danger' };
/** One's own are green, those that are shipped blue. */
export const originTones: Record<Code<'ProductTemplateOrigin'>, Tone> = { own: 'success', system: 'processing' };
export const reachTones: Record<Code<'CodeReach'>, Tone> = { global: 'processing', internal: 'warning' };
export const jobTones: Record<Code<'JobState'>, Tone> = {
  queued: 'default',
  running: 'processing',
  paused: 'warning',
  succeeded: 'success',
  failed: 'danger',
  cancelled: 'default',
};
export const feedbackTones: Record<Code<'FeedbackState'>, Tone> = {
  open: 'warning',
  in_progress: 'processing',
  done: 'success',
};
export const verdictTones: Record<Code<'Verdict'>, Tone> = {
  valid: 'success',
  contains_expired: 'warning',
  contains_voided: 'warning',
  expired: 'danger',
  maker_disabled: 'warning',
  undecided: 'warning',
  in_recalled: 'danger',
  may_contain_recalled: 'danger',
  contains_recalled: 'danger',
  inactive: 'warning',
  recalled: 'danger',
  voided: 'danger',
  not_issued: 'warning',
  unknown: 'warning',
  malformed: 'default',
};
export const deliveryTones: Record<Code<'DeliveryState'>, Tone> = {
  waiting: 'default',
  sending: 'processing',
  sent: 'success',
  failed: 'danger',
};
