const known: Record<string, string> = {
  'semgrep-oss': 'semgrep',
  'semgrep-pro': 'semgrep',
  'trivy-vulnerability-scanner': 'trivy',
};

/** The name of a scanner as we write it: lower case, without spaces. */
export function toolName(name: unknown): string | undefined {
  if (typeof name !== 'string') {
    return undefined;
  }
  const plain = name
    .slice(0, 120)
    .toLowerCase()
    .replaceAll(/[^a-z0-9._]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^[-.]+|[-.]+$/g, '');
  if (!plain) {
    return undefined;
  }
  return Object.hasOwn(known, plain) ? known[plain] : plain;
}
