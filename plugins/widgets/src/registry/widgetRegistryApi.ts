import {
  ApiBlueprint,
  createExtensionInput,
} from '@backstage/frontend-plugin-api';
import {
  WidgetBlueprint,
  widgetRegistryApiRef,
} from '@portal/plugin-widgets-react';
import { WidgetRegistry } from './WidgetRegistry';

/** Collects the widgets that plugins attach. */
export const widgetRegistryApi = ApiBlueprint.makeWithOverrides({
  inputs: {
    widgets: createExtensionInput([WidgetBlueprint.dataRefs.widget]),
  },
  factory(originalFactory, { inputs }) {
    const widgets = inputs.widgets.map(input =>
      input.get(WidgetBlueprint.dataRefs.widget),
    );
    return originalFactory(defineParams =>
      defineParams({
        api: widgetRegistryApiRef,
        deps: {},
        factory: () => WidgetRegistry.create(widgets),
      }),
    );
  },
});
