let turn: Promise<unknown> = Promise.resolve();

/**
 * Loads a tool that was compiled from Go to WebAssembly. The code that starts such tools keeps itself in one global name, in a
 * version of its own: two tools must not start at the same time.
 */
export function loadGoTool<T>(load: () => Promise<T>): Promise<T> {
  const loaded = turn.then(load);
  turn = loaded.catch(() => {});
  return loaded;
}
