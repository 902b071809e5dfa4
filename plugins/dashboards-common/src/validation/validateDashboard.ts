import { parseEntityRef } from '@backstage/catalog-model';
import {
  gridColumns,
  type SettingSchema,
  type SettingsSchema,
  type WidgetDefinition,
} from '@portal/plugin-widgets-common';
import Ajv, { type ValidateFunction } from 'ajv';
import { overlap } from '../layout/overlap';
import type {
  DashboardSpec,
  DashboardTile,
  Place,
} from '../model/DashboardEntity';
import { dashboardSpecSchema, settingsJsonSchema } from './dashboardSchema';
import { describeError } from './describeError';
import { nearestName } from './nearestName';
import type { DashboardProblem } from './Problem';

// What formats mean is said below, in words that help.
const ajv = new Ajv({
  allErrors: true,
  verbose: true,
  strict: false,
  validateFormats: false,
});
const validateSpec = ajv.compile(dashboardSpecSchema);
const validators = new WeakMap<WidgetDefinition, ValidateFunction>();

/**
 * Everything that is wrong with the spec of a dashboard, in the order of its text; nothing where it is good.
 *
 * @param spec - as it was read: anything.
 * @param options - `widgets`: all that there are. `environments`: names of all that the catalog has, where that is known.
 *
 * @public
 */
export function validateDashboard(
  spec: unknown,
  options: {
    widgets: readonly WidgetDefinition[];
    environments?: readonly string[];
  },
): DashboardProblem[] {
  if (!validateSpec(spec)) {
    return (validateSpec.errors ?? []).map(error =>
      describeError(error, 'spec'),
    );
  }
  const good = spec as DashboardSpec;
  return [
    ...findReferenceProblems(good, options.environments),
    ...findIdProblems(good.tiles),
    ...good.tiles.flatMap((tile, index) =>
      findTileProblems(tile, `spec.tiles[${index}]`, options.widgets),
    ),
    ...findOverlaps(good.tiles, 'wide'),
    ...findOverlaps(good.tiles, 'medium'),
  ];
}

function findReferenceProblems(
  { audience = [], owner, environments = [] }: DashboardSpec,
  known?: readonly string[],
): DashboardProblem[] {
  const problems: DashboardProblem[] = [];
  const groups = [
    ['spec.owner', owner],
    ...audience.map((group, index) => [`spec.audience[${index}]`, group]),
  ];
  for (const [path, group] of groups) {
    if (!isReference(group, 'group')) {
      problems.push({
        path,
        message: `is ${JSON.stringify(group)}, which names no group`,
        cure: 'Write the reference of a group, such as group:default/payments.',
      });
    }
  }
  const names = new Set(known?.map(name => name.toLowerCase()));
  for (const [index, environment] of environments.entries()) {
    const path = `spec.environments[${index}]`;
    if (!isReference(environment, 'resource')) {
      problems.push({
        path,
        message: `is ${JSON.stringify(
          environment,
        )}, which names no environment`,
        cure: 'Write the name of a Resource of type environment, such as prod1.',
      });
    } else if (known && !names.has(nameOf(environment))) {
      problems.push({
        path,
        message: `is ${environment}, which the catalog does not know`,
        cure:
          known.length > 0
            ? `The catalog knows ${known.join(
                ', ',
              )}. Correct the name, or add the environment to the catalog first.`
            : 'Add the environment to the catalog first.',
      });
    }
  }
  return problems;
}

function findIdProblems(tiles: readonly DashboardTile[]): DashboardProblem[] {
  return tiles.flatMap(({ id }, index) => {
    const first = tiles.findIndex(other => other.id === id);
    return first === index
      ? []
      : [
          {
            path: `spec.tiles[${index}].id`,
            message: `is ${id}, as that of spec.tiles[${first}] is`,
            cure: 'Give each tile an id of its own.',
          },
        ];
  });
}

