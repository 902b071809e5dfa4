import { listOf, numberOf, objectOf, textOf } from '../json/objectOf';
import { readPath } from '../readPath';
import { toolName } from '../toolName';

type Thing = Record<string, unknown>;

/** What the results of one run of a SARIF file refer to: rules, files, and the folder they lie in. */
export class SarifRun {
  /** The scanner, as we write it. */
  readonly tool: string;
  readonly #components: Thing[];
  readonly #rules: Thing[][];
  readonly #byId: Array<Map<string, Thing>>;
  readonly #artifacts: unknown[];
  readonly #folders: string[];

  private constructor(run: Thing) {
    const tool = objectOf(run.tool);
    const driver = objectOf(tool.driver);
    this.tool = toolName(driver.name) ?? 'sarif';
    this.#components = [driver, ...listOf(tool.extensions).map(objectOf)];
    this.#rules = this.#components.map(({ rules }) =>
      listOf(rules).map(objectOf),
    );
    this.#byId = this.#rules.map(
      rules =>
        new Map(rules.map(rule => [textOf(rule.id) ?? '', rule] as const)),
    );
    this.#artifacts = listOf(run.artifacts);
    this.#folders = Object.values(objectOf(run.originalUriBaseIds))
      .map(base => readPath(objectOf(base).uri))
      .filter((path): path is string => path !== undefined && /\w/.test(path))
      .sort((left, right) => right.length - left.length);
  }

  static create(run: Thing): SarifRun {
    return new SarifRun(run);
  }

  /** The rule of a result: by index where it has one, else by its id or the nearest id above (`CA1000/1` is of `CA1000`). */
  ruleOf(result: Thing): Thing {
    const reference = objectOf(result.rule);
    const place = objectOf(reference.toolComponent);
    const named = this.#components.findIndex(
      ({ name, guid }) =>
        (textOf(place.name) !== undefined && name === place.name) ||
        (textOf(place.guid) !== undefined && guid === place.guid),
    );
    const extension = numberOf(place.index);
    let component = 0;
    if (extension !== undefined && this.#rules[extension + 1]) {
      component = extension + 1;
    } else if (named >= 0) {
      component = named;
    }
    const index = numberOf(reference.index) ?? numberOf(result.ruleIndex) ?? -1;
    const id = textOf(result.ruleId) ?? textOf(reference.id);
    const atIndex = this.#rules[component][index];
    // An index that leads to another rule is a known fault of several tools: the name counts.
    if (atIndex && (id === undefined || isOf(id, textOf(atIndex.id)))) {
      return atIndex;
    }
    return id === undefined ? {} : this.#named(id);
  }

  /** The rule whose name a message begins with, for tools that give results no rule. */
  ruleInMessage(message: string): Thing | undefined {
    return this.#rules[0].find(rule => {
      const id = textOf(rule.id);
      return id !== undefined && message.startsWith(`${id} `);
    });
  }

  /** The file a result is in. */
  pathOf(location: unknown): string | undefined {
    const file = objectOf(objectOf(location).artifactLocation);
    const index = numberOf(file.index);
    const uri =
      textOf(file.uri) ??
      (index === undefined
        ? undefined
        : textOf(objectOf(objectOf(this.#artifacts[index]).location).uri));
    const path = readPath(uri);
    const folder =
      path && this.#folders.find(start => path.startsWith(`${start}/`));
    return folder ? path.slice(folder.length + 1) : path;
  }

  #named(id: string): Thing {
    for (const rules of this.#byId) {
      for (
        let name = id;
        name !== '';
        name = name.slice(0, Math.max(0, name.lastIndexOf('/')))
      ) {
        const rule = rules.get(name);
        if (rule) {
          return rule;
        }
      }
    }
    return {};
  }
}

function isOf(id: string, rule: string | undefined): boolean {
  return rule === undefined || id === rule || id.startsWith(`${rule}/`);
}

/** What a message says: its own text, or the one of its rule with its words put in. */
export function messageText(message: unknown, rule: Thing): string {
  const { text, markdown, id, arguments: words } = objectOf(message);
  const own = textOf(text) ?? textOf(markdown);
  const strings = objectOf(rule.messageStrings);
  const template =
    own ??
    (typeof id === 'string' && Object.hasOwn(strings, id)
      ? textOf(objectOf(strings[id]).text)
      : undefined);
  const list = listOf(words);
  return (template ?? '')
    .slice(0, 20_000)
    .replaceAll(/\{(\d{1,3})\}/g, (whole, index) =>
      typeof list[Number(index)] === 'string'
        ? (list[Number(index)] as string).slice(0, 1000)
        : whole,
    );
}
