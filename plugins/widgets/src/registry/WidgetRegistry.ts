import type { Widget, WidgetRegistryApi } from '@portal/plugin-widgets-react';

/** The widgets of all plugins, by title. */
export class WidgetRegistry implements WidgetRegistryApi {
  readonly #widgets: readonly Widget[];
  readonly #byName: ReadonlyMap<string, Widget>;

  private constructor(widgets: readonly Widget[]) {
    this.#widgets = widgets;
    this.#byName = new Map(
      widgets.map(widget => [widget.definition.name, widget]),
    );
  }

  /** @throws An error that names the widget when two plugins bring one of the same name. */
  static create(widgets: readonly Widget[]): WidgetRegistry {
    const sorted = [...widgets].sort((one, other) =>
      one.definition.title.localeCompare(other.definition.title),
    );
    const registry = new WidgetRegistry(sorted);
    if (registry.#byName.size < sorted.length) {
      const names = sorted.map(({ definition }) => definition.name);
      const twice = names.find((name, index) => names.indexOf(name) !== index);
      throw new Error(
        `Two plugins bring a widget called ${twice}. Leave one of them out, or give its widget another name.`,
      );
    }
    return registry;
  }

  list() {
    return this.#widgets;
  }

  get(name: string) {
    return this.#byName.get(name);
  }
}
