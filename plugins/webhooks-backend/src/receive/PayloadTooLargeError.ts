import { CustomErrorBase } from '@backstage/errors';

/** A body that is larger than the inbox takes. */
export class PayloadTooLargeError extends CustomErrorBase {
  name = 'PayloadTooLargeError' as const;
  /** What the middleware for errors answers with. */
  readonly statusCode = 413;
}
