/**
 * Compares versions as Maven does (ComparableVersion, in the POM reference under "Version Order Specification").
 *
 * A version is split at `.`, `-`, `_` and where digits meet letters. A list that begins after `-`, or where digits begin after letters, is
 * nested, and weighs less than a number beside it. Trailing nulls (0, "", final, ga, release) of each list do not count.
 */
type Item = number | string | List;
type List = Item[];

const qualifiers = ['alpha', 'beta', 'milestone', 'rc', 'snapshot', '', 'sp'];
const aliases: Record<string, string> = {
  ga: '',
  final: '',
  release: '',
  cr: 'rc',
};

/** Negative, zero or positive, as one is before, like or after the other. */
export function compareMaven(one: string, other: string): number {
  return compareItems(parse(one), parse(other));
}

function parse(version: string): List {
  const root: List = [];
  let list = root;
  const stack = [root];
  const text = version.toLocaleLowerCase('en-US');
  const open = () => {
    const nested: List = [];
    list.push(nested);
    stack.push(nested);
    list = nested;
  };
  let start = 0;
  let isDigit = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '.') {
      list.push(at === start ? 0 : item(text.slice(start, at), isDigit, false));
      start = at + 1;
    } else if (char === '-' || char === '_') {
      list.push(at === start ? 0 : item(text.slice(start, at), isDigit, false));
      start = at + 1;
      open();
    } else if (char >= '0' && char <= '9') {
      if (!isDigit && at > start) {
        list.push(item(text.slice(start, at), false, true));
        start = at;
        open();
      }
      isDigit = true;
      continue;
    } else {
      if (isDigit && at > start) {
        list.push(item(text.slice(start, at), true, false));
        start = at;
        open();
      }
      isDigit = false;
      continue;
    }
    isDigit = false;
  }
  if (text.length > start) {
    list.push(item(text.slice(start), isDigit, false));
  }
  for (const each of stack.reverse()) {
    trim(each);
  }
  return root;
}

function item(text: string, isDigit: boolean, beforeDigit: boolean): Item {
  if (isDigit) {
    return Number(text);
  }
  if (beforeDigit && text.length === 1) {
    const short = { a: 'alpha', b: 'beta', m: 'milestone' }[text];
    if (short) {
      return short;
    }
  }
  return Object.hasOwn(aliases, text) ? aliases[text] : text;
}

function trim(list: List): void {
  for (let at = list.length - 1; at >= 0; at--) {
    const last = list[at];
    if (isNull(last)) {
      list.splice(at, 1);
    } else if (!Array.isArray(last)) {
      break;
    }
  }
}

function isNull(each: Item): boolean {
  return Array.isArray(each) ? each.length === 0 : each === 0 || each === '';
}

/** Where an unknown word is: after every known one, in the order of its letters. */
function rankOf(word: string): string {
  const known = qualifiers.indexOf(word);
  return known >= 0 ? String(known) : `${qualifiers.length}-${word}`;
}

const release = rankOf('');

function compareItems(one: Item | undefined, other: Item | undefined): number {
  if (one === undefined) {
    return other === undefined ? 0 : -compareItems(other, undefined);
  }
  if (typeof one === 'number') {
    if (other === undefined) {
      return one === 0 ? 0 : 1;
    }
    return typeof other === 'number' ? one - other : 1;
  }
  if (typeof one === 'string') {
    if (other === undefined) {
      return compareText(rankOf(one), release);
    }
    return typeof other === 'string'
      ? compareText(rankOf(one), rankOf(other))
      : -1;
  }
  if (other === undefined) {
    for (const each of one) {
      const result = compareItems(each, undefined);
      if (result !== 0) {
        return result;
      }
    }
    return 0;
  }
  if (typeof other === 'number') {
    return -1;
  }
  if (typeof other === 'string') {
    return 1;
  }
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    const result = compareItems(one[at], other[at]);
    if (result !== 0) {
      return result;
    }
  }
  return 0;
}

function compareText(one: string, other: string): number {
  if (one === other) {
    return 0;
  }
  return one < other ? -1 : 1;
}
