// SPDX-License-Identifier: MIT
// Something was asked back about an own question: its author replies here, through the hat. What is typed is kept at each stroke.
import { useMemo } from '../../hooks';
import { useSignal } from '../../signals';
import { countdown } from '../../i18n/index';
import { words } from '../../i18n/ownQuestions';
import { words as later } from '../../i18n/participantLater';
import { reasonText } from '../../i18n/reasons';
import { rejectionText } from '../../i18n/rejections';
import { oneParagraph } from '../../intent/askQuestion';
import { replyToAskBack } from '../../intent/replyToAskBack';
import type { OwnQuestion } from '../../keep/ownQuestions';
import type { ParticipantStore } from '../../participantStore';
import { exchangesOf } from '../../replica/exchanges';
import { replyStageOf } from '../../replica/stage';
import { makeId } from '../../wire/ids';
import { HintsOnly } from './Advice';
import { lengthOf } from './questionLength';

export function ReplyForm({ store, own }: { store: ParticipantStore; own: OwnQuestion }) {
  const text = words.value;
  const replica = store.replica.value;
  const exchanges = exchangesOf(replica, own.id);
  const stage = replyStageOf(own, exchanges, replica.receipt);
  const asked = exchanges.at(-1);
  if (!stage || !asked) return null;
  return (
    <section class="own-reply" aria-label={text.askedBack}>
      <p class="small quiet">{text.askedBack}</p>
      <p lang={asked.lang} dir="auto">{asked.text}</p>
      {stage.is === 'asked'
        ? <Form store={store} own={own} place={stage.place} />
        : <p class="own-stage small" role="status">{sentText(stage, store)}</p>}
    </section>
  );
}

function sentText(stage: { is: 'sent' } | { is: 'pending' } | { is: 'hidden'; reason: string }, store: ParticipantStore): string {
  const text = words.value;
  if (stage.is === 'pending') return text.replyPending;
  return stage.is === 'hidden' ? text.hidden(reasonText(stage.reason)) : store.connection.value.at === 'open' ? text.replyHeld : text.kept;
}

function Form({ store, own, place }: { store: ParticipantStore; own: OwnQuestion; place: number }) {
  const text = words.value;
  const id = useMemo(makeId, []);
  const problem = useSignal('');
  const written = own.reply?.place === place ? own.reply.text : '';
  const sent = oneParagraph(written);
  const length = lengthOf(sent);
  const ended = own.reply_to_ask_back;
  const refused = own.reply?.place === place && typeof ended === 'object' && !ended.ok ? rejectionText(ended.code, ended.params) : '';
  const tooLong = length.tooManyBytes ? later.value.tooManyBytes : later.value.tooMany(-length.left);
  const submit = (event: Event) => {
    event.preventDefault();
    problem.value = sent === '' ? rejectionText('text_empty') : length.fits ? '' : tooLong;
    if (problem.value === '') void replyToAskBack(store, own, place, written);
  };
  const left = store.roundLeftMs.value;
  return (
    <form class="own-form" noValidate onSubmit={submit}>
      <label for={id}>{text.reply}</label>
      <textarea id={id} class="input" rows={3} dir="auto" value={written} aria-describedby={`${id}-hint ${id}-problem`}
        aria-invalid={problem.value !== '' || !length.fits ? 'true' : undefined}
        onInput={(event) => {
          problem.value = '';
          const { reply_to_ask_back: _, ...rest } = own;
          store.keepOwn({ ...rest, reply: { place, text: event.currentTarget.value, round: 0 } });
        }} />
      <p id={`${id}-problem`} class="problem" role="alert">{problem.value || refused || (length.fits ? '' : tooLong)}</p>
      <HintsOnly store={store} written={sent} />
      <p id={`${id}-hint`} class="small quiet number">{text.replyHint} {left !== null && text.replyRound(countdown(left))}</p>
      <button class="button support">{text.replySend}</button>
    </form>
  );
}
