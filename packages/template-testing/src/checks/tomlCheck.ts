import { parse } from 'smol-toml';
import type { Check } from './Check';
import { parseAll } from './parseAll';

/** TOML is well-formed. */
export const tomlCheck: Check = {
  name: 'toml',
  how: 'smol-toml (npm)',
  picks: tree => tree.matching('**/*.toml'),
  run: async files =>
    parseAll(files, 'toml/syntax', text => {
      parse(text);
    }),
};
