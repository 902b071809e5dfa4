type Scope = {
  app: unknown;
  context: Record<string, string | undefined>;
};
type Values = Record<string, unknown>;
type Call = (...given: unknown[]) => unknown;

const actions = /\{\{(.*?)\}\}/g;
const tokens = /"[^"]*"|[().\w]+/g;

const functions: Record<string, Call> = {
  toJson: value => JSON.stringify(value ?? null),
  dict: (...pairs) =>
    Object.fromEntries(
      pairs.flatMap((name, at) =>
        at % 2 === 0 ? [[String(name), pairs[at + 1]]] : [],
      ),
    ),
  list: (...items) => items,
  get: (values, name) => (values as Values)[String(name)] ?? '',
  prepend: (items, item) => [item, ...(items as unknown[])],
  initial: items => (items as unknown[]).slice(0, -1),
  last: items => (items as unknown[]).at(-1),
  dig: (...given) => {
    const [fallback, values] = given.slice(-2);
    let found = values;
    for (const name of given.slice(0, -2) as string[]) {
      if (typeof found !== 'object' || found === null) {
        throw new Error(`${name} of ${String(found)}`);
      }
      if (!Object.hasOwn(found, name)) {
        return fallback;
      }
      found = (found as Values)[name];
    }
    return found;
  },
};

/**
 * Renders the part of Go's templates, with the functions of Sprig, that the documented template uses.
 *
 * Both fail as the real ones do: on a field of nothing, and on a function that is not known.
 */
export function renderTemplate(template: string, scope: Scope): string {
  return template.replace(actions, (_, action: string) => {
    const rest = action.match(tokens)!.flatMap(splitParentheses);
    const value = evaluate(rest, scope);
    if (rest.length > 0 || typeof value !== 'string') {
      throw new Error(`${action} is no call that gives a text`);
    }
    return value;
  });
}

function splitParentheses(token: string): string[] {
  return token.startsWith('"') ? [token] : token.match(/[()]|[^()]+/g)!;
}

/** A call up to its closing parenthesis: the function, or the only value, and what it is given. */
function evaluate(rest: string[], scope: Scope): unknown {
  const name = rest.shift()!;
  if (!/^[a-z]/i.test(name) || name === 'false') {
    return valueOf(name, rest, scope);
  }
  const given: unknown[] = [];
  while (rest.length > 0 && rest[0] !== ')') {
    given.push(valueOf(rest.shift()!, rest, scope));
  }
  const call = functions[name];
  if (!call) {
    throw new Error(`No function ${name}`);
  }
  return call(...given);
}

function valueOf(token: string, rest: string[], scope: Scope): unknown {
  if (token === '(') {
    const value = evaluate(rest, scope);
    rest.shift();
    return value;
  }
  if (token.startsWith('"')) {
    return token.slice(1, -1);
  }
  if (token === 'false') {
    return false;
  }
  if (token.startsWith('.context.')) {
    return scope.context[token.slice('.context.'.length)];
  }
  return token
    .slice(1)
    .split('.')
    .reduce<unknown>((value, field) => (value as Values)[field], scope);
}
