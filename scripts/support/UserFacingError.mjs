/** A failure that is explained by its message alone: what went wrong and the way out. */
export class UserFacingError extends Error {
  name = 'UserFacingError';
}

// What the operating system says, in words that a reader can act on.
const systemErrors = {
  ENOSPC:
    'The disk is full. Free some space (a first start needs about 4 GB) and run the same command again.',
  EACCES: error =>
    `No permission for ${error.path}. Give this user access to it, or choose another folder with PORTAL_DATA_DIR.`,
  EROFS: error =>
    `${error.path} is on a read-only file system. Choose another folder with PORTAL_DATA_DIR.`,
};

/** Prints why the command ended: one sentence where the cause is known, the whole error where it is not. */
export function reportFailure(error) {
  const known = systemErrors[error?.code];
  if (error instanceof UserFacingError) {
    console.error(`\n${error.message}`);
  } else if (known) {
    console.error(`\n${typeof known === 'function' ? known(error) : known}`);
  } else {
    console.error(error);
  }
}
