/** An asynchronous function that is loaded when it is first called. */
export function deferredFunction<TArgs extends unknown[], TResult>(
  load: () => Promise<(...args: TArgs) => Promise<TResult>>,
): (...args: TArgs) => Promise<TResult> {
  return async (...args) => (await load())(...args);
}
