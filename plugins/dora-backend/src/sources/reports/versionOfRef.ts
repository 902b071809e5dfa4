/**
 * The version that a Git ref names: a tag, or a bare name that begins as versions do. A branch is none.
 *
 * @internal
 */
export function versionOfRef(ref: string | undefined): string | undefined {
  const tag = /^refs\/tags\/(.+)$/.exec(ref ?? '')?.[1];
  return tag ?? (ref && /^v?\d+\.\d/.test(ref) ? ref : undefined);
}
