/**
 * Whether a rule of Semgrep finds secrets: those of its registry have it in their name, `generic.secrets.security.detected-…`. What
 * they matched is not to be kept.
 */
export function isSecretRule(id: string | undefined): boolean {
  return id !== undefined && /(?:^|\.)secrets?\./.test(id.slice(0, 1000));
}
