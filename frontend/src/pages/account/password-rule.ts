import { api, unwrap } from '../../api/client';
import type { Lang } from '../../base/i18n';

/** Which passwords this server accepts, as a sentence; the policy is the operator's. */
export async function passwordRule(lang: Lang): Promise<string> {
  const rules = await unwrap(api.GET('/api/v1/registrations/rules'));
  return lang === 'en' ? rules.password_rule_en : rules.password_rule;
}
