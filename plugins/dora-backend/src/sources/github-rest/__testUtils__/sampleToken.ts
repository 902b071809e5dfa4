/** A token that is to be found nowhere. */
export const sampleToken = 'kept-between-two-machines-4711';
