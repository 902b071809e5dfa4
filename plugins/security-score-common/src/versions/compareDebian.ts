/**
 * Compares versions as dpkg does (deb-version(7)): the epoch, then upstream version and revision, each as runs of non-digits, in
 * which `~` is before everything, the end included, and letters before other signs, and runs of digits as numbers.
 */
export function compareDebian(one: string, other: string): number {
  const [first, second] = [split(one), split(other)];
  return (
    first.epoch - second.epoch ||
    comparePart(first.upstream, second.upstream) ||
    comparePart(first.revision, second.revision)
  );
}

function split(version: string) {
  const colon = version.indexOf(':');
  const epoch = colon > 0 ? Number(version.slice(0, colon)) : 0;
  const rest = version.slice(colon > 0 ? colon + 1 : 0);
  const dash = rest.lastIndexOf('-');
  return {
    epoch: Number.isFinite(epoch) ? epoch : 0,
    upstream: dash >= 0 ? rest.slice(0, dash) : rest,
    revision: dash >= 0 ? rest.slice(dash + 1) : '',
  };
}

function comparePart(one: string, other: string): number {
  let [at, to] = [0, 0];
  while (at < one.length || to < other.length) {
    while (
      (at < one.length && !isDigit(one[at])) ||
      (to < other.length && !isDigit(other[to]))
    ) {
      const difference = order(one[at]) - order(other[to]);
      if (difference !== 0) {
        return difference;
      }
      at += 1;
      to += 1;
    }
    const [numberEnd, otherEnd] = [
      endOfDigits(one, at),
      endOfDigits(other, to),
    ];
    const difference =
      Number(one.slice(at, numberEnd) || 0) -
      Number(other.slice(to, otherEnd) || 0);
    if (difference !== 0) {
      return difference;
    }
    [at, to] = [numberEnd, otherEnd];
  }
  return 0;
}

function order(char: string | undefined): number {
  if (char === undefined || isDigit(char)) {
    return 0;
  }
  if (char === '~') {
    return -1;
  }
  return /[a-zA-Z]/.test(char) ? char.charCodeAt(0) : char.charCodeAt(0) + 256;
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}

function endOfDigits(text: string, start: number): number {
  let end = start;
  while (end < text.length && isDigit(text[end])) {
    end += 1;
  }
  return end;
}
