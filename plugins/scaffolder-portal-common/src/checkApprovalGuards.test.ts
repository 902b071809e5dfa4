import { checkApprovalGuards } from './checkApprovalGuards';
import { approvalAction } from './approvals';

const asking = { id: 'approval', action: approvalAction };
const granted = 'steps.approval.output.granted';

function guardedBy(condition: unknown) {
  return checkApprovalGuards([
    { id: 'fetch', action: 'fetch:template' },
    asking,
    { id: 'publish', action: 'publish:github', if: condition },
  ]);
}

describe('checkApprovalGuards', () => {
  it.each([
    `\${{ ${granted} }}`,
    `\${{${granted}}}`,
    "${{ steps['approval'].output.granted }}".replace(/'/g, '"'),
    `\${{ ${granted} and parameters.production }}`,
    `\${{ ${granted} and not parameters.dry and parameters.size == 'large' and parameters.count >= 3 }}`,
    `\${{ ${granted} and parameters['a b'][0] !== "x" }}`,
    false,
  ])('takes %s', condition => {
    expect(guardedBy(condition)).toEqual([]);
  });

  // Each of these runs the step while nobody has said yes, or might.
  it.each([
    granted,
    ` \${{ ${granted} }}`,
    `\${{ ${granted} }} `,
    `\${{ ${granted} }}\${{ ${granted} }}`,
    `\${{ not ${granted} }}`,
    `\${{ ${granted} or true }}`,
    `\${{ ${granted} and parameters.a or true }}`,
    `\${{ true if ${granted} else true }}`,
    `\${{ ${granted} if parameters.a else true }}`,
    `\${{ ${granted} | default(true) }}`,
    `\${{ ${granted} == false }}`,
    `\${{ [${granted}] }}`,
    `\${{ missing() and ${granted} }}`,
    `\${{ ${granted} and missing() }}`,
    `\${{ ${granted} and not and true }}`,
    `\${{ ${granted}s }}`,
    '${{ steps.other.output.granted }}',
    '${{ always() }}',
    '${{ failure() }}',
    'true',
    '',
    ['x'],
    1,
  ])('refuses %j', condition => {
    expect(guardedBy(condition)).toEqual([
      {
        stepId: 'publish',
        message:
          'The condition of step "publish" may hold without the approval that step "approval" asks for; write "if: ${{ steps.approval.output.granted }}", and after "granted" only comparisons, each with "and" before it',
      },
    ]);
  });

  it.each([undefined, true])('refuses no condition (%s)', condition => {
    expect(guardedBy(condition)).toEqual([
      {
        stepId: 'publish',
        message:
          'Step "publish" would run without the approval that step "approval" asks for; give it "if: ${{ steps.approval.output.granted }}"',
      },
    ]);
  });

  it('holds a second approval and what follows to the one before', () => {
    const steps = [
      { action: approvalAction },
      {
        id: 'second',
        action: approvalAction,
        if: "${{ steps['step-1'].output.granted }}",
      },
      {
        id: 'publish',
        action: 'publish:github',
        if: "${{ steps['step-1'].output.granted }}",
      },
    ];
    expect(checkApprovalGuards(steps).map(({ stepId }) => stepId)).toEqual([
      'publish',
    ]);
    expect(
      checkApprovalGuards([steps[0], { id: 'second', action: approvalAction }]),
    ).toEqual([
      {
        stepId: 'second',
        message: expect.stringContaining(
          "if: ${{ steps['step-1'].output.granted }}",
        ),
      },
    ]);
  });

  it('refuses to ask once for each item, as the answers would be a list', () => {
    expect(
      checkApprovalGuards([{ ...asking, each: '${{ parameters.all }}' }]),
    ).toEqual([
      {
        stepId: 'approval',
        message: expect.stringContaining('leave its "each" out and ask once'),
      },
    ]);
  });

  it('leaves templates alone that ask for nothing', () => {
    expect(
      checkApprovalGuards([{ action: 'fetch:template' }, { action: 'x' }]),
    ).toEqual([]);
  });
});
