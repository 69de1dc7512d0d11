// SPDX-License-Identifier: MIT
// The parts of the page that nobody needs before a first touch (see later.ts).
export { words } from '../../i18n/participantLater';
export { wipeOld } from '../../keep/wipeOld';
export { sift } from '../../replica/sift';
export { say, ToastRegion } from '../../ui/Toast';
export { Composer } from './Composer';
export { Conditions, troubleOf } from './Conditions';
export { doorKeeper } from './doorKeeper';
export { Foot } from './Foot';
export { InTheHat } from './InTheHat';
export { ListControls } from './ListControls';
export { MovedNotes } from './MovedNotes';
export { OwnQuestions } from './OwnQuestions';
export { tellOfVote } from './tellOfVote';
