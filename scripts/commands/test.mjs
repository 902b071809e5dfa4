import { e2ePart } from '../testing/e2ePart.mjs';
import { integrationPart } from '../testing/integrationPart.mjs';
import { staticPart } from '../testing/staticPart.mjs';
import { templatesPart } from '../testing/templatesPart.mjs';
import { unitPart } from '../testing/unitPart.mjs';
import { findChanges } from '../testing/findChanges.mjs';
import { UserFacingError } from '../support/UserFacingError.mjs';

const parts = {
  static: staticPart,
  unit: unitPart,
  integration: integrationPart,
  templates: templatesPart,
  e2e: e2ePart,
};

/**
 * `npm test [-- static|unit|integration|templates|e2e|changed ...]`: runs the parts, all of them without a name, and closes with
 * `N passed, N failed`.
 */
export async function run(args) {
  const names = args.filter(name => name !== 'changed');
  const unknown = names.filter(name => !Object.hasOwn(parts, name));
  if (unknown.length) {
    throw new UserFacingError(
      `Unknown part '${unknown[0]}'. Use: npm test -- ${Object.keys(parts).join(
        '|',
      )}|changed.`,
    );
  }
  const changes = args.includes('changed') ? await findChanges() : undefined;
  const chosen = names.length ? names : Object.keys(parts);
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const name of chosen) {
    const startedAt = Date.now();
    console.log(`\n=== ${name} ===`);
    const result = await parts[name]({ changes }).catch(error => {
      console.error(error);
      return { passed: 0, failed: 1, skipped: 0 };
    });
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    console.log(`=== ${name}: ${describe(result)} in ${seconds} s ===`);
    for (const key of Object.keys(total)) {
      total[key] += result[key];
    }
  }
  console.log(`\n${describe(total)}`);
  return total.failed || total.passed === 0 ? 1 : 0;
}

function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${
    skipped ? `, ${skipped} skipped` : ''
  }`;
}
