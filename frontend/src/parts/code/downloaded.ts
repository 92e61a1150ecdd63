// Whether a code was ever downloaded in this browser, for the first steps: the server draws codes without knowing what for.

import { session } from '../../api/session';

const key = (): string => `pinma.downloaded.${session.account?.id ?? ''}`;

export const wasDownloaded = (): boolean => localStorage.getItem(key()) !== null;
export const noteDownload = (): void => localStorage.setItem(key(), '1');
