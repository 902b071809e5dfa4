/** The scope of the scan of an image: its name without tag and digest, so that the next version of it is the same scan. */
export function imageScope(image: string): string {
  const name = image.trim().split('@', 1)[0];
  const slash = name.lastIndexOf('/');
  const colon = name.indexOf(':', slash + 1);
  return `image:${colon < 0 ? name : name.slice(0, colon)}`;
}
