import type { SettingSchema, SettingsSchema } from './SettingsSchema';

/**
 * The settings of a tile with the defaults of what it leaves out. What it says stays as it is, known or not.
 *
 * @public
 */
export function fillDefaults(
  schema: SettingsSchema | undefined,
  settings: Record<string, unknown> = {},
): Record<string, unknown> {
  const filled = { ...settings };
  for (const [name, setting] of Object.entries(schema?.properties ?? {})) {
    if (filled[name] === undefined && setting.default !== undefined) {
      filled[name] = structuredClone(setting.default);
    }
    if (Array.isArray(filled[name]) && setting.type === 'array') {
      filled[name] = fillItems(setting.items, filled[name] as unknown[]);
    }
  }
  return filled;
}

function fillItems(
  items: SettingSchema | SettingsSchema,
  values: unknown[],
): unknown[] {
  return 'properties' in items
    ? values.map(value =>
        isRecord(value) ? fillDefaults(items, value) : value,
      )
    : values;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
