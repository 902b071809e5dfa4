export { checkDraft, checkSettings } from './checkDraft';
export { type Draft, tileName, toContent, toDraft } from './draft';
export { keptDrafts } from './keptDraft';
export { type ArrangingKind, useArranging } from './useArranging';
export { useDraft } from './useDraft';
export { askToLeave, useLeaveWarning } from './useLeaveWarning';
