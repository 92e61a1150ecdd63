import { t } from '../base/i18n';
import { api, type S, unwrap } from './client';
import { IDEMPOTENCY_KEY, PATIENCE, repeated, takesKey, uploadKey } from './keyed';
import { failureOf, networkFailure } from './problem';
import { baseHeaders, session } from './session';

export type FileView = S<'FileView'>;
/** Before it is registered an enterprise gets no more than the number of its file. */
export type UploadedFile = Pick<FileView, 'id' | 'name' | 'size' | 'media_type'> & { url?: string };
export type Slot = S<'Slot'>;

/** Whether browsers play a video of this type; others can only be saved. */
export const isPlayable = (media_type: string): boolean => ['video/mp4', 'video/quicktime'].includes(media_type);

/** Uploads a file; `fetch` cannot tell how far it is, XMLHttpRequest can. */
export function upload(slot: Slot, file: File, onProgress: (ratio: number) => void): Promise<FileView> {
  return send(`/api/v1/files?slot=${slot}`, file, onProgress) as Promise<FileView>;
}

/** Uploads the licence of an enterprise that is about to register; shown from memory, for nobody may read it yet. */
export async function uploadLicence(file: File, onProgress: (ratio: number) => void): Promise<UploadedFile> {
  const { id } = (await send('/api/v1/registrations/licence', file, onProgress)) as S<'RegistrationFile'>;
  return { id, name: file.name, size: file.size, media_type: file.type, url: URL.createObjectURL(file) };
}

/** Sends a file as often as it takes: under a key it is kept once, so an answer that was lost is asked for again. */
async function send(path: string, file: File, onProgress: (ratio: number) => void): Promise<unknown> {
  const key = takesKey(path) ? uploadKey(path) : undefined;
  const once = (token?: string) => () => sendOnce(path, file, onProgress, token, key);
  const sent = (token?: string) => (key ? repeated(once(token)) : once(token)());
  const token = await session.token();
  let response = await sent(token);
  if (response.status === 401 && token && (await session.recover(token))) response = await sent(await session.token());
  const answer = await response.json().catch(() => undefined);
  if (!response.ok) throw failureOf(response.status, answer, response.headers);
  return answer;
}

/** One try. The answer has as long as that of any write, counted from when the file is there. */
function sendOnce(
  path: string,
  file: File,
  onProgress: (ratio: number) => void,
  token?: string,
  key?: string,
): Promise<Response> {
  return new Promise((done, fail) => {
    const x = new XMLHttpRequest();
    let patience: ReturnType<typeof setTimeout> | undefined;
    x.open('POST', path);
    const headers = {
      ...baseHeaders(),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(key ? { [IDEMPOTENCY_KEY]: key } : {}),
    };
    for (const [name, value] of Object.entries(headers)) x.setRequestHeader(name, value);
    x.upload.onprogress = (e) => e.lengthComputable && onProgress(e.loaded / e.total);
    x.upload.onload = () => {
      if (key) patience = setTimeout(() => x.abort(), PATIENCE);
    };
    x.onload = () => {
      const retryAfter = x.getResponseHeader('retry-after');
      const answered = new Headers(retryAfter ? { 'retry-after': retryAfter } : {});
      done(new Response(x.responseText || null, { status: x.status, headers: answered }));
    };
    x.onerror = () => fail(networkFailure());
    x.onabort = () => fail(networkFailure());
    x.onloadend = () => clearTimeout(patience);
    const form = new FormData();
    form.append('file', file);
    x.send(form);
  });
}

let slots: Promise<S<'SlotView'>[]> | undefined;
/** What may be uploaded where, read once. */
export async function slotRule(slot: Slot): Promise<S<'SlotView'>> {
  slots ??= unwrap(api.GET('/api/v1/reference/upload-slots')).catch((e) => {
    slots = undefined;
    throw e;
  });
  const rule = (await slots).find((s) => s.slot === slot);
  if (!rule) throw new Error(t('无法读取上传限制'));
  return rule;
}

/** Where a picture is that is at least so wide. */
export const sized = (url: string, width: number): string =>
  url.startsWith('/') ? `${url}${url.includes('?') ? '&' : '?'}w=${width}` : url;

/** A signed address lives ten minutes; this is one that certainly still does. */
export async function freshUrl(file: UploadedFile): Promise<string> {
  if (file.url?.startsWith('blob:')) return file.url;
  return (await unwrap(api.GET('/api/v1/files/{id}', { params: { path: { id: file.id } } }))).url;
}
