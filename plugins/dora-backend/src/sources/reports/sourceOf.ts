/**
 * The prefix of natural ids: the sender, and the host where it is one of the company's own, since ids of two hosts are alike.
 *
 * @internal
 */
export function sourceOf(options: {
  sender: string;
  /** Host or address, where the delivery names it. */
  host?: string;
  /** The host whose ids stand alone. */
  publicHost: string;
}): string {
  const host = (options.host ?? '')
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '');
  return /^[a-z0-9.:-]{1,255}$/.test(host) && host !== options.publicHost
    ? `${options.sender}@${host}`
    : options.sender;
}
