/** A name in lower case, digits and dashes: the id of what people write down. */
export function idOfName(name: string, otherwise: string): string {
  return (
    name
      .replaceAll('ß', 'ss')
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLocaleLowerCase('en-US')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60)
      .replace(/-+$/, '') || otherwise
  );
}
