// SPDX-License-Identifier: MIT
// The stage, put together: the question in front, the queue, and one wide button in the thumb's reach. One column on a phone and on
// a tablet that stands; question and queue beside each other where there is room. Nothing exists on one of them only.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { common } from '../../i18n/common';
import { stage } from '../../i18n/stage';
import { askBacksMax } from '../../limits';
import { exchangesOf } from '../../replica/exchanges';
import type { Store } from '../../store';
import { Dialog } from '../../ui/Dialog';
import { useKeys } from '../../ui/keys';
import { KeysHelp } from '../../ui/KeysHelp';
import { SkipLink } from '../../ui/SkipLink';
import { TimerPanel } from '../facilitator/TimerPanel';
import { toggleBlank } from '../facilitator/screen';
import { stageKeys } from './keyRows';
import { AnswerForm } from './AnswerForm';
import { AskBackForm } from './AskBackForm';
import { Context } from './Context';
import { MorePanel } from './MorePanel';
import { NothingInFront } from './NothingInFront';
import { nextStep } from './nextStep';
import { QuestionCard } from './QuestionCard';
import { Queue } from './Queue';
import { beside, inFront, inOrder, nextAfter, queueOf, type QueueOrder } from '../../replica/queue';
import { StageBar } from './StageBar';
import { StageHead } from './StageHead';
import { answerNow, answered } from './wishes';

export type Sheet =
  | { readonly is: 'card' | 'ask_back'; readonly question: string }
  | { readonly is: 'timer' | 'more' | 'keys' };

export function StageParts({ store }: { store: Store }) {
  const words = stage.value;
  const [order, setOrder] = useState<QueueOrder>('support');
  const [chosen, setChosen] = useState('');
  const [way, setWay] = useState<1 | -1>(1);
  const [last, setLast] = useState('');
  const [noting, setNoting] = useState('');
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const questions = store.questions.value;
  const topics = store.topics.value;
  const highlighted = store.session.value?.highlighted ?? '';
  const groups = useMemo(() => queueOf(questions, topics, order), [questions, topics, order]);
  const deck = useMemo(() => inOrder(groups), [groups]);
  // A note is written to its end, also when another desk marks its question as answered meanwhile: the next letters would be keys.
  const question = questions.find((one) => one.id === noting && one.id === chosen) ?? inFront(deck, chosen);
  const id = question?.id ?? '';
  const at = deck.findIndex((one) => one.id === id);

  // What lies in front stays there while it is being read, whatever the next round does to the order.
  useEffect(() => { if (id) setChosen(id); }, [id]);
  useEffect(() => {
    // Whoever writes a note goes there when it is done: the line above the question leads the way.
    if (!highlighted || noting) return;
    setChosen(highlighted);
    setOrder((now) => (now === 'answered' ? 'support' : now));
  }, [highlighted]);
  useEffect(() => setNoting(''), [id]);

  const choose = (next: string, towards: 1 | -1 = 1) => { setWay(towards); setChosen(next); };
  const move = (by: 1 | -1) => {
    const next = beside(deck, id, by);
    if (next && next.id !== id) choose(next.id, by);
  };
  const takeIt = () => void answerNow(store, id);
  const finishIt = async () => {
    const next = nextAfter(groups, id, order);
    if (!await answered(store, id)) return;
    setLast(id);
    choose(next);
  };
  const writeCard = (of = id) => setSheet({ is: 'card', question: of });
  const maySpeak = question !== undefined && store.session.value?.phase !== 'lobby';
  const mayAskBack = maySpeak && exchangesOf(store.replica.value, id).length < askBacksMax;
  const askBack = () => { if (mayAskBack) setSheet({ is: 'ask_back', question: id }); };
  const step = nextStep(store, question, { takeIt, finishIt: () => void finishIt(), writeCard: () => writeCard() });

  const blank = () => void toggleBlank(store);
  const on = () => move(1);
  const back = () => move(-1);
  useKeys({
    ArrowRight: on, PageDown: on, ArrowLeft: back, PageUp: back, b: blank, '.': blank,
    n: () => { if (question?.state === 'open' && store.session.value?.phase !== 'ended') takeIt(); },
    a: () => { if (question && question.state !== 'answered') void finishIt(); },
    q: askBack,
    w: () => { if (maySpeak) writeCard(); },
    s: () => { if (question) setNoting(id); },
    '?': () => setSheet({ is: 'keys' }),
  });

  const close = () => setSheet(null);
  const jump = (to: string) => {
    setOrder(questions.find((one) => one.id === to)?.state === 'answered' ? 'answered' : order === 'answered' ? 'support' : order);
    choose(to);
  };
  return (
    <div class="stage">
      <SkipLink to="question">{words.skip}</SkipLink>
      <StageHead store={store} />
      <main class="stage-front" id="question" tabIndex={-1}>
        <Context store={store} front={id} last={last} onJump={jump} onWriteCard={writeCard} />
        {question
          ? <QuestionCard store={store} question={question} deck={deck} way={way} onMove={move} onWriteCard={() => writeCard()} onAskBack={askBack}
              writesNote={noting === id} onWriteNote={(writes) => setNoting(writes ? id : '')} />
          : <NothingInFront store={store} order={order} />}
      </main>
      <Queue store={store} groups={groups} order={order} front={id} onOrder={(next) => { setOrder(next); setChosen(''); }} onChoose={choose} />
      <StageBar store={store} step={step} hasPrevious={at > 0} hasNext={at < deck.length - 1} onMove={move}
        onTimer={() => setSheet({ is: 'timer' })} onMore={() => setSheet({ is: 'more' })} />
      {sheet?.is === 'card' && <AnswerForm key={sheet.question} store={store} question={sheet.question} onClose={close} />}
      {sheet?.is === 'ask_back' && <AskBackForm key={sheet.question} store={store} question={sheet.question} onClose={close} />}
      {sheet?.is === 'timer' && <Dialog title={words.timer} closeLabel={common.value.close} class="sheet sheet-screen" onClose={close}><TimerPanel store={store} /></Dialog>}
      {sheet?.is === 'more' && <MorePanel store={store} onKeys={() => setSheet({ is: 'keys' })} onClose={close} />}
      {sheet?.is === 'keys' && <KeysHelp title={words.keys} closeLabel={common.value.close} keys={stageKeys()} onClose={close} />}
    </div>
  );
}
