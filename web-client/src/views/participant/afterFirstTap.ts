// SPDX-License-Identifier: MIT
// The parts of the page that nobody sees before a first tap (see later.ts).
export { words } from '../../i18n/participantLater';
export { rejectionText } from '../../i18n/rejections';
export { wipeOld } from '../../keep/wipeOld';
export { Conditions } from './Conditions';
export { Timer } from './Timer';
export { Composer } from './Composer';
export { Foot } from './Foot';
export { InTheHat } from './InTheHat';
export { JoinForm } from './JoinForm';
export { ListControls } from './ListControls';
export { say, ToastRegion } from '../../ui/Toast';
export { OwnQuestions } from './OwnQuestions';
