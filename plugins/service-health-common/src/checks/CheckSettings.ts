/** Inclusive range of HTTP statuses. @public */
export type StatusRange = { from: number; to: number };

/**
 * What a probe does, and what it expects.
 *
 * - `http`: a GET. `down` unless the status is expected and the body contains the text; `degraded` when slower than `within`.
 * - `tcp`: a connection; `degraded` when slower than `within`.
 * - `tls`: the certificate; `degraded` when fewer than `days` days are left, `down` when it is not valid.
 * - `self`: the portal's own readiness.
 *
 * @public
 */
export type CheckSettings =
  | {
      kind: 'http';
      url: string;
      status: StatusRange[];
      contains?: string;
      /** Milliseconds. */
      within?: number;
    }
  | { kind: 'tcp'; host: string; port: number; within?: number }
  | { kind: 'tls'; host: string; port: number; days: number }
  | { kind: 'self' };

/**
 * A check of one service in one environment.
 *
 * @public
 */
export type DeclaredCheck = {
  environment: string;
  /** Unique in its environment: the target as it was written, without what follows `?`. */
  name: string;
  settings: CheckSettings;
};
