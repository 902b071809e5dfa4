import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { WidgetDefinition } from '@portal/plugin-widgets-common';

/**
 * All widgets that boards can show. None, unless the backend is given a factory of {@link provideWidgetDefinitions}.
 *
 * @public
 */
export const widgetDefinitionsServiceRef = createServiceRef<
  readonly WidgetDefinition[]
>({
  id: 'portal.widgets.definitions',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({ service, deps: {}, factory: () => [] }),
});

/**
 * Tells the backend's plugins which widgets there are.
 *
 * @throws An error that names the widget when two have the same name: a board could mean either.
 * @public
 */
export function provideWidgetDefinitions(
  definitions: readonly WidgetDefinition[],
) {
  const names = definitions.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) {
    throw new Error(
      `Two widgets are called ${twice}. Give one of them another name, or leave one of their lists out.`,
    );
  }
  return createServiceFactory({
    service: widgetDefinitionsServiceRef,
    deps: {},
    factory: () => definitions,
  });
}
