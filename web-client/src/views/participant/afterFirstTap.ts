// SPDX-License-Identifier: MIT
// The parts of the page that nobody needs before a first touch (see later.ts).
export { words } from '../../i18n/participantLater';
export { tend } from '../../tend';
export { wipeOld } from '../../keep/wipeOld';
export { sift } from '../../replica/sift';
export { say, ToastRegion } from '../../ui/Toast';
export { Above } from './Above';
export { Below } from './Below';
export { Composer } from './Composer';
export { Conditions, troubleOf } from './Conditions';
export { doorKeeper } from './doorKeeper';
export { Foot } from './Foot';
export { HatIsEmpty } from './HatIsEmpty';
export { joinedWith } from './joinedWith';
export { ListControls } from './ListControls';
export { MovedNotes } from './MovedNotes';
export { OwnQuestions } from './OwnQuestions';
export { Tally } from './Tally';
export { tellOfVote } from './tellOfVote';
