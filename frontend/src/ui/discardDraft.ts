import i18next from 'i18next';
import { readDraft, writeDraft } from './drafts';
import { toastUndo } from './toasts';

/**
 * Discards what was typed in an editor on the page, which can be undone.
 *
 * @param reopen opens the editor again with the draft
 */
export function discardDraft(name: string, discard: () => void, reopen: () => void) {
  const draft = readDraft(name);
  discard();
  if (!draft) return;
  toastUndo(i18next.t('draft.discarded'), async () => {
    writeDraft(name, draft);
    reopen();
  });
}
