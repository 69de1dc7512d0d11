// SPDX-License-Identifier: MIT
// One file of all that a tap on the desk opens: moderation, forms, cards and dialogs, with their style.
import '../../styles/life.css';
import '../../styles/moderator.css';
import '../../styles/stage.css';

export { facilitatorLater } from '../../i18n/facilitatorLater';
export { KeysHelp } from '../../ui/KeysHelp';
export { CloseDialog } from '../life/CloseDialog';
export { CodeDialog } from '../life/CodeDialog';
export { EndDialog } from '../life/EndDialog';
export { RenameDialog } from '../life/RenameDialog';
export { Board } from '../moderator/Board';
export { refusedWhy } from '../refusedWhy';
export { ForRealDialog } from './ForRealDialog';
export { FreshLinkDialog } from './FreshLinkDialog';
export { joinCardPng, joinCardSvg } from './joinCard';
export { facilitatorKeys } from './keyRows';
export { LengthenDialog } from './LengthenDialog';
export { LinkCard } from './LinkCard';
export { LinkDialog } from './LinkDialog';
export { NewLinkForm } from './NewLinkForm';
export { QuestionSheets } from './QuestionSheets';
export { ResultsDialog } from './ResultsDialog';
