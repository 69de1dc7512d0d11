// SPDX-License-Identifier: MIT
// One question on the moderator's desk: what it says, what is known of it, and the two things that are most often done with it;
// the rest is in its menu. Swiped to the right it is approved, to the left refused.
import type { ComponentChildren } from 'preact';
import { marks } from '../../i18n/marks';
import { moderator } from '../../i18n/moderator';
import { reasonText } from '../../i18n/reasons';
import { can, type Item } from '../../replica/moderation';
import { exchangesOf } from '../../replica/exchanges';
import type { Question, Topic } from '../../replica/replica';
import type { Store } from '../../store';
import { Icon } from '../../ui/Icon';
import { deedIcon, deedName, deedsOnCard, doDeed, type OpenSheet } from './deeds';
import { useSwipedCard } from './useSwipedCard';
import { approve, holdBackOneReply } from './wishes';

interface CardProps {
  store: Store;
  item: Item;
  topic: Topic | undefined;
  /** One that is shown already and seems to ask the same. */
  like: Question | undefined;
  /** Several are being chosen: is this one? `null` when not. */
  picked: boolean | null;
  onPick: (id: string) => void;
  open: OpenSheet;
}

export function QuestionCard({ store, item: { question }, topic, like, picked, onPick, open }: CardProps) {
  const words = moderator.value;
  const { id, text = '', state = '' } = question;
  const choosing = picked !== null;
  const card = useSwipedCard(choosing ? {} : {
    ...(can(question, 'approve') && { right: () => void approve(store, [id]) }),
    ...(can(question, 'refuse') && { left: () => open({ is: 'refuse', questions: [id] }) }),
  });
  return (
    <li ref={card} class={`mod-item ${state}`} data-id={id} tabIndex={-1} aria-label={text}>
      <Under />
      <article class="note mod-card">
        <Facts question={question} topic={topic} />
        {choosing ? (
          <label class="mod-pick">
            <input type="checkbox" checked={picked} aria-label={words.pick(text)} onChange={() => onPick(id)} />
            <span lang={question.lang}>{text}</span>
          </label>
        ) : <p class="mod-text" lang={question.lang}>{text}</p>}
        <Around store={store} question={question} open={open} />
        {like && !choosing && (
          <p class="mod-like small">
            <button type="button" class="button plain" onClick={() => open({ is: 'merge', question: id })}>{words.looksLike}</button>
            <q lang={like.lang}>{like.text}</q>
          </p>
        )}
        {!choosing && (
          <div class="mod-actions">
            {deedsOnCard(question).map((deed, place) => (
              <button key={deed} type="button" class={`button ${place === 0 && deed !== 'refuse' ? 'support' : ''}`} aria-label={words.deedLabel(deedName(question, deed), text)}
                onClick={() => doDeed(store, open, question, deed)}>
                <Icon name={deedIcon[deed]} />{deedName(question, deed)}
              </button>
            ))}
            <button type="button" class="button icon-only mod-more" aria-haspopup="dialog" aria-label={words.moreLabel(text)} onClick={() => open({ is: 'menu', question: id })}>
              <Icon name="more" />
            </button>
          </div>
        )}
      </article>
    </li>
  );
}

/** What shows from under a card that is being swiped. */
export function Under() {
  const words = moderator.value;
  return (
    <div class="mod-under" aria-hidden="true">
      <span class="mod-under-right"><Icon name="check" />{words.approve}</span>
      <span class="mod-under-left">{words.refuse}<Icon name="close" /></span>
    </div>
  );
}

function Mark({ kind = '', children }: { kind?: string; children: ComponentChildren }) {
  return <li class={`mark ${kind}`}>{children}</li>;
}

function Facts({ question, topic }: { question: Question; topic: Topic | undefined }) {
  const words = moderator.value;
  const known = marks.value;
  const { state, support = 0, label, pinned, redacted, archived, hiding_wished, reason } = question;
  return (
    <ul class="mod-facts">
      {hiding_wished && <Mark kind="wished">{known.wished}</Mark>}
      {state === 'highlighted' && <Mark kind="on-now">{words.now}</Mark>}
      {state === 'refused' && <Mark kind="wished">{words.refusedBecause(reasonText(reason ?? ''))}</Mark>}
      {label && <Mark kind="label"><Icon name="label" />{label}</Mark>}
      {pinned && <Mark><Icon name="pin" />{known.pinned}</Mark>}
      {redacted && <Mark>{known.redacted}</Mark>}
      {archived && <Mark>{words.archived}</Mark>}
      {state === 'answered' && <Mark>{words.answered}</Mark>}
      <li class="quiet">{words.support(support)}</li>
      {topic && <li class="quiet" lang={topic.lang}>{topic.name}</li>}
    </ul>
  );
}

/** What hangs on a question: what was asked back about it, and what it was merged into. */
function Around({ store, question, open }: { store: Store; question: Question; open: OpenSheet }) {
  const words = moderator.value;
  const replica = store.replica.value;
  const into = question.state === 'merged' ? replica.question.get(question.into ?? '') : undefined;
  const replied = exchangesOf(replica, question.id).filter(({ state }) => state === 'replied');
  return (
    <>
      {question.state === 'merged' && <p class="small">{words.mergedInto} {into ? <q lang={into.lang}>{into.text}</q> : words.mergedGone}</p>}
      {replied.map((askBack) => {
        const place = Number(askBack.id.slice(question.id.length + 1));
        return (
          <div key={askBack.id} class="mod-exchange small">
            <p><b>{words.askedBack}</b> <span lang={askBack.lang}>{askBack.text}</span></p>
            <p><b>{words.reply}</b> <span lang={askBack.reply_lang || undefined}>{askBack.reply}</span></p>
            <div class="row">
              <button type="button" class="button plain" onClick={() => open({ is: 'refuseReply', question: question.id, place })}>{words.refuseReply}</button>
              <button type="button" class="button plain" onClick={() => void holdBackOneReply(store, { askBack, question, place })}>{words.holdBack}</button>
              <button type="button" class="button plain" onClick={() => open({ is: 'redactReply', question: question.id, place })}>{words.redact}</button>
            </div>
          </div>
        );
      })}
    </>
  );
}
