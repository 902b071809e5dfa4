import fc from 'fast-check';
import { severities } from '@portal/plugin-security-score-common';
import {
  readFindings,
  writeFindings,
  type FindingSelection,
} from './findingFilter';

describe('the selection of findings', () => {
  it('shows open findings of everything unless the address says otherwise', () => {
    expect(readFindings(new URLSearchParams())).toMatchObject({
      scope: 'everything',
      state: ['open'],
      order: 'priority',
    });
    expect(
      readFindings(new URLSearchParams('state=all')).state,
    ).toBeUndefined();
    expect(
      readFindings(new URLSearchParams('severity=dreadful,high&order=luck')),
    ).toMatchObject({ severity: ['high'], order: 'priority' });
  });

  it('is what was written', () => {
    fc.assert(
      fc.property(
        fc.record({
          scope: fc.constantFrom('everything', 'group:default/booking'),
          severity: fc.option(fc.subarray([...severities], { minLength: 1 }), {
            nil: undefined,
          }),
          state: fc.constantFrom<FindingSelection['state']>(
            undefined,
            ['open'],
            ['fixed', 'accepted'],
          ),
          text: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
          overdue: fc.constantFrom(undefined, true as const),
          order: fc.constantFrom('priority' as const, 'newest' as const),
        }),
        selection => {
          const written = writeFindings(new URLSearchParams(), selection);
          expect(readFindings(written)).toMatchObject(
            JSON.parse(JSON.stringify(selection)),
          );
        },
      ),
    );
  });
});
