/**
 * Reads a value of JSON. What is wrong with one is told by the place alone: the message of `JSON.parse` quotes the document, which
 * may hold secrets.
 */
export function parseBytes(
  bytes: Buffer,
  onBroken: (offset: number) => never,
): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    const found = /at position (\d{1,15})/.exec((error as Error).message);
    return onBroken(found ? Number(found[1]) : 0);
  }
}
