import type { JsonObject } from '@backstage/types';
import {
  gridColumns,
  type SettingSchema,
  type SettingsSchema,
  type WidgetDefinition,
} from '@portal/plugin-widgets-common';
import {
  dashboardApiVersion,
  dashboardKind,
  dashboardPeriods,
  dashboardTypes,
} from '../model/DashboardEntity';
import { mostHeight, mostRows, mostTiles } from '../model/limits';

/**
 * JSON Schema (draft 07) of `spec`, without what the widgets of its tiles let a board set.
 *
 * @public
 */
export const dashboardSpecSchema: JsonObject = {
  type: 'object',
  required: ['type', 'owner', 'tiles'],
  additionalProperties: false,
  properties: {
    type: {
      type: 'string',
      enum: [...dashboardTypes],
      description: 'what the dashboard is for',
    },
    owner: {
      type: 'string',
      minLength: 1,
      description: 'the group that keeps it, such as group:default/payments',
    },
    audience: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: { type: 'string', minLength: 1 },
      description: 'groups whose members find it in the list',
    },
    environments: {
      type: 'array',
      uniqueItems: true,
      items: { type: 'string', minLength: 1 },
      description: 'names of the environments that it is about',
    },
    period: {
      type: 'string',
      enum: [...dashboardPeriods],
      description: 'how long back it looks',
    },
    refreshSeconds: {
      type: 'integer',
      minimum: 15,
      maximum: 3600,
      description: 'how often its tiles ask again, in seconds',
    },
    tiles: {
      type: 'array',
      minItems: 1,
      maxItems: mostTiles,
      description: 'what it shows',
      items: tileSchema({}),
    },
  },
};

/**
 * JSON Schema (draft 07) of a dashboard's YAML with the settings of every widget, for editors.
 *
 * @public
 */
export function dashboardJsonSchema(
  widgets: readonly WidgetDefinition[],
): JsonObject {
  const spec = dashboardSpecSchema.properties as JsonObject;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Dashboard',
    type: 'object',
    required: ['apiVersion', 'kind', 'metadata', 'spec'],
    properties: {
      apiVersion: { const: dashboardApiVersion },
      kind: { const: dashboardKind },
      metadata: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string' },
          title: { type: 'string' },
          description: { type: 'string' },
        },
      },
      spec: {
        ...dashboardSpecSchema,
        properties: {
          ...spec,
          tiles: {
            ...(spec.tiles as JsonObject),
            items: tileSchema({
              widget: {
                type: 'string',
                enum: widgets.map(({ name }) => name),
                description: 'the widget that the tile shows',
              },
              allOf: widgets.map(({ name, settings, description }) => ({
                if: { properties: { widget: { const: name } } },
                then: {
                  description,
                  properties: { settings: settingsJsonSchema(settings) },
                  ...(settings?.required?.length && {
                    required: ['settings'],
                  }),
                },
              })),
            }),
          },
        },
      },
    },
  };
}

/**
 * JSON Schema (draft 07) of what a widget lets a board set. What is not named is refused.
 *
 * @public
 */
export function settingsJsonSchema(
  settings: SettingsSchema | undefined,
): JsonObject {
  const { properties = {}, required = [] } = settings ?? {};
  return {
    type: 'object',
    additionalProperties: false,
    required,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, setting]) => [
        name,
        settingJsonSchema(setting),
      ]),
    ),
  };
}

function settingJsonSchema(setting: SettingSchema): JsonObject {
  if (setting.type !== 'array') {
    return setting as JsonObject;
  }
  const { items, ...rest } = setting;
  return {
    ...(rest as JsonObject),
    items:
      items.type === 'object'
        ? settingsJsonSchema(items)
        : settingJsonSchema(items),
  };
}

function tileSchema(options: { widget?: JsonObject; allOf?: JsonObject[] }) {
  const {
    widget = {
      type: 'string',
      minLength: 1,
      description: 'the widget that the tile shows',
    },
    allOf,
  } = options;
  return {
    type: 'object',
    required: ['id', 'widget', 'wide'],
    additionalProperties: false,
    properties: {
      id: {
        type: 'string',
        pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
        maxLength: 63,
        description: 'unique in the dashboard, such as open-incidents',
      },
      widget,
      title: { type: 'string', minLength: 1, maxLength: 80 },
      settings: {
        type: 'object',
        description: 'what the widget lets a dashboard set',
      },
      wide: placeSchema(gridColumns.wide),
      medium: placeSchema(gridColumns.medium),
      narrow: {
        type: 'object',
        additionalProperties: false,
        properties: {
          height: { type: 'integer', minimum: 1, maximum: mostHeight },
          hidden: { type: 'boolean' },
        },
      },
    },
    ...(allOf && { allOf }),
  } satisfies JsonObject;
}

function placeSchema(columns: number): JsonObject {
  const counted = (maximum: number) => ({
    type: 'integer',
    minimum: 1,
    maximum,
  });
  return {
    type: 'object',
    required: ['column', 'row', 'width', 'height'],
    additionalProperties: false,
    description: `where it stands, in ${columns} columns and rows that are counted from 1`,
    properties: {
      column: counted(columns),
      row: counted(mostRows),
      width: counted(columns),
      height: counted(mostHeight),
    },
  };
}
