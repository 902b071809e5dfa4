/** @public */
export type FocusVersion = '1.0' | '1.1' | '1.2' | '1.3' | '1.4';

/**
 * `json` is an object written as text: FOCUS calls it Key-Value or JSON format.
 *
 * @public
 */
export type FocusColumnType = 'text' | 'decimal' | 'instant' | 'json';

/**
 * Whether a file must have the column: always, where its provider has what the column is about, or better so.
 *
 * @public
 */
export type FocusColumnLevel = 'mandatory' | 'conditional' | 'recommended';

/**
 * A column of the Cost and Usage dataset.
 *
 * @public
 */
export type FocusColumn = {
  name: string;
  type: FocusColumnType;
  level: FocusColumnLevel;
  /** Whether a value may be absent, at least in some rows. */
  nullable: boolean;
  since: FocusVersion;
  /** The first version that no longer has it. */
  until?: FocusVersion;
  allowedValues?: readonly string[];
  /** Ids of the official rules, where there are some. */
  rules: {
    presence?: string;
    type?: string;
    format?: string;
    notNull?: string;
    allowedValues?: string;
  };
};
