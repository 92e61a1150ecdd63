// Pictures and videos on their way into the text: where each will stand while other things are written, and how far it is.

import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { explain } from '../../api/problem';
import { type Slot, slotRule, upload } from '../../api/upload';
import { fileSize } from '../../base/format';
import { t } from '../../base/i18n';
import { lightened } from '../file/lightened';

/** What can stand in the text, by the node that shows it. */
export const MEDIA = { picture: 'page_picture', video: 'page_video' } as const satisfies Record<string, Slot>;
export type MediaKind = keyof typeof MEDIA;

interface Coming {
  name: string;
  ratio: number;
  /** Where it will stand; moves with the text. */
  at: number;
}

export class MediaQueue {
  coming: readonly Coming[] = [];
  /** Why something did not come. */
  refused: readonly string[] = [];

  constructor(
    private readonly editor: Editor,
    private readonly changed: () => void,
  ) {
    editor.on('transaction', ({ transaction }) => this.follow(transaction));
  }
  private follow(change: Transaction): void {
    if (change.docChanged) for (const c of this.coming) c.at = change.mapping.map(c.at);
  }
  /** Uploads what fits the slots and puts it into the text, one after the other, so that they keep their order. */
  async take(files: Iterable<File>, at = this.editor.state.selection.to): Promise<void> {
    this.refused = [];
    for (const file of files) await this.one(file, at);
  }
  /** Uploads pictures that stand here and there in the text; where each will stand moves with what is put in before it. */
  async takeEach(files: readonly { file: File; at: number }[]): Promise<void> {
    this.refused = [];
    const items = files.map(({ file, at }) => ({ file, item: { name: file.name, ratio: 0, at } }));
    this.coming = [...this.coming, ...items.map(({ item }) => item)];
    this.changed();
    for (const { file, item } of items) await this.send(file, item);
  }
  private one(file: File, at: number): Promise<void> {
    const item: Coming = { name: file.name, ratio: 0, at };
    this.coming = [...this.coming, item];
    this.changed();
    return this.send(file, item);
  }
  private async send(given: File, item: Coming): Promise<void> {
    try {
      const { kind, file } = await fitted(given);
      const sent = await upload(MEDIA[kind], file, (ratio) => {
        item.ratio = ratio;
        this.changed();
      });
      if (this.editor.isDestroyed) return;
      const size = sent.width && sent.height ? { width: String(sent.width), height: String(sent.height) } : {};
      const attrs = { src: `/files/${sent.id}`, ...(kind === 'picture' ? { alt: '', ...size } : {}) };
      this.editor.chain().insertContentAt(item.at, { type: kind, attrs }).run();
    } catch (e) {
      this.refused = [...this.refused, `${given.name}：${explain(e)}`];
    } finally {
      this.coming = this.coming.filter((c) => c !== item);
      this.changed();
    }
  }
}

/** The file as its slot takes it. */
async function fitted(given: File): Promise<{ kind: MediaKind; file: File }> {
  for (const kind of Object.keys(MEDIA) as MediaKind[]) {
    const rule = await slotRule(MEDIA[kind]);
    if (!rule.media_types.includes(given.type)) continue;
    const file = await lightened(given, rule.max_bytes);
    if (file.size > rule.most_bytes) throw new Error(t('文件不能超过 {size}', { size: fileSize(rule.most_bytes) }));
    return { kind, file };
  }
  throw new Error(t('不支持这种文件'));
}
