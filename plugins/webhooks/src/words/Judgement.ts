/** How good something is; never shown by colour alone. */
export type Tone = 'good' | 'warning' | 'bad' | 'unknown';

/** How something is doing, in a few words. */
export type Judgement = { tone: Tone; words: string };
