import { html } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { ChangeFeedbackState, ReplyToFeedback } from '../../api/constraints';
import { t } from '../../base/i18n';
import { fields } from '../../kit/form/fields';
import { formDialog } from '../../kit/form/form-dialog';
import { icon } from '../../ui/icons';
import { message } from '../../ui/toast';
import './feedback.css';

const reply = fields<S<'ReplyToFeedback'>>(ReplyToFeedback);
const change = fields<S<'ChangeFeedbackState'>>(ChangeFeedbackState);

interface Named {
  id: string;
  text: string;
  state: S<'FeedbackState'>;
}
const quote = (f: Named) => html`<blockquote class="quote">${f.text}</blockquote>`;

/** Replies in public; with it the matter is done (F105). */
export async function replyTo(f: Named): Promise<boolean> {
  const done = await formDialog<S<'ReplyToFeedback'>>({
    title: t('回复消费者'),
    width: 560,
    okText: t('发送回复'),
    intro: html`${quote(f)}<div class="alert">${icon('info')}<div>${t('回复后状态变为“已处理”。请勿在回复中写出消费者的个人信息。')}</div></div>`,
    sections: [{ title: '', fields: [reply.textarea('text', { rows: 5 })] }],
    save: (body) => unwrap(api.POST('/api/v1/feedback/{id}/reply', { params: { path: { id: f.id } }, body })),
  });
  if (done) message.success(t('已回复'));
  return done !== undefined;
}

/** Says how far the matter is, with a note for one's own people (F179). */
export async function changeStatus(f: Named): Promise<boolean> {
  const done = await formDialog<S<'ChangeFeedbackState'>>({
    title: t('变更状态'),
    width: 520,
    values: { state: f.state === 'open' ? 'in_progress' : f.state },
    sections: [{ title: '', fields: [change.radio('state'), change.textarea('note', { rows: 4 })] }],
    save: (body) => unwrap(api.POST('/api/v1/feedback/{id}/state', { params: { path: { id: f.id } }, body })),
  });
  if (done) message.success(t('状态已变更'));
  return done !== undefined;
}
