import {
  environmentSizes,
  type EnvironmentChoice,
  type KnownEnvironment,
} from './EnvironmentChoice';

/**
 * How long an approval note is.
 *
 * @public
 */
export const approvalLength = { least: 10, most: 500 } as const;

/**
 * Something that is wrong with a list of chosen environments. Without `ref` it is wrong with the list. `index` is the place in it.
 *
 * @public
 */
export type EnvironmentProblem = {
  ref?: string;
  index?: number;
  message: string;
};

/**
 * What is wrong with a list of chosen environments: nothing, if the answer is empty. The value may come from a link, so nothing is
 * taken for granted.
 *
 * @public
 */
export function checkEnvironmentChoices(
  value: unknown,
  known: readonly KnownEnvironment[],
): EnvironmentProblem[] {
  if (!Array.isArray(value) || value.length === 0) {
    return [{ message: 'Choose at least one environment' }];
  }
  const problems: EnvironmentProblem[] = [];
  const seen = new Set<string>();
  let lastOrder = -Infinity;
  const choices: Array<Partial<EnvironmentChoice> | null> = value;
  for (const [index, choice] of choices.entries()) {
    const ref = typeof choice?.ref === 'string' ? choice.ref : '';
    const environment = known.find(one => one.ref === ref);
    if (!environment) {
      problems.push({
        ref,
        index,
        message: `The catalog has no environment ${
          ref || '(without a reference)'
        }; remove it and choose another`,
      });
      continue;
    }
    if (seen.has(ref)) {
      problems.push({
        ref,
        index,
        message: `${environment.name} is there twice`,
      });
      continue;
    }
    seen.add(ref);
    if (environment.order < lastOrder) {
      problems.push({
        ref,
        index,
        message: `${environment.name} is out of promotion order`,
      });
    }
    lastOrder = Math.max(lastOrder, environment.order);
    problems.push(
      ...findChoiceProblems(choice!, environment).map(message => ({
        ref,
        index,
        message,
      })),
    );
  }
  return problems;
}

function findChoiceProblems(
  choice: Partial<EnvironmentChoice>,
  environment: KnownEnvironment,
): string[] {
  const { name, production } = environment;
  const problems: string[] = [];
  if (!environmentSizes.some(size => size === choice.size)) {
    problems.push(`${name} needs a size: ${environmentSizes.join(', ')}`);
  }
  // Else a link could present production as something that nobody has to approve.
  if (choice.production !== production || choice.name !== name) {
    problems.push(
      `${name} is not described as in the catalog; clear it and choose it again`,
    );
  }
  if (production) {
    const approval =
      typeof choice.approval === 'string' ? choice.approval.trim() : '';
    if (
      approval.length < approvalLength.least ||
      approval.length > approvalLength.most
    ) {
      problems.push(
        `${name} is production: say in ${approvalLength.least} to ${approvalLength.most} characters why it may be provisioned`,
      );
    }
  }
  return problems;
}
