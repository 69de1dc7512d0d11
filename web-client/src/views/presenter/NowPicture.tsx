// SPDX-License-Identifier: MIT
// The question that is being answered, centre stage; beside it what was asked back, or else the next three, small; the way in
// always, and what became of all the others. A small window has no side, so there what was asked back stands under the question.
import { presenter } from '../../i18n/presenter';
import { exchangesOf } from '../../replica/exchanges';
import { inOrder, queueOf } from '../../replica/queue';
import type { Store } from '../../store';
import { FitText } from '../../ui/FitText';
import { refusedWhy } from '../refusedWhy';
import { TallyLine } from '../TallyLine';
import { AskedBack, share } from './AskedBack';
import { JoinCorner } from './JoinCorner';
import { ScreenFoot } from './ScreenFoot';
import { ScreenHead } from './ScreenHead';
import { smallWindow } from './smallWindow';

const nextShown = 3;
/** 28, 48 and 120 px at 1920x1080. All 280 characters come out above 48; only a text that no phone lets one type goes below. */
const smallest = 1.75;
const comfortable = 3;
const largest = 7.5;

export function NowPicture({ store }: { store: Store }) {
  const words = presenter.value;
  const highlighted = store.session.value?.highlighted ?? '';
  const question = store.replica.value.question.get(highlighted);
  const topic = store.topics.value.find(({ id }) => id === question?.topic);
  const exchange = question && exchangesOf(store.replica.value, question.id).at(-1);
  const under = smallWindow.value ? exchange : undefined;
  const beside = smallWindow.value ? undefined : exchange;
  const whole = smallWindow.value ? smallest : comfortable;
  const rows = under && question
    ? { gridTemplateRows: `auto minmax(0, ${share(question.text ?? '')}fr) minmax(0, ${share(`${under.text}${under.reply}`)}fr) auto` } : {};
  return (
    <div class={`screen now-picture ${beside ? 'with-exchange' : ''}`}>
      <ScreenHead store={store} />
      <main class="stage-note note" key={question?.id ?? ''} style={rows}>
        <h1 class="stage-label">{words.now}{topic && <span lang={topic.lang}>{topic.name}</span>}</h1>
        {question
          ? <FitText class="stage-text" text={question.text ?? ''} lang={question.lang ?? ''} min={smallest} whole={whole} max={largest} />
          : <div class="fit stage-text"><p class="stage-none">{words.nobodyNow}</p></div>}
        {under && <AskedBack exchange={under} />}
        {question && <p class="stage-support number">{words.support(question.support ?? 0)}</p>}
      </main>
      {beside ? <AskedBack exchange={beside} /> : <Next store={store} />}
      <JoinCorner store={store} />
      <TallyLine store={store} why={refusedWhy} />
      <ScreenFoot store={store} />
    </div>
  );
}

function Next({ store }: { store: Store }) {
  const words = presenter.value;
  const next = inOrder(queueOf(store.questions.value, [], 'support'))
    .filter(({ state }) => state !== 'highlighted')
    .slice(0, nextShown);
  return (
    <section class="next" aria-label={words.next}>
      {next.length > 0 && <h2>{words.next}</h2>}
      <ol>
        {next.map((question) => (
          <li key={question.id}>
            <b class="number" aria-label={words.support(question.support ?? 0)}>{question.support}</b>
            <p lang={question.lang}>{question.text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
