import { approvalAction } from './approvals';

/**
 * A step of a template, as far as approvals go.
 *
 * @public
 */
export type TemplateStepGuard = {
  /** Default: `step-` and its number, as the scaffolder calls it. */
  id?: string;
  action: string;
  if?: unknown;
  each?: unknown;
};

/**
 * A step that would run without the approval that the template asks for.
 *
 * @public
 */
export type ApprovalGuardProblem = { stepId: string; message: string };

/**
 * The steps of a template that would run without the approval that a step before them asks for; none where the answer is empty.
 *
 * @remarks
 *
 * What the scaffolder takes for a yes is more than `true`: text that is not empty, a list that is not empty, and also a condition that
 * it fails to evaluate. So a condition counts only where it is the approval itself, with comparisons of names and constants after it.
 *
 * @public
 */
export function checkApprovalGuards(
  steps: readonly TemplateStepGuard[],
): ApprovalGuardProblem[] {
  const problems: ApprovalGuardProblem[] = [];
  let asked: string | undefined;
  for (const [index, step] of steps.entries()) {
    const stepId = step.id ?? `step-${index + 1}`;
    if (asked !== undefined && !isGuarded(step.if, asked)) {
      problems.push({ stepId, message: describe(stepId, step.if, asked) });
    }
    if (step.action === approvalAction) {
      if (step.each !== undefined) {
        problems.push({
          stepId,
          message: `Step "${stepId}" asks for approval once for each item, and the steps after it would not wait for it; leave its "each" out and ask once`,
        });
      }
      // A later approval waits for the one before it, so that waiting for the last is waiting for all.
      asked = stepId;
    }
  }
  return problems;
}

function grantedBy(stepId: string): string {
  return /^[A-Za-z_]\w*$/.test(stepId)
    ? `steps.${stepId}.output.granted`
    : `steps['${stepId}'].output.granted`;
}

const name = String.raw`(?!(?:and|or|not|in|is|if|else)\b)[A-Za-z_]\w*(?:\.\w+|\['[^'{}\\]*'\]|\[\d+\])*`;
const operand = String.raw`(?:${name}|'[^'{}\\]*'|"[^"{}\\]*"|-?\d+(?:\.\d+)?)`;
const comparison = String.raw`(?:not\s+)?${operand}(?:\s*(?:[=!]==?|[<>]=?)\s*${operand})?`;
const more = new RegExp(String.raw`^(?:\s+and\s+${comparison})*$`);

function isGuarded(condition: unknown, stepId: string): boolean {
  if (condition === false) {
    return true;
  }
  const inner =
    typeof condition === 'string' &&
    // Anything around it makes it a text, which counts as a yes.
    condition.match(/^\$\{\{\s*([^]*?)\s*\}\}$/)?.[1];
  return (
    typeof inner === 'string' &&
    [grantedBy(stepId), `steps["${stepId}"].output.granted`].some(
      granted =>
        inner.startsWith(granted) && more.test(inner.slice(granted.length)),
    )
  );
}

function describe(stepId: string, condition: unknown, asked: string): string {
  const cure = `if: \${{ ${grantedBy(asked)} }}`;
  return condition === undefined || condition === true
    ? `Step "${stepId}" would run without the approval that step "${asked}" asks for; give it "${cure}"`
    : `The condition of step "${stepId}" may hold without the approval that step "${asked}" asks for; write "${cure}", and after "granted" only comparisons, each with "and" before it`;
}
