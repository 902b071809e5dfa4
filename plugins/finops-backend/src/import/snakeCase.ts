/** `ServiceCategory` as a column: `service_category`. */
export function snakeCase(name: string): string {
  return name.replaceAll(/([a-z])([A-Z])/g, '$1_$2').toLocaleLowerCase('en-US');
}
