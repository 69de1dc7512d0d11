// SPDX-License-Identifier: MIT
// The form for a new session. What it makes (ids, secrets) is drawn once per draft, so a retry after a lost answer is safe.
import { useRef, useState } from 'preact/hooks';
import { rejectionText } from '../../i18n/common';
import { home } from '../../i18n/home';
import { lang } from '../../i18n/index';
import { createSession } from '../../intent/createSession';
import { rememberSession } from '../../keep/knownSessions';
import { expectedMax, expectedMin, expectedSmall, expectedVerySmall, roundMsMax, roundMsMin } from '../../limits';
import { Choice } from '../../ui/Choice';
import { bringRest } from './bringRest';
import { bodyOf, drawSecrets, emptyDraft, problemOf, settingsIn, type Draft, type Problem } from './draft';
import { TopicsEditor } from './TopicsEditor';

/** @param start what is filled in at first: nothing, or what a session was set up with */
export function CreateSession({ passwordAsked, start }: { passwordAsked: boolean; start: Draft | null }) {
  const words = home.value;
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<Draft>(() => start ?? emptyDraft(lang.value));
  const [drawn, setDrawn] = useState(drawSecrets);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [refusal, setRefusal] = useState('');
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part });
    setProblem(null);
    setRefusal('');
  };

  const onSubmit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const found = problemOf(draft, passwordAsked);
    setProblem(found);
    if (found) {
      const name = found.field === 'topic' ? `.topic-row:nth-child(${found.place + 1}) input` : `[name=${found.field}]`;
      form.current?.querySelector<HTMLElement>(name)?.focus();
      return;
    }
    setBusy(true);
    const made = await createSession(bodyOf(draft, drawn));
    if (!made.ok) {
      setBusy(false);
      // Another session has one of these ids: only new ones can help.
      if (made.code === 'id_taken') setDrawn(drawSecrets());
      setRefusal(rejectionText(made.code, made.params));
      return;
    }
    rememberSession({
      session: drawn.session, title: draft.title.trim(), lang: draft.lang, code: made.code,
      secrets: { facilitator: drawn.facilitator_secret, presenter: drawn.presenter_secret }, settings: settingsIn(draft),
    });
    const brought = await bringRest(drawn.facilitator_secret, draft);
    setBusy(false);
    // Made once more, with the same secrets, it is still one session, and gets what it lacks.
    if (!brought.ok) return setRefusal(words.restMissing);
    location.assign(`/desk#${drawn.facilitator_secret}`);
  };

  const at = (field: Problem['field']) => problem?.field === field;
  const told = problem && {
    title: () => (problem.kind === 'missing' ? words.titleMissing : words.titleTooLong),
    topic: () => (problem.field !== 'topic' ? '' : problem.kind === 'long' ? words.topicTooLong(problem.place + 1) : words.topicDouble(problem.place + 1)),
    expected: () => words.expectedRange(expectedMin, expectedMax),
    round: () => words.roundRange(roundMsMin / 1000, roundMsMax / 1000),
    password: () => words.passwordMissing,
  }[problem.field]();
  const problemUnder = (field: Problem['field']) => at(field) && <p class="problem small" id={`problem-${field}`}>{told}</p>;
  const expectedHint = !(draft.expected >= expectedMin) || draft.expected >= expectedSmall ? words.expectedFine
    : draft.expected < expectedVerySmall ? words.expectedVerySmall : words.expectedSmall;

  return (
    <form ref={form} class="create" noValidate onSubmit={onSubmit}>
      <div class="field">
        <label for="title">{words.title}</label>
        <input class="input" id="title" name="title" autoComplete="off" value={draft.title} placeholder={words.titlePlaceholder}
          aria-invalid={at('title')} aria-describedby={at('title') ? 'problem-title' : undefined}
          onInput={(event) => change({ title: event.currentTarget.value })} />
        {problemUnder('title')}
      </div>
      <div class="field">
        <Choice legend={words.language} value={draft.lang} onChoose={(chosen) => change({ lang: chosen })}
          options={[{ value: 'nl', label: 'Nederlands', lang: 'nl' }, { value: 'en', label: 'English', lang: 'en' }]} />
        <p class="small quiet">{words.languageHint}</p>
      </div>
      <fieldset class="field">
        <legend class="label">{words.topics}</legend>
        <p class="small quiet">{words.topicsHint}</p>
        <TopicsEditor topics={draft.topics} wrong={problem?.field === 'topic' ? problem.place : null} onChange={(topics) => change({ topics })} />
        {problemUnder('topic')}
      </fieldset>
      <div class="create-pair">
        <div class="field">
          <label for="expected">{words.expected}</label>
          <input class="input number" id="expected" name="expected" type="number" inputMode="numeric" min={expectedMin} max={expectedMax}
            value={Number.isNaN(draft.expected) ? '' : draft.expected} aria-invalid={at('expected')} aria-describedby="expected-hint"
            onInput={(event) => change({ expected: event.currentTarget.valueAsNumber })} />
          <p class={`small ${expectedHint === words.expectedFine ? 'quiet' : 'notice'}`} id="expected-hint" role="status">{expectedHint}</p>
          {problemUnder('expected')}
        </div>
        <div class="field">
          <label for="round">{words.round}</label>
          <div class="input-unit">
            <input class="input number" id="round" name="round" type="number" inputMode="numeric" min={roundMsMin / 1000} max={roundMsMax / 1000}
              value={Number.isNaN(draft.roundSeconds) ? '' : draft.roundSeconds} aria-invalid={at('round')} aria-describedby="round-hint"
              onInput={(event) => change({ roundSeconds: event.currentTarget.valueAsNumber })} />
            <span>{words.seconds}</span>
          </div>
          <p class="small quiet" id="round-hint">{words.roundHint}</p>
          {problemUnder('round')}
        </div>
      </div>
      <label class="tick">
        <input type="checkbox" checked={draft.lobby} onChange={(event) => change({ lobby: event.currentTarget.checked })} />
        <span><b>{words.lobby}</b><span class="small quiet">{words.lobbyHint}</span></span>
      </label>
      <label class="tick">
        <input type="checkbox" checked={draft.moderation} onChange={(event) => change({ moderation: event.currentTarget.checked })} />
        <span><b>{words.moderation}</b><span class="small quiet">{words.moderationHint}</span></span>
      </label>
      <label class="tick">
        <input type="checkbox" checked={draft.rehearsal} onChange={(event) => change({ rehearsal: event.currentTarget.checked })} />
        <span><b>{words.rehearsal}</b><span class="small quiet">{words.rehearsalHint}</span></span>
      </label>
      {passwordAsked && (
        <div class="field">
          <label for="password">{words.password}</label>
          <input class="input" id="password" name="password" type="password" autoComplete="current-password" value={draft.password}
            aria-invalid={at('password')} aria-describedby="password-hint" onInput={(event) => change({ password: event.currentTarget.value })} />
          <p class="small quiet" id="password-hint">{words.passwordHint}</p>
          {problemUnder('password')}
        </div>
      )}
      <div>
        <p class="problem" role="alert">{refusal}</p>
        <button type="submit" class="button primary wide" aria-disabled={busy}>{busy ? words.creating : words.create}</button>
      </div>
    </form>
  );
}
