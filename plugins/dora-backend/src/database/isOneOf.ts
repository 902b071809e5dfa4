/**
 * A condition on a column of whole numbers, for statements without bindings. One number is compared as such, which the
 * planner knows more about than about a list.
 */
export function isOneOf(column: string, numbers: readonly number[]): string {
  return numbers.length === 1
    ? `${column} = ${numbers[0]}`
    : `${column} = ANY ('{${numbers.join(',')}}'::integer[])`;
}