function findTileProblems(
  tile: DashboardTile,
  path: string,
  widgets: readonly WidgetDefinition[],
): DashboardProblem[] {
  const problems: DashboardProblem[] = [];
  for (const screen of ['wide', 'medium'] as const) {
    const place = tile[screen];
    if (place && place.column + place.width - 1 > gridColumns[screen]) {
      problems.push({
        path: `${path}.${screen}`,
        message: `reaches to column ${place.column + place.width - 1}`,
        cure: `A ${screen} screen has ${gridColumns[screen]} columns: make it narrower, or begin further left.`,
      });
    }
  }
  const widget = widgets.find(({ name }) => name === tile.widget);
  if (!widget) {
    const nearest = nearestName(
      tile.widget,
      widgets.map(({ name }) => name),
    );
    problems.push({
      path: `${path}.widget`,
      message: `is ${tile.widget}, which no plugin brings`,
      cure: nearest
        ? `Did you mean ${nearest}?`
        : `There are ${widgets.map(({ name }) => name).join(', ')}.`,
    });
    return problems;
  }
  return [
    ...problems,
    ...findSettingsProblems(tile.settings ?? {}, `${path}.settings`, widget),
  ];
}

function findSettingsProblems(
  settings: Record<string, unknown>,
  path: string,
  widget: WidgetDefinition,
): DashboardProblem[] {
  let validate = validators.get(widget);
  if (!validate) {
    validate = ajv.compile(settingsJsonSchema(widget.settings));
    validators.set(widget, validate);
  }
  if (!validate(settings)) {
    return (validate.errors ?? []).map(error => describeError(error, path));
  }
  return findFormatProblems(settings, path, widget.settings);
}

const formats = {
  'time-zone': {
    fits: isTimeZone,
    cure: 'Write an IANA name of a time zone, such as Europe/Oslo.',
  },
  'entity-ref': {
    fits: (text: string) => isReference(text),
    cure: 'Write a complete reference, such as group:default/payments.',
  },
  uri: {
    fits: (text: string) => /^https?:\/\/\S+$/i.test(text),
    cure: 'Write an address that begins with https.',
  },
};

/** What a schema can't say: whether a text names a time zone, an entity or an address. */
function findFormatProblems(
  settings: Record<string, unknown>,
  path: string,
  schema?: SettingsSchema,
): DashboardProblem[] {
  return Object.entries(schema?.properties ?? {}).flatMap(([name, setting]) =>
    settings[name] === undefined
      ? []
      : checkValue(settings[name], `${path}.${name}`, setting),
  );
}

function checkValue(
  value: unknown,
  path: string,
  setting: SettingSchema | SettingsSchema,
): DashboardProblem[] {
  if (setting.type === 'object') {
    return findFormatProblems(value as Record<string, unknown>, path, setting);
  }
  if (setting.type === 'array') {
    return (value as unknown[]).flatMap((item, index) =>
      checkValue(item, `${path}[${index}]`, setting.items),
    );
  }
  const format = setting.type === 'string' ? setting.format : undefined;
  const check = format && formats[format];
  return !check || check.fits(String(value))
    ? []
    : [{ path, message: `is ${JSON.stringify(value)}`, cure: check.cure }];
}

function findOverlaps(
  tiles: readonly DashboardTile[],
  screen: 'wide' | 'medium',
): DashboardProblem[] {
  const placed = tiles.flatMap((tile, index) => {
    const place: Place | undefined = tile[screen];
    return place ? [{ id: tile.id, index, place }] : [];
  });
  return placed.flatMap((tile, index) => {
    const other = placed
      .slice(0, index)
      .find(({ place }) => overlap(place, tile.place));
    return other
      ? [
          {
            path: `spec.tiles[${tile.index}].${screen}`,
            message: `covers a part of the tile ${other.id}`,
            cure: `Move or shrink one of ${other.id} and ${tile.id}.`,
          },
        ]
      : [];
  });
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

function isReference(text: string, defaultKind?: string): boolean {
  try {
    const { kind } = parseEntityRef(text, {
      defaultKind,
      defaultNamespace: 'default',
    });
    return !defaultKind || kind.toLowerCase() === defaultKind;
  } catch {
    return false;
  }
}

function nameOf(environment: string): string {
  return parseEntityRef(environment, {
    defaultKind: 'resource',
    defaultNamespace: 'default',
  }).name.toLowerCase();
}
