/** What a thread is sent: what to do, a piece of the file, its end, or that a batch was taken. */
export type ToParser =
  | { type: 'task'; task: unknown }
  | { type: 'piece'; piece: Uint8Array }
  | { type: 'end' }
  | { type: 'taken' };

/** What it sends. */
export type FromParser =
  | { type: 'wants' }
  | { type: 'beat' }
  | { type: 'batch'; batch: unknown }
  | { type: 'done'; summary: unknown }
  | { type: 'failed'; name: string; message: string; stack?: string };
