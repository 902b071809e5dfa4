import { lineAt, textOf } from '../files/FileTree';
import type { Check } from './Check';

const patterns: { rule: string; pattern: RegExp }[] = [
  { rule: 'private-key', pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----/g },
  { rule: 'aws-key', pattern: /\b(AKIA|ASIA)[A-Z0-9]{16}\b/g },
  {
    rule: 'github-token',
    pattern: /\b(gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{60,})/g,
  },
  { rule: 'gitlab-token', pattern: /\bglpat-[\w-]{20,}/g },
  { rule: 'slack-token', pattern: /\bxox[abprs]-[\w-]{10,}/g },
  { rule: 'google-key', pattern: /\bAIza[\w-]{35}\b/g },
  { rule: 'npm-token', pattern: /\bnpm_[A-Za-z0-9]{36}\b/g },
  {
    rule: 'json-web-token',
    pattern: /\beyJ[\w-]{15,}\.eyJ[\w-]{15,}\.[\w-]{15,}/g,
  },
  {
    rule: 'password',
    // A word in quotes that is assigned to a secret's name, and neither a reference nor a placeholder.
    pattern:
      /\b(?:password|passwd|secret|api_?key|access_?key|token)["']?\s*[:=]\s*["'](?![^"']*(?:\$\{|\{\{|<|example|changeme|change-me|placeholder|secret|password))[^"'\s]{12,}["']/gi,
  },
];

/** Nothing that looks like a secret is in what was made. */
export const secretsCheck: Check = {
  name: 'secrets',
  how: 'structure: private keys, tokens of known shapes, passwords that are written out',
  picks: tree => tree.files.filter(file => textOf(file) !== undefined),
  run: async files =>
    files.flatMap(file => {
      const text = textOf(file) ?? '';
      return patterns.flatMap(({ rule, pattern }) =>
        [...text.matchAll(pattern)].map(match => ({
          file: file.path,
          line: lineAt(text, match.index),
          // The secret itself is not repeated: reports are kept.
          message: `looks like a secret (${rule}); refer to one that is kept elsewhere`,
          rule: `secrets/${rule}`,
        })),
      );
    }),
};
