/** Options of {@link LogoMark}. @public */
export interface LogoMarkProps {
  /** Height and width in pixels, 32 by default. */
  size?: number;
}

/**
 * The portal's mark: a doorway that opens on a rising line.
 *
 * @public
 */
export function LogoMark(props: LogoMarkProps) {
  const { size = 32 } = props;
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
    >
      <rect width="32" height="32" rx="7" fill="#0f766b" />
      <path
        d="M8 26V14a8 8 0 0 1 16 0v12"
        fill="none"
        stroke="#ffffff"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
      <path
        d="M12 23l3.2-4 2.6 2 4-5.5"
        fill="none"
        stroke="#8ff0df"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
