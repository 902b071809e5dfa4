/** How many characters of a term are kept. */
const keptCharacters = 100;

/** Longer text is pasted, not looked for. */
const readCharacters = 500;

/*
 * None of them looks at what follows its match. So what a cut leaves of a harmless term is harmless, too, and a term that was
 * made normal once stays as it is.
 */
const privateText = [
  // E-mail addresses, and user:password@host.
  /[^\s@]+@[^\s@]+\.[^\s@]/u,
  /:\/\/[^\s/]+@/u,
  // Keys that say what they are: of GitHub, GitLab, Slack, npm, PyPI, OpenAI and others, AWS, Google, JSON web tokens, PEM.
  /(?:^|[^a-z0-9])(?:gh[a-z]_|github_pat_|gl[a-z]+-[a-z0-9_]{16}|xox[a-z]-|npm_[a-z0-9]{16}|pypi-[a-z0-9]{16}|sk-[a-z0-9_-]{16}|a[ks]ia[a-z0-9]{12}|aiza[a-z0-9_-]{16}|eyj[a-z0-9_-]{8})/u,
  /-----begin/u,
  // password=..., token: ..., bearer ...
  /(?:passw(?:or)?d|passphrase|pwd|secret|token|api[ _-]?key|credentials?)\s*[=:]\s*\S/u,
  /(?:bearer|basic)\s+[a-z0-9+/_.=-]{16}/u,
  // UUIDs; they are keys of people and sessions.
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]/u,
  // Numbers of phones, cards, accounts and people.
  /\d(?:[\s().-]?\d){8}/u,
];

/** They are numbers like those of phones, and nobody's. */
const publicNumber = /cve-\d{4}-\d{4,7}/gu;

/** A word that only a machine would write: long, without a break, of letters and digits. */
const longWord = /[a-z0-9+=]{16,}/gu;

function looksMade(word: string): boolean {
  return /[a-z]/u.test(word) && (word.match(/\d/gu)?.length ?? 0) >= 3;
}

/**
 * A search term as it is counted: trimmed, in lower case, at most 100 characters, with single spaces. Nothing where it is empty, or
 * looks like a secret, an e-mail address or somebody's number: such a term is neither sent nor stored. That it looks harmless is
 * no proof that it is.
 *
 * @public
 */
export function normaliseSearchTerm(text: string): string | undefined {
  if (text.length > readCharacters) {
    return undefined;
  }
  // PostgreSQL takes neither NUL nor half a surrogate pair.
  const term = text
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim()
    .toLowerCase();
  const checked = term.replace(publicNumber, 'cve');
  const isPrivate =
    privateText.some(pattern => pattern.test(checked)) ||
    (term.match(longWord) ?? []).some(looksMade);
  if (isPrivate) {
    return undefined;
  }
  return Array.from(term).slice(0, keptCharacters).join('').trim() || undefined;
}
