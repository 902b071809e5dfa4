import type { JsonStart } from '../ReportReader';

const space = /\s*/y;
const text = /"(?:[^"\\]|\\.)*"/sy;
const scalar = /[^\s,:[\]{}"]+/y;
const mostKeys = 200;

type Level = { isArray: boolean; key: string; first: boolean };

/**
 * What can be known of a document from its first bytes, wherever they end: keys and scalars of the top, and the keys of the first
 * object in each of its arrays and of its objects. Broken JSON is told later, by who reads all of it.
 */
export function readStart(start: string): JsonStart {
  const found: JsonStart = {
    keys: [],
    // Without the members that every object has: a document may call its own "constructor".
    scalars: Object.create(null),
    isArray: false,
    firstKeys: Object.create(null),
    objectKeys: Object.create(null),
  };
  const levels: Level[] = [];
  let isKey = false;
  let at = 0;
  const take = (what: RegExp) => {
    what.lastIndex = at;
    const match = what.exec(start)?.[0];
    at += match?.length ?? 0;
    return match;
  };
  const record = (key: string) => {
    const [top, second, third, fourth] = levels;
    if (levels.length === 1 && !top.isArray && found.keys.length < mostKeys) {
      found.keys.push(key);
    } else if (levels.length === 2 && top.isArray && top.first) {
      add(found.firstKeys, '$', key);
    } else if (levels.length === 2 && !top.isArray && !second.isArray) {
      add(found.objectKeys!, top.key, key);
    } else if (
      levels.length === 3 &&
      second.isArray &&
      second.first &&
      !top.isArray &&
      !third.isArray
    ) {
      add(found.firstKeys, top.key, key);
    } else if (
      levels.length === 4 &&
      top.isArray &&
      top.first &&
      !second.isArray &&
      third.isArray &&
      third.first &&
      !fourth.isArray
    ) {
      add(found.firstKeys, `$[*].${second.key}`, key);
    }
  };
  for (;;) {
    take(space);
    const character = start[at];
    const level = levels.at(-1);
    if (character === undefined) {
      return found;
    }
    if (character === '{' || character === '[') {
      if (levels.length === 0) {
        found.isArray = character === '[';
      }
      levels.push({ isArray: character === '[', key: '', first: true });
      isKey = character === '{';
      at += 1;
    } else if (character === '}' || character === ']') {
      levels.pop();
      at += 1;
      if (levels.length === 0) {
        return found;
      }
      isKey = false;
    } else if (character === ',') {
      if (level) {
        level.first = false;
        isKey = !level.isArray;
      }
      at += 1;
    } else if (character === ':') {
      isKey = false;
      at += 1;
    } else {
      const token = take(character === '"' ? text : scalar);
      if (!token || !level) {
        return found;
      }
      const value = parse(token);
      if (isKey && typeof value === 'string') {
        level.key = value;
        record(value);
      } else if (levels.length === 1 && !level.isArray && isScalar(value)) {
        found.scalars[level.key] = value;
      }
    }
  }
}

function add(lists: Record<string, string[]>, list: string, key: string): void {
  lists[list] ??= [];
  if (lists[list].length < mostKeys) {
    lists[list].push(key);
  }
}

function isScalar(value: unknown): value is string | number | boolean | null {
  return value !== undefined && typeof value !== 'object'
    ? true
    : value === null;
}

function parse(token: string): unknown {
  try {
    return JSON.parse(token);
  } catch {
    return undefined;
  }
}
