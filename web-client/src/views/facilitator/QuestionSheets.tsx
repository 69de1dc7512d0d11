// SPDX-License-Identifier: MIT
// What can be done with one question from the list besides showing it: write its answer down, ask back, moderate. The forms are those
// of the stage and of the moderator's desk, so that a facilitator alone has nothing less.
import { useEffect } from 'preact/hooks';
import { common } from '../../i18n/common';
import { facilitatorLater } from '../../i18n/facilitatorLater';
import { askBacksMax } from '../../limits';
import { exchangesOf } from '../../replica/exchanges';
import type { Question } from '../../replica/replica';
import type { Store } from '../../store';
import { Dialog } from '../../ui/Dialog';
import { Icon } from '../../ui/Icon';
import { OpenSheet } from '../moderator/sheets';
import { AnswerForm } from '../stage/AnswerForm';
import { AskBackForm } from '../stage/AskBackForm';
import { questionSheet } from './overlays';

export function QuestionSheets({ store }: { store: Store }) {
  const sheet = questionSheet.value;
  const about = sheet && 'question' in sheet ? sheet.question : undefined;
  const question = about === undefined ? undefined : store.replica.value.question.get(about);
  // What the sheet is about may be withdrawn meanwhile.
  useEffect(() => { if (about !== undefined && !question) questionSheet.value = null; }, [about, question]);
  if (!sheet || (about !== undefined && !question)) return null;
  const close = () => { questionSheet.value = null; };
  switch (sheet.is) {
    case 'more': return question ? <More store={store} question={question} onClose={close} /> : null;
    case 'card': return <AnswerForm key={sheet.question} store={store} question={sheet.question} onClose={close} />;
    case 'ask_back': return <AskBackForm key={sheet.question} store={store} question={sheet.question} onClose={close} />;
    default: return <OpenSheet store={store} sheet={sheet} open={(next) => { questionSheet.value = next; }} close={close} refused={() => {}} />;
  }
}

function More({ store, question, onClose }: { store: Store; question: Question; onClose: () => void }) {
  const words = facilitatorLater.value;
  const { id, text, lang } = question;
  const maySpeak = store.session.value?.phase !== 'lobby';
  const mayAskBack = maySpeak && exchangesOf(store.replica.value, id).length < askBacksMax;
  const open = (is: 'card' | 'ask_back' | 'menu') => () => { questionSheet.value = { is, question: id }; };
  return (
    <Dialog title={words.questionTitle} closeLabel={common.value.close} onClose={onClose}>
      <blockquote class="mod-quote" lang={lang} dir="auto">{text}</blockquote>
      <div class="mod-choices">
        {maySpeak && <button type="button" class="button mod-choice" onClick={open('card')}><Icon name="check" />{words.writeCard}</button>}
        {mayAskBack && <button type="button" class="button mod-choice" onClick={open('ask_back')}><Icon name="back" />{words.askBack}</button>}
        <button type="button" class="button mod-choice" onClick={open('menu')}><Icon name="cover" />{words.moderate}</button>
      </div>
    </Dialog>
  );
}
