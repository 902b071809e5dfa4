// Quantifiers are bounded: the texts are written by anybody, and are not to cost more than their length.
const reverted = /\bThis reverts commit\s{1,10}([0-9a-f]{7,64})\b/i;
const caused =
  /^[ \t]{0,10}caused[- ]by:[ \t]{1,10}([^\s]{1,200})[ \t\r]{0,10}$/im;

/**
 * The commit that a commit message says it takes back.
 *
 * @internal
 */
export function readReverts(message: string | undefined): string | undefined {
  return reverted.exec(message ?? '')?.[1].toLowerCase();
}

/**
 * What a line `Caused by: <deployment or sha>` of an incident's text names.
 *
 * @internal
 */
export function readCausedBy(text: string | undefined): string | undefined {
  const found = caused.exec(text ?? '')?.[1];
  return found && !/[\p{Cc}\p{Cs}]/u.test(found) ? found : undefined;
}
