/** What every field of the form of settings gets. */
export type FieldProps<Setting> = {
  setting: Setting;
  /** Where it is, such as `places[0].zone`. */
  path: string;
  value: unknown;
  isRequired: boolean;
  /** What is wrong, by path. */
  problems: ReadonlyMap<string, string>;
  /** Undefined: not set, so that the default counts. */
  onChange: (value: unknown) => void;
};
