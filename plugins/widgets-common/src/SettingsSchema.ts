/**
 * One setting: a part of JSON Schema (draft 07) that a form can show in plain words.
 *
 * @public
 */
export type SettingSchema = {
  /** In plain words, sentence case: the label in the form. */
  title: string;
  /** What it does, its unit, an example. */
  description?: string;
  default?: unknown;
} & (
  | {
      type: 'string';
      enum?: string[];
      minLength?: number;
      maxLength?: number;
      pattern?: string;
      /** `entity-ref`: such as `group:default/payments`. `time-zone`: an IANA name. `uri`: http or https. */
      format?: 'entity-ref' | 'time-zone' | 'uri';
    }
  | { type: 'integer' | 'number'; minimum?: number; maximum?: number }
  | { type: 'boolean' }
  | {
      type: 'array';
      items: SettingSchema | SettingsSchema;
      minItems?: number;
      maxItems?: number;
      uniqueItems?: boolean;
    }
);

/**
 * The settings of a widget. What is not named is an error, so that a typing mistake does not pass in silence.
 *
 * @public
 */
export type SettingsSchema = {
  type: 'object';
  properties: Record<string, SettingSchema>;
  required?: string[];
  additionalProperties?: false;
};
