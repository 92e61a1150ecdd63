import { t } from '../base/i18n';
import type { components } from './schema';

export type FieldError = components['schemas']['FieldError'];

/** Why a request failed, in the words the server chose for the reader's language. */
export class ApiFailure extends Error {
  readonly code: string;
  readonly errors: readonly FieldError[];
  readonly requestId?: string;
  /** Seconds after which it is worth trying again. */
  readonly retryAfter?: number;

  constructor(
    readonly status: number,
    problem: { code: string; detail: string; errors?: readonly FieldError[]; request_id?: string },
    retryAfter?: number,
  ) {
    super(problem.detail);
    this.code = problem.code;
    this.errors = problem.errors ?? [];
    this.requestId = problem.request_id;
    this.retryAfter = retryAfter;
  }
}

/** No answer came at all. */
export const networkFailure = (): ApiFailure =>
  new ApiFailure(0, { code: 'network', detail: t('网络连接失败，请检查网络后重试') });

/** Reads a failed answer; one that is not a problem document comes from something in between, such as a proxy. */
export function failureOf(status: number, body: unknown, headers: Headers): ApiFailure {
  const retryAfter = Number.parseInt(headers.get('retry-after') ?? '', 10) || undefined;
  const problem = body as Partial<components['schemas']['Problem']> | undefined;
  if (problem?.code && problem.detail)
    return new ApiFailure(
      status,
      {
        code: problem.code,
        detail: problem.detail,
        errors: problem.errors,
        request_id: problem.request_id,
      },
      retryAfter,
    );
  return new ApiFailure(status, { code: 'http', detail: t('服务暂时不可用（{status}）', { status }) }, retryAfter);
}

/** What to tell people. Faults of ours carry the number under which the log has them. */
export function explain(e: unknown): string {
  if (e instanceof ApiFailure && e.status >= 500 && e.requestId)
    return t('{text}（请求编号 {id}）', { text: e.message, id: e.requestId });
  return e instanceof Error ? e.message : String(e);
}
