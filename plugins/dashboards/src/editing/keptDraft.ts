import type { Draft } from './draft';

/** A draft with the revision that it is based on. */
export type KeptDraft = { revision: number; draft: Draft };

/**
 * Drafts outlive the page in this tab of the browser, so that the button for going back, or a reload, loses nothing.
 */
export const keptDrafts = {
  read(id: string): KeptDraft | undefined {
    try {
      const text = sessionStorage.getItem(keyOf(id));
      return text ? JSON.parse(text) : undefined;
    } catch {
      return undefined;
    }
  },

  write(id: string, kept: KeptDraft): void {
    try {
      sessionStorage.setItem(keyOf(id), JSON.stringify(kept));
    } catch {
      // The storage is full or forbidden: the warning on leaving remains.
    }
  },

  drop(id: string): void {
    try {
      sessionStorage.removeItem(keyOf(id));
    } catch {
      // There is none then.
    }
  },
};

function keyOf(id: string): string {
  return `portal.dashboards.draft.${id}`;
}
