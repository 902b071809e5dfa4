/**
 * How large what runs in an environment is, smallest first.
 *
 * @public
 */
export const environmentSizes = ['small', 'medium', 'large'] as const;

/** @public */
export type EnvironmentSize = (typeof environmentSizes)[number];

/**
 * One environment of the field `EnvironmentPicker`, whose value is a list of them in promotion order.
 *
 * @public
 */
export type EnvironmentChoice = {
  /** Complete reference, such as `resource:default/dev1`. */
  ref: string;
  /** As people call it, such as `DEV1`. */
  name: string;
  production: boolean;
  size: EnvironmentSize;
  /** Why production may be provisioned. Required where `production` is true. */
  approval?: string;
};

/**
 * An environment of the catalog, as far as a form needs it.
 *
 * @public
 */
export type KnownEnvironment = {
  ref: string;
  name: string;
  production: boolean;
  order: number;
  description?: string;
};
