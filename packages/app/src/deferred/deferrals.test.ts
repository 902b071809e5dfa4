import fs from 'node:fs';
import path from 'node:path';
import deferLoader from '../../bundler/deferLoader.cjs';
import {
  deferrals,
  pureCalls,
  withoutSideEffects,
} from '../../bundler/deferrals.cjs';
import pureLoader from '../../bundler/pureLoader.cjs';
import * as standIns from '.';

function installed(name: string): string {
  const [scopeOrName, nameInScope] = name.split('/');
  const packageName = scopeOrName.startsWith('@')
    ? `${scopeOrName}/${nameInScope}`
    : scopeOrName;
  const manifest = require.resolve(`${packageName}/package.json`);
  return path.join(path.dirname(manifest), name.slice(packageName.length));
}

describe.each(deferrals)('$module', ({ module, exports }) => {
  const source = fs.readFileSync(installed(module), 'utf8');

  it('exports exactly what is replaced', () => {
    const exported = source.match(/^export \{([^}]*)\};/m)?.[1] ?? '';
    expect(exported.split(',').map(name => name.trim())).toEqual(
      Object.keys(exports),
    );
  });

  it('is replaced by stand-ins that exist', () => {
    for (const standIn of Object.values(exports)) {
      expect(standIns).toHaveProperty(standIn);
    }
  });
});

it('writes a stand-in that loads the real module on demand', () => {
  const code = deferLoader.call({
    resourcePath: '/somewhere/Thing.esm.js',
    getOptions: () => ({
      module: 'thing',
      exports: { Thing: 'deferredComponent' },
      standInModule: '/app/deferred',
    }),
  });
  expect(code).toBe(
    [
      'import { deferredComponent } from "/app/deferred";',
      'const load = () => import("./Thing.esm.js?real");',
      'export const Thing = /* @__PURE__ */ deferredComponent(() => load().then(m => m.Thing));',
    ].join('\n'),
  );
});

describe('calls that only fill an export', () => {
  const mark = (source: string) =>
    pureLoader.call(
      { getOptions: () => ({ functions: pureCalls.functions }) },
      source,
    );

  it('are marked, others are left alone', () => {
    expect(mark('const a = createCatalogModelLayer({});')).toBe(
      'const a = /* @__PURE__ */ createCatalogModelLayer({});',
    );
    expect(mark('const a = other({});')).toBe('const a = other({});');
    expect(mark('  createCatalogModelLayer({});')).toBe(
      '  createCatalogModelLayer({});',
    );
  });

  it('are in the installed modules', () => {
    for (const name of pureCalls.modules) {
      const file = installed(name);
      const files = name.endsWith('/')
        ? fs
            .readdirSync(file)
            .filter(entry => entry.endsWith('.esm.js'))
            .map(entry => path.join(file, entry))
        : [file];
      const marked = files.filter(entry => {
        const source = fs.readFileSync(entry, 'utf8');
        return mark(source) !== source;
      });
      expect(marked).not.toEqual([]);
    }
  });
});

it('names only installed packages as free of side effects', () => {
  for (const name of withoutSideEffects) {
    const folder = path.resolve(__dirname, '../../../../node_modules', name);
    expect(fs.existsSync(folder)).toBe(true);
  }
});
