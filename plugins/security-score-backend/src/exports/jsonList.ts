/** The elements of a JSON list as they come, with commas between them. */
export async function* jsonList(
  pages: AsyncIterable<object[]>,
): AsyncGenerator<string> {
  let separator = '';
  for await (const page of pages) {
    for (const element of page) {
      yield `${separator}${JSON.stringify(element)}`;
      separator = ',\n';
    }
  }
}
