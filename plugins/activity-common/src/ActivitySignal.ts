/**
 * The channel of signals on which open pages hear that something happened.
 *
 * @public
 */
export const activityChannel = 'activity';

/**
 * Says that something happened, and nothing of what: each page asks for what it may see.
 *
 * @public
 */
export type ActivitySignal = {
  /** The numbers of the repositories, as in `watched` of an answer. */
  repositories: string[];
  /** Whether one of them was not heard of before, so that nobody can know its number. */
  isNew: boolean;
};
