// SPDX-License-Identifier: MIT
// A reply to something asked back, that waits for a moderator or was refused and can wait again.
import { moderator } from '../../i18n/moderator';
import { reasonText } from '../../i18n/reasons';
import type { Reply } from '../../replica/moderation';
import type { Store } from '../../store';
import { Icon } from '../../ui/Icon';
import type { OpenSheet } from './deeds';
import { Under } from './QuestionCard';
import { useSwipedCard } from './useSwipedCard';
import { approveOneReply, holdBackOneReply } from './wishes';

export function ReplyCard({ store, reply, open }: { store: Store; reply: Reply; open: OpenSheet }) {
  const words = moderator.value;
  const { askBack, question, place } = reply;
  const waits = askBack.state === 'pending';
  const text = askBack.reply ?? '';
  const refuse = () => open({ is: 'refuseReply', question: question.id, place });
  const card = useSwipedCard(waits ? { right: () => void approveOneReply(store, reply), left: refuse } : {});
  return (
    <li ref={card} class="mod-item mod-reply" data-id={askBack.id} tabIndex={-1} aria-label={text}>
      <Under />
      <article class="note mod-card">
        <ul class="mod-facts">
          {waits ? <li class="mark on-now">{words.replyWaits}</li> : <li class="mark wished">{words.refusedBecause(reasonText(askBack.reason ?? ''))}</li>}
        </ul>
        <p class="small quiet">{words.replyTo} <q lang={question.lang}>{question.text}</q></p>
        <p class="small"><b>{words.askedBack}</b> <span lang={askBack.lang}>{askBack.text}</span></p>
        <p class="mod-text" lang={askBack.reply_lang || undefined}>{text}</p>
        <div class="mod-actions">
          {waits ? (
            <>
              <button type="button" class="button support" aria-label={words.deedLabel(words.approve, text)} onClick={() => void approveOneReply(store, reply)}>
                <Icon name="check" />{words.approve}
              </button>
              <button type="button" class="button" aria-label={words.deedLabel(words.refuse, text)} onClick={refuse}><Icon name="close" />{words.refuse}</button>
            </>
          ) : (
            <button type="button" class="button" aria-label={words.deedLabel(words.restore, text)} onClick={() => void holdBackOneReply(store, reply)}>
              <Icon name="back" />{words.restore}
            </button>
          )}
          <button type="button" class="button icon-only mod-more" aria-haspopup="dialog" aria-label={words.deedLabel(words.redact, text)}
            onClick={() => open({ is: 'redactReply', question: question.id, place })}>
            <Icon name="cover" />
          </button>
        </div>
      </article>
    </li>
  );
}
