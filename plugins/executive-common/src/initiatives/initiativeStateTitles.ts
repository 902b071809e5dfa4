import type { StatusNote } from './Initiative';

/**
 * States of an initiative, as they are read.
 *
 * @public
 */
export const initiativeStateTitles: Record<StatusNote['state'], string> = {
  'on-track': 'On track',
  'at-risk': 'At risk',
  'off-track': 'Off track',
  done: 'Done',
  stopped: 'Stopped',
};
